"""What a time means: from the words of a match and the day of publication to a TIMEX3 value."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from ..lexicons import lexicon
from ..numerals import value_of
from .calendar import Anchor, exact, month_day, period, shifted, weekday

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True)
class Meaning:
    """A value with its type; `computed` when it was counted from the day of publication."""

    value: str | None
    type: TimeType = "DATE"
    modifier: str | None = None
    computed: bool = False


def meaning_of(kind: str, match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """What a match of a kind of pattern means; None where it means no time after all."""
    words = {name: re.sub(r"\s+", " ", value).lower() for name, value in match.groupdict().items() if value}
    resolved = _RESOLVERS[kind](words, anchor)
    if resolved is None or resolved.modifier:
        return resolved
    times = lexicon("times")
    modifier = times["modifiers"].get(words.get("mod")) or times["limits"].get(words.get("limit"))
    return Meaning(resolved.value, resolved.type, modifier, resolved.computed)


def _year(words: dict[str, str]) -> int:
    year = int(words["y"])
    return year if year > 99 else year + (1900 if year > 40 else 2000)


def _date(words: dict[str, str], anchor: Anchor) -> Meaning | None:
    month = int(words["m"]) if "m" in words else lexicon("times")["months"][words["mon"].rstrip(".")]
    day = int(words["d"]) if "d" in words else None
    if "y" in words:
        value = exact(_year(words), month, day)
        return Meaning(value) if value else None
    if words.get("rel") in ("last", "past", "next"):
        anchor = Anchor(anchor.day, words["rel"] == "next")
    return Meaning(month_day(anchor, month, day), computed=True)


def _weekday(words: dict[str, str], anchor: Anchor) -> Meaning:
    rel = words.get("rel")
    if rel in ("last", "past", "next"):
        anchor = Anchor(anchor.day, rel == "next")
    value = weekday(anchor, lexicon("times")["weekdays"][words["wd"]], strict=rel in ("last", "past", "next"))
    return _part_of(value, words.get("part"))


def _part_of(day: str | None, part: str | None) -> Meaning:
    if part is None:
        return Meaning(day, computed=True)
    return Meaning(day and f"{day}T{lexicon('times')['parts'][part]}", "TIME", computed=True)


def _day(words: dict[str, str], anchor: Anchor) -> Meaning:
    ahead = {"yesterday": -1, "tomorrow": 1}.get(words["day"], 0)
    part = words.get("part") or {"tonight": "night", "overnight": "night"}.get(words["day"])
    value = (anchor.day + timedelta(days=ahead)).isoformat() if anchor.day else None
    return _part_of(value, part)


def _this_part(words: dict[str, str], anchor: Anchor) -> Meaning:
    if words["part"] == "weekend":
        week = shifted(anchor.day, "week", -1 if words["rel"] == "last" else 0) if anchor.day else None
        return Meaning(week and f"{week}-WE", computed=True)
    back = 1 if words["rel"] == "last" and words["part"] != "evening" else 0
    return _part_of((anchor.day - timedelta(days=back)).isoformat() if anchor.day else None, words["part"])


_STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}


def _relative(words: dict[str, str], anchor: Anchor) -> Meaning | None:
    unit, step = words["unit"], _STEPS.get(words["rel"], 0)
    if unit in ("hour", "minute", "second", "night"):
        return None if unit != "night" else _this_part({"rel": words["rel"], "part": "night"}, anchor)
    if words["rel"] == "past" and unit != "weekend":
        return Meaning(period(unit, 1), "DURATION") if unit in lexicon("times")["units"] else None
    if anchor.day is None:
        return Meaning(None, computed=True)
    if unit == "weekend":
        return Meaning(f"{shifted(anchor.day, 'week', step)}-WE", computed=True)
    if season := lexicon("times")["seasons"].get(unit):
        return Meaning(f"{anchor.day.year + step}-{season}", computed=True)
    return Meaning(shifted(anchor.day, unit, step), computed=True)


def _singular(units: str) -> str:
    return str(lexicon("times")["plurals"].get(units) or units.removesuffix("s"))


def _count(words: dict[str, str]) -> int | float | str | None:
    number = words.get("n")
    if number is None or number in lexicon("times")["vague"]:
        return "X"
    if number in ("a", "an", "the whole", "a full", "a whole"):
        return 1
    if number.startswith(("half a", "a half")):
        return 0.5
    return value_of(number)


def _past_units(words: dict[str, str], _: Anchor) -> Meaning:
    unit, count = _singular(words["units"]), _count(words)
    if count == "X" and "n" not in words:
        refs = {"recent": "PAST_REF", "coming": "FUTURE_REF", "past": "PAST_REF", "previous": "PAST_REF"}
        if ref := refs.get(words["rel"]):
            return Meaning(ref)
    return Meaning(period(unit, "X" if count is None else count), "DURATION")


def _ago(words: dict[str, str], anchor: Anchor) -> Meaning | None:
    unit, count = _singular(words["unit"]), _count(words)
    if words["way"] in ("before", "after", "earlier", "later", "hence"):
        return Meaning(_when_count(anchor, unit, count, words["way"]), computed=True) if unit != "minute" else None
    if not isinstance(count, int | float):
        return Meaning("PAST_REF" if words["way"] == "ago" else "FUTURE_REF")
    if unit in ("hour", "minute", "second"):
        return Meaning(anchor.day.isoformat() if anchor.day else None, "TIME", computed=True)
    step = -count if words["way"] == "ago" else count
    whole = int(step) if step == int(step) else None
    return Meaning(shifted(anchor.day, unit, whole) if anchor.day and whole else None, computed=True)


def _when_count(anchor: Anchor, unit: str, count: int | float | str | None, way: str) -> str | None:
    """Times counted from another event are not resolved; a year earlier is: print counts it from the present."""
    if anchor.day is None or not isinstance(count, int) or unit not in ("year", "month") or way != "earlier":
        return None
    return shifted(anchor.day, unit, -count)


def _year_earlier(words: dict[str, str], anchor: Anchor) -> Meaning:
    return Meaning(shifted(anchor.day, words["unit"], -1) if anchor.day else None, computed=True)


def _same_last(words: dict[str, str], anchor: Anchor) -> Meaning:
    if anchor.day is None:
        return Meaning(None, computed=True)
    year = anchor.day.year - (words["rel"] == "last")
    return Meaning(str(year), computed=True)


def _season(words: dict[str, str], anchor: Anchor) -> Meaning:
    season = lexicon("times")["seasons"][words["season"]]
    if "y" in words:
        return Meaning(f"{words['y']}-{season}")
    return Meaning(f"{anchor.day.year}-{season}" if anchor.day else None, computed=True)


def _decade(words: dict[str, str], _: Anchor) -> Meaning:
    digits = words["decade"].lstrip("’'‘")
    return Meaning((digits if len(digits) == 4 else f"19{digits}")[:3])


def _century(words: dict[str, str], _: Anchor) -> Meaning | None:
    number = lexicon("numbers")["ordinals"].get(words["c"]) or int(re.sub(r"\D", "", words["c"]) or 0)
    return Meaning(f"{number - 1:02}") if number else None


_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def _quarter(words: dict[str, str], anchor: Anchor) -> Meaning:
    quarter = _NTH[words["q"]]
    if "y" in words:
        return Meaning(f"{words['y']}-Q{quarter}")
    if anchor.day is None:
        return Meaning(None, computed=True)
    current = (anchor.day.month - 1) // 3 + 1
    past = quarter >= current and anchor.future is not True and quarter - current > 1
    return Meaning(f"{anchor.day.year - past}-Q{quarter}", computed=True)


def _half(words: dict[str, str], anchor: Anchor) -> Meaning:
    if words["y"].isdigit():
        return Meaning(f"{words['y']}-H{_NTH[words['q']]}")
    year = anchor.day and anchor.day.year - (words["y"] == "last year")
    return Meaning(f"{year}-H{_NTH[words['q']]}" if year else None, computed=True)


def _clock(words: dict[str, str], anchor: Anchor) -> Meaning:
    day = anchor.day.isoformat() if anchor.day else ""
    if word := words.get("word"):
        return Meaning(f"{day}T{'12:00' if word == 'noon' else '24:00'}" if day else None, "TIME", computed=True)
    hour = int(words.get("h24") or words["h"])
    if half := words.get("half"):
        hour = hour % 12 + (12 if half == "p" else 0)
    minute = words.get("min24") or words.get("min") or "00"
    return Meaning(f"{day}T{hour:02}:{minute}", "TIME", computed=bool(day))


def _every(words: dict[str, str], _: Anchor) -> Meaning | None:
    if (number := lexicon("times")["weekdays"].get(words.get("wd"))) is not None:
        return Meaning(f"XXXX-WXX-{number + 1}", "SET")
    if "unit" not in words:
        return Meaning("P1D" if "part" in words else "P1W", "SET")
    counts: dict[str, int | str] = {"other": 2, "few": "X", "": 1}
    number = words.get("n", "")
    count = counts[number] if number in counts else value_of(number)
    return Meaning(period(_singular(words["unit"]), count or "X"), "SET")


def _duration(words: dict[str, str], _: Anchor) -> Meaning | None:
    count, unit = _count(words), _singular(words["unit"] if "unit" in words else words["units"])
    return Meaning(period(unit, count), "DURATION") if count is not None else None


def _bare_units(words: dict[str, str], _: Anchor) -> Meaning:
    if words.get("way") == "ago":
        return Meaning("PAST_REF")
    return Meaning(period(_singular(words["units"]), "X"), "DURATION")


def _years(words: dict[str, str], _: Anchor) -> Meaning | None:
    last = words["z"] if len(words["z"]) == 4 else words["y"][:2] + words["z"]
    return Meaning(f"{words['y']}/{last}") if last > words["y"] else None


def _year_alone(words: dict[str, str], _: Anchor) -> Meaning:
    return Meaning(words["y"])


def _set(words: dict[str, str], _: Anchor) -> Meaning:
    return Meaning(lexicon("times")["sets"][words["set"]], "SET")


def _per(words: dict[str, str], _: Anchor) -> Meaning:
    return Meaning(period(words["unit"], 1), "SET")


def _old(words: dict[str, str], _: Anchor) -> Meaning:
    return Meaning(period("year", value_of(words["n"]) or "X"), "DURATION")


def _reference(value: str) -> Callable[[dict[str, str], Anchor], Meaning]:
    """A resolver for words that point to the past, the present or the future as such."""
    return lambda _words, _anchor: Meaning(value)


_RESOLVERS: dict[str, Callable[[dict[str, str], Anchor], Meaning | None]] = {
    "iso": _date, "slashed": _date, "month_day": _date, "day_month": _date, "month_year": _date, "month": _date,
    "weekday": _weekday, "day": _day, "this_part": _this_part, "relative": _relative, "past_units": _past_units,
    "recent": _reference("PAST_REF"), "ago": _ago, "year_earlier": _year_earlier, "same_last": _same_last,
    "season_year": _season, "season": _season, "decade": _decade, "century": _century, "quarter": _quarter,
    "half": _half, "fiscal": _year_alone, "years": _years, "year": _year_alone, "clock": _clock, "set": _set,
    "every": _every, "per": _per, "old": _old, "adjective": _duration, "duration": _duration,
    "bare_units": _bare_units, "for_units": _bare_units, "past": _reference("PAST_REF"),
    "present": _reference("PRESENT_REF"), "future": _reference("FUTURE_REF"),
}  # fmt: skip
