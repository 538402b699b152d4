"""From one date to another: in the right order, and as long as the article says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Agreement, Consistency

from .calendar import DAY, MONTH, YEAR, Stretch, day_number, day_words, month_number, stretch_of
from .figures import NUMBER, figure, plain
from .told import Passage, Told


def _date(n: int) -> str:
    return rf"(?:(?P<month{n}>{MONTH})(?: (?P<day{n}>{DAY})(?!\d))?(?:,? (?P<year{n}>{YEAR}))?|(?P<only{n}>{YEAR}))\b"


_RANGE = re.compile(
    rf"\b(?:[Ff]rom|[Bb]etween) {_date(1)},? (?:to|until|through|and|till) {_date(2)}"
    r"(?! (?:[a-z]+s\b|percent|million))"
)
_LENGTH = rf"(?P<length>{NUMBER})[ -](?P<unit>day|week|month|year)s?\b"
_BEFORE = re.compile(rf"{_LENGTH}(?:[ -][a-z]+){{0,3}},? $")
_BEHIND = re.compile(rf"^(?:, a (?:period|span|stretch|total) of |, or | \(|, for |: ){_LENGTH}")
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_MOVED = re.compile(
    r"\b(?:rose|fell|rise|fall|drop|dropped|up|down|grew|cut|increase|decrease|decline|declined|increased)\b[^.;]*$"
)


@dataclass(frozen=True)
class _End:
    """One end of a range: its days, and whether month and year are printed."""

    days: Stretch
    month: bool
    year: bool


def check_ranges(told: Told) -> Iterator[Consistency]:
    """Every range of dates: the first before the second, and the printed length between them."""
    for passage in told.passages:
        for match in _RANGE.finditer(passage.text):
            ends = _ends(match)
            if ends is None:
                continue
            if ordered := _ordered(passage, match, ends):
                yield ordered
            if ends[0].days.first <= ends[1].days.first and (lasting := _lasting(passage, match, ends)):
                yield lasting


def _ends(match: re.Match[str]) -> tuple[_End, _End] | None:
    """Both ends with a year, printed or taken from the other end; None where there is none."""
    years = [match[f"year{n}"] or match[f"only{n}"] for n in (1, 2)]
    if years[1] is None or bool(match["only1"]) != bool(match["only2"]):
        return None
    made = []
    for n, year in ((1, years[0] or years[1]), (2, years[1])):
        month, day = match[f"month{n}"], match[f"day{n}"]
        stretch = stretch_of(int(year), month_number(month) if month else None, day_number(day) if day else None)
        if stretch is None:
            return None
        made.append(_End(stretch, bool(month), bool(years[n - 1])))
    return made[0], made[1]


def _ordered(passage: Passage, match: re.Match[str], ends: tuple[_End, _End]) -> Consistency | None:
    first, second = ends
    claim = f"{_words(match, 1)} comes before {_words(match, 2)}"
    right = first.days.first <= second.days.last and first.days != second.days
    steps = (
        f"{_words(match, 1)} begins on {day_words(first.days.first)}, "
        f"{_words(match, 2)} on {day_words(second.days.first)}.",
    )
    if right:
        return Consistency("order", claim, steps, "fits", None, passage.facts(match), (), passage.sentences)
    if (
        not first.year
        or first.days == second.days
        or (not first.month and _MOVED.search(passage.text[: match.start()]))
    ):
        return None
    result: Agreement = "does not fit" if first.month else "cannot be decided"
    why = None if first.month else "what looks like years may be numbers"
    return Consistency("order", claim, steps, result, why, passage.facts(match), (), passage.sentences)


def _lasting(passage: Passage, match: re.Match[str], ends: tuple[_End, _End]) -> Consistency | None:
    told = _BEFORE.search(passage.text[: match.start()]) or _BEHIND.search(passage.text[match.end() :])
    if told is None:
        return None
    length, unit = figure(told["length"]), told["unit"]
    first, second = ends[0].days, ends[1].days
    least = max((second.first - first.last).days, 0) / _DAYS[unit]
    most = ((second.last - first.first).days + 1) / _DAYS[unit]
    room = 0.1 if unit == "year" and not ends[0].month else 0.55
    result: Agreement = "fits" if least - room <= length.value <= most + room else "does not fit"
    if result != "fits" and least - 1.5 <= length.value <= most + 1.5:
        result = "cannot be decided"
    steps = (
        f"From {_words(match, 1)} to {_words(match, 2)} it is {plain(round(least, 1))} to {plain(round(most, 1))} "
        f"{unit}s, with or without the days at both ends.",
        f"The article counts {length.text} {unit}s.",
    )
    why = "lengths of time are often rounded" if result == "cannot be decided" else None
    claim = f"{length.text} {unit}s from {_words(match, 1)} to {_words(match, 2)}"
    return Consistency("duration", claim, steps, result, why, passage.facts(match), (), passage.sentences)


def _words(match: re.Match[str], n: int) -> str:
    if match[f"only{n}"]:
        return str(match[f"only{n}"])
    return " ".join(part for part in (match[f"month{n}"], match[f"day{n}"], match[f"year{n}"]) if part)
