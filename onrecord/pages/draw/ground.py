"""The ground of a map: land, borders, lakes and rivers, and the names of countries and seas where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from .clipping import inside, spread, thinned, widest
from .frame import COARSE_KM, Frame
from .labels import Box, Label, Sheet
from .marks import Mark
from .outlines import Ring, Scale, outlines, seas, waters
from .projection import Cap, Point, World, cap_of
from .svg import line_of, number, path_of, tag, text_width, words

NEAR_KM = 4000
"""Sheets narrower than this are drawn from the finer outlines, with their rivers."""
Pieces = Mapping[str, list[list[Point]]]
"""What of each country lies on the sheet, in pixels."""
_SAME = {"Czechia": "Czech Republic", "The Netherlands": "Netherlands", "Türkiye": "Turkey", "Cabo Verde": "Cape Verde"}
"""Names of countries in the gazetteer that the outlines call otherwise."""
_NAME, _SMALL = 11.0, 9.0


def pieces_of(frame: Frame, *, plain: bool) -> Pieces:
    """The countries on a sheet; what is certainly off it costs no drawing. None on a sheet too near for them.

    `plain` takes the coarser outlines whatever the scale: for small drawings.
    """
    if frame.kilometres < COARSE_KM:
        return {}
    near = {
        name: [piece for ring, cap in capped if frame.may_show(cap) for piece in frame.pieces(ring)]
        for name, capped in _capped(_scale(frame, plain=plain)).items()
    }
    return {name: pieces for name, pieces in near.items() if pieces}


def _scale(frame: Frame, *, plain: bool) -> Scale:
    return "50m" if frame.kilometres < NEAR_KM and not (plain and frame.kilometres > NEAR_KM / 8) else "110m"


@cache
def _capped(scale: Scale) -> dict[str, tuple[tuple[Ring, Cap], ...]]:
    return {name: tuple((ring, cap_of(ring)) for ring in rings) for name, rings in outlines(scale).countries.items()}


def outline_name(mark: Mark) -> str:
    """What the outlines call the country that an area is."""
    return _SAME.get(mark.name, mark.name)


def ground(known: Pieces, frame: Frame, marks: Sequence[Mark], key: str, *, plain: bool) -> Iterator[str]:
    """Countries with their borders, their waters, and hatching over those that the briefing names as areas."""
    if frame.kilometres < COARSE_KM:
        yield from _grid(frame)
        return
    least = 3.2 if plain or isinstance(frame.projection, World) else 2.0
    named = {_SAME.get(mark.country or mark.name, mark.country or mark.name) for mark in marks}
    drawn = {name: "".join(_closed(piece, least) for piece in pieces) for name, pieces in known.items()}
    for look, wanted in (("land", False), ("focus", True)):
        for name, path in drawn.items():
            if path and (name in named) == wanted:
                yield tag("path", class_=look, d=path)
    if not plain:
        yield from _waters(frame)
    for mark in marks:
        path = drawn.get(outline_name(mark), "") if mark.area and mark.role != "mention" else ""
        if path:
            yield tag("path", tag("title", words(mark.name)), d=path, fill=f"url(#mh{key})")


def _waters(frame: Frame) -> Iterator[str]:
    """Lakes and rivers, each kind in one path."""
    known = waters("50m" if frame.kilometres < NEAR_KM else "110m")
    lakes = [piece for ring in known.lakes if frame.may_show(cap_of(ring)) for piece in frame.pieces(ring)]
    if path := "".join(_closed(piece, 1.6) for piece in lakes):
        yield tag("path", class_="lake", d=path)
    if frame.kilometres < NEAR_KM:
        lines = [run for line in known.rivers if frame.may_show(cap_of(line)) for run in frame.lines(line)]
        if path := "".join(line_of(thinned(run, 1.8)) for run in lines if spread(run) > 6):
            yield tag("path", class_="river", d=path)


def _grid(frame: Frame) -> Iterator[str]:
    """A plain ground with lines at even distances, where the sheet is too near for coasts."""
    step = grid_kilometres(frame) * frame.scale
    across = "".join(f"M{number(x)} 0V{number(frame.height)}" for x in _steps(step, frame.width))
    down = "".join(f"M0 {number(y)}H{number(frame.width)}" for y in _steps(step, frame.height))
    yield tag("rect", class_="land", width=frame.width, height=frame.height)
    yield tag("path", class_="grid", d=across + down)


def _steps(step: float, length: float) -> list[float]:
    return [step * count for count in range(1, int(length / step) + 1)]


def grid_kilometres(frame: Frame) -> float:
    """The length of the scale bar: the next smaller of 1, 2, 5, 10, 20, 50 ... to a fifth of the sheet's width."""
    steps = [step * 10.0**power for power in range(-2, 5) for step in (1, 2, 5)]
    return max((step for step in steps if step <= frame.kilometres / 5), default=0.01)


def _closed(piece: Sequence[Point], least: float) -> str:
    """A ring as a path in tenths of a pixel; nothing for what is too small to see."""
    points = thinned(piece, least)
    return path_of(points) if len(points) > 2 and spread(points) >= 3 else ""


def country_names(known: Pieces, sheet: Sheet) -> Iterator[str]:
    """Names of countries, each where its land on the sheet is widest; on two lines or smaller where it is narrow."""
    for name, pieces in known.items():
        piece = max(pieces, key=spread)
        label = next(_places_for(name, piece, sheet), None)
        if label:
            yield from label


def _places_for(name: str, piece: Sequence[Point], sheet: Sheet) -> Iterator[list[str]]:
    top, bottom = min(y for _, y in piece), max(y for _, y in piece)
    levels = [top + (bottom - top) * share for share in (0.5, 0.42, 0.58, 0.34, 0.66, 0.25, 0.75, 0.17, 0.83)]
    spans = [(level, *widest(piece, level)) for level in levels]
    spans.sort(key=lambda span: -round((span[2] - span[1]) / 40))  # much wider first; else nearer to the middle
    for size in (_NAME, _SMALL):
        for level, left, right in spans:
            for lines in _lines_of(name.upper()):
                wide = max(text_width(line, size) for line in lines) * 1.15
                if wide < (right - left) * 0.92 and _fits(piece, (left + right) / 2, level, wide, size * len(lines)):
                    middle = ((left + right) / 2, level)
                    if labels := _set(lines, middle, size, sheet):
                        yield [_text(label, "country" if size == _NAME else "country minor") for label in labels]


def _lines_of(name: str) -> list[list[str]]:
    parts = name.split()
    return [[name], [" ".join(parts[: len(parts) // 2]), " ".join(parts[len(parts) // 2 :])]] if parts[1:] else [[name]]


def _fits(piece: Sequence[Point], x: float, y: float, wide: float, high: float) -> bool:
    """Whether the ends of a name's box lie inside a ring."""
    return all(inside(piece, x + wide / 2 * across, y + high / 2 * down) for across in (-1, 1) for down in (-1, 1))


def _set(lines: Sequence[str], middle: Point, size: float, sheet: Sheet) -> list[Label]:
    """The lines of a name one below the other; none of them where one has no room."""
    x, y = middle
    before, labels = len(sheet.taken), []
    for number_, line in enumerate(lines):
        label = sheet.centred(line, x, y + (number_ - (len(lines) - 1) / 2) * size * 1.45, size, 1.15)
        if label is None:
            del sheet.taken[before:]
            return []
        labels.append(label)
    return labels


def sea_names(known: Pieces, frame: Frame, sheet: Sheet) -> Iterator[str]:
    """Names of seas that stand wholly on water: on a sheet of the world the oceans, nearer ones the seas."""
    if frame.kilometres < COARSE_KM:
        return
    land = [piece for pieces in known.values() for piece in pieces]
    for name, north, east in seas():
        x, y = frame(east, north)
        if frame.holds((x, y)) and frame.projection.away(east, north) < 1.6:
            for line in (name,):
                for dx, dy in ((0, 0), (0, -26), (0, 26), (-40, 0), (40, 0)):
                    label = _on_water(line, x + dx, y + dy, land, sheet)
                    if label:
                        yield _text(label, "water")
                        break


def _on_water(name: str, x: float, y: float, land: Sequence[Sequence[Point]], sheet: Sheet) -> Label | None:
    wide = text_width(name, _NAME) / 2
    spots = [(x + wide * across, y + down) for across in (-1, -0.5, 0, 0.5, 1) for down in (-6, 6)]
    if any(inside(piece, *spot) for piece in land if _near(piece, x, y, wide) for spot in spots):
        return None
    return sheet.centred(name, x, y, _NAME)


def _near(piece: Sequence[Point], x: float, y: float, wide: float) -> bool:
    """Whether the box round a ring meets that of a name: a cheap question before a dear one."""
    xs, ys = [a for a, _ in piece], [b for _, b in piece]
    return Box(min(xs), min(ys), max(xs), max(ys)).meets(Box(x - wide, y - 7, x + wide, y + 7))


def _text(label: Label, class_: str) -> str:
    return tag("text", words(label.text), class_=class_, x=label.x, y=label.y, text_anchor=label.anchor)
