"""Events: each row of cases/events.yaml is a sentence and what must be found in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

pytest.importorskip("spacy", reason="the extract extra is not installed")

FILES = sorted((Path(__file__).parent.parent / "cases").glob("events*.yaml"))
ROWS = [row for path in FILES for row in yaml.safe_load(path.read_text(encoding="utf-8"))]


def _events(text: str, read_text: Callable[..., Any], published: str | None = None) -> tuple[list[Any], dict[str, str]]:
    """The events of a text, and the names of its places and actors by id."""
    from onrecord.extract.chain import _material

    findings = _material(read_text(text, published=published)).findings
    names = {place.id: place.name for place in findings.places} | {actor.id: actor.name for actor in findings.actors}
    return list(findings.events), names


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["say"])
def test_an_event_is_found_with_its_roles(row: dict[str, Any], read_text: Callable[..., Any]) -> None:
    """What the row says."""
    events, names = _events(row["text"], read_text, row.get("published"))
    if row["find"] == "nothing":
        assert [e.type for e in events if e.type == row.get("type", e.type)] == []
        return
    wanted = dict(row["find"])
    event = next((e for e in events if e.type == wanted["type"]), None)
    assert event is not None, [e.type for e in events]
    found = {
        "type": event.type,
        "when": event.when,
        "mode": event.mode,
        "earlier": event.earlier,
        "told": len(event.told),
        **{part: [names[id] for id in getattr(event, part)] for part in ("where", "agents", "recipients")},
        **{part: [[c.effect, c.operator, c.value] for c in getattr(event, part)] for part in ("casualties", "losses")},
        **{
            role: [entity[0] for entity in getattr(event, role)]
            for role in ("perpetrators", "perpetrator_organisations", "targets", "victims", "weapons")
        },
    }
    assert {key: found[key] for key in wanted} == wanted


def test_names_are_cut_from_the_article_even_where_it_is_in_capitals(read_text: Callable[..., Any]) -> None:
    """A text in capitals is parsed in its likely case, but its names are printed as it prints them."""
    events, _ = _events("TERRORISTS ATTACKED THE TELEPHONE OFFICE IN BOGOTA.", read_text)
    assert [names for event in events for names in event.targets] == [("TELEPHONE OFFICE",)]
