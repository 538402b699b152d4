"""Years counted and years printed: aged 43, born in 1973 · in 1996, 20 years ago · the 50th anniversary of 1966."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.model import Agreement, Consistency

from .calendar import DATE, MONTH, YEAR, day_number, day_of, day_words, month_number, stretch_of
from .figures import NUMBER, figure, plain
from .told import Passage, Told

_BORN = rf"born (?:in (?:[A-Z][a-z]+ ){{1,2}})?(?:(?:on |in )?{DATE},? |in )(?P<year>{YEAR})\b"
_ROUGHLY = r"(?:about|around|some|nearly|almost|more than|over) "
_AGED = (
    re.compile(rf"\b(?P<age>\d\d)-year-old[^.;,\d]{{0,40}}, (?:who was )?{_BORN}"),
    re.compile(rf"(?:, |\baged )(?P<age>\d\d), (?:who )?(?:was )?{_BORN}"),
    re.compile(rf"{_BORN}[^.;\d]{{0,30}}(?:,| and) (?:he|she) is (?:now )?(?P<age>\d\d)\b(?! percent)"),
)
_NAMED = re.compile(r"\b(?P<name>[A-Z][\w'-]+ [A-Z][\w'-]+), (?P<age>[1-9]\d),")
HALF = 0.6
"""Years by which "so many years ago" is rounded."""
_AGO = re.compile(
    rf"(?P<rough>{_ROUGHLY})?(?P<years>{NUMBER}) years ago,? in (?:(?P<since>{MONTH}) )?(?P<year>{YEAR})\b"
    rf"|\bin (?:(?P<since2>{MONTH}) )?(?P<year2>{YEAR}), (?P<rough2>{_ROUGHLY})?(?P<years2>{NUMBER}) years ago\b"
)
_ANNIVERSARY = re.compile(
    r"\b(?P<years>\d{1,3})(?:st|nd|rd|th) anniversary of (?:the |its |his |her )?(?:[A-Z]?[a-z]+ ){0,4}?"
    rf"(?:of |in )?(?P<year>{YEAR})\b"
)


def check_ages(told: Told) -> Iterator[Consistency]:
    """Ages told twice; where the day of publication is known, beside years of birth, and years ago beside years."""
    yield from _same_person(told)
    if told.published is None:
        return
    for passage in told.passages:
        for pattern in _AGED:
            for match in pattern.finditer(passage.text):
                yield _aged(passage, match, told.published)
        for match in _AGO.finditer(passage.text):
            yield _ago(passage, match, told.published)
        for match in _ANNIVERSARY.finditer(passage.text):
            yield _anniversary(passage, match, told.published)


def _same_person(told: Told) -> Iterator[Consistency]:
    """Every full name with an age behind it that the article has twice."""
    ages: dict[str, list[tuple[int, Passage, re.Match[str]]]] = {}
    for passage in told.passages:
        for match in _NAMED.finditer(passage.text):
            ages.setdefault(match["name"], []).append((int(match["age"]), passage, match))
    for name, told_ages in ages.items():
        places = {passage.sentence for _, passage, _ in told_ages}
        values = sorted({age for age, _, _ in told_ages})
        if len(told_ages) > 1 and len(places) > 1:
            yield _twice(name, values, told_ages)


def _twice(name: str, values: list[int], told_ages: list[tuple[int, Passage, re.Match[str]]]) -> Consistency:
    apart = values[-1] - values[0]
    result: Agreement = "fits" if apart == 0 else "cannot be decided"
    return Consistency(
        "age",
        f"{name}, {' and '.join(str(age) for age in values)}",
        (f"The article gives {name} an age {len(told_ages)} times: {', '.join(str(age) for age, _, _ in told_ages)}.",),
        result,
        None if apart == 0 else "two people may have one name, or one of the ages may be that of another year",
        facts=tuple(dict.fromkeys(fact for _, passage, match in told_ages for fact in passage.facts(match))),
        sentences=tuple(dict.fromkeys(s for _, passage, _ in told_ages for s in passage.sentences)),
    )


def _aged(passage: Passage, match: re.Match[str], published: date) -> Consistency:
    age, year = int(match["age"]), int(match["year"])
    month = match["month"] or match["month2"]
    birthday = day_of(year, month_number(month), day_number(match["day"] or match["day2"])) if month else None
    turns = published.year - year
    ages = {turns - 1, turns}
    if birthday is not None:
        ages = {turns if (published.month, published.day) >= (birthday.month, birthday.day) else turns - 1}
    told = " or ".join(str(one) for one in sorted(ages))
    steps = (
        f"The article was published in {published.year}: {published.year} − {year} = {turns}.",
        f"Who was born in {year} was {told} then" + ("." if birthday else ", before or after the birthday."),
    )
    near = min(abs(age - one) for one in ages)
    result: Agreement = (
        "fits" if near == 0 else "cannot be decided" if near == 1 or _another_time(passage) else "does not fit"
    )
    why = "the age may be that of another day than publication" if result == "cannot be decided" else None
    return _made(f"aged {age}, born in {year}", steps, result, why, passage, match)


def _another_time(passage: Passage) -> bool:
    """Whether the sentence tells of somebody's end or of another year: the age may be that of then."""
    return bool(re.search(r"\b(?:died|dies|killed|was then|at the time|late)\b", passage.text)) or (
        len(re.findall(rf"\b{YEAR}\b", passage.text)) > 1
    )


def _ago(passage: Passage, match: re.Match[str], published: date) -> Consistency:
    years = figure(match["years"] or match["years2"])
    year, rough = int(match["year"] or match["year2"]), (match["rough"] or match["rough2"] or "").strip()
    month = match["since"] or match["since2"]
    low, high = _elapsed(year, month, published)
    off = max(low - years.value, years.value - high, 0.0)
    room = max(HALF, years.value * 0.1 if rough else 0.0)
    open_ = off <= 2 or bool(rough) or _quoted(passage)
    result: Agreement = "fits" if off <= room else "cannot be decided" if open_ else "does not fit"
    why = "the words may have been said earlier, or count roughly" if result == "cannot be decided" else None
    then = f"{month} {year}" if month else str(year)
    steps = (
        f"The article was published on {day_words(published)}.",
        f"From {then} to that day it is {plain(round(low, 1))} to {plain(round(high, 1))} years.",
        f"The article counts {rough} {years.text}.".replace("  ", " "),
    )
    return _made(f"{then} is {rough} {years.text} years ago".replace("  ", " "), steps, result, why, passage, match)


def _elapsed(year: int, month: str | None, published: date) -> tuple[float, float]:
    """Years from a year, or a month of it, to publication: least and most."""
    stretch = stretch_of(year, month_number(month) if month else None)
    assert stretch is not None
    low, high = (max((published - day).days / 365.25, 0.0) for day in (stretch.last, stretch.first))
    return low, high


def _anniversary(passage: Passage, match: re.Match[str], published: date) -> Consistency:
    years, year = int(match["years"]), int(match["year"])
    apart = published.year - year
    result: Agreement = "fits" if apart == years else "cannot be decided"
    steps = (f"{year} + {years} = {year + years}; the article was published in {published.year}.",)
    why = None if result == "fits" else "the anniversary may be one of another year"
    return _made(f"the anniversary number {years} of {year}", steps, result, why, passage, match)


def _quoted(passage: Passage) -> bool:
    return any(mark in passage.text for mark in '“”"')


def _made(
    claim: str,
    steps: tuple[str, ...],
    result: Agreement,
    why: str | None,
    passage: Passage,
    match: re.Match[str],
) -> Consistency:
    return Consistency("age", claim, steps, result, why, facts=passage.facts(match), sentences=passage.sentences)
