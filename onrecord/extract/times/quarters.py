"""Quarters, halves and business years, and what results are compared with: “a year earlier”."""

from __future__ import annotations

import re

from ..lexicons import lexicon
from .calendar import same_last_year, shifted
from .dates import month_of
from .meaning import Anchor, Kind, Meaning, Words
from .periods import MOD, year_of

_NTH = {
    "q1": 1,
    "q2": 2,
    "q3": 3,
    "q4": 4,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "last": 4,
    "final": 4,
}
_HALVES = {"h1": 1, "h2": 2, "first": 1, "second": 2, "last": 2, "latter": 2}


def _the_unit(words: Words, anchor: Anchor) -> Meaning | None:
    """“The quarter”, “the week”, “for the year”: the one that the text is about, else the present one."""
    unit = words["unit"]
    if "emon" in words:
        return (
            _ended(words, anchor) if unit == "quarter" else Meaning(f"P1{lexicon('times')['units'][unit]}", "DURATION")
        )
    if unit == "quarter":
        return Meaning(_quarter_told(words, anchor), computed=True)
    if unit == "period":
        told = _quarter_told(words, anchor)
        return Meaning(told, computed=True) if told or "latest" in words else None
    if unit == "year" and anchor.told and "full" not in words and anchor.day is None:
        return Meaning(anchor.told[:4], computed=True)
    return Meaning(shifted(anchor.day, unit, 0) if anchor.day else None, computed=True)


def _quarter_told(words: Words, anchor: Anchor) -> str | None:
    """The quarter spoken of; the latest one is over."""
    if anchor.day is None or "latest" not in words:
        return anchor.quarter
    over = shifted(anchor.day, "quarter", -1) or ""
    return anchor.quarter if anchor.quarter and anchor.quarter <= over else over if words["unit"] == "quarter" else None


def _ended(words: Words, anchor: Anchor) -> Meaning | None:
    """The quarter ended September 30: the calendar's quarter that ends then."""
    if anchor.day is None and "ey" not in words:
        return Meaning(None, computed=True)
    month = month_of(words["emon"])
    year = int(words["ey"]) if "ey" in words else anchor.day.year - (month > anchor.day.month) if anchor.day else 0
    return Meaning(f"{year}-Q{(month - 1) // 3 + 1}", computed=True)


def _quarter(words: Words, anchor: Anchor) -> Meaning:
    quarter, year = _NTH[words["q"]], year_of(words, anchor)
    if year is not None:
        return Meaning(f"{year}-Q{quarter}", computed="y" not in words)
    if anchor.day is None:
        return Meaning(None, computed=True)
    current = (anchor.day.month - 1) // 3 + 1
    if anchor.future:
        # "Will report third-quarter results" in October: the quarter just ended.
        return Meaning(f"{anchor.day.year + (quarter < current - 1)}-Q{quarter}", computed=True)
    return Meaning(f"{anchor.day.year - (quarter - current > 1)}-Q{quarter}", computed=True)


def _year_end(_: Words, anchor: Anchor) -> Meaning:
    """The last day of the year; of the one before where the words look back to it."""
    return Meaning(f"{anchor.day.year - anchor.since}-12-31" if anchor.day else None, computed=True)


def _half(words: Words, anchor: Anchor) -> Meaning | None:
    year = year_of(words, anchor) or (anchor.day.year if anchor.day else None)
    return Meaning(f"{year}-H{_HALVES[words['h']]}" if year else None, computed="y" not in words)


def _quarter_of_year(words: Words, anchor: Anchor) -> Meaning:
    """“The 1988 quarter”, “last year's quarter”: the quarter that is spoken of, in that year."""
    year = year_of(words, anchor)
    if year is None:
        return Meaning(None, computed=True)
    quarter = f"-Q{_NTH[words['q']]}" if "q" in words else (anchor.quarter or "")[4:]
    return Meaning(f"{year}{quarter}", computed=True)


def _year_ago(words: Words, anchor: Anchor) -> Meaning:
    """“A year earlier”, “the year-ago quarter”: the same quarter a year before where results are compared."""
    if length := words.get("n"):
        return Meaning(f"P{lexicon('numbers')['ones'].get(length, length)}M", "DURATION")
    whole = words.get("unit", "year") == "quarter"
    about = anchor.results or (anchor.quarter if whole else None)
    if about:
        return Meaning(same_last_year(about), computed=True)
    told = anchor.told if words.get("way") in ("earlier", "before") else None
    if told and (value := same_last_year(told[:7] if told[4:6] != "-Q" else told)):
        return Meaning(value, computed=True)
    return Meaning(shifted(anchor.day, "year", -1) if anchor.day else None, computed=True)


def _unit_ago(words: Words, anchor: Anchor) -> Meaning:
    return Meaning(shifted(anchor.day, words["unit"], -1) if anchor.day else None, computed=True)


def _same_last(words: Words, anchor: Anchor) -> Meaning:
    """“The same period last year”, “the same month a year ago”: what was told, a year before."""
    if anchor.day is None:
        return Meaning(None, computed=True)
    step = 0 if words.get("rel") == "this" else 1
    told = anchor.quarter if words["unit"] in ("quarter", "period") else anchor.told
    if words["unit"] == "month" and told and re.fullmatch(r"\d{4}-\d\d", told[:7]):
        told = told[:7]
    elif words["unit"] not in ("quarter", "period", "month"):
        told = None
    if told is None or not step:
        return Meaning(str(anchor.day.year - step), computed=True)
    return Meaning(same_last_year(told), computed=True)


_YEAR = r"(?:,? (?:of )?(?:fiscal (?:year )?)?(?P<y>{year})\b|,? (?P<yrel>(?:of )?(?:last|this|next)) year\b)?"
_ENDED = r"(?=,? (?:that |which )?(?:ended|ending|to) (?P<emon>{month}) ?\d{0,2}(?:,? (?P<ey>{year})\b)?)"
_BEFORE = r"(?:(?:the |its )?(?P<yrel2>last|this|next) year(?:’|')s (?:fiscal )?|(?:the )?(?P<y>{year}) (?:fiscal )?)"
_TH = r"(?P<q>first|second|third|fourth|last|final|1st|2nd|3rd|4th)"
KINDS = (
    Kind(
        "the_unit",
        r"(?:the )?(?P<latest>latest |most recent )?(?:fiscal[- ])?(?:first |second |third |fourth )?"
        r"(?P<unit>quarter|year)" + _ENDED,
        _the_unit,
        hint="unit",
    ),
    Kind(
        "the_unit",
        MOD + r"the (?:(?P<latest>latest|most recent) |(?P<full>full|whole|entire) )?(?:(?:fiscal|financial|calendar)"
        r" )?(?P<unit>quarter|year|month|week|period)(?! (?:ago|earlier|before|following|to|of|that|when|when|"
        r"after|he|she|it|they|ahead|in which)\b)(?![-–])\b",
        _the_unit,
        hint="unit",
    ),
    Kind("year_end", r"(?:the )?year[- ]end\b", _year_end, hint="unit"),
    Kind("quarter_of", _BEFORE + r"(?:" + _TH + r"[- ])?(?P<unit>quarter|period)\b", _quarter_of_year, hint="unit"),
    Kind(
        "quarter",
        r"(?:the (?=(?:fiscal )?\S+ (?:fiscal )?quarter))?(?:(?:fiscal|latest)[- ])?"
        + _TH
        + r"[- ](?:fiscal[- ])?quarter"
        + _YEAR,
        _quarter,
        hint="unit",
    ),
    Kind("quarter", r"(?P<q>(?-i:Q[1-4]))" + _YEAR, _quarter),
    Kind("half", r"(?P<h>(?-i:H[12]))(?: of)? (?P<y>{year})\b", _half),
    Kind(
        "half",
        r"(?:the )?(?P<h>first|second|last|latter)[- ]half(?:,? of (?P<y>{year})\b|(?: of)? (?P<yrel>(?:last|"
        r"this|next|the)) year\b)",
        _half,
        hint="half",
    ),
    Kind(
        "year_ago",
        r"(?:(?:the|a) (?=year (?:earlier|ago|before)|year-\S+ (?:period|quarter|three|six|nine)))?"
        r"(?P<unit>year)[- ](?P<way>earlier|ago|before(?=[.,;!?”\"]|$))(?: (?:period|quarter)\b| (?P<n>three|"
        r"six|nine) months\b)?",
        _year_ago,
        hint="unit",
    ),
    Kind("year_ago", r"(?:the )?(?P<unit>month|quarter)[- ](?P<way>earlier|ago|before)\b", _unit_ago, hint="unit"),
    Kind(
        "same_last",
        r"(?:the )?(?:same|corresponding|comparable) (?P<unit>period|quarter|month|day|time|week)(?:,? (?:of |"
        r"in )?(?:the )?(?P<rel>last|this|previous) year| (?P<rel2>(?:a )?year (?:ago|earlier|before)))",
        _same_last,
    ),
)
