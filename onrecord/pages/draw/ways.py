"""Movements on a map: an arrow from where something set out to where it went, along the shortest way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from .frame import Frame
from .labels import Box, Sheet
from .marks import Mark, Way
from .projection import Point
from .svg import number, tag, words

_BULGE, _CLEAR = 0.1, 11.0
"""How far an arrow is bowed, in parts of its length; how many pixels it keeps from the marks at its ends."""
_HEAD = 9.0


def arrows(ways: Sequence[Way], marks: Sequence[Mark], frame: Frame, sheet: Sheet) -> Iterator[str]:
    """An arrow for each way whose ends are points on the sheet; names of places keep off it where they can.

    A way with an end that is only an area, or across the edge of a sheet of the world, is left to the table.
    """
    spots = {mark.id: frame(mark.longitude, mark.latitude) for mark in marks if not mark.area}
    for way in ways:
        if way.start in spots and way.end in spots:
            start, end = spots[way.start], spots[way.end]
            length = hypot(end[0] - start[0], end[1] - start[1])
            if 3 * _CLEAR < length < frame.width * 0.9 and frame.holds(start) and frame.holds(end):
                sheet.better_free += [Box(x - 4, y - 4, x + 4, y + 4) for x, y in _samples(start, end)]
                yield _arrow(way, start, end, marks)


def _control(start: Point, end: Point) -> Point:
    """The point that bows the arrow: to the upper side, so that ways there and back part."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    side = -1 if dx < 0 else 1
    return (start[0] + end[0]) / 2 + side * _BULGE * 2 * dy, (start[1] + end[1]) / 2 - side * _BULGE * 2 * dx


def _at(start: Point, end: Point, share: float) -> Point:
    control, rest = _control(start, end), 1 - share
    x, y = (
        rest * rest * s + 2 * rest * share * c + share * share * e for s, c, e in zip(start, control, end, strict=True)
    )
    return x, y


def _samples(start: Point, end: Point) -> list[Point]:
    steps = max(2, int(hypot(end[0] - start[0], end[1] - start[1]) / 12))
    return [_at(start, end, step / steps) for step in range(1, steps)]


def _arrow(way: Way, start: Point, end: Point, marks: Sequence[Mark]) -> str:
    length = hypot(end[0] - start[0], end[1] - start[1])
    first, last = _at(start, end, _CLEAR / length), _at(start, end, 1 - _CLEAR / length)
    bow = _control(first, last)
    names = {mark.id: mark.name for mark in marks}
    title = tag("title", words(f"{names[way.start]} → {names[way.end]}: {way.source_label}"), class_="fact-source")
    line = f"M{_pair(first)}Q{_pair(bow)} {_pair(last)}"
    look = "way" if way.sure else "way said"
    return tag(
        "g",
        title,
        tag("path", class_=look, d=line),
        tag("path", class_="tip", d=_tip(bow, last)),
        data_fact=way.fact,
        data_source=way.source,
    )


def _tip(bow: Point, last: Point) -> str:
    """A head whose point is the end of the line, turned as the line runs."""
    dx, dy = last[0] - bow[0], last[1] - bow[1]
    length = hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    back = (last[0] - _HEAD * ux, last[1] - _HEAD * uy)
    left = (back[0] - uy * _HEAD / 2, back[1] + ux * _HEAD / 2)
    right = (back[0] + uy * _HEAD / 2, back[1] - ux * _HEAD / 2)
    tip = (last[0] + ux * 3, last[1] + uy * 3)
    return f"M{_pair(tip)}L{_pair(left)}L{_pair(right)}z"


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
