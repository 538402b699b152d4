"""The sheet of a map: what of the globe it shows, how large, and where a place lies on it in pixels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import hypot

from .clipping import clipped, runs
from .projection import FAR, WIDE, WORLD_KM, Cap, Point, Projection, World, middle_of

ALONE_KM = 260.0
"""How wide the sheet of a single place is: enough to know the country by."""
COARSE_KM = 60.0
"""Sheets narrower than this show no coast: the outlines are drawn for the fifty-millionth part, a street is finer."""


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

    def lines(self, line: Sequence[Point]) -> Iterator[list[Point]]:
        """What of an open line of degrees passes over the sheet, in pixels; parted where it would jump across it."""
        reach = [point for point in line if self.projection.away(*point) < FAR or isinstance(self.projection, World)]
        part: list[Point] = []
        for point in (self(*place) for place in reach):
            if part and abs(point[0] - part[-1][0]) > self.width / 2:
                yield from runs(part, self.width, self.height)
                part = []
            part.append(point)
        yield from runs(part, self.width, self.height)

    @property
    def kilometres(self) -> float:
        """How wide the sheet is."""
        return self.width / self.scale

    def holds(self, point: Point) -> bool:
        """Whether a point on the sheet, in pixels, is on it."""
        return 0 <= point[0] <= self.width and 0 <= point[1] <= self.height


def frame_of(points: Sequence[Point], *, width: float, tallest: float = 0.9) -> Frame:
    """The sheet that shows all points (degrees) with room around them, at most `tallest` times as high as wide.

    A single place has a sheet of `ALONE_KM`; several that lie close together, down to a street's length, fill theirs.
    """
    projection = Projection(*middle_of(points))
    if max(projection.away(*point) for point in points) > WIDE:
        return Frame(World(), -WORLD_KM / 2, -8200, width / WORLD_KM, width, round(width * 0.44))
    projected = [projection(*point) for point in points]
    xs, ys = [x for x, _ in projected], [y for _, y in projected]
    across, down = max(xs) - min(xs), max(ys) - min(ys)
    apart = hypot(across, down)
    smallest = min(ALONE_KM, max(0.5, apart * 2.2)) if apart > 0.01 else ALONE_KM
    ratio = min(tallest, max(0.5, (down + smallest / 2) / (across + smallest / 2)))
    wide = max(across * 1.45, down * 1.5 / ratio, smallest)
    left, top = (max(xs) + min(xs) - wide) / 2, (max(ys) + min(ys) - wide * ratio) / 2
    return Frame(projection, left, top, width / wide, width, round(width * ratio))
