"""The locator map: where the places of a briefing lie, on public-domain outlines, without a request to anyone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from .frame import COARSE_KM, Frame, frame_of
from .globe import MARGIN, RADIUS, globe
from .ground import country_names, grid_kilometres, ground, outline_name, pieces_of, sea_names
from .labels import Box, Label, Sheet
from .marks import MENTIONED, Mark, Way
from .projection import Point, World
from .svg import key_of, number, tag, text_width, words
from .ways import arrows

_WIDE = 600
"""Sheets wider than this many pixels are kept low, so that map and table are seen together."""


def draw_map(
    marks: Sequence[Mark],
    *,
    title: str,
    description: str,
    ways: Sequence[Way] = (),
    width: int = 720,
    small: bool = False,
) -> str:
    """The map as inline SVG, `width` pixels wide where there is room; empty text without a mark.

    The sheet shows the places where something happens; places that are only mentioned do not widen it. Areas are
    hatched, points are pinned, ways are arrows. `small` leaves out what is only mentioned, rivers, and names of seas.
    Same marks, same bytes.
    """
    return _drawing(tuple(marks), tuple(ways), title, description, width, small)


@lru_cache(maxsize=64)
def _drawing(
    marks: tuple[Mark, ...], ways: tuple[Way, ...], title: str, description: str, width: int, small: bool
) -> str:
    framed = _framed(marks, ways)
    if not framed:
        return ""
    marks = tuple(framed) + tuple(mark for mark in marks if mark.area and mark not in framed) if small else marks
    key = key_of(title, marks, ways, width, small)
    tallest = 0.58 if width > _WIDE else 0.75 if small else 0.95
    frame = frame_of([(mark.longitude, mark.latitude) for mark in framed], width=width, tallest=tallest)
    known = pieces_of(frame, plain=small)
    sheet = Sheet(frame.width, frame.height)
    spots = _spots([mark for mark in marks if not mark.area or outline_name(mark) not in known], frame)
    sheet.taken += [Box(x - 6, y - 6, x + 6, y + 6) for _, (x, y) in spots]
    furniture = _furniture(frame, sheet)
    drawn_ways = list(arrows(ways, marks, frame, sheet))
    parts = [
        tag("title", words(title), id=f"mt{key}"),
        tag("desc", words(description), id=f"md{key}"),
        _hatch(key),
        tag("rect", class_="sea", width=frame.width, height=frame.height),
        *ground(known, frame, marks, key, plain=small),
        *furniture,
        *drawn_ways,
        *_pins(spots, sheet, key),
        *country_names(known, sheet),
        *([] if small else sea_names(known, frame, sheet)),
    ]
    names, view = f"mt{key} md{key}", f"0 0 {number(frame.width)} {number(frame.height)}"
    return tag("svg", *parts, class_="map", role="img", aria_labelledby=names, viewBox=view)


def _framed(marks: Sequence[Mark], ways: Sequence[Way]) -> list[Mark]:
    """The marks that the sheet must show: points of the events; without any, all points; without those, areas."""
    points, on_ways = [mark for mark in marks if not mark.area], {end for way in ways for end in (way.start, way.end)}
    wanted = [mark for mark in points if mark.role not in MENTIONED or mark.id in on_ways]
    return wanted or points or list(marks)


def _hatch(key: str) -> str:
    line = tag("path", d="M0 0V8", class_="hatch")
    pattern = tag(
        "pattern", line, id=f"mh{key}", width=8, height=8, patternUnits="userSpaceOnUse", patternTransform="rotate(45)"
    )
    return tag("defs", pattern)


def _spots(marks: Sequence[Mark], frame: Frame) -> list[tuple[Mark, Point]]:
    """The marks on the sheet with their pixels, those of the events first: they have their names before others."""
    spots = [(mark, frame(mark.longitude, mark.latitude)) for mark in marks]
    whole = [(mark, (x, y)) for mark, (x, y) in spots if 6 <= x <= frame.width - 6 and 6 <= y <= frame.height - 6]
    return sorted(whole, key=lambda spot: spot[0].role in MENTIONED)


def _pins(spots: Sequence[tuple[Mark, Point]], sheet: Sheet, key: str) -> Iterator[str]:
    for mark, (x, y) in spots:
        label = sheet.place(mark.name, x, y)
        named = [*_lead(label), _name(label, mark)] if label else []
        yield tag("g", tag("title", words(mark.name)), *named, *_pin(mark, x, y, key))


def _pin(mark: Mark, x: float, y: float, key: str) -> list[str]:
    if mark.area:
        return [tag("circle", class_="area", cx=x, cy=y, r=20.0, fill=f"url(#mh{key})")]
    if mark.role == "target":
        return [tag("path", class_="pin", d=f"M{number(x)} {number(y - 6)}l6 6l-6 6l-6-6Z")]
    if mark.role in ("base", "departure"):
        return [tag("rect", class_="pin", x=x - 4.5, y=y - 4.5, width=9.0, height=9.0)]
    return [tag("circle", class_="pin" if mark.role == "scene" else "dot", cx=x, cy=y, r=4.5)]


def _name(label: Label, mark: Mark) -> str:
    look = "place minor" if mark.role in MENTIONED else "place"
    return tag("text", words(label.text), class_=look, x=label.x, y=label.y, text_anchor=label.anchor)


def _lead(label: Label) -> list[str]:
    if label.lead is None:
        return []
    x, y = label.lead
    return [tag("line", class_="lead", x1=x, y1=y, x2=label.x, y2=label.y - 4)]


def _furniture(frame: Frame, sheet: Sheet) -> list[str]:
    """The globe and the scale bar, each in a corner without a pin; neither on a sheet of the whole world."""
    if isinstance(frame.projection, World):
        return []
    return [*_scale(frame, sheet), *_inset(frame, sheet)]


def _scale(frame: Frame, sheet: Sheet) -> Iterator[str]:
    kilometres = grid_kilometres(frame)
    length = kilometres * frame.scale
    said = f"{kilometres:,.0f} km" if kilometres >= 1 else f"{kilometres * 1000:.0f} m"
    said += " between lines" if frame.kilometres < COARSE_KM else ""
    wide = max(length, text_width(said, 11))
    corners = [(12.0, frame.height - 12), (frame.width - wide - 12, frame.height - 12), (12.0, 24.0)]
    boxes = [Box(x - 4, y - 22, x + wide + 4, y + 4) for x, y in corners]
    number_ = next((n for n, box in enumerate(boxes) if sheet.is_free(box)), 0)
    (x, y), box = corners[number_], boxes[number_]
    sheet.taken.append(box)
    yield tag("path", class_="scale", d=f"M{number(x)} {number(y - 4)}v4h{number(length)}v-4")
    yield tag("text", said, class_="small", x=x, y=y - 8)


def _inset(frame: Frame, sheet: Sheet) -> Iterator[str]:
    room = RADIUS + MARGIN
    corners = [(frame.width - room, room), (room, room), (frame.width - room, frame.height - room)]
    boxes = [Box(x - RADIUS - 2, y - RADIUS - 2, x + RADIUS + 2, y + RADIUS + 2) for x, y in corners]
    number_ = next((n for n, box in enumerate(boxes) if sheet.is_free(box)), 0)
    sheet.taken.append(boxes[number_])
    yield from globe(frame, corners[number_])
