"""A time axis in bands, from long past to ahead, that holds 1979 and yesterday in one strip.

Inside a band time runs evenly; from band to band the scale changes. Only bands in which something lies are drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .dates import Stretch, day_words, month_words

_LIMITS = (("ahead", 0), ("days", 8), ("weeks", 32), ("months", 366), ("years", 3660), ("past", 10**7))
"""A band's name, and how many days before the reference day it ends; the newest band first."""
_WEIGHTS = {"ahead": 2.0, "days": 3.0, "weeks": 2.0, "months": 2.0, "years": 2.0, "past": 2.0}


@dataclass(frozen=True)
class Band:
    """A stretch of the axis, with its place from `left` to `right` in hundredths of the axis."""

    name: str
    stretch: Stretch
    left: float
    right: float

    @property
    def label(self) -> str:
        """What the band covers, in words: "1979–2004", "July–Aug. 2016", "Aug. 9–16, 2016"."""
        first, last = self.stretch.first, self.stretch.last
        if self.name in ("past", "years") or (last - first).days > 3 * 366:
            return _range(str(first.year), str(last.year))
        if self.name == "months" or (last - first).days > 92:
            return _months(first, last)
        return _days(first, last)


def _range(low: str, high: str, tail: str = "") -> str:
    return (low if low == high else f"{low}–{high}") + tail


def _months(first: date, last: date) -> str:
    if first.year == last.year:
        return _range(month_words(first.month), month_words(last.month), f" {last.year}")
    return f"{month_words(first.month)} {first.year} – {month_words(last.month)} {last.year}"


def _days(first: date, last: date) -> str:
    if first == last:
        return day_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{month_words(first.month)} {first.day}–{last.day}, {last.year}"
    head = day_words(first) if first.year != last.year else f"{month_words(first.month)} {first.day}"
    return f"{head} – {day_words(last)}"


@dataclass(frozen=True)
class Axis:
    """Bands in the order of time, and the day that the words "days ago" count from."""

    reference: date
    bands: tuple[Band, ...]

    def at(self, day: date, share: float = 0.0) -> float:
        """Where a day stands, in hundredths of the axis; `share` of the day is added (0.5 = noon)."""
        for band in self.bands:
            if day <= band.stretch.last:
                inside = ((day - band.stretch.first).days + share) / band.stretch.days
                return band.left + (band.right - band.left) * min(max(inside, 0.0), 1.0)
        return 100.0


def axis_of(stretches: Iterable[Stretch], reference: date) -> Axis:
    """The axis on which all `stretches` lie; at least one band."""
    known = list(stretches) or [Stretch(reference, reference)]
    used = _parted(_covers(known, reference))
    total = sum(_WEIGHTS[name] for name, _ in used)
    bands, left = [], 0.0
    for name, stretch in used:
        right = left + 100 * _WEIGHTS[name] / total
        bands.append(Band(name, stretch, left, right))
        left = right
    return Axis(reference, tuple(bands))


def _covers(stretches: list[Stretch], reference: date) -> list[tuple[str, Stretch]]:
    """Each band that is home to a stretch, oldest first, with the days its stretches cover together."""
    home: dict[str, list[Stretch]] = {}
    for stretch in stretches:
        home.setdefault(_band_of(stretch, reference), []).append(stretch)
    covers = [(name, home[name]) for name, _ in reversed(_LIMITS) if name in home]
    return [(name, Stretch(min(s.first for s in own), max(s.last for s in own))) for name, own in covers]


def _band_of(stretch: Stretch, reference: date) -> str:
    age = (reference - stretch.first).days - stretch.days // 2
    return next(name for name, limit in _LIMITS if age < limit)


def _parted(covers: list[tuple[str, Stretch]]) -> list[tuple[str, Stretch]]:
    """The same bands without a day in two of them: the newer band keeps it, unless nothing were left of the older."""
    parted: list[tuple[str, Stretch]] = []
    for name, new in covers:
        older, old = parted[-1] if parted else (name, Stretch(date.min, date.min))
        if new.first > old.last:
            parted.append((name, new))
        elif new.first > old.first:
            parted[-1:] = [(older, Stretch(old.first, new.first - timedelta(1))), (name, new)]
        elif new.last > old.last:
            parted.append((name, Stretch(old.last + timedelta(1), new.last)))
    return parted
