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
        ("The bomb killed at least 31 people in the market, police said.", [(31, "people killed")]),
        ("The crash injured 12 passengers on Monday.", [(12, "passengers injured")]),
        ("The shelling killed 20 civilians on Monday.", [(20, "civilians killed")]),
        ("Some 60,000 people fled to Chad on Monday.", [(60000, "people displaced")]),
        ("The plane dropped 20 tons of bombs on Monday.", [(20, "bombs dropped")]),
        ("More than 180 millimeters of rain fell on Monday.", [(180, "rain")]),
        ("Vanilla prices rose 7 percent on Monday.", [(7, "vanilla prices, up")]),
        ("Vantor bought Meldon Steel for $9 billion on Monday.", [(9_000_000_000, "price")]),
        ("The army destroyed five bridges on Monday.", [(5, "bridges destroyed")]),
        ("About 3,000 tourists fled the island on Monday.", [(3000, "tourists displaced")]),
        ("About 3,000 guests arrived in Graz on Monday.", [(3000, "guests arrived")]),
        ("On Monday 12 people were still missing, police said.", [(12, "people missing")]),
        ("The ministry confirmed nine deaths on Monday.", [(9, "deaths")]),
        ("Austria sent two helicopters on Monday.", [(2, "helicopters sent")]),
        # One of a kind, a length of time, a year, a verb that says nothing, a person's own: no figures.
        ("The mayor opened one bridge on Monday.", []),
        ("The trial lasted 12 days.", []),
        ("The court heard the 2016 candidates on Monday.", []),
        ("The town has 14 schools.", []),
        ("The union did not sign five contracts.", []),
    ],
)
def test_a_figure_says_what_became_of_what_it_counts(text: str, figures: list[tuple[Any, str]]) -> None:
    """What is counted and what became of it, what a measure is of; one of a kind or a length of time is no figure."""
    assert _figures(text) == figures


def test_people_harmed_come_first() -> None:
    """A toll stands before what was counted earlier in the text."""
    text = "The flood destroyed 14 bridges on Monday. The water killed 7 people in the valley, police said."
    assert [label for _, label in _figures(text)] == ["people killed", "bridges destroyed"]


def test_two_tolls_of_two_sources_both_stand() -> None:
    """A toll does not push out another source's toll for the same harm."""
    text = "The flood killed 7 people on Monday, police said. A hospital said the flood killed 9 people on Monday."
    assert _figures(text) == [(7, "people killed"), (9, "people killed")]
