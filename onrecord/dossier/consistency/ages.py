"""Years counted and years printed: aged 43, born in 1973 · in 1996, 20 years ago · the 50th anniversary of 1966."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.model import Agreement, Consistency

from .calendar import DATE, MONTH, YEAR, day_number, day_of, month_number
from .figures import NUMBER, figure
from .told import Passage, Told

_BORN = rf"born (?:in (?:[A-Z][a-z]+ ){{1,2}})?(?:(?:on |in )?{DATE},? |in )(?P<year>{YEAR})\b"
_ROUGHLY = r"(?:about|around|some|nearly|almost|more than|over) "
_AGED = (
    re.compile(rf"\b(?P<age>\d\d)-year-old[^.;,\d]{{0,40}}, (?:who was )?{_BORN}"),
    re.compile(rf"(?:, |\baged )(?P<age>\d\d), (?:who )?(?:was )?{_BORN}"),
    re.compile(rf"{_BORN}[^.;\d]{{0,30}}(?:,| and) (?:he|she) is (?:now )?(?P<age>\d\d)\b(?! percent)"),
)
_AGO = re.compile(
    rf"(?P<rough>{_ROUGHLY})?(?P<years>{NUMBER}) years ago,? in (?:{MONTH} )?(?P<year>{YEAR})\b"
    rf"|\bin (?:{MONTH} )?(?P<year2>{YEAR}), (?P<rough2>{_ROUGHLY})?(?P<years2>{NUMBER}) years ago\b"
)
_ANNIVERSARY = re.compile(
    r"\b(?P<years>\d{1,3})(?:st|nd|rd|th) anniversary of (?:the |its |his |her )?(?:[A-Z]?[a-z]+ ){0,4}?"
    rf"(?:of |in )?(?P<year>{YEAR})\b"
)


def check_ages(told: Told) -> Iterator[Consistency]:
    """Ages beside years of birth, and years ago beside the year; nothing without a day of publication."""
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
    return _made("age", f"aged {age}, born in {year}", steps, result, why, passage, match)


def _another_time(passage: Passage) -> bool:
    """Whether the sentence tells of somebody's end or of another year: the age may be that of then."""
    return bool(re.search(r"\b(?:died|dies|killed|was then|at the time|late)\b", passage.text)) or (
        len(re.findall(rf"\b{YEAR}\b", passage.text)) > 1
    )


def _ago(passage: Passage, match: re.Match[str], published: date) -> Consistency:
    years = figure(match["years"] or match["years2"])
    year, rough = int(match["year"] or match["year2"]), match["rough"] or match["rough2"]
    apart = published.year - year
    near = abs(years.value - apart)
    room = 1.0 if not rough else max(1.0, years.value * 0.1)
    result: Agreement = (
        "fits" if near <= room else "cannot be decided" if near <= 2 or rough or _quoted(passage) else "does not fit"
    )
    why = "the words may have been said earlier, or count roughly" if result == "cannot be decided" else None
    steps = (
        f"The article was published in {published.year}: {published.year} − {year} = {apart}.",
        f"The article counts {(rough or '').strip()} {years.text} years; one year is allowed for the months.".replace(
            "  ", " "
        ),
    )
    return _made("age", f"{year} is {(rough or '')}{years.text} years ago", steps, result, why, passage, match)


def _anniversary(passage: Passage, match: re.Match[str], published: date) -> Consistency:
    years, year = int(match["years"]), int(match["year"])
    apart = published.year - year
    result: Agreement = "fits" if apart == years else "cannot be decided"
    steps = (f"{year} + {years} = {year + years}; the article was published in {published.year}.",)
    why = None if result == "fits" else "the anniversary may be one of another year"
    return _made("age", f"the anniversary number {years} of {year}", steps, result, why, passage, match)


def _quoted(passage: Passage) -> bool:
    return any(mark in passage.text for mark in '“”"')


def _made(
    kind: str,
    claim: str,
    steps: tuple[str, ...],
    result: Agreement,
    why: str | None,
    passage: Passage,
    match: re.Match[str],
) -> Consistency:
    assert kind == "age"
    return Consistency("age", claim, steps, result, why, facts=passage.facts(match), sentences=passage.sentences)
