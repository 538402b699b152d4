"""Events: each row of cases/events.yaml is a sentence and what must be found in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from onrecord.model.event import EventType

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


def test_every_kind_of_event_stands_in_the_page_on_events() -> None:
    """docs/events.md names each kind of the model, and no other word in its first column."""
    page = (Path(__file__).parents[2] / "docs" / "events.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    assert sorted(kind for row in rows for kind in re.findall(r"`([^`]+)`", row)) == sorted(get_args(EventType))


def test_the_lexicon_gives_words_to_kinds_of_the_model_only() -> None:
    """A kind that the model does not know would be refused only when an article uses it."""
    from onrecord.extract.lexicons import lexicon

    words = lexicon("events")
    kinds = {kind for part in ("verbs", "nouns", "phrases", "strikes") for kind in words[part]}
    assert kinds <= set(get_args(EventType))
    assert kinds >= set(get_args(EventType)) - {"statement"}


def test_an_extraction_tells_the_same_events_twice(read_text: Callable[..., Any]) -> None:
    """Joining tellings depends on nothing but the text."""
    text = "Gunmen attacked a bus near Tarn on Monday. Two people died in the attack. Rebels denied the attack."
    assert _events(text, read_text, "2021-05-05") == _events(text, read_text, "2021-05-05")
