"""Many articles at once."""

from __future__ import annotations

import json
from typing import Any

from onrecord.batch import answer
from onrecord.model import Article, Found, FoundTime, Problem, Refusal, Span, Taken

FOUND = Found(
    article=Taken(sha256="0" * 64, words=2), extractor="test", times=(FoundTime(span=Span(0, 3), type="DATE"),)
)


def take_in(record: dict[str, Any]) -> Article:
    if record["text"] == "":
        raise Refusal([Problem("batch", 0, 0, "there is no text")])
    return Article(record["id"], record["text"], (), ())


def find(article: Article) -> Found:
    return {"now": FOUND}[article.text]


def answers(*lines: str) -> list[tuple[Any, Problem | None]]:
    answered = answer(lines, take_in=take_in, find=find, keep=lambda found: found)
    return [(json.loads(line), problem) for line, problem in answered]


def test_each_text_is_answered_with_what_was_found() -> None:
    """One line out for each line in, spans as pairs."""
    [(line, problem)] = answers('{"id": "a", "text": "now"}')
    assert line["id"] == "a"
    assert line["found"]["times"] == [{"span": [0, 3], "type": "DATE"}]
    assert problem is None


def test_a_refused_text_is_answered_empty_and_told() -> None:
    """The reason is the refusal's own."""
    assert answers('{"id": "a", "text": ""}') == [
        ({"id": "a", "found": {}}, Problem("batch", 1, 1, "text 'a': there is no text"))
    ]


def test_a_text_that_breaks_the_extractor_does_not_stop_the_batch() -> None:
    """Whatever goes wrong with one text, the next is still answered."""
    broken, fine = answers('{"id": "a", "text": "unknown"}', '{"id": "b", "text": "now"}')
    assert broken[0] == {"id": "a", "found": {}}
    assert broken[1] is not None
    assert fine[0]["found"]


def test_a_line_that_is_no_json_is_answered_too() -> None:
    """Even without an id there is a line out for each line in."""
    [(line, problem)] = answers("{")
    assert line == {"id": None, "found": {}}
    assert problem is not None


def test_blank_lines_are_no_texts() -> None:
    """An empty line at the end of the file is not answered."""
    assert answers("", "  ") == []
