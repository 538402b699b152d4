"""The shapes of times in print: one pattern a kind, made from the lexicon. The resolver of its name gives the value."""

from __future__ import annotations

import re
from functools import cache

from ..lexicons import lexicon
from ..numerals import either, number_pattern

YEAR = r"(?:1[1-9]|20)\d\d"
_PATTERNS = {
    "iso": rf"(?P<y>{YEAR})-(?P<m>[01]\d)-(?P<d>[0-3]\d)",
    "slashed": r"(?P<m>1[0-2]|0?[1-9])[/](?P<d>3[01]|[12]\d|0?[1-9])[/](?P<y>(?:19|20)?\d\d)",
    "month_day": r"(?:(?P<wd>{weekday})\.?,? )?(?P<mon>{month})\.? (?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
    rf"(?!\d|,\d{{3}}|\.\d| percent| million)(?:\s?,? (?P<y>{YEAR})\b)?",
    "day_month": r"(?:(?P<wd>{weekday}),? )?(?:the )?(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?: of)? "
    rf"(?P<mon>{{month}})\b(?:,? (?P<y>{YEAR})\b)?",
    "month_year": rf"(?:(?P<mod>{{modifier}})[- ](?:in )?)?(?P<mon>{{month}})\.?,? (?:of )?(?P<y>{YEAR})\b",
    "month": r"(?:(?P<rel>last|next|this|past) )?(?:(?P<mod>{modifier})[- ](?:of |in )?)?(?P<mon>{longmonth})\b",
    "weekday": r"(?:(?P<rel>last|next|this|past) )?(?:(?P<mod>early|late) )?(?P<wd>{longweekday})(?:(?: |(?:’"
    r"|')s )(?P<part>{part}))?",
    "day": r"(?:(?P<mod>earlier|later|early|late) )?(?P<day>today|tonight|yesterday|tomorrow|overnight)(?:"
    r" (?P<part>{part}))?",
    "this_part": r"(?:(?P<mod>early|late|earlier|later) )?(?P<rel>this|last) (?P<part>{part}|weekend)",
    "relative": r"(?:(?P<mod>{modifier}) (?:in |of )?)?(?:the )?(?P<rel>last|next|this|past|previous|coming|current"
    r"|same) "
    r"(?P<unit>{unit}|weekend|{season}|spring)\b",
    "past_units": r"(?:(?:the|these|his|her|its|their|our) )?(?P<rel>last|next|past|coming|previous|recent|first"
    r"|final) (?:(?P<n>{number}|{vague}) )?(?P<units>{units})\b",
    "recent": r"recent (?P<units>{units})",
    "ago": r"(?:(?P<limit>{limit}) )?(?P<n>{number}|an?|{vague}) (?P<unit>{anyunit}) (?P<way>ago|earlier|later"
    r"|from now|hence|before|after)\b",
    "year_earlier": r"(?:the )?(?P<unit>year|month|quarter)[- ](?P<way>earlier|ago|before)\b",
    "same_last": r"(?:the )?same (?P<unit>period|quarter|month|day|time|week)(?: of)? (?P<rel>last|this) year",
    "season_year": rf"(?:(?P<mod>{{modifier}}) (?:in |of )?)?(?:the )?(?P<season>{{season}})(?: of)? (?P<y>{YEAR})\b",
    "season": r"the (?:(?P<mod>{modifier}) )?(?P<season>{season})\b",
    "decade": r"(?:the )?(?:(?P<mod>{modifier})[- ])?(?P<decade>(?:1[5-9]|20)\d0|(?:’|'|‘)\d0)(?:’|')?s\b",
    "century": r"(?:the )?(?:(?P<mod>{modifier})[- ])?(?P<c>\d\d?(?:st|nd|rd|th)|{ordinal})[- ]century",
    "quarter": r"(?:(?:the|its|this year(?:’|')s|last year(?:’|')s) )?(?:(?:fiscal|latest) )?(?P<q>first|second"
    r"|third|fourth|1st|2nd|3rd|4th)[- ]quarter"
    rf"(?:(?: of)? (?:fiscal )?(?P<y>{YEAR}))?",
    "half": rf"(?:the )?(?P<q>first|second)[- ]half(?:(?: of)? (?P<y>{YEAR}|last year|this year|the year))",
    "fiscal": rf"(?:fiscal(?: year)?|calendar(?: year)?|the year) (?P<y>{YEAR})\b",
    "years": rf"(?P<y>{YEAR})[-–](?P<z>\d\d|{YEAR})(?![-–]?\d)",
    "year": rf"(?:(?P<mod>{{modifier}})[- ](?:in |of )?)?(?P<y>{YEAR})\b(?!-\d\d?-\d)",
    "clock": r"(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<min>[0-5]\d))? ?(?P<half>[ap])\.?m\b\.?(?: (?:{zone})\b)?"
    r"|(?P<h24>[01]?\d|2[0-3]):(?P<min24>[0-5]\d)(?: (?:{zone})\b)?|(?P<word>noon|midnight)",
    "set": r"(?P<set>{set})\b",
    "every": r"(?:every|each) (?:(?P<n>{number}|other|few) )?(?:(?P<unit>{anyunit})|(?P<wd>{longweekday})s?"
    r"|(?P<part>{part}))\b",
    "per": r"(?:once|twice|{number} times) an? (?P<unit>day|week|month|year)",
    "old": r"(?P<n>\d+|{number})[- ]years?[- ]old\b",
    "adjective": r"(?P<n>{number})-(?P<unit>{unit})(?:-long)?(?=[ -])",
    "duration": r"(?:(?P<limit>{limit}) )?(?:(?P<n>{number}|an?|{vague}|half an?|the whole|a full|a whole|a half) )"
    r"(?:(?:more|full|whole|straight|consecutive) )?(?P<unit>{anyunit})\b",
    "bare_units": r"(?:(?P<limit>{limit}) )?(?P<units>decades|years|months|weeks|days|hours|minutes|centuries)(?= (?:of"
    r"|later|ago|earlier|before|after|old)\b)(?: (?P<way>ago|later|earlier))?",
    "for_units": r"(?<=for )(?P<units>decades|years|months|weeks|days|hours|centuries)\b",
    "past": r"(?:{past})\b",
    "present": r"(?:{present})\b",
    "future": r"(?:{future})\b",
}
_ZONES = "GMT|UTC|BST|CET|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|PT|local time"
CASED = {"month", "month_day", "day_month", "month_year", "weekday"}
"""Kinds whose names begin with a capital: "may" and "march" are words."""


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each kind with its pattern, in the order in which equally long matches are preferred."""
    return tuple((kind, _compiled(kind, pattern)) for kind, pattern in _PATTERNS.items())


def _compiled(kind: str, pattern: str) -> re.Pattern[str]:
    for name, words in _alternatives(cased=kind in CASED).items():
        pattern = pattern.replace(f"{{{name}}}", words)
    return re.compile(rf"(?<![\w$€£#/.-])(?:{pattern})(?![\w])", 0 if kind in CASED else re.IGNORECASE)


@cache
def _alternatives(*, cased: bool) -> dict[str, str]:
    times = lexicon("times")

    def named(words: list[str]) -> str:
        return either([word.capitalize() for word in words] if cased else words)

    units = list(times["units"])
    many = [f"{unit}s" for unit in units if unit != "century"] + list(times["plurals"])
    return {
        "longmonth": named([name for name in times["months"] if len(name) > 4 or name in ("may", "june", "july")]),
        "month": named(list(times["months"])),
        "longweekday": named([name for name in times["weekdays"] if len(name) > 5]),
        "weekday": named(list(times["weekdays"])),
        "modifier": _both(list(times["modifiers"])) if cased else either(times["modifiers"]),
        "season": either(times["seasons"]),
        "part": either(times["parts"]),
        "units": either(many),
        "anyunit": either([*many, *units]),
        "unit": either(units),
        "vague": either(times["vague"]),
        "limit": either(times["limits"]),
        "set": either(times["sets"]),
        "ordinal": either(lexicon("numbers")["ordinals"]),
        "number": number_pattern(),
        "past": either(times["past"]),
        "present": either(times["present"]),
        "future": either(times["future"]),
        "zone": _ZONES,
    }


def _both(words: list[str]) -> str:
    return either([*words, *(word.capitalize() for word in words)])
