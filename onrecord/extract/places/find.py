"""Every place an article names, one record for each, with coordinates where its meaning is sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.model import FoundEquipment, FoundPlace, PlaceKind, Span

from ..gazetteer import Entry, nations
from ..gazetteer.keys import exact_key
from ..ids import id_of
from ..reading import Reading
from .resolve import context_of, resolve
from .toponym import Toponym, state_of
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
    toponyms = (*_dateline(reading), *find_toponyms(reading, taken))
    places: dict[str, _Place] = {}
    for name, group in _by_name(toponyms).items():
        entry = resolve(group, context_of([t for t in toponyms if t not in group]))
        key = f"#{entry.number}" if entry else name
        place = places.setdefault(key, _Place(_printed(group, entry), _kind(group, entry), entry))
        place.toponyms += group
        if not group[0].adjective:
            place.name = _printed(group if place.toponyms[0].adjective else place.toponyms, entry)
    ordered = sorted(places.values(), key=lambda p: min(t.span for t in p.toponyms))
    return tuple(_found(ordered))


def _dateline(reading: Reading) -> Iterator[Toponym]:
    dateline = reading.article.dateline
    if dateline is None or not dateline.place:
        return
    city, _, larger = dateline.place.partition(",")
    text = dateline.span.cut(reading.article.text)
    start = text.casefold().find(city.casefold())
    if start < 0:
        return
    span = Span(dateline.span.start + start, dateline.span.start + start + len(city))
    yield Toponym(
        span,
        city.strip().title() if city.isupper() else city.strip(),
        within=state_of(larger.strip()) or larger.strip() or None,
    )


def _by_name(toponyms: Sequence[Toponym]) -> dict[str, list[Toponym]]:
    groups: dict[str, list[Toponym]] = {}
    for toponym in toponyms:
        groups.setdefault(("adjective " if toponym.adjective else "") + exact_key(toponym.name), []).append(toponym)
    return groups


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
