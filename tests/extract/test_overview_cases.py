"""The grids and the lines of the overview."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

pytest.importorskip("spacy", reason="the extract extra is not installed")

ROWS = yaml.safe_load((Path(__file__).parent.parent / "cases" / "grid.yaml").read_text("utf-8"))
FLOOD = (
    "The Rava river burst its banks near Ravna on Wednesday, killing at least seven people, police said. "
    "About 4,300 people were forced from their homes, police said. "
    "A hospital workers' union said nine people were killed.\n\n"
    "Residents accused the National Water Agency of opening the gates too late. The agency denied the accusation.\n\n"
    "“It came in the dark,” said Mojca Hribar, a teacher.\n\n"
    "The valley has never seen such a flood. The government will send more pumps on Friday. "
    "In 1990 a flood destroyed the old bridge."
)


def _files(text: str) -> Any:
    from onrecord.article import article_of_text
    from onrecord.extract import extract

    files = extract(article_of_text(text, name="test.txt", published="2021-03-04")).files
    assert files is not None
    return files


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["say"])
def test_slots_are_filled_as_the_row_says(row: dict[str, Any]) -> None:
    """What the row says."""
    files = _files(row["text"])
    lines = {fact.id: fact.text for _, fact in files.facts()}
    assert lines
    for grid, wanted in ((files.briefing.grid, row.get("slots", {})), (files.military.salute, row.get("salute", {}))):
        for slot, parts in wanted.items():
            held = [lines[id] for id in getattr(grid, slot)]
            assert len(held) == len(parts), held
            assert all(part in line for part, line in zip(parts, held, strict=True)), held
    for slot in row.get("empty", []):
        assert getattr(files.briefing.grid, slot) == (), slot


def test_the_summary_says_what_happened_in_two_lines_of_different_content() -> None:
    """The first line is the news of the first sentence, the second adds to it."""
    summary = [line.text for line in _files(FLOOD).briefing.summary]
    assert len(summary) == 2
    assert "burst its banks" in summary[0] or "killed" in summary[0]
    assert summary[0] != summary[1]


def test_a_claim_and_its_denial_are_one_takeaway_bound_to_both() -> None:
    """A reader never meets the accusation without the answer."""
    files = _files(FLOOD)
    lines = {fact.id: fact for _, fact in files.facts()}
    both = [line for line in files.briefing.takeaways if "accused" in line.text]
    assert [len(line.facts) for line in both] == [2]
    assert "denied" in both[0].text
    assert lines[both[0].facts[1]].denies == (both[0].facts[0],)


def test_takeaways_spread_over_what_happened_why_it_is_unusual_and_what_comes_next() -> None:
    """An overview is more than the first lines."""
    lines = " ".join(line.text for line in _files(FLOOD).briefing.takeaways)
    assert "has never seen such a flood" in lines
    assert "more pumps" in lines


def test_no_line_of_the_overview_comes_twice_or_leans_on_another() -> None:
    """Neither the same words twice, nor a line that begins with what another line said."""
    briefing = _files(FLOOD).briefing
    lines = [line.text for line in (*briefing.summary, *briefing.takeaways)]
    assert len(set(lines)) == len(lines)
    assert not any(line.startswith(("It ", "That ", "They ", "He ", "She ", "The accusation ")) for line in lines)


def test_a_line_with_a_pronoun_for_another_is_left_out() -> None:
    """What leans on the line before cannot stand alone."""
    from onrecord.extract.facts.choosing import alike

    assert alike("The storm cut power to 40,000 homes.", "The storm cut power.")
    assert not alike("The storm cut power to 40,000 homes.", "The mayor closed all schools.")


def test_without_a_title_a_briefing_is_headed_by_a_whole_clause() -> None:
    """The headline ends where a clause does; a quotation heads nothing; a title that is given is kept."""
    from dataclasses import replace

    from onrecord.article import article_of_text
    from onrecord.extract.facts.publication import title_of

    article = article_of_text("The bridge closed.", name="bridge.txt")
    long = "The city council of Ravna closed both old bridges because a pillar had cracked in the flood."
    lines = [("“It shook.”", "shook"), (long, "closed")]
    assert title_of(article, lines) == "The city council of Ravna closed both old bridges"
    assert title_of(article, []) == "bridge"
    assert title_of(replace(article, title="Bridges closed"), lines) == "Bridges closed"
