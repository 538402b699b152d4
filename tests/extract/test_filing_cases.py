"""Where facts stand: each row is a text, and the file and heading of its facts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

pytest.importorskip("spacy", reason="the extract extra is not installed")

ROWS = yaml.safe_load((Path(__file__).parent.parent / "cases" / "filing.yaml").read_text("utf-8"))


def _files(text: str) -> Any:
    from onrecord.article import article_of_text
    from onrecord.extract import extract

    files = extract(article_of_text(text, name="test.txt", published="2021-03-04")).files
    assert files is not None
    return files


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["say"])
def test_facts_stand_where_the_row_says(row: dict[str, Any]) -> None:
    """What the row says."""
    files = _files(row["text"])
    placed = [[file, fact.heading, fact.text] for file, fact in files.facts()]
    assert placed
    for wanted in row.get("find", []):
        assert wanted in placed, placed
    for banned in row.get("never", []):
        assert not any(one[: len(banned)] == banned for one in placed), placed
    if row.get("military") == "none":
        assert not files.military.facts
        assert not files.military.equipment


def test_background_stands_in_the_order_of_its_questions() -> None:
    """What comes next is last, what came before stands before it."""
    files = _files(
        "The museum opened on Monday. It will close again in May. The building was a prison in 1911. The law bans cars."
    )
    headings = [fact.heading for fact in files.background.facts]
    assert headings == sorted(headings, key=["What does the law say?", "What came before?", "What comes next?"].index)
    assert len(set(headings)) > 1


def test_every_question_of_the_lexicon_has_its_place_on_the_page() -> None:
    """No heading falls behind the others because nobody said where it stands."""
    from onrecord.extract.lexicons import lexicon

    names = lexicon("headings")
    rules = [*names["always"], *names["questions"], *(q for f in names["fields"].values() for q in f["questions"])]
    asked = {rule["ask"] for rule in rules} | {names["rest"]}
    assert asked == set(names["page"])
    assert set(names["apart"]) <= asked


def test_every_key_of_an_alternative_is_known() -> None:
    """A misspelled key would let every fact pass or none."""
    from onrecord.extract.facts.matching import KEYS
    from onrecord.extract.lexicons import lexicon

    names, gaps = lexicon("headings"), lexicon("gaps")["questions"]
    rules = [*names["always"], *names["questions"], *(q for f in names["fields"].values() for q in f["questions"])]
    used = {key for rule in (*rules, *gaps) for one in rule.get("when", ()) for key in one}
    assert used <= set(KEYS)
