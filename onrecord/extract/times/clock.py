"""Times of day: by the clock, in words, with the day that stands beside them and the zone."""

from __future__ import annotations

import re

from ..lexicons import lexicon
from .calendar import exact, moved, weekday
from .dates import month_day, month_of
from .meaning import Anchor, Kind, Meaning, Words


def _clock(words: Words, anchor: Anchor) -> Meaning | None:
    """“9 a.m. Tuesday”, “14:48 UTC”, “noon”: of the day beside it, else of the day of publication."""
    day = _day(words, anchor)
    if word := words.get("word"):
        return Meaning(f"{day or ''}{lexicon('times')['parts'][word]}", "TIME", computed=bool(day))
    hour = int(words.get("h24") or words["h"])
    if half := words.get("half") or words.get("of"):
        late = half.startswith(("p", "afternoon", "evening")) or (half == "at night" and hour > 5)
        hour = hour % 12 + (12 if late else 0)
    minute = words.get("min24") or words.get("min") or "00"
    zone = "Z" if words.get("zone") in ("gmt", "utc") else ""
    return Meaning(f"{day or ''}T{hour:02}:{minute}{zone}", "TIME", computed=bool(day))


def _oclock(words: Words, anchor: Anchor) -> Meaning | None:
    """“4 in the morning”, “6 o'clock at night”; by the clock alone nobody knows which half of the day it is."""
    if "of" not in words:
        return Meaning(None, "TIME")
    return _clock({**words, "of": words["of"].removeprefix("in the ")}, anchor)


def _day(words: Words, anchor: Anchor) -> str | None:
    if anchor.day is None:
        return None
    if "mon" in words:
        month, number = month_of(words["mon"]), int(re.sub(r"\D", "", words["d"]))
        return exact(int(words["y"]), month, number) if "y" in words else month_day(words, anchor, month, number)
    if "wd" in words:
        return weekday(anchor.day, lexicon("times")["weekdays"][words["wd"]], ahead=anchor.ahead)
    if "day" in words:
        return moved(anchor.day, days={"yesterday": -1, "tomorrow": 1}.get(words["day"], 0))
    return anchor.beside or anchor.day.isoformat()


_ZONE = r"(?: \(?(?P<zone>{zone})\b\)?)?"
_BESIDE = (
    r"(?:,? (?:(?P<wd>{longweekday})|(?P<day>today|yesterday|tomorrow)|"
    r"(?P<mon>{month}) (?P<d>{dd})(?:,? (?P<y>{year}))?)\b(?! (?:night|morning|evening|afternoon)))?"
)
KINDS = (
    Kind(
        "clock",
        r"(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<min>[0-5]\d))? ?(?:(?P<half>[ap])\.?m\b\.?)" + _ZONE + _BESIDE,
        _clock,
    ),
    Kind(
        "clock24",
        r"(?P<h24>[01]?\d|2[0-3])[:.](?P<min24>[0-5]\d)(?::[0-5]\d)?(?: ?h(?:rs|ours)?\b)?" + _ZONE + _BESIDE,
        _clock,
    ),
    Kind("military", r"(?P<h24>[01]\d|2[0-3])(?P<min24>[0-5]\d) ?(?:(?P<zone>GMT|UTC)|hours|hrs)" + _BESIDE, _clock),
    Kind(
        "oclock",
        r"(?P<h>1[0-2]|[1-9])(?: o(?:’|')clock| (?=in the (?:morning|afternoon|evening)|at night))(?: ?"
        r"(?P<of>in the morning|in the afternoon|in the evening|at night))?",
        _oclock,
    ),
    Kind("noon", r"(?P<word>noon|midnight|midday)" + _ZONE + _BESIDE, _clock),
)
