"""What an article has told so far, and when it was written: what relative times are counted from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from onrecord.model import Article, FoundTime

from ..lexicons import lexicon
from ..numerals import either
from .calendar import exact
from .dates import month_of
from .shapes import compiled

_NEAR, _FAR = 400, 1200
"""How many characters back a date still is the one that is told of; how far a quarter."""

_COMPARED = frozenset({"year_ago", "same_last", "quarter_of"})


@dataclass
class Story:
    """The times found so far, in order, and the day of publication."""

    day: date | None
    day_first: bool | None
    found: list[FoundTime] = field(default_factory=list)
    quarters: list[FoundTime] = field(default_factory=list)

    def add(self, kind: str, time: FoundTime) -> None:
        """Remember a time as told, unless it only stands in a comparison: "from a year earlier"."""
        if kind not in _COMPARED:
            self.found.append(time)
            if time.value and re.fullmatch(r"\d{4}-[QH]\d", time.value):
                self.quarters.append(time)

    def told(self, start: int, shape: str = r"\d{4}(?!/)") -> str | None:
        """The value of that shape that stands nearest before `start`."""
        for time in reversed(self.found):
            if start - time.span[1] > _NEAR:
                return None
            if time.type in ("DATE", "TIME") and time.value and "/" not in time.value and re.match(shape, time.value):
                return time.value
        return None

    def told_day(self, start: int) -> date | None:
        """The day told last before `start`."""
        value = self.told(start, r"\d{4}-\d\d-\d\d")
        return date.fromisoformat(value[:10]) if value else None

    def quarter(self, start: int) -> str | None:
        """The latest quarter that this part of the article told of and that has begun; others are compared with it."""
        last = f"{self.day.year}-Q{(self.day.month + 2) // 3}" if self.day else "9999"
        near = [time.value for time in self.quarters if time.value and start - time.span[1] <= _FAR]
        return max((value for value in near if value <= last), default=None)


def story_of(article: Article) -> Story:
    """The story before its first word: when it was written, and how it writes dates."""
    return Story(written(article), day_first(article))


def written(article: Article) -> date | None:
    """The day an article was written: of its publication, or the one its dateline or a line at its head prints.

    A dateline's date without a year counts only beside a day of publication, and near it.
    """
    published = date.fromisoformat(article.published) if article.published else None
    if article.dateline:
        printed = _printed(article.dateline.span.cut(article.text), published)
        if printed and (published is None or abs((printed - published).days) <= 7):
            return printed
    if published is None:
        lines = article.text[:600].splitlines()[:5]
        days = (_printed(line.strip(), None) for line in lines if _lone().fullmatch(line.strip()))
        return next((day for day in days if day), None)
    return published


_DATE = (
    r"(?P<mon>{month}) (?P<d>{dd})\b(?:\s?,? (?P<y>{year})\b)?"
    r"|(?P<d2>{dd}) (?P<mon2>{month})(?!\w)(?:,? (?P<y2>{year})\b)?"
)


@cache
def _dated() -> re.Pattern[str]:
    return compiled(_DATE)


@cache
def _lone() -> re.Pattern[str]:
    return re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?[\w.]+ [\w.]+ ?,? (?:19|20)\d\d")


def _printed(text: str, published: date | None) -> date | None:
    found = _dated().search(text)
    if found is None:
        return None
    groups = {key.rstrip("2"): value for key, value in found.groupdict().items() if value}
    month, day = month_of(groups["mon"].lower()), int(re.sub(r"\D", "", groups["d"]))
    years = [int(groups["y"])] if "y" in groups else _years(published)
    days = [date.fromisoformat(value) for year in years if (value := exact(year, month, day))]
    return min(days, key=lambda one: abs((one - (published or one)).days), default=None)


def _years(published: date | None) -> list[int]:
    return [published.year - 1, published.year, published.year + 1] if published else []


_SLASHED = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](?:19|20)\d\d\b")


def day_first(article: Article) -> bool | None:
    """How an article writes dates in digits: as its other ones show, else as its dateline's city does; None unknown."""
    shown = {int(a) > 12 for a, b in _SLASHED.findall(article.text) if (int(a) > 12) != (int(b) > 12)}
    if shown:
        return shown.pop() if len(shown) == 1 else None
    place = article.dateline.place.lower() if article.dateline and article.dateline.place else ""
    cities = lexicon("times")["datelines"]
    return False if place in cities["month first"] else True if place in cities["day first"] else None


@cache
def results() -> re.Pattern[str]:
    """The words of a company's results, beside a sum or a share."""
    return re.compile(rf"\b(?:{either(lexicon('times')['results'])})\b", re.IGNORECASE)
