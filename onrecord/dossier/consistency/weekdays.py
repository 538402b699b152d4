"""A printed day of the week against the date beside it, and against the date that a fact was given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.model import Agreement, Consistency, Fact

from .calendar import DATE, GREGORIAN, WEEKDAY, YEAR, day_number, day_of, day_words, month_number, weekday_of, whole_day
from .told import Passage, Told

_DATED = re.compile(
    rf"\b(?P<weekday>{WEEKDAY})(?:,? (?:the )?| \(){DATE}"
    rf"\b(?:,? (?P<year>{YEAR})\b)?(?! (?:attack|bombing|massacre|memorial|movement|uprising|commission))"
)
"""A weekday before its date: Tuesday, May 3 · Tuesday the 3rd of May 2016 · Monday (May 2)."""
_BEHIND = re.compile(rf"\b{DATE}(?:,? (?P<year>{YEAR}))?(?:, a | \()(?P<weekday>{WEEKDAY})\b")
"""A weekday behind its date: May 3, a Tuesday."""
SOON, YEARLY = timedelta(90), timedelta(366)
"""A date within three months of publication is that one; one farther off may be the last or the next."""
_ALONE = re.compile(
    rf"(?:(?:early|late|on|last|next|this|by|until|from|since) )*(?P<weekday>{WEEKDAY})"
    r"(?: (?:early|late|morning|afternoon|evening|at noon))?",
    re.IGNORECASE,
)
"""A time that is nothing but a day of the week."""


def check_weekdays(told: Told) -> Iterator[Consistency]:
    """Weekdays printed beside dates, then weekdays that facts turn into dates."""
    for passage in told.passages:
        for pattern in (_DATED, _BEHIND):
            for match in pattern.finditer(passage.text):
                if checked := _printed(told, passage, match):
                    yield checked
    for fact in told.dossier.facts.values():
        if checked := _given(fact):
            yield checked


def _printed(told: Told, passage: Passage, match: re.Match[str]) -> Consistency | None:
    month = month_number(match["month"] or match["month2"])
    day = day_number(match["day"] or match["day2"])
    year = int(match["year"]) if match["year"] else None
    if (year and year < GREGORIAN) or (known := day_of(year or 2000, month, day)) is None:
        return None
    weekday = match["weekday"]
    result, steps, why = _with_year(weekday, known) if year else _nearest(told, weekday, month, day)
    claim = f"{match['weekday']} is {match['month'] or match['month2']} {day}" + (f", {year}" if year else "")
    return Consistency("weekday", claim, steps, result, why, facts=passage.facts(match), sentences=passage.sentences)


def _with_year(weekday: str, day: date) -> tuple[Agreement, tuple[str, ...], str | None]:
    right = weekday_of(day) == weekday
    return "fits" if right else "does not fit", (_was(day), f"The article prints {weekday}."), None


def _nearest(told: Told, weekday: str, month: int, day: int) -> tuple[Agreement, tuple[str, ...], str | None]:
    """Without a year: the date nearest to publication, the year before and the year after."""
    if told.published is None:
        return "cannot be decided", ("The date has no year.",), "neither a year nor the day of publication is known"
    published = told.published
    days = [d for year in (-1, 0, 1) if (d := day_of(published.year + year, month, day))]
    days.sort(key=lambda d: abs(d - published))
    steps = (f"The date has no year; the article was published on {day_words(published)}.", *(_was(d) for d in days))
    if not days:
        return "cannot be decided", steps, "no year near publication has that day"
    near = [d for d in days if abs(d - published) <= (SOON if abs(days[0] - published) <= SOON else YEARLY)]
    if any(weekday_of(d) == weekday for d in near):
        return "fits", steps[: 1 + len(near)], None
    if any(weekday_of(d) == weekday for d in days):
        return "cannot be decided", steps, "it fits only if another year than the nearest is meant"
    return "does not fit", (*steps, f"None of them is a {weekday}."), None


def _given(fact: Fact) -> Consistency | None:
    """The date that a fact was given for a weekday: it must be such a day."""
    when = fact.when
    match = _ALONE.fullmatch(when.text.strip()) if when else None
    day = whole_day(when.date) if when else None
    if when is None or match is None or when.until or day is None:
        return None
    weekday = match["weekday"].capitalize()
    right = weekday_of(day) == weekday
    if right and when.origin == "computed":
        return None  # the date was worked out from the word: that proves nothing
    result: Agreement = "fits" if right else "does not fit"
    steps = (f"The printed time is {when.text}.", f"The fact gives it the date {when.date}.", _was(day))
    return Consistency(
        "weekday",
        f"{weekday} stands for {day_words(day)}",
        steps,
        result,
        facts=(fact.id,),
        sentences=(fact.at.sentence,) if fact.at else (),
    )


def _was(day: date) -> str:
    return f"{day_words(day)} is a {weekday_of(day)}."
