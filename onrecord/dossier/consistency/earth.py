"""Places on the earth: straight lines between pins, and what may be trusted about a pin."""

from __future__ import annotations

from dataclasses import dataclass

from geographiclib.geodesic import Geodesic

from onrecord.model import Place

COMPASS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
_WIDE = frozenset({"country", "region", "sea", "river", "mountain", "continent", "area", "island", "district"})


@dataclass(frozen=True)
class Line:
    """The straight line from one pin to another: kilometres, and degrees clockwise from north."""

    kilometres: float
    bearing: float

    @property
    def direction(self) -> str:
        """The nearest of eight directions."""
        return COMPASS[round(self.bearing / 45) % 8]

    def off(self, direction: str) -> float:
        """Degrees between the line and a direction, 0 to 180.

        >>> Line(50, 15).off("north"), Line(50, 350).off("east")
        (15.0, 100.0)
        """
        apart = abs(self.bearing - 45.0 * COMPASS.index(direction)) % 360
        return min(apart, 360 - apart)


def is_point(place: Place) -> bool:
    """Whether it has a pin that stands for one spot: no country, river or range of hills."""
    pinned = place.latitude is not None and place.longitude is not None
    return pinned and place.precision != "area" and place.kind not in _WIDE


def is_sure(place: Place) -> bool:
    """Whether a person has set or checked its pin: a gazetteer knows many places of the same name."""
    return place.origin == "editor" or place.reviewed is not None


def line_between(start: Place, end: Place) -> Line | None:
    """The straight line from `start` to `end` on the WGS 84 ellipsoid; None unless both are points."""
    if not is_point(start) or not is_point(end):
        return None
    line = Geodesic.WGS84.Inverse(start.latitude, start.longitude, end.latitude, end.longitude)
    return Line(line["s12"] / 1000, line["azi1"] % 360)
