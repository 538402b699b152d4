"""Weeks, months, years, seasons, decades and centuries, as such and counted from a date."""

from __future__ import annotations

import re
from datetime import date

from ..lexicons import lexicon
from .calendar import shifted
from .meaning import Anchor, Kind, Meaning, Words

STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1}


def _relative(words: Words, anchor: Anchor) -> Meaning | None:
    """“Last week”, “next month”, “this year”, “the following year”: whole units of the calendar."""
    unit, rel = words["unit"], words["rel"]
    if rel == "past":
        return Meaning(f"P1{lexicon('times')['units'][unit]}", "DURATION")
    if rel in ("following", "previous", "preceding", "same", "that") and (anchor.told or rel in ("same", "that")):
        return Meaning(_from_told(anchor, unit, STEPS.get(rel, 0)), computed=True)
    if anchor.day is None or rel == "following":
        return Meaning(None, computed=True)
    return Meaning(shifted(anchor.day, unit, STEPS.get(rel, 0)), computed=True)


def _that_unit(words: Words, anchor: Anchor) -> Meaning | None:
    """“That year”, “the same month”: the one told before."""
    return _relative({**words, "rel": "that"}, anchor)


def _from_told(anchor: Anchor, unit: str, step: int) -> str | None:
    """Counted from the date told before, when it is precise enough."""
    if unit == "year" and anchor.told:
        return f"{int(anchor.told[:4]) + step:04}"
    if anchor.told_day:
        return shifted(anchor.told_day, unit, step)
    if anchor.told and unit == "month" and (month := re.fullmatch(r"(\d{4})-(\d\d)", anchor.told)):
        months = int(month[1]) * 12 + int(month[2]) - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return None


def year_of(words: Words, anchor: Anchor) -> int | None:
    """The year beside a quarter, half or season; None where none is printed."""
    if "y" in words:
        return int(words["y"])
    rel = words.get("yrel")
    if rel is None or anchor.day is None:
        return None
    return anchor.day.year + STEPS.get(rel.split()[-1], 0)


def _season(words: Words, anchor: Anchor) -> Meaning | None:
    """A season of a year that is printed, of last or next year, or the one that the tense points to."""
    season, year = lexicon("times")["seasons"][words["season"]], year_of(words, anchor)
    if year is not None:
        return Meaning(f"{year}-{season}", computed="y" not in words)
    if anchor.day is None:
        return Meaning(None, computed=True)
    return Meaning(f"{_season_year(words.get('rel'), season, anchor, anchor.day)}-{season}", computed=True)


def _season_year(rel: str | None, season: str, anchor: Anchor, today: date) -> int:
    """The year in which a season begins; winter begins in December."""
    begins = 3 + 3 * ["SP", "SU", "FA", "WI"].index(season)
    year, month = (today.year, today.month) if begins < 12 or today.month > 2 else (today.year - 1, today.month + 12)
    if STEPS.get(rel or "", 0) < 0:
        return year - (month < begins + 3)
    if STEPS.get(rel or "", 0) > 0:
        return year + (month >= begins)
    if rel is None and anchor.future:
        return year + (month >= begins + 3)
    return year - (rel is None and anchor.future is False and month < begins)


def _decade(words: Words, _: Anchor) -> Meaning:
    digits = words["decade"].lstrip("’'‘`")
    if len(digits) == 4 and digits.endswith("00") and digits < "2000":
        # "The 1600s" are a century; whether "the 1900s" are one nobody can say.
        return Meaning(digits[:2] if digits < "1900" else None)
    return Meaning((digits if len(digits) == 4 else f"{20 if digits == '00' else 19}{digits}")[:3])


def _decade_named(words: Words, _: Anchor) -> Meaning:
    tens = {"twenties": None, "thirties": "193", "forties": "194", "fifties": "195", "sixties": "196"}
    more = {"seventies": "197", "eighties": "198", "nineties": "199"}
    return Meaning({**tens, **more}[words["tens"]])


def _century(words: Words, _: Anchor) -> Meaning | None:
    nth = words.get("c", "")
    number = lexicon("numbers")["ordinals"].get(nth) or int(re.sub(r"\D", "", nth) or 0)
    if "one" in words:
        number = 20 + lexicon("numbers")["ordinals"][words["one"]]
    return Meaning(f"{number - 1:02}") if 0 < number < 30 else None


def _fiscal(words: Words, _: Anchor) -> Meaning:
    return Meaning(words["y"])


_REL = r"last|next|this|past|previous|preceding|following|coming|current"
MOD = r"(?:(?P<mod>{modifier}|{halves}) )?"
_NAMED = r"(?P<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)"
KINDS = (
    Kind(
        "relative",
        MOD
        + r"(?:the )?(?:very )?(?P<rel>"
        + _REL
        + r") (?:(?:fiscal|financial|calendar|business) )?(?P<unit>week|fortnight|month|quarter|year|decade|"
        r"century)\b(?: or so\b)?",
        _relative,
        hint="unit",
    ),
    Kind(
        "that_unit",
        MOD + r"(?:that (?:same )?|the same )(?P<unit>week|month|year|decade)(?! that\b)\b",
        _that_unit,
        hint="unit",
    ),
    Kind(
        "season_year",
        MOD + r"(?:the )?(?P<season>{season})(?:,? (?:of )?(?P<y>{year})\b|,? (?P<yrel>(?:of )?(?:last|this|next)) "
        r"year\b)",
        _season,
        hint="season",
    ),
    Kind(
        "season_rel",
        MOD + r"(?:the )?(?P<rel>last|next|this|past|coming|previous) (?P<season>{season})\b",
        _season,
        hint="season",
    ),
    Kind("season", r"(?:the )?(?:(?P<mod>{modifier}) )?(?P<season>{season})\b", _season, hint="season"),
    Kind(
        "decade",
        r"(?:(?P<mod>{halves}) )?(?:the )?(?:(?P<mod2>{modifier})[- ](?:the )?)?(?P<decade>(?:1[5-9]|20)\d0|"
        r"(?:’|'|‘|`)\d0)(?:’|')?s\b",
        _decade,
        hint="decade",
    ),
    Kind(
        "decade",
        r"(?:the (?:(?P<mod>{modifier})[- ])?|(?<=0s and )|(?<=0s or ))(?P<decade>[2-9]0)(?:’|')?s\b",
        _decade,
        hint="decade",
    ),
    Kind("decade", r"the (?:(?P<mod>{modifier})[- ])?" + _NAMED, _decade_named, hint="decade"),
    Kind(
        "century",
        r"(?:the )?(?:(?P<mod>{modifier})[- ])?(?:(?:(?P<c>\d\d?(?:st|nd|rd|th)|{ordinal})|"
        r"twenty-(?P<one>first))[- ]century)",
        _century,
        hint="century",
    ),
    Kind("fiscal", r"(?:the )?(?:(?:fiscal|financial|calendar)(?: year)?|FY) ?(?P<y>{year})\b", _fiscal),
)
