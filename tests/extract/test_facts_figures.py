"""Key figures: which numbers come first, and in few words what each is of."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("spacy", reason="the extract extra is not installed")


def _figures(text: str) -> list[tuple[Any, str]]:
    from onrecord.article import article_of_text
    from onrecord.extract import extract

    files = extract(article_of_text(text, name="test.txt", published="2021-03-04")).files
    assert files is not None
    facts = {f.id: f for part in ("events", "military", "reactions", "background") for f in getattr(files, part).facts}
    return [(facts[f.fact].quantities[f.quantity - 1].value, f.label) for f in files.briefing.figures]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The bomb killed at least 31 people in the market, police said.", [(31, "dead")]),
        ("The crash injured 12 passengers on Monday.", [(12, "injured")]),
        ("Some 60,000 people fled to Chad on Monday.", [(60000, "displaced")]),
        ("The plane dropped 20 tons of bombs on Monday.", [(20, "of bombs")]),
        ("Vanilla prices rose 7 percent on Monday.", [(7, "Vanilla prices, up")]),
        ("Vantor bought Meldon Steel for $9 billion on Monday.", [(9_000_000_000, "price")]),
        ("The army destroyed five bridges on Monday.", [(5, "destroyed")]),
        ("Austria sent two helicopters on Monday.", [(2, "sent")]),
        ("The mayor opened one bridge on Monday.", []),
    ],
)
def test_a_figure_says_what_became_of_what_it_counts(text: str, figures: list[tuple[Any, str]]) -> None:
    """The verb for what is counted, the thing for a measure, the harm for people; one of a kind is no figure."""
    assert _figures(text) == figures


def test_people_harmed_come_first() -> None:
    """A toll stands before what was counted earlier in the text."""
    text = "The flood destroyed 14 bridges on Monday. The water killed 7 people in the valley, police said."
    assert [label for _, label in _figures(text)] == ["dead", "destroyed"]
