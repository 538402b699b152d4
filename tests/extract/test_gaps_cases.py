"""What the article does not say: each row is a text and the questions it leaves open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

pytest.importorskip("spacy", reason="the extract extra is not installed")

ROWS = yaml.safe_load((Path(__file__).parent.parent / "cases" / "gaps.yaml").read_text("utf-8"))


def _briefing(text: str) -> Any:
    from onrecord.article import article_of_text
    from onrecord.extract import extract

    files = extract(article_of_text(text, name="test.txt", published="2021-03-04")).files
    assert files is not None
    return files


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["say"])
def test_questions_are_asked_as_the_row_says(row: dict[str, Any]) -> None:
    """What the row says."""
    asked = [gap.question for gap in _briefing(row["text"]).briefing.gaps]
    if row.get("ask") == "nothing":
        assert asked == []
        return
    for question in row.get("ask", []):
        assert question in asked, asked
    for words in row.get("never", []):
        assert not any(words in question for question in asked), asked


def test_every_question_rests_on_facts_of_the_briefing() -> None:
    """The facts that raise a question are there."""
    files = _briefing(
        "A bomb exploded at a market in Kaduna on Monday. Residents accused Vantor of poisoning the river."
    )
    ids = {fact.id for _, fact in files.facts()}
    assert files.briefing.gaps
    assert all(gap.facts and set(gap.facts) <= ids for gap in files.briefing.gaps)


def test_questions_are_few() -> None:
    """Never more than six, the most important first."""
    text = " ".join(row["text"] for row in ROWS if row.get("ask", "nothing") != "nothing")
    gaps = _briefing(text).briefing.gaps
    assert len(gaps) <= 6
