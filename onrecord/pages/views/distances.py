"""Distances as the article gives them, each beside the straight line between the two pins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from geographiclib.geodesic import Geodesic

from onrecord.model import Distance, Place

from ..amounts import number_words
from ..words import N_, say

_COMPASS = (
    N_("north"), N_("northeast"), N_("east"), N_("southeast"),
    N_("south"), N_("southwest"), N_("west"), N_("northwest"),
)  # fmt: skip


def distance_lines(place: Place, places: Mapping[str, Place]) -> Iterator[str]:
    """A line for each distance of `place`: the article's words, then what the map gives.

    A road is longer than a straight line, and a town has no middle: both figures are told, neither is judged.
    Without two points, the article's words stand alone.
    """
    for distance in place.distances:
        other = places.get(distance.to)
        if other is not None:
            line = straight_line(place, other)
            told = {"words": _article(distance, other), "line": line}
            yield (say("article: %(words)s; straight line: %(line)s") if line else say("article: %(words)s")) % told


def _article(distance: Distance, other: Place) -> str:
    metric = distance.kilometres is None or "km" in distance.words or "kilomet" in distance.words.lower()
    figure = "" if metric else f" ({number_words(distance.kilometres)} km)"
    return f"{distance.words} {other.name}{figure}"


def straight_line(place: Place, other: Place) -> str | None:
    """How far, and where, `place` lies seen from `other`; None unless both are pinned as points.

    >>> home = Place(id="a", name="A", kind="city", latitude=36.2, longitude=37.16, precision="point")
    >>> straight_line(home.model_copy(update={"latitude": 36.6}), home)
    '44 km, north'
    """
    if any(p.latitude is None or p.longitude is None or p.precision == "area" for p in (place, other)):
        return None
    line = Geodesic.WGS84.Inverse(other.latitude, other.longitude, place.latitude, place.longitude)
    kilometres = line["s12"] / 1000
    length = f"{kilometres:.1f}" if kilometres < 10 else f"{kilometres:,.0f}"
    return say("%(length)s km, %(way)s") % {"length": length, "way": say(_COMPASS[round(line["azi1"] / 45) % 8])}
