"""Counts of people for the page on casualties, and the topic: both only where the findings leave no doubt."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("spacy", reason="the extract extra is not installed")


def _briefing(text: str) -> tuple[list[tuple[str, str, Any, str]], str | None]:
    from onrecord.article import article_of_text
    from onrecord.extract import extract

    files = extract(article_of_text(text, name="test.txt", published="2021-03-04")).files
    assert files is not None
    facts = {fact.id: fact for _, fact in files.facts()}
    told = [(row.effect, facts[row.fact], row.quantity) for row in files.briefing.toll]
    numbers = [(effect, fact.quantities[number - 1], fact.source) for effect, fact, number in told]
    return [(effect, q.operator, q.value, source) for effect, q, source in numbers], files.briefing.topic


@pytest.mark.parametrize(
    ("text", "toll", "topic"),
    [
        (
            "The earthquake killed at least 40 people in Telmar on Monday, police said. The quake injured 120 people.",
            [("dead", ">=", 40, "police"), ("injured", "=", 120, "article")],
            "disaster",
        ),
        (
            "A flood hit the valley on Monday. Some 60,000 people fled their homes, police said.",
            [("displaced", "~", 60000, "police")],
            "disaster",
        ),
        (
            "A ferry sank off Lomar on Monday. Eleven people were still missing, the coast guard said.",
            [("missing", "=", 11, "coast-guard")],
            "disaster",
        ),
        (
            "A quake hit Chala on Tuesday. Nine people were missing in Chala, the mayor told reporters.",
            [("missing", "=", 9, "mayor")],
            "disaster",
        ),
        # Plans, vague words, things and money are no counts of people harmed; without any there is no such topic.
        ("The earthquake could kill 40 people, the institute said on Monday.", [], None),
        ("An earthquake shook Telmar on Monday. It damaged 40 houses and cost $9 million.", [], None),
        ("The earthquake killed dozens of people in Telmar on Monday.", [], None),
        ("The court opened the trial of three bankers on Monday.", [], None),
    ],
)
def test_people_harmed_are_counted_on_the_word_of_their_source(
    text: str, toll: list[tuple[str, str, Any, str]], topic: str | None
) -> None:
    """Effect, operator, number and source; the topic only where a disaster is the news and somebody was harmed."""
    assert _briefing(text) == (toll, topic)
