"""From the globe to the sheet: an equal-area projection about the middle of what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
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
        whole = _unwrapped(ring)
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


def _unwrapped(ring: Sequence[Point]) -> list[Point]:
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


@dataclass(frozen=True)
class Frame:
    """A sheet of pixels over a projection: what is shown, how large."""

    projection: Projection | World
    left: float
    top: float
    scale: float
    """Pixels a kilometre."""
    width: float
    height: float

    def __call__(self, longitude: float, latitude: float) -> Point:
        """Pixels from the left and from the top."""
        x, y = self.projection(longitude, latitude)
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    @cached_property
    def _reach(self) -> float:
        right, bottom = self.left + self.width / self.scale, self.top + self.height / self.scale
        return self.projection.reach([(x, y) for x in (self.left, right) for y in (self.top, bottom)])

    def may_show(self, cap: Cap) -> bool:
        """Whether anything inside a cap can lie on the sheet; False is certain."""
        middle, radius = cap
        return self.projection.away(*middle) - radius <= self._reach

    def pieces(self, ring: Sequence[Point]) -> list[list[Point]]:
        """What of a ring of degrees lies on the sheet, in pixels."""
        projected = self.projection.rings(ring)
        moved = ([((x - self.left) * self.scale, (y - self.top) * self.scale) for x, y in one] for one in projected)
        return [piece for one in moved if len(piece := clipped(one, self.width, self.height)) > 2]

    def holds(self, point: Point) -> bool:
        """Whether a point on the sheet, in pixels, is on it."""
        return 0 <= point[0] <= self.width and 0 <= point[1] <= self.height


def frame_of(points: Sequence[Point], *, width: float, smallest: float = 260.0) -> Frame:
    """The sheet that shows all points (degrees) with room around them, `smallest` kilometres wide or more."""
    projection = Projection(*middle_of(points))
    if max(projection.away(*point) for point in points) > WIDE:
        return Frame(World(), -WORLD_KM / 2, -8200, width / WORLD_KM, width, round(width * 0.44))
    projected = [projection(*point) for point in points]
    xs, ys = [x for x, _ in projected], [y for _, y in projected]
    across, down = max(xs) - min(xs), max(ys) - min(ys)
    ratio = min(0.9, max(0.5, (down + smallest / 2) / (across + smallest / 2)))
    wide = max(across * 1.45, down * 1.5 / ratio, smallest)
    left, top = (max(xs) + min(xs) - wide) / 2, (max(ys) + min(ys) - wide * ratio) / 2
    return Frame(projection, left, top, width / wide, width, round(width * ratio))


def cap_of(ring: Sequence[Point]) -> Cap:
    """A circle on the globe that holds the box of degrees round a ring, with room to spare; cheap rather than tight."""
    west, east = min(x for x, _ in ring), max(x for x, _ in ring)
    south, north = min(y for _, y in ring), max(y for _, y in ring)
    return ((west + east) / 2, (south + north) / 2), radians(east - west + north - south) / 2 + _ROOM


def clipped(ring: Sequence[Point], width: float, height: float) -> list[Point]:
    """What of a ring lies on the sheet, by Sutherland and Hodgman; empty where nothing does.

    >>> clipped([(-5, 2), (5, 2), (5, 8), (-5, 8)], 10, 10)
    [(0.0, 2.0), (5, 2), (5, 8), (0.0, 8.0)]
    """
    points = list(ring)
    for axis, bound, sign in ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1)):
        points = _cut(points, axis, bound, sign)
    return points


def _cut(points: list[Point], axis: int, bound: float, sign: int) -> list[Point]:
    kept: list[Point] = []
    for last, point in zip(points[-1:] + points[:-1], points, strict=True):
        inside, before = (point[axis] - bound) * sign >= 0, (last[axis] - bound) * sign >= 0
        if inside != before:
            part = (bound - last[axis]) / (point[axis] - last[axis])
            crossing = last[1 - axis] + part * (point[1 - axis] - last[1 - axis])
            kept.append((bound, crossing) if axis == 0 else (crossing, bound))
        if inside:
            kept.append(point)
    return kept


def thinned(ring: Sequence[Point], least: float) -> list[Point]:
    """The ring without points nearer than `least` to the one before."""
    kept: list[Point] = []
    for point in ring:
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= least:
            kept.append(point)
    return kept
