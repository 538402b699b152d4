"""The locator map: where the places of a briefing lie, on public-domain outlines, without a request to anyone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from .labels import Box, Label, Sheet
from .outlines import Outlines, Ring, Scale, outlines
from .projection import Cap, Frame, Point, Projection, World, cap_of, frame_of, thinned
from .style import MAP_STYLE
from .svg import key_of, number, path_of, tag, text_width, words

NEAR_KM = 4000
"""Sheets narrower than this are drawn from the finer outlines."""
_SAME = {"Czechia": "Czech Republic", "The Netherlands": "Netherlands", "Türkiye": "Turkey", "Cabo Verde": "Cape Verde"}
"""Names of countries in the gazetteer that the outlines call otherwise."""


@dataclass(frozen=True)
class Mark:
    """A place with coordinates in degrees; `area` when they are only the middle of one."""

    id: str
    name: str
    latitude: float
    longitude: float
    area: bool = False
    country: str | None = None
    role: str = "mention"


def draw_map(marks: Sequence[Mark], *, title: str, description: str, width: int = 720) -> str:
    """The map as inline SVG, `width` pixels wide where there is room; empty text without a mark.

    The sheet shows the places where something happens; places that are only mentioned do not widen it. Areas are
    hatched, points are pinned. Same marks, same bytes.
    """
    return _drawing(tuple(marks), title, description, width)


@lru_cache(maxsize=64)
def _drawing(marks: tuple[Mark, ...], title: str, description: str, width: int) -> str:
    shown = _framed(marks)
    if not shown:
        return ""
    key = key_of(title, marks, width)
    frame = frame_of([(mark.longitude, mark.latitude) for mark in shown], width=width)
    known = _near(frame)
    sheet = Sheet(frame.width, frame.height)
    parts = [
        tag("title", words(title), id=f"mt{key}"),
        tag("desc", words(description), id=f"md{key}"),
        tag("style", MAP_STYLE),
        _hatch(key),
        tag("rect", class_="sea", width=frame.width, height=frame.height),
        *_ground(known, frame, marks, key),
        *_furniture(frame, sheet),
        *_pins([mark for mark in marks if not mark.area or not _outline(known, mark)], frame, sheet, key),
        *_countries(known, frame, sheet),
    ]
    names, view = f"mt{key} md{key}", f"0 0 {number(frame.width)} {number(frame.height)}"
    return tag("svg", *parts, class_="map", role="img", aria_labelledby=names, viewBox=view)


def _near(frame: Frame) -> Outlines:
    """The outlines that may lie on the sheet; what is certainly off it costs no drawing."""
    scale: Scale = "50m" if frame.width / frame.scale < NEAR_KM else "110m"
    rings = {
        name: tuple(ring for ring, cap in capped if frame.may_show(cap)) for name, capped in _capped(scale).items()
    }
    return Outlines((), {name: near for name, near in rings.items() if near})


@cache
def _capped(scale: Scale) -> dict[str, tuple[tuple[Ring, Cap], ...]]:
    return {name: tuple((ring, cap_of(ring)) for ring in rings) for name, rings in outlines(scale).countries.items()}


def _framed(marks: Sequence[Mark]) -> list[Mark]:
    """The marks that the sheet must show: points of the events; without any, all points; without those, areas."""
    points = [mark for mark in marks if not mark.area]
    return [mark for mark in points if mark.role not in ("mention", "dateline")] or points or list(marks)


def _outline(known: Outlines, mark: Mark) -> tuple[Ring, ...]:
    return known.countries.get(_SAME.get(mark.name, mark.name), ()) if mark.area else ()


def _hatch(key: str) -> str:
    line = tag("path", d="M0 0V8", class_="hatch")
    pattern = tag(
        "pattern", line, id=f"mh{key}", width=8, height=8, patternUnits="userSpaceOnUse", patternTransform="rotate(45)"
    )
    return tag("defs", pattern)


def _ground(known: Outlines, frame: Frame, marks: Sequence[Mark], key: str) -> Iterator[str]:
    """Countries with their borders; those that the briefing names as areas are hatched over."""
    named = {_SAME.get(mark.country or mark.name, mark.country or mark.name) for mark in marks}
    for name, rings in known.countries.items():
        if path := _path(rings, frame):
            yield tag("path", class_="focus" if name in named else "land", d=path)
    for mark in marks:
        if mark.role != "mention" and (path := _path(_outline(known, mark), frame)):
            yield tag("path", tag("title", words(mark.name)), d=path, fill=f"url(#mh{key})")


def _path(rings: Sequence[Ring], frame: Frame) -> str:
    return "".join(_drawn(ring, frame) for ring in rings)


def _drawn(ring: Ring, frame: Frame) -> str:
    """A ring as a path in tenths of a pixel; nothing for what is off the sheet or too small to see."""
    least = 3.2 if isinstance(frame.projection, World) else 2.2
    pieces = (thinned(piece, least) for piece in frame.pieces(ring))
    return "".join(path_of(piece) for piece in pieces if len(piece) > 2 and _spread(piece) >= 3)


def _spread(points: Sequence[Point]) -> float:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _pins(marks: Sequence[Mark], frame: Frame, sheet: Sheet, key: str) -> Iterator[str]:
    spots = [(mark, frame(mark.longitude, mark.latitude)) for mark in marks]
    spots = [(mark, spot) for mark, spot in spots if frame.holds(spot)]
    sheet.taken += [Box(x - 6, y - 6, x + 6, y + 6) for _, (x, y) in spots]
    # Places of the events are named first: where room is short, a place only mentioned goes without its name.
    for mark, (x, y) in sorted(spots, key=lambda spot: spot[0].role in ("mention", "dateline")):
        label = sheet.place(mark.name, x, y)
        lead = _lead(label) if label else []
        yield tag(
            "g", tag("title", words(mark.name)), *lead, *_pin(mark, x, y, key), *([_name(label)] if label else [])
        )


def _pin(mark: Mark, x: float, y: float, key: str) -> list[str]:
    if mark.area:
        return [tag("circle", class_="area", cx=x, cy=y, r=20.0, fill=f"url(#mh{key})")]
    if mark.role == "target":
        return [tag("path", class_="pin", d=f"M{number(x)} {number(y - 6)}l6 6l-6 6l-6-6Z")]
    if mark.role in ("base", "departure"):
        return [tag("rect", class_="pin", x=x - 4.5, y=y - 4.5, width=9.0, height=9.0)]
    return [tag("circle", class_="pin" if mark.role == "scene" else "dot", cx=x, cy=y, r=4.5)]


def _name(label: Label, class_: str = "place") -> str:
    return tag("text", words(label.text), class_=class_, x=label.x, y=label.y, text_anchor=label.anchor)


def _lead(label: Label) -> list[str]:
    if label.lead is None:
        return []
    x, y = label.lead
    return [tag("line", class_="lead", x1=x, y1=y, x2=label.x, y2=label.y - 4)]


def _countries(known: Outlines, frame: Frame, sheet: Sheet) -> Iterator[str]:
    """Names of countries, where there is land and room for them."""
    for name, rings in known.countries.items():
        pieces = [piece for ring in rings for piece in frame.pieces(ring)]
        piece = max(pieces, key=_spread, default=None)
        if piece is None:
            continue
        xs, ys = [x for x, _ in piece], [y for _, y in piece]
        shown, width = name.upper(), text_width(name.upper(), 11) * 1.12
        x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
        box = Box(x - width / 2, y - 8, x + width / 2, y + 8)
        if width < (max(xs) - min(xs)) * 0.9 and _covers(piece, box) and sheet.is_free(box):
            sheet.taken.append(box)
            yield _name(Label(shown, x, y + 4, "middle", box), "country")


def _covers(ring: Sequence[Point], box: Box) -> bool:
    """Whether both ends and the middle of a name lie inside a ring."""
    y = (box.top + box.bottom) / 2
    return all(_inside(ring, x, y) for x in (box.left, (box.left + box.right) / 2, box.right))


def _inside(ring: Sequence[Point], x: float, y: float) -> bool:
    within = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            within = not within
    return within


def _furniture(frame: Frame, sheet: Sheet) -> list[str]:
    """The scale bar, and a globe that shows where the sheet lies."""
    if isinstance(frame.projection, World):
        return []
    kilometres = _round(frame.width / frame.scale / 5)
    length, y = kilometres * frame.scale, frame.height - 12
    said = f"{kilometres:,} km"
    sheet.taken.append(Box(8, y - 22, 16 + max(length, text_width(said, 11)), frame.height))
    bar = tag("path", class_="scale", d=f"M12 {number(y - 4)}v4h{number(length)}v-4")
    return [bar, tag("text", said, class_="small", x=12, y=y - 8), *_globe(frame, sheet)]


def _round(kilometres: float) -> int:
    """The next smaller of 1, 2, 5, 10, 20, 50 ... kilometres."""
    steps = [step * 10**power for power in range(5) for step in (1, 2, 5)]
    return max((step for step in steps if step <= kilometres), default=1)


def _globe(frame: Frame, sheet: Sheet) -> list[str]:
    land_behind = any(_inside(ring, *_antipode(frame.projection)) for ring in outlines("110m").land)
    if land_behind:  # a coast all round the far side would close about the whole disc: better no globe than a false one
        return []
    radius, margin = 30.0, 8.0
    x, y = frame.width - radius - margin, radius + margin
    sheet.taken.append(Box(x - radius - 2, y - radius - 2, x + radius + 2, y + radius + 2))
    land = "".join(_on_globe(ring, frame.projection, (x, y), radius) for ring in outlines("110m").land)
    half = max(2.5, min(radius * 0.8, frame.width / frame.scale / 6371 / 2 * radius))
    tall = max(2.5, half * frame.height / frame.width)
    return [
        tag("circle", class_="rim", cx=x, cy=y, r=radius),
        tag("path", class_="land", d=land),
        tag("rect", class_="here", x=x - half, y=y - tall, width=2 * half, height=2 * tall),
    ]


def _antipode(projection: Projection | World) -> Point:
    """The point on the other side of the globe, in degrees."""
    turned = projection.longitude + 180
    return (turned if turned <= 180 else turned - 360), -projection.latitude


def _on_globe(ring: Ring, projection: Projection | World, middle: Point, radius: float) -> str:
    seen = [projection.globe(*point) for point in ring]
    points = thinned([(middle[0] + x * radius, middle[1] + y * radius) for x, y in seen], 1.6)
    if len(points) < 3 or _spread(points) < 3 or all(x * x + y * y > 0.998 for x, y in seen):
        return ""
    return path_of(points)
