"""Printed dates: what a day, a month or a year in the text means, and how a derivation writes it."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from .lexicons import either, lexicon

_WORDS = lexicon("words")
WEEKDAYS: tuple[str, ...] = tuple(_WORDS["days"])
_MONTHS = {name.lower(): number for number, names in enumerate(_WORDS["months"], 1) for name in names}
WEEKDAY = either(WEEKDAYS)
MONTH = either(
    [*(name for names in _WORDS["months"] for name in names), "Sept", "Jan", "Feb", "Aug", "Oct", "Nov", "Dec"]
)
DAY = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?:1[6-9]\d\d|20\d\d)"
DATE = rf"(?:(?P<month>{MONTH}) (?P<day>{DAY})|(?P<day2>{DAY})(?: of)? (?P<month2>{MONTH}))"
"""A month and its day, in either order: groups month and day, or month2 and day2."""
GREGORIAN = 1925
"""Before it two calendars were in use: a weekday of that time proves nothing."""


@dataclass(frozen=True)
class Stretch:
    """Days that a printed date can mean, first to last."""

    first: date
    last: date


def month_number(name: str) -> int:
    """The number of a month.

    >>> month_number("Sept."), month_number("march"), month_number("Oct")
    (9, 3, 10)
    """
    return _MONTHS.get(name.lower()) or _MONTHS[f"{name.lower()}."]


def day_number(text: str) -> int:
    """The number in a day of the month.

    >>> day_number("23rd"), day_number("04")
    (23, 4)
    """
    return int(text.rstrip("stndrh"))


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def whole_day(written: str | None) -> date | None:
    """The day that `YYYY-MM-DD` is; None for a month or a year, and for what no calendar has.

    >>> whole_day("2016-08-16"), whole_day("2016-08"), whole_day("2016-02-30")
    (datetime.date(2016, 8, 16), None, None)
    """
    parts = [int(part) for part in (written or "").split("-") if part.isdigit()]
    return day_of(parts[0], parts[1], parts[2]) if len(parts) == 3 else None


def stretch_of(year: int, month: int | None = None, day: int | None = None) -> Stretch | None:
    """The days of a year, of a month, or the day itself; None where the calendar has none.

    >>> stretch_of(2016, 2).last
    datetime.date(2016, 2, 29)
    """
    if month is None:
        return Stretch(date(year, 1, 1), date(year, 12, 31))
    if day is None:
        return Stretch(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    known = day_of(year, month, day)
    return Stretch(known, known) if known else None


def day_words(day: date) -> str:
    """A day in words.

    >>> day_words(date(2016, 8, 16))
    'August 16, 2016'
    """
    return f"{_WORDS['months'][day.month - 1][0]} {day.day}, {day.year}"


def weekday_of(day: date) -> str:
    """The day of the week.

    >>> weekday_of(date(2016, 8, 16))
    'Tuesday'
    """
    return WEEKDAYS[day.weekday()]
