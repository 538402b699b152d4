"""Days by name: weekdays, today and its neighbours, holidays, "the same day", and the parts of a day."""

from __future__ import annotations

from datetime import date, timedelta

from ..lexicons import lexicon
from .calendar import easter, moved, shifted, week_of, weekday
from .dates import month_day
from .meaning import Anchor, Kind, Meaning, Words

_STRICT = {"last": False, "past": False, "previous": False, "next": True, "coming": True, "following": True}


def part_of(day: str | None, part: str | None) -> Meaning:
    """The day, or the part of it that is named."""
    if part is None:
        return Meaning(day, computed=True)
    return Meaning(day and f"{day}{lexicon('times')['parts'][part]}", "TIME", computed=True)


def _weekday(words: Words, anchor: Anchor) -> Meaning:
    rel, number = words.get("rel"), lexicon("times")["weekdays"][words["wd"]]
    counted = anchor.told_day if rel in ("previous", "following") else anchor.day
    day = counted or (anchor.day - timedelta(days=7) if anchor.day and rel == "previous" else anchor.day)
    if anchor.day is None or day is None:
        return part_of(None, words.get("part"))
    ahead = _STRICT.get(rel or "", anchor.ahead)
    value = weekday(day, number, ahead=ahead, strict=rel in _STRICT)
    return part_of(value, words.get("part"))


def _weekday_ago(words: Words, anchor: Anchor) -> Meaning:
    """“Friday last week”, “Tuesday of next week”: the weekday of that week."""
    number, step = lexicon("times")["weekdays"][words["wd"]], {"last": -1, "next": 1}.get(words["rel"], 0)
    if anchor.day is None:
        return part_of(None, words.get("part"))
    monday = anchor.day - timedelta(days=anchor.day.weekday())
    return part_of(moved(monday, days=7 * step + number), words.get("part"))


def _weekdays(words: Words, anchor: Anchor) -> Meaning:
    """From a weekday to the next of another name: "Friday-Sunday"."""
    first = _weekday({"wd": words["wd"]}, anchor).value
    if first is None:
        return Meaning(None, computed=True)
    last = weekday(date.fromisoformat(first), lexicon("times")["weekdays"][words["last"]], ahead=True)
    return Meaning(f"{first}/{last}", computed=True)


def _today(words: Words, anchor: Anchor) -> Meaning:
    steps = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
    part = words.get("part") or {"tonight": "night", "overnight": "night"}.get(words["day"])
    return part_of(moved(anchor.day, days=steps.get(words["day"], 0)) if anchor.day else None, part)


def _this_part(words: Words, anchor: Anchor) -> Meaning | None:
    """A part of the day of publication; last night is that of the day before."""
    back = 1 if words["rel"] == "last" else 0
    return part_of(moved(anchor.day, days=-back) if anchor.day else None, words["part"])


def _that_day(words: Words, anchor: Anchor) -> Meaning | None:
    """“The same day”, “the next day”, “that night”: counted from the last day told; null where none was."""
    steps = {"next": 1, "following": 1, "previous": -1, "preceding": -1}
    rel = words.get("rel", "same")
    if anchor.told_day is None and rel == "that":
        return None
    value = moved(anchor.told_day, days=steps.get(rel, 0)) if anchor.told_day else None
    return part_of(value, words.get("part"))


def _told_part(words: Words, anchor: Anchor) -> Meaning | None:
    """“In the morning”: of the day told just before; without one it is no particular time."""
    return part_of(anchor.beside, words["part"]) if anchor.beside else None


def _weekend(words: Words, anchor: Anchor) -> Meaning | None:
    rel = words.get("rel", "the")
    if rel == "that":
        week = week_of(anchor.told_day.isoformat()) if anchor.told_day else None
        return Meaning(week and f"{week}-WE", computed=True)
    if anchor.day is None:
        return Meaning(None, computed=True)
    begun = anchor.day.weekday() >= 5
    if rel in ("last", "past", "next", "coming"):
        step = -1 if rel in ("last", "past") else 1 if rel == "next" or begun else 0
    else:
        step = 0 if begun or anchor.ahead or rel == "this" else -1
    return Meaning(f"{shifted(anchor.day, 'week', step)}-WE", computed=True)


def _holiday(words: Words, anchor: Anchor) -> Meaning | None:
    """Christmas 2015, last Thanksgiving: in the year that is printed, or the one the tense and nearness point to."""
    rule = str(lexicon("times")["holidays"][words["holiday"].replace("’", "'")])
    if "y" in words:
        return Meaning(_holiday_of(rule, int(words["y"])).isoformat())
    if anchor.day is None:
        return Meaning(None, computed=True)
    middle = _holiday_of(rule, anchor.day.year)
    value = month_day(words, anchor, middle.month, middle.day)
    year = int(value[:4]) if value else anchor.day.year
    return Meaning(_holiday_of(rule, year).isoformat(), computed=True)


def _holiday_of(rule: str, year: int) -> date:
    if rule.lstrip("-").isdigit():
        return easter(year) + timedelta(days=int(rule))
    if rule.count("-") == 1:
        month, day = map(int, rule.split("-"))
        return date(year, month, day)
    month, rest = int(rule[:2]), rule[3:]
    number = int(rest[-1])
    if rest.startswith("-1"):
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - number) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(number - first.weekday()) % 7 + 7 * (int(rest[0]) - 1))


_MOD = r"(?:(?P<mod>earlier|later|early|late) (?:on )?)?"
KINDS = (
    Kind(
        "weekday_ago",
        r"(?P<wd>{longweekday})(?: (?P<part>{part}))? (?:of )?(?P<rel>last|next|this) week\b",
        _weekday_ago,
        hint="unit",
    ),
    Kind(
        "weekday",
        r"(?:(?:the )?(?P<rel>last|next|this|past|previous|coming|following) )?"
        r"(?:(?P<mod>early|late|the early hours of)(?: on)? )?(?P<wd>{longweekday})(?: (?P<part>{part}))?",
        _weekday,
    ),
    Kind("weekdays_span", r"(?P<wd>{longweekday})\s?[-–—]\s?(?P<last>{longweekday})", _weekdays),
    Kind(
        "today",
        _MOD + r"(?P<day>today|tonight|yesterday|tomorrow|overnight|the day before yesterday|the day after tomorrow)"
        r"(?: (?P<part>{part}))?",
        _today,
    ),
    Kind("this_part", _MOD + r"(?P<rel>this|last) (?P<part>morning|afternoon|evening|night|lunchtime)", _this_part),
    Kind(
        "that_day",
        r"(?:(?P<mod>earlier|later|early|late) (?:on )?)?(?:that same|(?P<rel>that)|the (?:very )?"
        r"(?P<rel2>same|next|following|previous|preceding)) (?:day|(?P<part>morning|afternoon|evening|night))"
        r"(?! in\b| out\b| or\b)",
        _that_day,
    ),
    Kind("told_part", r"(?<=in )the (?:(?P<mod>early|late) )?(?P<part>morning|afternoon|evening)", _told_part),
    Kind(
        "weekend",
        _MOD + r"(?:(?:the )?(?P<rel>last|next|this|past|that|coming) |the )weekend(?!ers?\b| of\b)",
        _weekend,
        hint="weekend",
    ),
    Kind(
        "holiday",
        r"(?:(?P<rel>last|next|this|past) )?(?P<holiday>{holiday})(?! (?:tree|card|carol|song|dinner|gift|"
        r"present|party|market|island)s?\b)(?:,? (?P<y>{year})\b)?",
        _holiday,
        hint="holiday",
    ),
)
