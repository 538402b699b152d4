"""Facts: each row of these cases is a text and the facts that must be made of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.model import Fact, Found, Rights

pytest.importorskip("spacy", reason="the extract extra is not installed")

CASES = Path(__file__).parent.parent / "cases"
ROWS = [
    row
    for name in ("facts", "facts-below", "facts-words", "certainty", "disputes")
    for row in yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))
]


def _extracted(text: str, rights: Rights = "reserved", published: str | None = None) -> Found:
    from onrecord.article import article_of_text
    from onrecord.extract import extract

    return extract(replace(article_of_text(text, name="test.txt", published=published), rights=rights))


def _shown(fact: Fact, found: Found) -> dict[str, Any]:
    assert found.files is not None
    names = {actor.id: actor.name for actor in found.files.actors.actors}
    source = fact.source if fact.source == "article" else names[fact.source]
    return {
        "text": fact.text,
        "source": source.removeprefix("The ").removeprefix("the "),
        "cue": fact.cue,
        "certainty": fact.certainty,
        "hedge": fact.hedge,
        "quote": fact.quote.text if fact.quote else None,
        "denies": len(fact.denies),
        "contradicts": len(fact.contradicts),
        "quantities": [[q.operator, q.value] for q in fact.quantities],
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["say"])
def test_facts_are_made_as_the_row_says(row: dict[str, Any]) -> None:
    """What the row says."""
    found = _extracted(row["text"], row.get("rights", "reserved"), row.get("published"))
    assert found.files is not None
    shown = [_shown(fact, found) for _, fact in found.files.facts()]
    if row.get("find") == "nothing":
        assert shown == []
        return
    for wanted in row.get("find", []):
        assert any(all(fact[key] == wanted[key] for key in wanted) for fact in shown), shown
    for words in row.get("never", []):
        assert not any(words in fact["text"] for fact in shown), shown
    if "disputes" in row:
        wanted_disputes = [] if row["disputes"] == "nothing" else row["disputes"]
        disputes = [d.model_dump() for d in found.files.briefing.disputes]
        assert len(disputes) == len(wanted_disputes), disputes
        for dispute, wanted in zip(disputes, wanted_disputes, strict=True):
            assert {key: dispute[key] for key in wanted} == wanted


LINKED = [row for row in ROWS if row.get("disputes", "nothing") != "nothing"]


@pytest.mark.parametrize("row", LINKED, ids=lambda row: row["say"])
def test_a_dispute_is_linked_both_ways(row: dict[str, Any]) -> None:
    """Each side leads to the other: a denial by `denies`, a contradiction from both, and both stand in the dispute."""
    found = _extracted(row["text"], published=row.get("published"))
    assert found.files is not None
    facts = {fact.id: fact for _, fact in found.files.facts()}
    for fact in facts.values():
        for other in fact.contradicts:
            assert fact.id in facts[other].contradicts
        for other in (*fact.denies, *fact.contradicts):
            assert any({fact.id, other} <= set(d.facts) for d in found.files.briefing.disputes)
    for dispute in found.files.briefing.disputes:
        assert set(dispute.facts) <= set(facts)
