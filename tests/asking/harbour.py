"""A small project with an article, a dossier and what was found: enough to be asked about."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from onrecord.dossier import dump_found
from onrecord.house import House
from onrecord.model import Found, text_hash

ROOT = Path(__file__).parents[2]
ARTICLE = """\
The harbour fire killed three dockers on Monday, the fire service said.

The dockers' union said five dockers were killed.
"""
SAYS = {"fire-deaths": "The harbour fire killed three dockers on Monday", "union-deaths": "five dockers were killed"}
BRIEFING = """\
title: Fire in the harbour
sources: [{id: wire, publisher: Harbour Wire, rights: own, published: 2026-11-17}]
summary:
  - {text: "Three dockers died, the fire service says.", facts: [fire-deaths]}
figures:
  - {label: dockers killed, fact: fire-deaths}
disputes:
  - {id: deaths, question: How many died?, facts: [fire-deaths, union-deaths], kind: contradiction}
"""
ACTORS = """\
actors:
  - {id: fire-service, name: the fire service, kind: organisation}
  - {id: union, name: "the dockers' union", kind: organisation}
"""
PLACES = """\
places:
  - {id: harbour, name: the harbour, kind: port, role: scene}
"""
EVENTS = """\
facts:
  - id: fire-deaths
    text: {text}
    source: fire-service
    cue: said
    certainty: disputed
    when: {{text: Monday, date: 2026-11-16, precision: day, origin: computed}}
    where: [harbour]
    quantities: [{{value: 3, unit: docker, text: three dockers}}]
    contradicts: [union-deaths]
    at: {{sentence: P1S1, start: {start}, end: {end}, hash: {hash}}}
"""
REACTIONS = """\
facts:
  - id: union-deaths
    text: Five dockers were killed.
    source: union
    cue: said
    certainty: disputed
    quantities: [{{value: 5, unit: docker, text: five dockers}}]
    at: {{sentence: P2S1, start: {start}, end: {end}, hash: {hash}}}
"""


def lay(root: Path) -> House:
    """The project below `root`: the fact's text is corrected from what was found."""
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    (root / "templates").symlink_to(ROOT / "templates")
    house = House(root)
    folder = house.dossier("harbour")
    folder.mkdir(parents=True)
    texts = {"briefing": BRIEFING, "actors": ACTORS, "places": PLACES}
    texts["events"] = EVENTS.format(text="The fire killed three dockers.", **_at("fire-deaths"))
    texts["reactions"] = REACTIONS.format(**_at("union-deaths"))
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "found.yaml").write_text(dump_found(_found(house)), encoding="utf-8")
    return house


def _at(fact: str) -> dict[str, Any]:
    start = ARTICLE.index(SAYS[fact])
    end = start + len(SAYS[fact])
    return {"start": start, "end": end, "hash": text_hash(ARTICLE[start:end])}


def _span(words: str) -> list[int]:
    start = ARTICLE.index(words)
    return [start, start + len(words)]


def _found(house: House) -> Found:
    """What a program found: the same files, but for one text."""
    from onrecord.dossier import load_dossier

    dossier, problems = load_dossier(house.dossier("harbour"), house.root)
    assert dossier is not None, problems
    files = dossier.files.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    files["events"]["facts"][0]["text"] = "The fire killed 13 dockers."
    cue = {"source": [_span("the fire service")], "cue": [_span("said")], "content": [_span(SAYS["fire-deaths"])]}
    return Found.model_validate(
        {
            "article": {"sha256": "0" * 64, "words": 20},
            "extractor": "test",
            "sentences": [
                {"id": "P1S1", "start": 0, "end": _span("said.")[1], "role": "main", "facts": ["fire-deaths"]}
            ],
            "attributions": [{**cue, "kind": "indirect", "actor": "fire-service", "lemma": "say", "sense": "say"}],
            "quantities": [
                {"span": _span("three dockers"), "value": 3, "unit": "docker", "effect": "death"},
                {"span": _span("five dockers"), "value": 5, "unit": "docker"},
            ],
            "times": [{"span": _span("Monday"), "value": "2026-11-16", "type": "DATE", "origin": "computed"}],
            "places": [{"id": "harbour", "name": "the harbour", "kind": "port", "mentions": [_span("harbour")]}],
            "files": files,
        }
    )
