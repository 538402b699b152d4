"""Stated distances as evidence: "Windsor, 35 km west of London" is not the Windsor in Ontario."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Distance, FoundPlace, FoundRelation, Span

from ..gazetteer import Entry, nations
from ..reading import Reading
from .resolve import candidates, kilometres_between
from .toponym import Toponym

SHARE, LEAST_KM = 0.4, 15
"""How far a straight line may differ from the distance that the article states, by road or roughly."""
APART_KM = 161
"""A meaning this far from the one that was taken is another place for a map of the world."""


def settle_by_distance(places: Sequence[FoundPlace]) -> tuple[FoundPlace, ...]:
    """`places`; where a stated distance fits just one meaning of a name, but not the one taken, it is taken."""
    settled = {place.id: place for place in places}
    for seen_from in places:
        for relation in seen_from.relations:
            if relation.of is not None and relation.kilometres is not None:
                settled[relation.of] = _settled(settled[relation.of], seen_from, relation)
    return tuple(settled[place.id] for place in places)


def _settled(place: FoundPlace, seen_from: FoundPlace, relation: FoundRelation) -> FoundPlace:
    there = _point(seen_from)
    if there is None or place.kind in ("country", "region", "sea", "river", "mountain"):
        return place
    here = _point(place)
    if here is not None and (_fits(here, there, relation) or kilometres_between(here, there) < APART_KM):
        return place
    fitting = [e for e in _towns(place) if _fits((e.latitude, e.longitude), there, relation)]
    return _moved(place, fitting[0]) if len(fitting) == 1 else place


def _towns(place: FoundPlace) -> tuple[Entry, ...]:
    return tuple(e for e in candidates(Toponym(Span(0, 0), place.name)) if e.kind in ("city", "base", "airport"))


def _point(place: FoundPlace) -> tuple[float, float] | None:
    return None if place.latitude is None or place.longitude is None else (place.latitude, place.longitude)


def _fits(here: tuple[float, float], there: tuple[float, float], relation: FoundRelation) -> bool:
    value = relation.kilometres
    low, high = value if isinstance(value, tuple) else (value or 0, value or 0)
    line = kilometres_between(here, there)
    return low - max(LEAST_KM, SHARE * low) <= line <= high + max(LEAST_KM, SHARE * high)


def _moved(place: FoundPlace, entry: Entry) -> FoundPlace:
    country = nations()[entry.country].name if entry.country in nations() else None
    point = {"latitude": entry.latitude, "longitude": entry.longitude}
    return place.model_copy(update={**point, "kind": entry.kind, "country": country})


def _up_to_preposition(words: str) -> str:
    """The words without what calls the other place something, so that its name can follow them.

    >>> _up_to_preposition("some 50 km north of the city of")
    'some 50 km north of'
    """
    ends = re.match(r".*?\b(?:of|from|off|outside)\b(?! of\b)", words)
    return ends[0] if ends else words


def stated_distances(reading: Reading, place: FoundPlace, found: Sequence[FoundPlace]) -> Iterator[Distance]:
    """What the article says of how far `place` lies from others, each once."""
    told = set()
    for other in found:
        for relation in other.relations:
            words = _up_to_preposition(" ".join(relation.span.cut(reading.article.text).split()))
            if relation.of == place.id and relation.kilometres is not None and (other.id, words) not in told:
                told.add((other.id, words))
                yield Distance(
                    to=other.id,
                    words=words,
                    kilometres=relation.kilometres,
                    operator=relation.operator,
                    direction=relation.direction,
                )
