"""The score of whole briefings on one small article: what counts as told, as right, and what costs."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from eval.briefings import lift, misses_of, pinned, score, table, totals
from eval.gold import Unclear, read
from eval.keys import KEYS, load_keys, read_key
from eval.tally import Miss, Tally
from onrecord.model import Actor, At, Fact, Files, Found, FoundActor, Quantity, Span, text_hash

TEXT = "The dam broke on Monday. At least 20 people died, Ana Ruiz said, and no alarm was given.\n"
GOLD = read("dam", TEXT, {"actors": [{"id": "ruiz", "kind": "person", "names": ["Ana Ruiz"]}]})
RECORD: dict[str, Any] = {
    "facts": [
        {"clause": "The dam broke", "says": ["dam", "broke|burst"], "source": "article", "certainty": "asserted"},
        {
            "clause": "At least 20 people died",
            "says": ["20 people", "died"],
            "source": "ruiz",
            "certainty": ["attributed", "hedged"],
            "hedge": "at least",
            "numbers": [[">=", "20"]],
            "core": "true",
        },
        {
            "clause": "no alarm was given",
            "says": ["alarm", "given"],
            "never": ["an alarm was given"],
            "source": "ruiz",
            "certainty": "attributed",
        },
    ]
}
KEY = read_key(GOLD, RECORD)


def _fact(text: str, words: str, **values: Any) -> Fact:
    start = TEXT.index(words)
    at = At(sentence="P1S1", start=start, end=start + len(words), hash=text_hash(words))
    return Fact(**{"id": "f", "text": text, "source": "ruiz", "certainty": "attributed", "at": at, **values})


def _scored(*facts: Fact) -> dict[str, tuple[int, int]]:
    """For each measure how many of how many."""
    actor = Actor(id="ruiz", name="Ana Ruiz", kind="person")
    mention = Span(TEXT.index("Ana"), TEXT.index("Ana") + len("Ana Ruiz"))
    files = Files.model_validate(
        {
            "briefing": {"title": "Dam", "sources": [{"id": "a"}]},
            "actors": {"actors": [actor]},
            "events": {"facts": facts},
        }
    )
    found = Found(
        article={"sha256": "0" * 64, "words": 20},
        extractor="test",
        actors=(FoundActor(id="ruiz", name="Ana Ruiz", kind="person", mentions=(mention,)),),
        files=files,
    )
    return {measure: (tally.recalled, tally.gold) for measure, tally in score(KEY, found).items()}


DIED = {"quantities": (Quantity(value=20, unit="person", operator=">="),)}


def test_a_fact_that_says_what_it_must_is_told_and_right() -> None:
    """Source, number with its operator, and the reservation are kept."""
    scored = _scored(_fact("At least 20 people died.", "At least 20 people died", **DIED))
    assert scored == {
        "recall": (1, 3),
        "core": (1, 1),
        "precision": (1, 1),
        "source": (1, 1),
        "numbers": (1, 1),
        "hedges": (1, 1),
    }


def test_other_words_will_do_where_the_key_says_so() -> None:
    """The dam may burst."""
    assert _scored(_fact("The dam burst.", "The dam broke", source="article", certainty="asserted"))["recall"] == (1, 3)


def test_a_wrong_source_makes_a_printed_fact_wrong() -> None:
    """It is told, and not by the article."""
    line = _fact("At least 20 people died.", "At least 20 people died", source="article", certainty="asserted", **DIED)
    assert _scored(line)["recall"] == (1, 3)
    assert _scored(line)["precision"] == (0, 1)
    assert _scored(line)["source"] == (0, 1)


def test_a_lost_bound_makes_a_printed_fact_wrong() -> None:
    """Exactly 20 is not at least 20."""
    line = _fact("20 people died.", "20 people died", quantities=(Quantity(value=20, unit="person"),))
    assert _scored(line)["numbers"] == (0, 1)
    assert _scored(line)["hedges"] == (0, 1)
    assert _scored(line)["precision"] == (0, 1)


def test_a_lost_negation_makes_a_printed_fact_wrong() -> None:
    """What the key says a line may never say."""
    assert _scored(_fact("No alarm was given.", "no alarm was given"))["precision"] == (1, 1)
    assert _scored(_fact("An alarm was given.", "no alarm was given"))["precision"] == (0, 1)


def test_a_false_line_tells_nothing() -> None:
    """“An alarm was given” is not how the reader learns that none was."""
    assert _scored(_fact("An alarm was given.", "no alarm was given"))["recall"] == (0, 3)


def test_one_wrong_number_among_two_facts_makes_the_line_wrong() -> None:
    """A line is as right as its worst number."""
    words = "At least 20 people died, Ana Ruiz said, and no alarm was given"
    line = _fact("20 people died, and no alarm was given.", words, quantities=(Quantity(value=20, unit="person"),))
    assert _scored(line)["precision"] == (0, 1)


def test_a_line_with_two_facts_tells_both() -> None:
    """One line, two facts of the key."""
    words = "At least 20 people died, Ana Ruiz said, and no alarm was given"
    line = _fact("At least 20 people died, and no alarm was given.", words, **DIED)
    assert _scored(line)["recall"] == (2, 3)


def test_what_stands_elsewhere_tells_nothing() -> None:
    """The same words about another place of the article are no fact of the key."""
    assert _scored(_fact("The dam broke.", "no alarm was given", source="article", certainty="asserted")) == {
        "recall": (0, 3),
        "core": (0, 1),
        "precision": (0, 1),
        "source": (0, 0),
        "numbers": (0, 0),
        "hedges": (0, 0),
    }


def test_words_that_are_not_in_the_article_are_refused() -> None:
    """An answer key quotes the article."""
    with pytest.raises(Unclear, match="is found 0 times"):
        read_key(GOLD, {"facts": [{"clause": "It rained", "says": [], "source": "article", "certainty": "asserted"}]})


def test_every_answer_key_quotes_its_article() -> None:
    """Each clause stands in it once, and each source is one of its actors."""
    keys = load_keys()
    assert len(keys) >= 6
    assert all(any(fact.core for fact in key.facts) for key in keys)


def test_the_table_marks_what_is_kept_unread() -> None:
    """With a star, sums of its own, and a line that says what it means."""
    lines = table({"dam": totals([]), "toll": totals([])}, frozenset({"dam"}))
    assert [line[:16].strip() for line in lines[1:-1]] == ["toll", "dam *", "read", "unread *", "all"]
    assert lines[-1] == "* kept unread by those who write rules"


def test_misses_of_an_unread_article_are_shown_only_when_asked_for() -> None:
    """Whoever writes rules from them would measure nothing any more."""
    missed = Tally(gold=1, found=1, misses=[Miss("dam", "not told", "The dam broke")])
    unread, scored = replace(KEY, unread=True), {"dam": {"recall": missed}}
    kept = "dam: kept unread; whoever writes no rules may list its misses with --unread"
    assert misses_of([unread], scored, only="", unread=False) == [kept]
    assert misses_of([unread], scored, only="dam", unread=False) == [kept]
    assert misses_of([unread], scored, only="", unread=True) == ["dam: not told | gold: The dam broke"]
    assert misses_of([KEY], scored, only="", unread=False) == ["dam: not told | gold: The dam broke"]


def test_sums_with_floors_keep_the_unread_apart() -> None:
    """A floor over articles that rules were made from says nothing of the others."""
    one, two = Tally(gold=1, found=1), Tally(gold=2, found=2)
    keys = [KEY, replace(KEY, gold=replace(GOLD, name="toll"), unread=True)]
    sums = pinned(keys, {"dam": {"recall": one}, "toll": {"recall": two}})
    assert (sums["briefings"]["recall"].gold, sums["unread"]["recall"].gold) == (1, 2)


def test_lifting_leaves_the_other_floors_alone() -> None:
    """Those of `eval.own` are lifted by it; the day is that of the last floor laid."""
    record = {"on": "2026-01-01", "floors": {"joint": 80.0}, "briefings": {"recall": 70.0}}
    low, high = ({"recall": Tally(gold=300, found=300, recalled=n, right=n)} for n in (150, 240))
    assert lift(record, {"briefings": low}, on="2026-02-01") == record
    raised = {"on": "2026-02-01", "floors": {"joint": 80.0}, "briefings": {"recall": 79.0}}
    assert lift(record, {"briefings": high}, on="2026-02-01") == raised


def test_first_scores_name_the_unread_articles() -> None:
    """What an unseen article fared is told for each that is kept unread, with the extractor that was run."""
    first = json.loads((KEYS / "first.json").read_text(encoding="utf-8"))
    assert set(first["articles"]) == {key.name for key in load_keys() if key.unread}
    assert set(first["as first written"]) == set(first["key proof-read"]) == {*first["articles"], "unread"}
