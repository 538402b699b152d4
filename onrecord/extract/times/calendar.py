"""Dates as TIMEX3 writes them, counted from the day of publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ..lexicons import lexicon


def shifted(day: date, unit: str, count: int) -> str | None:
    """The time `count` units after `day`, as precise as the unit: a day, a week, a month, a quarter, a year.

    >>> day = date(2016, 8, 16)
    >>> shifted(day, "week", -1), shifted(day, "month", 5), shifted(day, "year", -1)
    ('2016-W32', '2017-01', '2015')
    """
    if unit in ("day", "night"):
        return (day + timedelta(days=count)).isoformat()
    if unit in ("week", "fortnight"):
        year, week, _ = (day + timedelta(weeks=count * (2 if unit == "fortnight" else 1))).isocalendar()
        return f"{year}-W{week:02}"
    months = day.year * 12 + day.month - 1
    if unit == "month":
        return f"{(months + count) // 12:04}-{(months + count) % 12 + 1:02}"
    if unit == "quarter":
        quarters = months // 3 + count
        return f"{quarters // 4:04}-Q{quarters % 4 + 1}"
    if unit == "year":
        return f"{day.year + count:04}"
    if unit == "decade":
        return f"{day.year // 10 + count:03}"
    if unit == "century":
        return f"{day.year // 100 + count:02}"
    return None


def period(unit: str, count: int | float | str) -> str:
    """A length of time: `P2Y`, `PT3H`; `PXM` where the number is not given.

    >>> period("year", 2), period("hour", 3), period("month", "X"), period("fortnight", 1)
    ('P2Y', 'PT3H', 'PXM', 'P2W')
    """
    letter = lexicon("times")["units"][unit]
    if letter == "2W":
        return f"P{count * 2 if isinstance(count, int) else count}W"
    return f"PT{count}{letter[1:]}" if letter[0] == "T" else f"P{count}{letter}"


def weekday(anchor: Anchor, number: int, *, strict: bool = False) -> str | None:
    """The day an agency means by a weekday's name: the last one, today included; the next one for what is to come.

    `strict` leaves today out, as "last Tuesday" and "next Tuesday" do.
    """
    if anchor.day is None:
        return None
    ahead = (number - anchor.day.weekday()) % 7
    if ahead == 0:
        ahead = (7 if anchor.future else -7) if strict else 0
    elif not anchor.future:
        ahead -= 7
    return (anchor.day + timedelta(days=ahead)).isoformat()


def month_day(anchor: Anchor, month: int, day: int | None) -> str | None:
    """A month, or a day of it, whose year is not printed: the nearest one, on the side that the tense points to."""
    if anchor.day is None:
        return None
    today = anchor.day
    years = [today.year - 1, today.year, today.year + 1]
    choices = [year for year in years if day is None or _exists(year, month, day)]
    if not choices:
        return None

    def away(year: int) -> int:
        return (date(year, month, min(day or 15, 28)) - today).days

    past = [year for year in choices if (year, month, day or 0) <= (today.year, today.month, today.day)]
    ahead = [year for year in choices if (year, month, day or 32) >= (today.year, today.month, today.day)]
    near = min(choices, key=lambda year: abs(away(year)))
    if anchor.future is None and abs(away(near)) <= 60:
        chosen = near
    else:
        chosen = min(ahead or choices) if anchor.future else max(past or choices)
    return f"{chosen:04}-{month:02}" + (f"-{day:02}" if day else "")


def exact(year: int, month: int, day: int | None = None) -> str | None:
    """A date as printed; None for a day that no calendar has."""
    if not 1 <= month <= 12 or (day is not None and not _exists(year, month, day)):
        return None
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


@dataclass(frozen=True)
class Anchor:
    """What a relative time is counted from: the day of publication, and whether the words look ahead."""

    day: date | None
    future: bool | None = None
    """True: what is to come; False: what has been; None: the tense does not say."""
