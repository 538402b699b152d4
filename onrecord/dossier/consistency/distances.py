"""How far and where the article says that a place lies, against the straight line between the pins."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Agreement, Consistency, Distance, Place

from .earth import Line, is_sure, line_between
from .figures import plain
from .told import Told

TOWN = 12.0
"""Kilometres that two pins may be off together: a town has no middle, and a distance may be counted from its edge."""
ROUNDING = 0.1
"""By how much of itself a stated distance is usually rounded; "about" doubles it."""
ROAD = 1.6
"""How much longer than the straight line a road usually is at most."""
NEAR, ACROSS = 50.0, 100.0
"""Degrees: news says south of what lies southwest; what lies beyond a right angle is said wrongly."""
_UNPROVEN = "nobody has checked the pins, and one of them may stand for another place of that name"


def check_distances(told: Told) -> Iterator[Consistency]:
    """Every stated distance and direction between two points."""
    places = told.dossier.places
    for place in places.values():
        for distance in place.distances:
            other = places.get(distance.to)
            line = line_between(other, place) if other else None
            if other is not None and line is not None:
                yield from _checked(told, place, other, distance=distance, line=line)


def _checked(told: Told, place: Place, other: Place, *, distance: Distance, line: Line) -> Iterator[Consistency]:
    facts = _about(told, place, distance)
    sure = is_sure(place) and is_sure(other)
    for made in (_how_far(place, other, distance, line), _which_way(place, other, distance, line)):
        if made is None:
            continue
        kind, claim, steps, result, why = made
        if result == "does not fit" and not sure:
            result, why = "cannot be decided", _UNPROVEN
        yield Consistency(
            "direction" if kind == "direction" else "distance",
            claim,
            steps,
            result,
            why,
            facts=facts,
            places=(place.id, other.id),
            sentences=(place.at.sentence,) if place.at else (),
        )


_Made = tuple[str, str, tuple[str, ...], Agreement, str | None]


def _how_far(place: Place, other: Place, distance: Distance, line: Line) -> _Made | None:
    if distance.kilometres is None:
        return None
    stated = distance.kilometres if isinstance(distance.kilometres, tuple) else (distance.kilometres,) * 2
    room = TOWN + max(stated) * ROUNDING * (2 if distance.operator == "~" else 1)
    least = 0.0 if distance.operator in ("<", "<=") else min(stated) - room
    most = float("inf") if distance.operator in (">", ">=") else max(stated) + room
    claim = f"{place.name} lies {_amount(distance)} from {other.name}"
    steps = (
        f"Stated: {distance.words} {other.name}.",
        f"The straight line between the two pins is {plain(round(line.kilometres))} kilometres long.",
        f"Towns have no middle and figures are rounded: up to {plain(round(room))} kilometres are allowed for both.",
    )
    if line.kilometres > most:
        return "distance", claim, (*steps, "No way can be shorter than the straight line."), "does not fit", None
    if line.kilometres >= least:
        return "distance", claim, steps, "fits", None
    return "distance", claim, steps, "cannot be decided", _longer(stated, room, line)


def _longer(stated: tuple[float, ...], room: float, line: Line) -> str:
    if min(stated) - room <= line.kilometres * ROAD:
        return (
            "the stated distance is longer than the straight line, as a way by road is; the article does not say which"
        )
    return "the stated distance is far longer than the straight line; only a long way round could explain it"


def _which_way(place: Place, other: Place, distance: Distance, line: Line) -> _Made | None:
    if distance.direction is None:
        return None
    off = line.off(distance.direction)
    claim = f"{place.name} lies {distance.direction} of {other.name}"
    steps = (
        f"Stated: {distance.words} {other.name}.",
        f"From pin to pin it is {line.direction}: {round(line.bearing)} degrees on the compass, {round(off)} away from "
        f"{distance.direction}.",
    )
    if line.kilometres < TOWN:
        return "direction", claim, steps, "cannot be decided", "the two pins are too near to tell a direction"
    if off <= NEAR:
        return "direction", claim, steps, "fits", None
    if off <= ACROSS:
        return "direction", claim, steps, "cannot be decided", "directions are often given loosely"
    return "direction", claim, (*steps, "That is more than a right angle."), "does not fit", None


def _amount(distance: Distance) -> str:
    stated = distance.kilometres
    assert stated is not None
    amount = f"{plain(stated[0])} to {plain(stated[1])}" if isinstance(stated, tuple) else plain(stated)
    return f"{amount} kilometres"


def _about(told: Told, place: Place, distance: Distance) -> tuple[str, ...]:
    """The facts that give this distance: they stand where it stands, name the place, and hold the figure."""
    stated = distance.kilometres if not isinstance(distance.kilometres, tuple) else distance.kilometres[0]
    here = [f for f in told.dossier.facts.values() if f.at and place.at and f.at.sentence == place.at.sentence]
    near = [f for f in told.dossier.facts.values() if place.id in f.where]
    holding = [f.id for f in (*here, *near) if any(stated in (q.value, *_ends(q.value)) for q in f.quantities)]
    return tuple(dict.fromkeys(holding)) or tuple(dict.fromkeys(f.id for f in near if f in here))


def _ends(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()
