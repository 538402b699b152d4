"""Every place an article names, one record for each, with coordinates where its meaning is sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.model import FoundEquipment, FoundPlace, PlaceKind

from ..gazetteer import Entry, lookup, nations
from ..gazetteer.keys import exact_key
from ..ids import id_of
from ..reading import Reading
from .company import among_neighbours
from .datelines import datelines
from .relations import with_relations
from .resolve import context_of, resolve
from .stated import settle_by_distance
from .toponym import Toponym
from .toponyms import find_toponyms


@dataclass
class _Place:
    name: str
    kind: PlaceKind
    entry: Entry | None
    toponyms: list[Toponym] = field(default_factory=list)


def find_places(reading: Reading, *, equipment: Sequence[FoundEquipment] = ()) -> tuple[FoundPlace, ...]:
    """All places, in the order of first mention; the dateline's place is among them.

    Names of one place ("U.S.", "America") are one record. Coordinates are None where the gazetteer does not know the
    name or two meanings are about as likely; a country's, region's or sea's are the middle of an area.
    """
    taken = [span for one in equipment for span in one.mentions]
    filed = tuple(datelines(reading))
    toponyms = (*filed, *find_toponyms(reading, [*taken, *(t.span for t in filed)]))
    places: dict[str, _Place] = {}
    groups = _by_name(toponyms)
    alone = {name: resolve(g, context_of([t for t in toponyms if t not in g])) for name, g in groups.items()}
    for name, entry in among_neighbours(groups, alone).items():
        group = groups[name]
        key = f"#{entry.number}" if entry else name
        place = places.setdefault(key, _Place(_printed(group, entry), _kind(group, entry), entry))
        place.toponyms += group
        if not group[0].adjective:
            place.name = _printed(group if place.toponyms[0].adjective else place.toponyms, entry)
    ordered = sorted(places.values(), key=lambda p: min(t.span for t in p.toponyms))
    return settle_by_distance(with_relations(reading, tuple(_found(ordered))))


def _by_name(toponyms: Sequence[Toponym]) -> dict[str, list[Toponym]]:
    """Mentions that mean one place: of one name, but for a state of a town's name.

    After "Athens, Georgia" the country is not meant by "Georgia" alone.
    """
    groups: dict[str, list[Toponym]] = {}
    for toponym in toponyms:
        apart = "adjective " if toponym.adjective else _apart(toponym)
        groups.setdefault(apart + exact_key(toponym.name), []).append(toponym)
    for key in [key for key in groups if f"region {key}" in groups and f"country {key}" not in groups]:
        if lookup(key)[:1] and lookup(key)[0].kind == "country":
            groups[f"region {key}"] += groups.pop(key)
    return groups


def _apart(toponym: Toponym) -> str:
    """The kind, where the words call it a region or country and others share the name: New York state."""
    if toponym.kind not in ("region", "country"):
        return ""
    kinds = {e.kind for e in lookup(toponym.name) if e.own and e.kind in ("city", "region", "country")}
    return f"{toponym.kind} " if toponym.kind in kinds and len(kinds) > 1 else ""


def _printed(group: Sequence[Toponym], entry: Entry | None) -> str:
    """The name as printed; a country by its English name."""
    if entry and entry.kind == "country":
        return nations()[entry.country].name
    return entry.name if entry and group[0].adjective else group[0].name


def _kind(group: Sequence[Toponym], entry: Entry | None) -> PlaceKind:
    if entry:
        return entry.kind
    return next((t.kind for t in group if t.kind), "other")


def _found(places: Sequence[_Place]) -> Iterator[FoundPlace]:
    taken: set[str] = set()
    for place in places:
        id_ = id_of(place.name, taken=taken)
        taken.add(id_)
        entry = place.entry
        yield FoundPlace(
            id=id_,
            name=place.name,
            kind=place.kind,
            latitude=entry.latitude if entry else None,
            longitude=entry.longitude if entry else None,
            country=nations()[entry.country].name if entry and entry.country in nations() else None,
            mentions=tuple(sorted({t.span for t in place.toponyms})),
        )
