"""Many articles at once: a JSON line in, a JSON line out, each exactly what `found.yaml` would hold.

The contract: in `{"id", "text", "title"?, "published"?}`, out `{"id", "found": {...}}`; spans are code points of
`text` as given. A text that cannot be read or extracted is answered with an empty `found`, and told.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from onrecord.model import Article, Found, Problem, Refusal

TakeIn = Callable[[dict[str, Any]], Article]
Find = Callable[[Article], Found]
Keep = Callable[[Found], Found]


def answer(lines: Iterable[str], *, take_in: TakeIn, find: Find, keep: Keep) -> Iterator[tuple[str, Problem | None]]:
    """For each line that is not blank, the line to write and what went wrong with it, if anything.

    `take_in` makes an article of a line's record, `find` extracts it, `keep` writes and reads it as `found.yaml` does.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _answer(line, number, take_in=take_in, find=find, keep=keep)


def _answer(line: str, number: int, *, take_in: TakeIn, find: Find, keep: Keep) -> tuple[str, Problem | None]:
    name = None
    try:
        record = json.loads(line)
        name = record["id"]
        found = keep(find(take_in(record))).as_yaml()
    # One broken text among thousands must not cost the others: whatever it is, it is told and answered empty.
    except Exception as error:
        message = error.problems[0].message if isinstance(error, Refusal) else f"could not be extracted: {error!r}"
        return _line(name, {}), Problem("batch", number, 1, f"text {name!r}: {message}")
    return _line(name, found), None


def _line(name: str | None, found: dict[str, Any]) -> str:
    return json.dumps({"id": name, "found": found}, ensure_ascii=False)
