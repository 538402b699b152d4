"""From a time that was found to the `when` of a fact: the printed words beside the date they mean."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from onrecord.model import FoundTime, Span, When

_MODIFIERS = {"START": "early", "MID": "mid", "END": "late", "APPROX": "about"}

_PREFIXES = (
    (r"\d{4}-\d\d-\d\d(?=T|$)", "day"),
    (r"\d{4}-\d\d$", "month"),
    (r"\d{4}$", "year"),
    (r"\d{4}(?=-[A-Z]{2}$)", "season"),
)

_TIES = re.compile(r"\s+(before|after|following|prior to)\b", re.IGNORECASE)


def when_of(time: FoundTime, text: str) -> When:
    """The time as a fact keeps it. `text` is the article's; a value without a date leaves the words alone.

    Of a range ("from Monday to Friday") the words are the whole range's, and `until` is its end. A length of time
    counted from another event keeps the word that ties it ("two days after") and has no date.
    """
    span, relation = time.range or time.span, time.relation
    shown = re.sub(r"\s+", " ", Span(*span).cut(text))
    if time.type == "DURATION" and relation == "on":
        relation = "for"
    if time.type == "DURATION" and (tie := _TIES.match(text, span[1])):
        shown = f"{shown} {tie[1]}"
    modifier = None if time.range else _modifier(time, shown)
    return When(
        text=shown,
        **_range(time),
        modifier=modifier,
        relation=relation,
        origin=time.origin,
    )


def _modifier(time: FoundTime, shown: str) -> str | None:
    if re.match(r"(?:nearly|almost)\b", shown, re.IGNORECASE):
        return "about"
    return _MODIFIERS.get(time.modifier or "")


def _range(time: FoundTime) -> dict[str, Any]:
    first, last = _dated(time.value or ""), _dated(time.until or "")
    if time.until is None or not first or not last:
        return first
    return {"date": first["date"], "until": last.get("until", last["date"]), "precision": "period"}


def _dated(value: str) -> dict[str, Any]:
    """`date`, `until` and `precision` of a TIMEX3 value.

    >>> _dated("2016-W32")
    {'date': '2016-08-08', 'until': '2016-08-14', 'precision': 'week'}
    >>> _dated("199"), _dated("P2Y")
    ({'date': '1990', 'until': '1999', 'precision': 'decade'}, {})
    >>> _dated("2016-05-10/2016-05-12")
    {'date': '2016-05-10', 'until': '2016-05-12', 'precision': 'period'}
    """
    for pattern, precision in _PREFIXES:
        if match := re.match(pattern, value):
            return {"date": match[0], "precision": precision}
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        first, last = (date.fromisocalendar(int(week[1]), int(week[2]), day) for day in (6 if week[3] else 1, 7))
        return {"date": first.isoformat(), "until": last.isoformat(), "precision": "week"}
    if part := re.fullmatch(r"(\d{4})-([QH])([1-4])", value):
        length = 3 if part[2] == "Q" else 6
        month = int(part[3]) * length
        return {"date": f"{part[1]}-{month - length + 1:02}", "until": f"{part[1]}-{month:02}", "precision": "period"}
    if span := re.fullmatch(r"(\d{4}(?:-\d\d){0,2})/(\d{4}(?:-\d\d){0,2})", value):
        return {"date": span[1], "until": span[2], "precision": "period"}
    if re.fullmatch(r"\d{3}", value):
        return {"date": f"{value}0", "until": f"{value}9", "precision": "decade"}
    if re.fullmatch(r"\d{2}", value):
        return {"date": f"{value}00", "until": f"{value}99", "precision": "century"}
    return {}
