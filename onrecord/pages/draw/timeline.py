"""The timeline as a strip: points for days, bars for longer times, soft ends and arrows for what is not exact.

Widths are per cent and letters keep their size, so one drawing serves a telephone and a wide screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .bands import Axis, axis_of
from .dates import Stretch, part_of, stretch_of
from .style import TIMELINE_STYLE
from .svg import key_of, tag, text_width, words

_HEAD, _LINE, _TRACK, _GAP = 30, 17, 16, 12
_ONE_LINE = 330
"""Pixels that time words and source label may share; beyond, the source stands on a line of its own."""


@dataclass(frozen=True)
class Row:
    """A dated fact as the table below the strip numbers it. Time fields are those of `When`."""

    fact: str
    source: str
    source_label: str
    number: int
    text: str
    date: str | None = None
    until: str | None = None
    precision: str | None = None
    modifier: str | None = None
    relation: str = "on"


@dataclass(frozen=True)
class _Placed:
    row: Row
    stretch: Stretch
    top: float

    @property
    def lines(self) -> int:
        """1 where time words and source label stand side by side, otherwise 2."""
        label = f"{self.row.number} {self.row.text} · {self.row.source_label}"
        return 1 if text_width(label, 13) <= _ONE_LINE else 2

    @property
    def height(self) -> float:
        return self.lines * _LINE + _TRACK + _GAP


def draw_timeline(rows: Sequence[Row], *, title: str, description: str, reference: str | None = None) -> str:
    """The strip as inline SVG; empty text when no row has a date.

    `reference` is the day of publication; without it, the newest exact day takes its place. Same rows, same bytes.
    """
    dated = [(row, stretch) for row in rows if (stretch := stretch_of_row(row)) is not None]
    if not dated:
        return ""
    key = key_of(title, rows)
    axis = axis_of((stretch for _, stretch in dated), _reference(dated, reference))
    placed = _placed(dated)
    height = placed[-1].top + placed[-1].height
    parts = (
        tag("title", words(title), id=f"tt{key}"),
        tag("desc", words(description), id=f"td{key}"),
        tag("style", TIMELINE_STYLE),
        _fades(key),
        *_bands(axis, height),
        *(_row(each, axis, key) for each in placed),
    )
    names = f"tt{key} td{key}"
    return tag("svg", *parts, class_="strip", role="img", aria_labelledby=names, width="100%", height=height)


def stretch_of_row(row: Row) -> Stretch | None:
    """The days a row means; None without a date."""
    first = stretch_of(row.date, row.precision) if row.date else None
    if first is None:
        return None
    last = stretch_of(row.until) if row.until else None
    if last is not None and last.last >= first.first:
        return Stretch(first.first, last.last)
    return part_of(first, row.modifier)


def _reference(dated: Iterable[tuple[Row, Stretch]], reference: str | None) -> date:
    given = stretch_of(reference) if reference else None
    if given is not None:
        return given.last
    ends = [(stretch.days == 1, stretch.last) for _, stretch in dated]
    exact = [last for is_day, last in ends if is_day]
    return max(exact or [last for _, last in ends])


def _placed(dated: Iterable[tuple[Row, Stretch]]) -> list[_Placed]:
    placed: list[_Placed] = []
    top: float = _HEAD
    for row, stretch in dated:
        placed.append(_Placed(row, stretch, top))
        top += placed[-1].height
    return placed


def _bands(axis: Axis, height: float) -> Iterable[str]:
    for number, band in enumerate(axis.bands):
        wide = _percent(band.right - band.left)
        shade = "band odd" if number % 2 else "band"
        yield tag("rect", class_=shade, x=_percent(band.left), y=0, width=wide, height=height)
    for band in axis.bands:
        middle = _percent((band.left + band.right) / 2)
        for line, text in enumerate(_two_lines(band.label)):
            yield tag("text", words(text), class_="when", x=middle, y=12 + 13 * line)


def _two_lines(label: str) -> list[str]:
    """A band's label on at most two lines: narrow screens leave little room between two bands."""
    if len(label) <= 9:
        return [label]
    head, cut, tail = label.rpartition(" – ")
    if cut:
        return [f"{head} –", tail]
    head, _, tail = label.rpartition(" ")
    return [head.rstrip(","), tail]


def _row(placed: _Placed, axis: Axis, key: str) -> str:
    row, top = placed.row, placed.top
    base = top + 13
    number = tag("tspan", str(row.number), class_="number")
    source = tag("tspan", words(row.source_label), class_="fact-source")
    if placed.lines == 1:
        lines = tag("text", number, f" {words(row.text)} · ", source, x=4, y=base)
    else:
        text = tag("text", number, f" {words(row.text)}", x=4, y=base)
        lines = text + tag("text", source, x=4, y=base + _LINE)
    middle = top + placed.lines * _LINE + _TRACK / 2
    track = tag("line", class_="track", x1=0, x2="100%", y1=middle, y2=middle)
    rule = tag("line", class_="rule", x1=0, x2="100%", y1=top - 4, y2=top - 4)
    return tag("g", rule, lines, track, *_mark(placed, axis, middle, key), data_fact=row.fact, data_source=row.source)


def _mark(placed: _Placed, axis: Axis, y: float, key: str) -> Iterable[str]:
    """What stands on a row's track: an arrow to or from its date, and the date itself as a point or a bar."""
    row, stretch = placed.row, placed.stretch
    point = stretch.days == 1
    left, right = axis.at(stretch.first, 0.5 * point), axis.at(stretch.last, 1 - 0.5 * point)
    if row.relation in ("since", "after"):
        yield from _arrow(right, max(axis.at(axis.reference, 1.0), min(right + 8, 100)), y, "right")
    if row.relation in ("until", "before"):
        yield from _arrow(left, max(left - 8, 0), y, "left")
    if point and row.modifier != "about":
        hollow = " open" if row.relation in ("after", "before") else ""
        yield tag("circle", class_=f"mark{hollow}", cx=_percent(axis.at(stretch.first, 0.5)), cy=y, r=6)
    else:
        yield _bar(left, right, y, soft=_soft_ends(row), key=key)


def _soft_ends(row: Row) -> str:
    if row.modifier in ("about", "mid"):
        return "both"
    return {"late": "start", "early": "end"}.get(row.modifier or "", "")


def _bar(left: float, right: float, y: float, *, soft: str, key: str) -> str:
    wide = max(right - left, 3.0)
    start = min(left if right > left else max(left - wide / 2, 0), 100 - wide)
    fill = f"url(#f{soft}{key})" if soft else None
    look = None if soft else "mark"
    place = _percent(start)
    return tag("rect", class_=look, fill=fill, rx=2, x=place, y=y - 5, width=_percent(wide), height=10)


def _arrow(start: float, end: float, y: float, way: str) -> Iterable[str]:
    yield tag("line", class_="arrow", x1=_percent(start), x2=_percent(end), y1=y, y2=y)
    head = "M-8,-5L0,0L-8,5" if way == "right" else "M8,-5L0,0L8,5"
    yield tag("svg", tag("path", class_="arrow", d=head), x=_percent(end), y=y, overflow="visible", width=1, height=1)


def _fades(key: str) -> str:
    """Gradients for ends that are not exact: "about" and "mid" both, "late" the start, "early" the end."""
    stops = {"both": (0, 1, 1, 0), "start": (0, 1, 1, 1), "end": (1, 1, 1, 0)}
    return tag("defs", *(_fade(f"f{name}{key}", opacities) for name, opacities in stops.items()))


def _fade(name: str, opacities: tuple[int, ...]) -> str:
    places = zip(("0", ".45", ".55", "1"), opacities, strict=True)
    return tag("linearGradient", *(tag("stop", offset=o, stop_opacity=a, class_="tone") for o, a in places), id=name)


def _percent(share: float) -> str:
    return f"{share:.2f}".rstrip("0").rstrip(".") + "%"
