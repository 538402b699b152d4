"""Clues from the times of a sentence: how far from the day of publication, and how they are said."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import day_name
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from onrecord.model import FoundTime, Span

from ..lexicons import lexicon
from ..reading import Reading
from .place import Clue

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_WEEKDAYS = frozenset(day.lower() for day in day_name)
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")


@dataclass(frozen=True)
class Moments:
    """The times of one article's sentences."""

    reading: Reading
    times: tuple[FoundTime, ...]

    def of(self, number: int) -> Iterator[Clue]:
        """Clues of the sentence with this number, from 0."""
        text = self.reading.sentences[number][0].span.cut(self.reading.article.text)
        for match in _YEAR.finditer(text):
            yield f"year {self._year(int(match[0]))}", 1.0
        found = self._by_sentence.get(number, ())
        if not found:
            yield "no time", 1.0
        for time in found:
            yield f"time {time.type}", 1.0
            yield f"time {time.relation}", 1.0
            yield from self._said(time)
            yield from self._distance(time.value or "")

    @cached_property
    def _by_sentence(self) -> Mapping[int, list[FoundTime]]:
        ends = [s.span.end for s, _ in self.reading.sentences]
        found: dict[int, list[FoundTime]] = defaultdict(list)
        for time in self.times:
            number = bisect_left(ends, time.span[0] + 1)
            if number < len(ends) and self.reading.sentences[number][0].span.start < time.span[1]:
                found[number].append(time)
        return found

    @cached_property
    def _today(self) -> date | None:
        published = self.reading.article.published
        return date.fromisoformat(published) if published else None

    @cached_property
    def _latest(self) -> int:
        """The year of publication, or else the last year the article names."""
        if self._today:
            return self._today.year
        return max((int(m[0]) for m in _YEAR.finditer(self.reading.text)), default=0)

    def _year(self, year: int) -> str:
        away = year - self._latest
        return "ahead" if away > 0 else "now" if away == 0 else "last" if away == -1 else "near" if away > -5 else "old"

    def _said(self, time: FoundTime) -> Iterator[Clue]:
        words = set(re.findall(r"[a-z]+", Span(*time.span).cut(self.reading.article.text).lower()))
        told = _said()
        for word in words & told:
            yield f"time with {word}", 1.0
        if any(word.removesuffix("s") in told for word in words - told):
            yield "time of several", 1.0
        if words & _WEEKDAYS:
            yield "time with weekday", 1.0

    def _distance(self, value: str) -> Iterator[Clue]:
        if value.endswith("_REF"):
            yield f"time {value}", 1.0
        if self._today is None or not (match := _DAY.match(value)):
            return
        year, month, day = (int(part) if part else None for part in match.groups())
        years = (year or 0) - self._today.year
        yield f"years {_years(years)}", 1.0
        if month:
            yield f"months {_months(years * 12 + month - self._today.month)}", 1.0
        if month and day:
            yield f"days {_days(value[:10], self._today)}", 1.0


def _years(away: int) -> str:
    if away >= -1:
        return "ahead" if away > 0 else "this" if away == 0 else "last"
    return "few" if away > -5 else "some" if away > -10 else "many"


def _months(away: int) -> str:
    if away >= -1:
        return "ahead" if away > 0 else "this" if away == 0 else "last"
    return "half a year" if away > -7 else "many"


def _days(value: str, today: date) -> str:
    try:
        away = (date.fromisoformat(value) - today).days
    except ValueError:
        return "unknown"
    if away >= -1:
        return "ahead" if away > 0 else "now"
    return "a week" if away >= -7 else "a month" if away >= -31 else "long ago"


@cache
def _said() -> frozenset[str]:
    """Words by which a time is told, each a clue of its own."""
    return frozenset(lexicon("roles")["times"])
