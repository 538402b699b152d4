"""Dates as TIMEX3 writes them: the arithmetic of days, weeks, months, quarters, years, decades and centuries."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..lexicons import lexicon

DAY, MONTH, YEAR = 10, 7, 4
"""How many characters of an ISO date a precision takes."""


def shifted(day: date, unit: str, count: int) -> str | None:
    """The time `count` units after `day`, as precise as the unit: a day, a week, a month, a quarter, a year.

    None for a unit that no calendar counts, and for a day before the first or after the last that can be written.

    >>> day = date(2016, 8, 16)
    >>> shifted(day, "week", -1), shifted(day, "month", 5), shifted(day, "year", -1)
    ('2016-W32', '2017-01', '2015')
    """
    if unit in ("day", "night"):
        return moved(day, days=count)
    if unit in ("week", "fortnight"):
        return week_of(moved(day, days=count * (14 if unit == "fortnight" else 7)))
    months = day.year * 12 + day.month - 1
    if unit == "month":
        return _written((months + count) // 12, f"-{(months + count) % 12 + 1:02}")
    if unit == "quarter":
        quarters = months // 3 + count
        return _written(quarters // 4, f"-Q{quarters % 4 + 1}")
    if unit == "year":
        return _written(day.year + count)
    if unit == "decade":
        return _written((day.year // 10 + count) * 10)[:3] or None
    if unit == "century":
        return _written((day.year // 100 + count) * 100)[:2] or None
    return None


def _written(year: int, rest: str = "") -> str:
    return f"{year:04}{rest}" if 1 <= year <= 9999 else ""


def moved(day: date, *, days: int) -> str | None:
    """The day so many days later; None where the calendar ends."""
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def week_of(day: str | None) -> str | None:
    """The ISO week of a day.

    >>> week_of("2016-08-16")
    '2016-W33'
    """
    if day is None:
        return None
    year, week, _ = date.fromisoformat(day).isocalendar()
    return f"{year}-W{week:02}"


def same_last_year(value: str) -> str | None:
    """A date, a month, a quarter, a half or a year one year earlier, as precise as it was.

    >>> same_last_year("1989-Q3"), same_last_year("2016-08"), same_last_year("199")
    ('1988-Q3', '2015-08', None)
    """
    found = re.fullmatch(r"(\d{4})(-[QH]\d|-\d\d)?", value)
    return _written(int(found[1]) - 1, found[2] or "") or None if found else None


def period(unit: str, count: int | float | str) -> str:
    """A length of time: `P2Y`, `PT3H`; `PXM` where the number is not given; years and hours and a half in two parts.

    >>> period("year", 2), period("hour", 3), period("month", "X"), period("fortnight", 1)
    ('P2Y', 'PT3H', 'PXM', 'P2W')
    >>> period("year", 2.5), period("hour", 0.5), period("week", 1.5)
    ('P2Y6M', 'PT30M', 'P1.5W')
    """
    letter = lexicon("times")["units"][unit]
    if letter == "2W":
        return f"P{count * 2 if isinstance(count, int) else count}W"
    parts = {"Y": (12, "M"), "TH": (60, "M"), "D": (24, "H"), "TM": (60, "S")}
    mark, letter = ("PT", letter[1:]) if letter[0] == "T" else ("P", letter)
    if not isinstance(count, float) or (key := mark[1:] + letter) not in parts or count * parts[key][0] % 1:
        return f"{mark}{count}{letter}"
    size, small = parts[key]
    whole, rest = divmod(int(count * size), size)
    return f"{mark}{f'{whole}{letter}' if whole else ''}{'T' if key == 'D' else ''}{rest}{small}"


def weekday(today: date, number: int, *, ahead: bool, strict: bool = False) -> str | None:
    """The day an agency means by a weekday's name: the last one, today included; the next one for what is to come.

    `strict` leaves today out, as "last Tuesday" and "next Tuesday" do.
    """
    days = (number - today.weekday()) % 7
    if days == 0:
        days = (7 if ahead else -7) if strict else 0
    elif not ahead:
        days -= 7
    return moved(today, days=days)


def exact(year: int, month: int, day: int | None = None) -> str | None:
    """A date as printed; None for a day that no calendar has."""
    if not 1 <= month <= 12 or not 1 <= year <= 9999:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the rule of Gauss in its usual short form.

    >>> easter(2016), easter(2024)
    (datetime.date(2016, 3, 27), datetime.date(2024, 3, 31))
    """
    golden, century, rest = year % 19, year // 100, year % 100
    skipped = (century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 19 * golden + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - skipped - rest % 4) % 7
    shift = skipped + weekday - 7 * ((golden + 11 * skipped + 22 * weekday) // 451)
    return date(year, 3, 22) + timedelta(days=shift)
