"""Times counted in units: from now ("three days ago"), from a date told before ("two days later"), from an event."""

from __future__ import annotations

import re
from datetime import date

from .calendar import period, same_last_year, shifted
from .lengths import count_of, singular
from .meaning import Anchor, Kind, Meaning, Words


def _ago(words: Words, anchor: Anchor) -> Meaning | None:
    """“Three days ago”, “two years from now”: from the day of publication. A vague number gives only the side."""
    unit, count = singular(words["unit"]), count_of(words)
    back = words["way"] == "ago"
    if not isinstance(count, int | float):
        return Meaning("PAST_REF" if back else "FUTURE_REF")
    if unit in ("hour", "minute", "second"):
        return Meaning(anchor.day.isoformat() if anchor.day else None, "TIME", computed=True)
    if anchor.day is None or not isinstance(count, int):
        return Meaning(None, computed=True)
    return Meaning(shifted(anchor.day, unit, -count if back else count), computed=True)


def _later(words: Words, anchor: Anchor) -> Meaning | None:
    """“Two days later”, “three months earlier”: from the date that the text named last, if it is precise enough."""
    unit, count = singular(words["unit"]), count_of(words)
    back = words["way"] in ("earlier", "before", "previously", "beforehand")
    if unit in ("hour", "minute", "second"):
        return Meaning(anchor.beside, "TIME", computed=True)
    if not isinstance(count, int):
        return Meaning(None, computed=True)
    return Meaning(_counted(anchor, unit, -count if back else count), computed=True)


def _counted(anchor: Anchor, unit: str, count: int) -> str | None:
    if anchor.told_day and unit in ("day", "night", "week", "fortnight", "month"):
        if unit in ("week", "fortnight"):
            return shifted(anchor.told_day, "day", count * (14 if unit == "fortnight" else 7))
        return shifted(anchor.told_day, unit, count)
    if anchor.told is None or not re.match(r"\d{4}", anchor.told):
        return _from_publication(anchor, unit, count)
    year = int(anchor.told[:4])
    if unit in ("year", "decade"):
        if unit == "year" and count == -1 and (same := same_last_year(anchor.told)) and len(same) == 7:
            return same
        return f"{year + count * (10 if unit == 'decade' else 1):04}"
    if unit == "month" and re.fullmatch(r"\d{4}-\d\d", anchor.told):
        return shifted(date(year, int(anchor.told[5:]), 1), "month", count)
    return None


def _from_publication(anchor: Anchor, unit: str, count: int) -> str | None:
    """With no date told, print counts "a year earlier" and "a month earlier" from the present; nothing else."""
    if anchor.day is None or count >= 0 or unit not in ("year", "month"):
        return None
    return shifted(anchor.day, unit, count)


def _from_event(words: Words, _: Anchor) -> Meaning | None:
    """“Two days after the vote”: a length of time. What it is counted from has no date here, so it has none."""
    count = count_of(words)
    return Meaning(period(singular(words["unit"]), count), "DURATION") if count is not None else None


_N = r"(?:(?P<limit>{limit}) )?(?:(?P<n>{number}|an?|{vague}|a couple(?: of)?|(?:a|one) single) )"
_MORE = r"(?:(?:more|full|whole|straight|consecutive) )?"
KINDS = (
    Kind(
        "ago",
        _N + _MORE + r"(?P<unit>{anyunit})(?: or (?:so|more|two))? (?P<way>ago|from now|hence)\b",
        _ago,
        hint="unit",
    ),
    Kind(
        "later",
        _N
        + _MORE
        + r"(?P<unit>{anyunit})(?: or (?:so|more))? (?P<way>later|earlier|afterwards?|beforehand|previously)\b",
        _later,
        hint="unit",
    ),
    Kind("later", _N + r"(?P<unit>{anyunit}) (?P<way>before|after)(?=[.,;!?”\"]|$)", _later, hint="unit"),
    Kind(
        "from_event",
        _N + _MORE + r"(?P<unit>{anyunit})(?= (?:before|after|following|prior to|into|since)\b)",
        _from_event,
        hint="unit",
    ),
)
