"""Dates of the calendar: full and partial, in digits and in words, ranges of days, months and years."""

from __future__ import annotations

import re
from datetime import date

from ..lexicons import lexicon
from .calendar import exact
from .meaning import Anchor, Kind, Meaning, Words

_NEAR, _CLOSE = 120, 45
"""A date without a year is the one within so many days of publication; of a day within the second number of days the
tense says nothing against it: print would add the year to the other one."""


def month_of(word: str) -> int:
    """The number of a month's name, short or long."""
    return int(lexicon("times")["months"][word.rstrip(".")])


def _day(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def _year(word: str) -> int:
    year = int(word)
    return year if year > 99 else year + (1900 if year > 40 else 2000)


def _iso(words: Words, _: Anchor) -> Meaning | None:
    value = exact(int(words["y"]), int(words["m"]), int(words["d"]))
    if value and "h" in words:
        return Meaning(f"{value}T{words['h']}{'Z' if 'z' in words else ''}", "TIME")
    return Meaning(value) if value else None


def _slashed(words: Words, anchor: Anchor) -> Meaning | None:
    """16/08/2016 has one reading; 05/06/2016 has two, and is null unless the article shows which one it writes."""
    first, second, year = int(words["a"]), int(words["b"]), _year(words["y"])
    readings = {True: exact(year, second, first), False: exact(year, first, second)}
    possible = {value for value in readings.values() if value}
    if not possible:
        return None
    if len(possible) == 1:
        return Meaning(possible.pop())
    return Meaning(None if anchor.day_first is None else readings[anchor.day_first])


def _date(words: Words, anchor: Anchor) -> Meaning | None:
    month, day = month_of(words["mon"]), _day(words["d"]) if "d" in words else None
    if "y" in words:
        value = exact(_year(words["y"]), month, day)
        return Meaning(value) if value else None
    if "yrel" in words and anchor.day:
        step = {"last": -1, "next": 1}.get(words["yrel"].split()[-1], 0)
        return Meaning(exact(anchor.day.year + step, month, day), computed=True)
    return Meaning(month_day(words, anchor, month, day), computed=True)


def month_day(words: Words, anchor: Anchor, month: int, day: int | None) -> str | None:
    """A month, or a day of it, whose year is not printed. None without a day of publication.

    The year in which the day is the weekday that is printed; "last" and "next" as they say; the near one; or the one
    that the tense points to.
    """
    today = anchor.day
    if today is None:
        return None
    choices = [y for y in range(today.year - 1, today.year + 2) if exact(y, month, day)]
    if "wd" in words and day:
        number = lexicon("times")["weekdays"][words["wd"].rstrip(".")]
        choices = [y for y in choices if date(y, month, day).weekday() == number] or choices
    if not choices:
        return None
    return exact(_chosen(words.get("rel"), anchor, month, day, choices), month, day)


def _chosen(rel: str | None, anchor: Anchor, month: int, day: int | None, choices: list[int]) -> int:
    today = anchor.day or date.min
    near = min(choices, key=lambda y: abs((date(y, month, min(day or 15, 28)) - today).days))
    away = (date(near, month, min(day or 15, 28)) - today).days
    now = (today.month, today.day if day else 0)
    past = [y for y in choices if (y, month, day or 0) <= (today.year, *now)]
    ahead = [y for y in choices if (y, month, day or 0) >= (today.year, *now)]
    if rel in ("last", "past"):
        return max([y for y in past if (y, month) != (today.year, today.month)] or past or choices)
    if rel in ("next", "coming"):
        return min([y for y in ahead if (y, month) != (today.year, today.month)] or ahead or choices)
    if rel == "this":
        return today.year
    against = anchor.future is not None and anchor.future != (away > 0) and away != 0
    if against and day and abs(away) <= _CLOSE and not anchor.ended:
        return near
    if not against and (abs(away) <= _NEAR or not day):
        return near
    return min(ahead or choices) if anchor.future else max(past or choices)


def _days(words: Words, anchor: Anchor) -> Meaning | None:
    """A range of days: "May 10-12", "10-12 May 2016", "May 30-June 2"."""
    begins, ends = words.get("mon") or words["lastmon"], words.get("lastmon") or words["mon"]
    month, last = month_of(begins), month_of(ends)
    first = _date({**words, "mon": begins}, anchor)
    if first is None or first.value is None:
        return first
    year = int(first.value[:4]) + (last < month)
    end = exact(year, last, _day(words["e"]))
    if end is None or end <= first.value:
        return None
    return Meaning(f"{first.value}/{end}", computed=first.computed)


def _months(words: Words, anchor: Anchor) -> Meaning | None:
    """A range of months: "Jan.-March", "January-March 2016"."""
    month, last = month_of(words["mon"]), month_of(words["lastmon"])
    end = _date({key: value for key, value in words.items() if key == "y"} | {"mon": words["lastmon"]}, anchor)
    if end is None or end.value is None:
        return end
    first = exact(int(words.get("firsty") or int(end.value[:4]) - (last < month)), month)
    return Meaning(f"{first}/{end.value}", computed=end.computed) if first and first < end.value else None


def _years(words: Words, _: Anchor) -> Meaning | None:
    last = words["z"] if len(words["z"]) == 4 else words["y"][:2] + words["z"]
    return Meaning(f"{words['y']}/{last}") if last > words["y"] else None


def _year_alone(words: Words, _: Anchor) -> Meaning:
    return Meaning(words["y"])


def _year_spelled(words: Words, _: Anchor) -> Meaning | None:
    numbers = {**lexicon("numbers")["ones"], **lexicon("numbers")["tens"]}
    rest = sum(numbers[part] for part in re.split(r"[- ]", words.get("rest", "")) if part not in ("", "and"))
    value = rest + (2000 if words["head"] == "two thousand" else numbers[words["head"]] * 100)
    if "mon" in words:
        return Meaning(exact(value, month_of(words["mon"])))
    return Meaning(str(value))


def _attacks(_: Words, __: Anchor) -> Meaning:
    return Meaning("2001-09-11")


_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_REL = r"(?:(?P<rel>last|next|this|past) )?"
_SPELLED = (
    rf"(?:the year )?(?P<head>eighteen|nineteen|twenty) (?P<rest>{_TEENS}|"
    rf"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:{_ONES}))?)"
)
KINDS = (
    Kind("attacks", r"9/11|Sept(?:ember)?\.? 11(?:th)?(?=,? (?:terror\w* )?(?:attacks?|hijack\w+))", _attacks),
    Kind("iso", r"(?P<y>{year})-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?:[T ](?P<h>[0-2]\d:[0-5]\d)(?::\d\d)?(?P<z>Z)?)?", _iso),
    Kind(
        "slashed",
        r"(?P<a>3[01]|[12]\d|0?[1-9])(?P<sep>[/.])(?P<b>3[01]|[12]\d|0?[1-9])(?P=sep)(?P<y>(?:19|20)\d\d)",
        _slashed,
    ),
    Kind("slashed", r"(?P<a>3[01]|[12]\d|0?[1-9])/(?P<b>3[01]|[12]\d|0?[1-9])/(?P<y>\d\d)", _slashed),
    Kind(
        "days",
        r"(?P<mon>{month}) (?P<d>{dd})\s?(?:[-–—]|to)\s?(?:(?P<lastmon>{month}) )?(?P<e>{dd})(?!\d|[:.]\d|"
        r",\d{3})(?:,? (?P<y>{year})\b)?",
        _days,
    ),
    Kind(
        "days",
        r"(?P<d>{dd})(?: (?P<mon>{month}))?\s?(?:[-–—]|to)\s?(?P<e>{dd}) (?P<lastmon>{month})(?!\w)"
        r"(?:,? (?P<y>{year})\b)?",
        _days,
    ),
    Kind("days", r"(?<=between )(?P<mon>{month}) (?P<d>{dd}) and (?P<e>{dd})(?!\w)(?:,? (?P<y>{year})\b)?", _days),
    Kind("days", r"(?<=between )(?P<d>{dd}) and (?P<e>{dd}) (?P<mon>{month})(?!\w)(?:,? (?P<y>{year})\b)?", _days),
    Kind(
        "month_day",
        r"(?:(?P<limit>around|about) )?"
        + _REL
        + r"(?:(?P<wd>{weekday}),? )?(?P<mon>{month}) (?P<d>{dd})(?!\d|,\d{3}|\.\d|[:]\d| percent| million)(?:\s?"
        r",? (?P<y>{year})\b|,? (?P<yrel>(?:of )?(?:last|this|next)) year\b)?",
        _date,
    ),
    Kind(
        "day_month",
        r"(?:(?P<wd>{weekday}),? )?(?:the )?(?P<d>{dd})(?: of)? (?P<mon>{month})(?!\w)(?:,? (?P<y>{year})\b|,? "
        r"(?P<yrel>(?:of )?(?:last|this|next)) year\b)?",
        _date,
    ),
    Kind(
        "months",
        r"(?P<mon>{month})(?: (?P<firsty>{year}))?\s?[-–—]\s?(?P<lastmon>{month})(?!\w)(?:,? (?P<y>{year})\b)?",
        _months,
    ),
    Kind("month_year", r"(?:(?P<mod>{modifier})[- ])?(?P<mon>{month}),? (?:of )?(?P<y>{year})\b", _date),
    Kind(
        "month",
        _REL + r"(?:(?P<mod>{modifier})[- ])?(?P<mon>{longmonth})(?!\w)(?:,? (?P<yrel>(?:of )?(?:last|this|next)) "
        r"year\b)?",
        _date,
    ),
    Kind("spelled", rf"(?:(?P<mon>{{longmonth}}) )?{_SPELLED}", _year_spelled),
    Kind("spelled", rf"(?:the year )?(?P<head>two thousand)(?: (?:and )?(?P<rest>{_ONES}|{_TEENS}))?", _year_spelled),
    Kind("years", r"(?P<y>{year})[-–/](?P<z>\d\d|{year})(?![-–/]?\d)", _years),
    Kind("year", r"(?:the year )?(?:(?P<mod>{modifier})[- ])?(?P<y>{year})\b(?!-\d\d?-\d|[.,]\d)", _year_alone),
)
