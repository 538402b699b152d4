"""What of a ring or a line lies on a sheet, and which points of it are worth drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .projection import Point


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


def runs(line: Sequence[Point], width: float, height: float) -> Iterator[list[Point]]:
    """The parts of an open line that pass over a sheet; the point before and the one after are kept with them.

    >>> list(runs([(-9, 1), (-5, 1), (5, 1), (15, 1), (19, 1)], 10, 10))
    [[(-5, 1), (5, 1), (15, 1)]]
    """
    run: list[Point] = []
    for last, point in pairwise(line):
        over = _over(last, point, width, 0) and _over(last, point, height, 1)
        if over:
            run = [*run, point] if run else [last, point]
        elif run:
            yield run
            run = []
    if run:
        yield run


def _over(last: Point, point: Point, bound: float, axis: int) -> bool:
    return max(last[axis], point[axis]) >= 0 and min(last[axis], point[axis]) <= bound


def spread(points: Sequence[Point]) -> float:
    """How wide or high points lie apart, whichever is more."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def inside(ring: Sequence[Point], x: float, y: float) -> bool:
    """Whether a point lies in a ring, by the crossings of a line to the right of it."""
    within = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            within = not within
    return within


def widest(ring: Sequence[Point], y: float) -> tuple[float, float]:
    """Where a level line runs longest inside a ring, from its left end to its right; (0, 0) where it never does.

    >>> widest([(0, 0), (8, 0), (8, 4), (0, 4)], 2)
    (0.0, 8.0)
    """
    cuts = sorted(
        (x2 - x1) * (y - y1) / (y2 - y1) + x1
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True)
        if (y1 > y) != (y2 > y)
    )
    return max(zip(cuts[::2], cuts[1::2], strict=False), key=lambda pair: pair[1] - pair[0], default=(0.0, 0.0))
