"""Ids that point at a record: each must be there, once, and be of the right kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import ARTICLE, Fact, Grid, Position, Salute
from onrecord.model.record import ID_PATTERN

from ..reading.nearest import nearest
from .desk import Desk

_HOME = {
    "actor": "actors",
    "place": "places",
    "equipment": "military",
    "source article": "briefing",
}
POINTERS = {
    "where": "place",
    "route": "place",
    "actors": "actor",
    "equipment": "equipment",
    "denies": "fact",
    "contradicts": "fact",
    "elaborates": "fact",
}
"""The lists of a fact that name records, with the kind of what they name."""


def check_references(desk: Desk) -> None:
    """Report every id that is used twice or that points at nothing."""
    _twice(desk)
    for path, kind, identifier in _pointed(desk):
        _resolve(desk, path, kind, identifier)
    for path, words, kinds in _maybe(desk):
        _resembles(desk, path, words, kinds)


def _twice(desk: Desk) -> None:
    first: dict[tuple[str, str], Position | None] = {}
    named = [(kind, path, record.id) for kind, path, record in desk.kept()]
    briefing = desk.dossier.briefing
    named += [("dispute", f"briefing/disputes/{n}", dispute.id) for n, dispute in enumerate(briefing.disputes)]
    named += [("term", f"briefing/glossary/{n}", term.id) for n, term in enumerate(briefing.glossary)]
    named += [("source article", f"briefing/sources/{n}", source.id) for n, source in enumerate(briefing.sources)]
    for kind, path, identifier in named:
        place = desk.place(f"{path}/id")
        if (kind, identifier) in first:
            there = first[kind, identifier]
            mend = "give this record another" + (f"; the first stands at {there.file}:{there.line}" if there else "")
            desk.report(f"{path}/id", f"the id '{identifier}' is used twice", mend)
        first.setdefault((kind, identifier), place)
        if kind == "actor" and identifier == ARTICLE:
            mend = "give the actor another id"
            desk.report(f"{path}/id", "'article' means the article's own voice and can be no actor", mend)


def _pointed(desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Path, kind and id of everything that points at a record."""
    for path, fact in desk.facts():
        yield from _of_fact(path, fact)
    for _, path, record in desk.kept():
        if record.at and record.at.article:
            yield f"{path}/at/article", "source article", record.at.article
    for number, actor in enumerate(desk.dossier.files.actors.actors):
        for place, identifier in enumerate(actor.members):
            yield f"actors/actors/{number}/members/{place}", "actor", identifier
        for place, tie in enumerate(actor.ties):
            yield f"actors/actors/{number}/ties/{place}/to", "actor", tie.to
            for entry, identifier in enumerate(tie.facts):
                yield f"actors/actors/{number}/ties/{place}/facts/{entry}", "fact", identifier
    for number, place_record in enumerate(desk.dossier.files.places.places):
        for entry, distance in enumerate(place_record.distances):
            yield f"places/places/{number}/distances/{entry}/to", "place", distance.to
    for number, equipment in enumerate(desk.dossier.files.military.equipment):
        if equipment.operator:
            yield f"military/equipment/{number}/operator", "actor", equipment.operator
    yield from _of_briefing(desk)


def _of_fact(path: str, fact: Fact) -> Iterator[tuple[str, str, str]]:
    if fact.source != ARTICLE:
        yield f"{path}/source", "actor", fact.source
    if fact.via:
        yield f"{path}/via", "actor", fact.via
    for key, kind in POINTERS.items():
        for number, identifier in enumerate(getattr(fact, key)):
            yield f"{path}/{key}/{number}", kind, identifier


def _of_briefing(desk: Desk) -> Iterator[tuple[str, str, str]]:
    briefing = desk.dossier.briefing
    for key in ("summary", "takeaways", "disputes", "gaps", "glossary"):
        for number, record in enumerate(getattr(briefing, key)):
            for place, identifier in enumerate(record.facts):
                yield f"briefing/{key}/{number}/facts/{place}", "fact", identifier
    for key in ("figures", "toll", "results", "case"):
        for number, row in enumerate(getattr(briefing, key)):
            yield f"briefing/{key}/{number}/fact", "fact", row.fact
            if key in ("results", "case") and row.actor:
                yield f"briefing/{key}/{number}/actor", "actor", row.actor
    for slot in Grid.model_fields:
        for number, identifier in enumerate(getattr(briefing.grid, slot)):
            yield f"briefing/grid/{slot}/{number}", "fact", identifier
    for slot in Salute.model_fields:
        for number, identifier in enumerate(getattr(desk.dossier.files.military.salute, slot)):
            yield f"military/salute/{slot}/{number}", "fact", identifier


def _resolve(desk: Desk, path: str, kind: str, identifier: str) -> None:
    known = desk.known[kind]
    if known is None or identifier in known:
        return
    desk.report(path, f"no {kind} has the id '{identifier}'", _mend(desk, kind, identifier, known, path))


def _mend(desk: Desk, kind: str, identifier: str, known: frozenset[str], path: str) -> str:
    other = next((k for k, ids in desk.known.items() if ids and identifier in ids), None)
    candidates = sorted(known) + ([ARTICLE] if path.endswith("/source") else [])
    if guess := nearest(identifier, candidates):
        return f"did you mean '{guess}'?"
    if other:
        return f"'{identifier}' is {_a(other)}; {_a(kind)} belongs here"
    home = f"add it to {_HOME[kind]}.yaml, or " if kind in _HOME else ""
    return f"{home}use one of: {_some(candidates)}" if candidates else f"{home}remove it: there is none yet"


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'ae' else 'a'} {kind}"


def _some(ids: list[str], most: int = 12) -> str:
    rest = f" and {len(ids) - most} more" if len(ids) > most else ""
    return ", ".join(ids[:most]) + rest


def _maybe(desk: Desk) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Values that may be an id or words: only what looks like an id is looked at."""
    for number, actor in enumerate(desk.dossier.files.actors.actors):
        if actor.affiliation and re.fullmatch(ID_PATTERN, actor.affiliation):
            yield f"actors/actors/{number}/affiliation", actor.affiliation, ("actor",)
    for path, fact in desk.facts():
        for number, quantity in enumerate(fact.quantities):
            if quantity.of and "-" in quantity.of and re.fullmatch(ID_PATTERN, quantity.of):
                yield f"{path}/quantities/{number}/of", quantity.of, ("equipment", "actor", "place")


def _resembles(desk: Desk, path: str, words: str, kinds: tuple[str, ...]) -> None:
    ids = [desk.known[kind] for kind in kinds]
    known = [identifier for some in ids if some for identifier in sorted(some)]
    if None in ids or words in known:
        return
    if guess := nearest(words, known):
        mend = f"did you mean '{guess}'? As words, begin it with a capital letter or write it without hyphens"
        desk.report(path, f"'{words}' looks like an id, and no record has it", mend)
