"""Dates as stretches of days: from the first to the last day that a printed time may mean."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from ..words import N_, say


@dataclass(frozen=True)
class Stretch:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has; 1 or more."""
        return (self.last - self.first).days + 1


def stretch_of(prefix: str, precision: str | None = None) -> Stretch | None:
    """The days a date prefix means at its precision: `2016-08` is a month; None when it is no date.

    >>> stretch_of("2016-08").days, stretch_of("1979").days, stretch_of("2016-08-16").days
    (31, 365, 1)
    >>> stretch_of("1970", "decade").last, stretch_of("2016-08-17", "week").first
    (datetime.date(1979, 12, 31), datetime.date(2016, 8, 15))
    """
    try:
        return _widened(_plain(prefix), precision)
    except ValueError:
        return None


def _plain(prefix: str) -> Stretch:
    year, month, day = ([int(part) for part in prefix.split("-")] + [0, 0])[:3]
    if day:
        return Stretch(date(year, month, day), date(year, month, day))
    if month:
        return Stretch(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    return Stretch(date(year, 1, 1), date(year, 12, 31))


def _widened(plain: Stretch, precision: str | None) -> Stretch:
    first = plain.first
    if precision == "week" and plain.days < 7:
        monday = first - timedelta(first.weekday())
        return Stretch(monday, monday + timedelta(6))
    if precision == "month" and plain.days == 1:
        return _plain(f"{first:%Y-%m}")
    if precision == "season" and plain.days < 85:
        return Stretch(first, first + timedelta(91))
    if precision == "decade":
        return Stretch(date(first.year // 10 * 10, 1, 1), date(first.year // 10 * 10 + 9, 12, 31))
    if precision == "century":
        century = (first.year - 1) // 100 * 100
        return Stretch(date(century + 1, 1, 1), date(min(century + 100, 9999), 12, 31))
    return plain


def part_of(stretch: Stretch, modifier: str | None) -> Stretch:
    """The third of a stretch that early, mid or late means; otherwise all of it."""
    third = {"early": 0, "mid": 1, "late": 2}.get(modifier or "")
    if third is None or stretch.days < 3:
        return stretch
    step = stretch.days / 3
    first = stretch.first + timedelta(round(third * step))
    return Stretch(first, stretch.first + timedelta(round((third + 1) * step) - 1))


def day_words(day: date) -> str:
    """A day in words.

    >>> day_words(date(2016, 8, 16))
    'Aug. 16, 2016'
    """
    return say("%(month)s %(day)s, %(year)s") % {"month": month_words(day.month), "day": day.day, "year": day.year}


def month_words(month: int) -> str:
    """A month's name as news agencies shorten it."""
    return say(_MONTHS[month - 1])


_MONTHS = (
    N_("Jan."), N_("Feb."), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("Aug."), N_("Sept."), N_("Oct."), N_("Nov."), N_("Dec."),
)  # fmt: skip
