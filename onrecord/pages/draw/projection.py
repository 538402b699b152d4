"""From the globe to the sheet: an equal-area projection about the middle of what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, pi, radians, sin, sqrt

Point = tuple[float, float]
Cap = tuple[Point, float]
"""A circle on the globe that holds a ring: its middle in degrees, its radius in radians."""
EARTH_KM = 6371.0
_ROOM = 0.05
"""Radians added to a circle round a ring: a straight line on the sheet is not quite one on the globe."""
FAR = 2.2
"""Radians from the middle beyond which points are drawn in to this distance: the sheet never reaches so far."""


WIDE = 1.1
"""Radians from the middle beyond which places are shown on a sheet of the whole world."""
WORLD_KM = 34_600
"""How wide that sheet is, in kilometres at the equator."""


@dataclass(frozen=True)
class Projection:
    """Lambert's azimuthal equal-area projection: kilometres east and south of a middle, in degrees."""

    longitude: float
    latitude: float

    def __call__(self, longitude: float, latitude: float) -> Point:
        """Kilometres to the right and downwards from the middle."""
        distance, bearing = self._polar(longitude, latitude)
        radius = 2 * sin(min(distance, FAR) / 2) * EARTH_KM
        return radius * sin(bearing), -radius * cos(bearing)

    def rings(self, ring: Sequence[Point]) -> list[list[Point]]:
        """The ring projected; nothing of one that lies wholly too far off to be drawn in its place."""
        polar = [self._polar(*point) for point in ring]
        if all(distance >= FAR for distance, _ in polar):
            return []
        flat = ((2 * sin(min(distance, FAR) / 2) * EARTH_KM, bearing) for distance, bearing in polar)
        return [[(radius * sin(bearing), -radius * cos(bearing)) for radius, bearing in flat]]

    def reach(self, corners: Sequence[Point]) -> float:
        """Radians from the middle within which all lies that is drawn between these corners, in kilometres."""
        return 2 * asin(min(1.0, max(hypot(*corner) for corner in corners) / (2 * EARTH_KM)))

    def globe(self, longitude: float, latitude: float) -> Point:
        """The same on a globe of radius 1 seen from afar; what lies behind is drawn in to the rim."""
        distance, bearing = self._polar(longitude, latitude)
        radius = sin(min(distance, pi / 2))
        return radius * sin(bearing), -radius * cos(bearing)

    def away(self, longitude: float, latitude: float) -> float:
        """Radians from the middle."""
        return self._polar(longitude, latitude)[0]

    def _polar(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Distance from the middle in radians, and bearing from north."""
        turn, here, there = radians(longitude - self.longitude), radians(self.latitude), radians(latitude)
        east = cos(there) * sin(turn)
        north = cos(here) * sin(there) - sin(here) * cos(there) * cos(turn)
        ahead = sin(here) * sin(there) + cos(here) * cos(there) * cos(turn)
        return atan2(hypot(east, north), ahead), atan2(east, north)


@dataclass(frozen=True)
class World:
    """The Equal Earth projection (Savric, Patterson and Jenny 2018) for places all over the globe."""

    longitude: float = 0.0
    latitude: float = 0.0

    def __call__(self, longitude: float, latitude: float) -> Point:
        """Kilometres to the right and downwards from where the equator meets Greenwich's meridian."""
        theta = asin(sqrt(3) / 2 * sin(radians(latitude)))
        t2, t6 = theta**2, theta**6
        stretch = 9 * 0.003796 * t2 * t6 + 7 * 0.000893 * t6 + 3 * -0.081106 * t2 + 1.340264
        x = 2 * sqrt(3) * radians(longitude) * cos(theta) / (3 * stretch)
        y = theta * (0.003796 * t2 * t6 + 0.000893 * t6 - 0.081106 * t2 + 1.340264)
        return x * EARTH_KM, -y * EARTH_KM

    def rings(self, ring: Sequence[Point]) -> list[list[Point]]:
        """The ring projected; twice, once at each edge, where it goes across the date line; not if round a pole."""
        whole = unwrapped(ring)
        if abs(whole[0][0] - whole[-1][0]) > 180:
            return []
        beyond = max(abs(longitude) for longitude, _ in whole) > 180
        turns = (0, -360, 360) if beyond else (0,)
        return [[self(longitude + turn, latitude) for longitude, latitude in whole] for turn in turns]

    def reach(self, corners: Sequence[Point]) -> float:  # noqa: ARG002
        """All of the globe."""
        return pi

    def away(self, longitude: float, latitude: float) -> float:
        """Radians from where the equator meets Greenwich's meridian."""
        return Projection(self.longitude, self.latitude).away(longitude, latitude)

    def globe(self, longitude: float, latitude: float) -> Point:
        """A sheet of the whole world needs no globe beside it; the one about its middle."""
        return Projection(self.longitude, self.latitude).globe(longitude, latitude)


def unwrapped(ring: Sequence[Point]) -> list[Point]:
    """The ring with longitudes that never jump at the date line, and so may pass 180 degrees."""
    kept = [ring[0]]
    for longitude, latitude in ring[1:]:
        kept.append((longitude - 360 * round((longitude - kept[-1][0]) / 360), latitude))
    return kept


def middle_of(points: Sequence[Point]) -> Point:
    """The longitude and latitude in the middle of points, by their mean direction; safe across the date line.

    >>> [round(degree) for degree in middle_of([(179.0, 0.0), (-177.0, 0.0)])]
    [-179, 0]
    """
    x = y = z = 0.0
    for longitude, latitude in points:
        lam, phi = radians(longitude), radians(latitude)
        x, y, z = x + cos(phi) * cos(lam), y + cos(phi) * sin(lam), z + sin(phi)
    length = sqrt(x * x + y * y + z * z)
    if length < 1e-9:
        return 0.0, 0.0
    return degrees(atan2(y, x)), degrees(asin(z / length))


def cap_of(ring: Sequence[Point]) -> Cap:
    """A circle on the globe that holds the box of degrees round a ring, with room to spare; cheap rather than tight."""
    west, east = min(x for x, _ in ring), max(x for x, _ in ring)
    south, north = min(y for _, y in ring), max(y for _, y in ring)
    return ((west + east) / 2, (south + north) / 2), radians(east - west + north - south) / 2 + _ROOM
