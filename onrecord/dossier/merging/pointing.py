"""Ids inside records: every place where one record names another."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import Any

from onrecord.model import ARTICLE, Found

from ..checking.references import POINTERS
from .cards import Fields

Point = Callable[[str, str], str | None]
"""Kind and id of what is named to its id from now on; None where there is no such record any more."""

_ONE: Mapping[str, Mapping[str, str]] = {
    "fact": {"source": "actor", "via": "actor"},
    "actor": {"affiliation": "actor"},
    "equipment": {"operator": "actor"},
}
_MANY: Mapping[str, Mapping[str, str]] = {
    "fact": POINTERS,
    "actor": {"members": "actor"},
    "dispute": {"facts": "fact"},
    "grid": dict.fromkeys(("who", "what", "when", "where", "why", "how"), "fact"),
    "salute": dict.fromkeys(("size", "activity", "location", "unit", "time", "equipment"), "fact"),
}
_LINES = ("summary", "takeaways", "gaps", "glossary")
_FEWEST: Mapping[tuple[str, str], int] = {("dispute", "facts"): 2, ("takeaways", "facts"): 1, ("summary", "facts"): 1}


class Dangling(Exception):
    """A record cannot be without something that is no longer there. Carries its kind and id."""


def pointed(kind: str, fields: Fields, point: Point) -> dict[str, Any]:
    """The fields with every id put through `point`; what points at nothing any more is left out of lists.

    Raises Dangling where the record itself makes no sense without it: a fact without its source.
    """
    made = dict(fields)
    for name, of in _ONE.get(kind, {}).items():
        if name in made:
            _one(made, name, of, point)
    for name, of in _MANY.get(kind, {}).items():
        if name in made:
            _many(made, name, of, point, fewest=_FEWEST.get((kind, name), 0))
    if kind == "fact" and "quantities" in made:
        made["quantities"] = [_counted(quantity, point) for quantity in made["quantities"]]
    if kind == "place" and "distances" in made:
        _rows(made, "distances", [d for d in made["distances"] if point("place", d["to"])], "to", ("place", point))
    if kind == "actor" and "ties" in made:
        _ties(made, point)
    if kind == "briefing":
        _overview(made, point)
    return made


def without(kind: str, fields: Fields, gone: Container[tuple[str, str]]) -> dict[str, Any]:
    """The fields without ids of records that are gone; unchanged where the record could not be without them."""
    try:
        return pointed(kind, fields, lambda of, identifier: None if (of, identifier) in gone else identifier)
    except Dangling:
        return dict(fields)


def named(kind: str, fields: Fields) -> set[tuple[str, str]]:
    """Kind and id of every record that the fields name."""
    seen: set[tuple[str, str]] = set()

    def note(of: str, identifier: str) -> str:
        seen.add((of, identifier))
        return identifier

    pointed(kind, fields, note)
    return seen


def _one(made: dict[str, Any], name: str, of: str, point: Point) -> None:
    if made[name] == ARTICLE and name == "source":
        return
    to = point(of, made[name])
    if to is None and name == "source":
        raise Dangling(of, made[name])
    if to is None and name != "affiliation":  # an affiliation may also be words
        del made[name]
    elif to is not None:
        made[name] = to


def _many(made: dict[str, Any], name: str, of: str, point: Point, *, fewest: int) -> None:
    kept = [to for identifier in made[name] if (to := point(of, identifier))]
    if len(kept) < fewest:
        raise Dangling(of, next(identifier for identifier in made[name] if not point(of, identifier)))
    if kept:
        made[name] = kept
    else:
        del made[name]


def _counted(quantity: Mapping[str, Any], point: Point) -> dict[str, Any]:
    """`of` is an id or words: it follows an id that changes and stays where it is none."""
    words = quantity.get("of")
    ids = [point(kind, words) for kind in ("equipment", "actor", "place")] if words else []
    to = next((to for to in ids if to and to != words), None)
    return {**quantity, "of": to} if to else dict(quantity)


def _rows(made: dict[str, Any], name: str, rows: list[dict[str, Any]], key: str, way: tuple[str, Point]) -> None:
    of, point = way
    made[name] = [{**row, key: point(of, row[key])} if row.get(key) else row for row in rows]
    if not made[name]:
        del made[name]


def _ties(made: dict[str, Any], point: Point) -> None:
    """Ties to actors that are still there, on facts that are."""
    rows = []
    for tie in made["ties"]:
        facts = [to for identifier in tie["facts"] if (to := point("fact", identifier))]
        if facts and (other := point("actor", tie["to"])):
            rows.append({**tie, "to": other, "facts": facts})
    if rows:
        made["ties"] = rows
    else:
        del made["ties"]


def _overview(made: dict[str, Any], point: Point) -> None:
    for name in _LINES:
        lines = []
        for line in made.get(name, ()):
            kept = [to for identifier in line.get("facts", ()) if (to := point("fact", identifier))]
            if kept or "facts" not in line:
                lines.append({**line, **({"facts": kept} if kept else {})})
        if name in made:
            made[name] = lines
    for name in ("figures", "toll", "results", "case"):
        if name in made:
            rows = [row for row in made[name] if point("fact", row["fact"])]
            _rows(made, name, rows, "fact", ("fact", point))
    for name in ("results", "case"):
        if name in made:
            rows = [row for row in made[name] if not row.get("actor") or point("actor", row["actor"])]
            _rows(made, name, rows, "actor", ("actor", point))
    for name in _LINES:
        if made.get(name) == []:
            del made[name]


def findings_pointed(found: Found, point: Callable[[str, str], str]) -> Found:
    """What was found, with the ids of actors, places, equipment and facts put through `point`."""

    def of(kind: str, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(point(kind, identifier) for identifier in ids)

    def maybe(kind: str, identifier: str | None) -> str | None:
        return point(kind, identifier) if identifier else identifier

    def renamed(kind: str, records: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(record.model_copy(update={"id": point(kind, record.id)}) for record in records)

    places = tuple(
        place.model_copy(
            update={"relations": tuple(r.model_copy(update={"of": maybe("place", r.of)}) for r in place.relations)}
        )
        for place in renamed("place", found.places)
    )
    events = tuple(
        event.model_copy(
            update={
                "agents": of("actor", event.agents),
                "recipients": of("actor", event.recipients),
                "where": of("place", event.where),
                **{
                    name: tuple(c.model_copy(update={"source": maybe("actor", c.source)}) for c in getattr(event, name))
                    for name in ("casualties", "losses")
                },
            }
        )
        for event in found.events
    )
    return found.model_copy(
        update={
            "sentences": tuple(s.model_copy(update={"facts": of("fact", s.facts)}) for s in found.sentences),
            "attributions": tuple(
                a.model_copy(update={"actor": maybe("actor", a.actor), "via": maybe("actor", a.via)})
                for a in found.attributions
            ),
            "actors": renamed("actor", found.actors),
            "places": places,
            "equipment": renamed("equipment", found.equipment),
            "events": events,
        }
    )
