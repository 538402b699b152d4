"""Years counted back from publication: 20 years ago, in 1996 · for 20 years, since 1996 · an anniversary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.model import Agreement, CheckKind, Consistency

from .calendar import MONTH, YEAR, day_words, month_number, stretch_of
from .figures import NUMBER, figure, plain
from .told import Passage, Told

_ROUGH = r"(?P<{}>(?:about|around|some|nearly|almost|more than|over) )?"
_COUNT = rf"{_ROUGH.format('rough')}(?P<years>{NUMBER}) years"
_COUNT_BEHIND = rf"{_ROUGH.format('rough2')}(?P<years2>{NUMBER}) years"
_THEN = rf"(?:(?P<month>{MONTH}) )?(?P<year>{YEAR})\b"
_THEN_BEFORE = rf"(?:(?P<month2>{MONTH}) )?(?P<year2>{YEAR})"
_AGO = re.compile(rf"{_COUNT} ago,? in {_THEN}|\bin {_THEN_BEFORE}, {_COUNT_BEHIND} ago\b")
_SINCE = re.compile(rf"\bfor {_COUNT},? since {_THEN}|\bsince {_THEN_BEFORE}, or (?:for )?{_COUNT_BEHIND}\b")
_ANNIVERSARY = re.compile(
    r"\b(?P<years>\d{1,3})(?P<ending>st|nd|rd|th) anniversary of (?:the |its |his |her )?(?:[A-Z]?[a-z]+ ){0,4}?"
    rf"(?:of |in )?(?P<year>{YEAR})\b"
)
HALF = 0.6
"""Years by which "so many years ago" is rounded."""


def check_elapsed(told: Told) -> Iterator[Consistency]:
    """Every number of years that leads from publication to a printed year."""
    if told.published is None:
        return
    for passage in told.passages:
        for match in _AGO.finditer(passage.text):
            yield _counted(passage, match, told.published, kind="age")
        for match in _SINCE.finditer(passage.text):
            since = _counted(passage, match, told.published, kind="duration")
            if since.result == "fits":  # "barred for five years since 2017" looks ahead
                yield since
        for match in _ANNIVERSARY.finditer(passage.text):
            yield _anniversary(passage, match, told.published)


def _counted(passage: Passage, match: re.Match[str], published: date, *, kind: CheckKind) -> Consistency:
    years = figure(match["years"] or match["years2"])
    year, month = int(match["year"] or match["year2"]), match["month"] or match["month2"]
    rough = (match["rough"] or match["rough2"] or "").strip()
    low, high = _elapsed(year, month, published)
    off = max(low - years.value, years.value - high, 0.0)
    result = _agreement(passage, off, room=max(HALF, years.value * 0.1 if rough else 0.0), rough=rough)
    then = f"{month} {year}" if month else str(year)
    steps = (
        f"The article was published on {day_words(published)}.",
        f"From {then} to that day it is {plain(round(low, 1))} to {plain(round(high, 1))} years.",
        f"The article counts {rough} {years.text}.".replace("  ", " "),
    )
    said = f"{rough} {years.text} years".strip()
    return Consistency(
        kind,
        f"{then} is {said} ago" if kind == "age" else f"{said} since {then}",
        steps,
        result,
        "it may be counted to another day, or roughly" if result == "cannot be decided" else None,
        facts=passage.facts(match),
        sentences=passage.sentences,
    )


def _agreement(passage: Passage, off: float, *, room: float, rough: str) -> Agreement:
    """What somebody said may have been said earlier."""
    if off <= room:
        return "fits"
    quoted = any(mark in passage.text for mark in '“”"')
    return "cannot be decided" if off <= 2 or rough or quoted else "does not fit"


def _elapsed(year: int, month: str | None, published: date) -> tuple[float, float]:
    """Years from a year, or a month of it, to publication: least and most."""
    stretch = stretch_of(year, month_number(month) if month else None)
    assert stretch is not None
    low, high = (max((published - day).days / 365.25, 0.0) for day in (stretch.last, stretch.first))
    return low, high


def _anniversary(passage: Passage, match: re.Match[str], published: date) -> Consistency:
    years, year = int(match["years"]), int(match["year"])
    fits = published.year - year == years
    return Consistency(
        "age",
        f"the {years}{match['ending']} anniversary of {year}",
        (f"{year} + {years} = {year + years}; the article was published in {published.year}.",),
        "fits" if fits else "cannot be decided",
        None if fits else "the anniversary may be one of another year",
        facts=passage.facts(match),
        sentences=passage.sentences,
    )
