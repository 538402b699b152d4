"""The timeline as a strip: each time once, with the numbers of the facts that it is the time of.

Drawn for a width in pixels, so that letters keep their size: once for a wide screen, once for a telephone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .bands import Axis, Band, axis_of
from .dates import Stretch, part_of, stretch_of
from .labels import Box
from .moments import Moment, drawn, fades, moment_on
from .svg import key_of, number, tag, text_width, words

_ROW, _CELL, _GAP = 24.0, 24.0, 5.0
"""Height of a row; width of a number that can be met with a finger; between a mark and its numbers. In pixels."""
_ABREAST = 5
"""Numbers that stand side by side; more go on below."""
_WHEN = 11.0
_MANY = 100
"""From here on numbers have three digits and smaller letters, so that they fit side by side."""


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
    planned: bool = False


@dataclass(frozen=True)
class _Item:
    """A time, the rows that have it, and where its numbers begin: right of it, left of it, or below (`down` rows)."""

    moment: Moment
    rows: tuple[Row, ...]
    x: float
    down: int

    @property
    def size(self) -> tuple[float, int]:
        """How wide its numbers stand in pixels, and in how many lines."""
        return _size(len(self.rows))

    def box(self, row: int) -> Box:
        """What it takes, with its first line in a row of the strip."""
        wide, lines = self.size
        left, right = min(self.moment.left, self.x), max(self.moment.right, self.x + wide)
        return Box(left - 3, row * _ROW, right + 3, (row + self.down + lines) * _ROW)


def draw_timeline(
    rows: Sequence[Row],
    *,
    title: str,
    description: str,
    reference: str | None = None,
    width: int = 960,
    page: str = "",
) -> str:
    """The strip as inline SVG, `width` pixels wide where there is room; empty text when no row has a date.

    `reference` is the day of publication; without it, the newest exact day takes its place. Numbers lead to the
    rows of the table on `page`, empty for the page that shows the strip. Same rows, same bytes.
    """
    dated = [(row, stretch) for row in rows if (stretch := stretch_of_row(row)) is not None]
    if not dated:
        return ""
    key = key_of(title, rows, width)
    axis = axis_of((stretch for _, stretch in dated), _reference(dated, reference))
    labels = [_wrapped(band, width) for band in axis.bands]
    head = 10 + 13 * max(len(lines) for lines in labels)
    placed = _packed(_items(dated, axis, width))
    height = head + max(item.box(row).bottom for item, row in placed) + 4
    parts = (
        tag("title", words(title), id=f"tt{key}"),
        tag("desc", words(description), id=f"td{key}"),
        fades(key),
        *_bands(axis, labels, width, height),
        *(part for item, row in placed for part in _drawn(item, head + row * _ROW, key, page)),
    )
    names = f"tt{key} td{key}"
    view = f"0 0 {number(width)} {number(height)}"
    return tag("svg", *parts, class_="strip", role="group", aria_labelledby=names, viewBox=view)


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


def _items(dated: Iterable[tuple[Row, Stretch]], axis: Axis, width: float) -> list[_Item]:
    """Each time once, from left to right, with all rows that have it."""
    groups: dict[Moment, list[Row]] = {}
    for row, stretch in dated:
        moment = moment_on(
            axis, stretch, modifier=row.modifier, relation=row.relation, planned=row.planned, width=width
        )
        groups.setdefault(moment, []).append(row)
    items = [_beside(moment, tuple(own), width) for moment, own in groups.items()]
    return sorted(items, key=lambda item: (min(item.moment.left, item.x), item.rows[0].number))


def _beside(moment: Moment, rows: tuple[Row, ...], width: float) -> _Item:
    wide, _ = _size(len(rows))
    if moment.right + _GAP + wide <= width:
        return _Item(moment, rows, moment.right + _GAP, 0)
    if moment.left - _GAP - wide >= 0:
        return _Item(moment, rows, moment.left - _GAP - wide, 0)
    return _Item(moment, rows, min(moment.left, width - wide), 1)


def _size(count: int) -> tuple[float, int]:
    return min(count, _ABREAST) * _CELL, -(-count // _ABREAST)


def _packed(items: Iterable[_Item]) -> list[tuple[_Item, int]]:
    """Each item in the first row where it meets nothing."""
    placed: list[tuple[_Item, int]] = []
    taken: list[Box] = []
    for item in items:
        row = 0
        while any(item.box(row).meets(box) for box in taken):
            row += 1
        taken.append(item.box(row))
        placed.append((item, row))
    return placed


def _bands(axis: Axis, labels: Sequence[Sequence[str]], width: float, height: float) -> Iterable[str]:
    for count, band in enumerate(axis.bands):
        left, right = band.left * width / 100, band.right * width / 100
        if count % 2:
            yield tag("rect", class_="odd", x=left, width=right - left, height=height)
    for band, lines in zip(axis.bands, labels, strict=True):
        middle = (band.left + band.right) / 2 * width / 100
        for line, text in enumerate(lines):
            yield tag("text", words(text), class_="when", x=middle, y=13 + 13 * line)


def _wrapped(band: Band, width: float) -> list[str]:
    """A band's label on as few lines as its width allows; it parts at spaces, and after a dash where it must."""
    room = (band.right - band.left) * width / 100 - 4
    if text_width(band.label, _WHEN) <= room:
        return [band.label]
    pieces = [piece for word in band.label.split() for piece in re.split(r"(?<=–)(?=.)", word) if piece]
    lines = [pieces[0]]
    for piece in pieces[1:]:
        joint = "" if lines[-1].endswith("–") and f"–{piece}" in band.label else " "
        if text_width(lines[-1] + joint + piece, _WHEN) <= room:
            lines[-1] += joint + piece
        else:
            lines.append(piece)
    return lines


def _drawn(item: _Item, top: float, key: str, page: str) -> Iterable[str]:
    yield from drawn(item.moment, top + _ROW / 2, key)
    for count, row in enumerate(item.rows):
        x = item.x + count % _ABREAST * _CELL
        y = top + (item.down + count // _ABREAST) * _ROW
        yield _number(row, x, y, page)


def _number(row: Row, x: float, y: float, page: str) -> str:
    """The number of a fact, with its time and its source to be heard or hovered, leading to its row."""
    said = tag("title", words(f"{row.text}: {row.source_label}"), class_="fact-source")
    size = "number" if row.number < _MANY else "number small"
    text = tag("text", str(row.number), class_=size, x=x + _CELL / 2, y=y + _ROW / 2 + 4.5)
    area = tag("rect", class_="room", x=x, y=y, width=_CELL, height=_ROW)
    link = tag("a", area, text, href=f"{page}#no-{row.number}", tabindex="-1")
    return tag("g", said, link, data_fact=row.fact, data_source=row.source)
