"""Counts over time: each on its day at its height, open where it is "at least", hollow where it is "up to".

Nothing joins them: between two counts nobody counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from .dates import day_words
from .labels import Box, Sheet
from .svg import key_of, tag, text_width, words

_HIGH, _TOP, _FOOT, _EDGE = 220.0, 34.0, 30.0, 56.0
_RADIUS = 5.0
_SMALL, _LETTERS = 11.0, 13.0
_BESIDE = 18.0
"""How far counts of one day stand apart at most, in pixels: about their day, and never as far as another day."""


@dataclass(frozen=True)
class Count:
    """A count of a day: low and high are equal but for a range. `label` is how it is written, with its sign."""

    fact: str
    source: str
    source_label: str
    day: date
    low: float
    high: float
    operator: str
    label: str


def draw_counts(counts: Sequence[Count], *, title: str, description: str, width: int) -> str:
    """The drawing as SVG text; the same counts give the same bytes. Empty without a count."""
    if not counts:
        return ""
    key = key_of(title, counts, width)
    sheet = Sheet(float(width), _HIGH)
    spots = list(_spots(counts, width))
    for count, x, high, low in spots:
        above = 17 if count.operator in (">", ">=") else 7
        sheet.taken.append(Box(x - 7, high - above, x + 7, low + 7))
    days = list(_days(counts, width, sheet))
    base = _HIGH - _FOOT
    parts = [
        tag("title", words(title), id=f"ct{key}"),
        tag("desc", words(description), id=f"cd{key}"),
        tag("line", class_="axis", x1=_EDGE / 2, x2=width - _EDGE / 2, y1=base, y2=base),
        *days,
        *(_mark(count, x, high, low, sheet) for count, x, high, low in spots),
    ]
    labelled = f"ct{key} cd{key}"
    return tag(
        "svg", *parts, class_="counts-drawn", role="group", aria_labelledby=labelled, viewBox=f"0 0 {width} {_HIGH:.0f}"
    )


def _spots(counts: Sequence[Count], width: int) -> Iterator[tuple[Count, float, float, float]]:
    """Each count with its place: from the left, and the heights of its upper and lower end."""
    known = sorted({one.day for one in counts})
    full = max(one.high for one in counts) or 1.0
    tall = _HIGH - _TOP - _FOOT - 12
    for number, day in enumerate(known):
        those = [one for one in counts if one.day == day]
        middle, sides = _across(known, day, width), known[max(number - 1, 0) : number + 2]
        near = min((abs(_across(known, other, width) - middle) for other in sides if other != day), default=_EDGE * 2)
        step = min(_BESIDE, 0.8 * min(near, _EDGE * 2 - 4 * _RADIUS) / len(those))
        for place, one in enumerate(those):
            x = middle + step * (place - (len(those) - 1) / 2)
            yield one, x, _TOP + tall * (1 - one.high / full), _TOP + tall * (1 - one.low / full)


def _across(known: Sequence[date], day: date, width: int) -> float:
    days = (known[-1] - known[0]).days or 1
    return _EDGE + (width - 2 * _EDGE) * (day - known[0]).days / days


def _days(counts: Iterable[Count], width: int, sheet: Sheet) -> Iterator[str]:
    """The days below the axis, first and last before those between them; none upon another."""
    known = sorted({one.day for one in counts})
    for day in dict.fromkeys([known[0], known[-1], *known]):
        x, said = _across(known, day, width), day_words(day)
        half = text_width(said, _SMALL) / 2
        x = min(max(x, half + 3), width - half - 3)
        box = Box(x - half - 3, _HIGH - _FOOT + 4, x + half + 3, _HIGH - 3)
        if sheet.is_free(box):
            sheet.taken.append(box)
            yield tag("text", words(said), class_="when", x=x, y=_HIGH - 10, text_anchor="middle", font_size=_SMALL)


def _mark(count: Count, x: float, high: float, low: float, sheet: Sheet) -> str:
    parts = [tag("title", words(f"{count.label}: {count.source_label}"), class_="fact-source")]
    if low > high:
        parts.append(tag("path", class_="range", d=f"M{x - 5:.1f} {high:.1f}h10m-5 0V{low:.1f}m-5 0h10"))
    if count.operator in (">", ">="):
        parts.append(tag("path", class_="open-end", d=f"M{x:.1f} {high:.1f}v-16m-4 5l4 -5l4 5"))
    look = {"<": "most", "<=": "most", "~": "rough"}.get(count.operator, "whole")
    if low == high:
        parts.append(tag("circle", class_=look, cx=x, cy=high, r=_RADIUS))
    label = sheet.place(count.label, x, high, _LETTERS)
    if label:
        if label.lead:
            ends = {"x1": label.lead[0], "y1": label.lead[1], "x2": label.x, "y2": label.y - _LETTERS * 0.34}
            parts.append(tag("line", class_="lead", **ends))
        parts.append(tag("text", words(label.text), x=label.x, y=label.y, text_anchor=label.anchor, font_size=_LETTERS))
    return tag("g", *parts, class_="counted", data_fact=count.fact, data_source=count.source)
