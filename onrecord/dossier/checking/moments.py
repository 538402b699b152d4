"""When: a fact's date is the one that the article's words mean."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.model import FoundTime, Span, When

from .evidence import Evidence, Passage
from .figures import printed
from .lexicons import lexicon
from .words import plain, words

_DAYS: list[str] = lexicon()["weekdays"]
_MONTHS: list[str] = lexicon()["months"]
_FULL = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|march|mar|april|apr|may|june|jun|july|jul|august|aug|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?",
    re.IGNORECASE,
)
_BACK = frozenset([*lexicon()["anaphors"]["group"], *lexicon()["anaphors"]["person"], "this", "that", "these"])
_VALUE = re.compile(r"(\d{4})(?:-W(\d{2})|-(\d{2})(?:-(\d{2}))?)?")


def check_moments(evidence: Evidence) -> None:
    """Report dates that neither their own words nor the times found there bear out, and days named wrongly."""
    for passage in evidence.passages:
        when = passage.fact.when
        if when and (said := _against(when) or _unfound(evidence, passage, when)):
            mend = "write the date that the article's words mean"
            evidence.doubt(passage, "when", "when/date", said=said, mend=mend)
        if when and (strange := _strange(when.text, passage.paragraph)):
            said = f"“{strange}” is not printed where it stands"
            evidence.doubt(passage, "when", "when/text", said=said, mend="give the article's own words")
        near = passage.own
        if not set(_DAYS) & set(words(near)):
            near = passage.paragraph + (passage.before if _BACK & set(words(near)) else "")
        if strange := _strange(passage.fact.text, near):
            said = f"“{strange}” is not printed where it stands"
            evidence.doubt(passage, "when", "text", said=said, mend="name the day as the article does, or leave it out")


def _against(when: When) -> str | None:
    """What the words of a time say against its date; None where nothing."""
    first, last = _bounds(when.date), _bounds(when.until or when.date)
    if first is None or last is None:
        return None
    told = words(when.text)
    single = first[0] == last[1]
    if single and (days := [day for day in _DAYS if day in told]) and first[0].strftime("%A").lower() not in days:
        return f"{when.date} is no {days[0].capitalize()}"
    year = [n for n in printed(when.text) if re.fullmatch(r"1[5-9][0-9]{2}|20[0-9]{2}", n.text)]
    if year and when.relation == "on" and not any(first[0].year <= n.value <= last[1].year for n in year):
        return f"{when.date} is not in {year[0].text}"
    months = [m[0].lower()[:3] for m in _FULL.finditer(plain(when.text)) if m[0] != "may"]
    named = _months_of(first[0], last[1])
    if months and when.date and len(when.date) > 4 and not set(months) & named:
        return f"{when.date} is not in {months[0].capitalize()}"
    numbers = [n.value for n in printed(when.text) if n.value <= 31 and n.text[0].isdigit()]
    if months and numbers and single and first[0].day not in numbers:
        return f"{when.date} is not day {numbers[0]:g} of its month"
    return None


def _months_of(first: date, last: date) -> set[str]:
    """The short names of the months of a stretch of at most a year."""
    numbers = range(first.month, last.month + 1) if first.year == last.year else range(1, 13)
    return {_MONTHS[number - 1] for number in numbers}


def _unfound(evidence: Evidence, passage: Passage, when: When) -> str | None:
    """The date against the times that were found in the same words."""
    first, last = _bounds(when.date), _bounds(when.until or when.date)
    same = [t for t in evidence.times(passage.around) if _same_words(evidence, t, when.text)]
    meant = [bounds for time in same if (bounds := _bounds(time.value)) and _same_scale(time, when)]
    if first is None or last is None or not meant:
        return None
    if any(start <= last[1] and first[0] <= end for start, end in meant):
        return None
    return f"{when.date}: by the article, “{when.text}” is {same[0].value}"


def _same_scale(time: FoundTime, when: When) -> bool:
    return time.type in ("DATE", "TIME") and bool(when.date)


def _same_words(evidence: Evidence, time: FoundTime, text: str) -> bool:
    span = time.range or time.span
    theirs, mine = set(words(Span(*span).cut(evidence.article.text))), set(words(text))
    return bool(theirs & mine) and (theirs <= mine or mine <= theirs)


def _bounds(value: str | None) -> tuple[date, date] | None:
    """The first and the last day of a date as precise as it is written; None for what is no date."""
    match = _VALUE.match(value or "")
    if not match:
        return None
    year, week, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        if week:
            first = date.fromisocalendar(year, week, 1)
            return first, first + timedelta(days=6)
        if day and month:
            return date(year, month, day), date(year, month, day)
        if month:
            end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            return date(year, month, 1), end
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def _strange(text: str, paragraph: str) -> str | None:
    """A day of the week or a month that a text names and the paragraph does not."""
    held = {word[:3] for word in words(paragraph)}
    days = [word for word in words(text) if word in _DAYS and word not in words(paragraph)]
    months = [m[0] for m in _FULL.finditer(plain(text)) if m[0][0].isupper() and m[0].lower()[:3] not in held]
    return days[0].capitalize() if days else months[0] if months else None
