"""From a pattern with `{month}` in it to one that finds months: the words come from the lexicon."""

from __future__ import annotations

import re
from functools import cache

from ..lexicons import lexicon
from ..numerals import either, number_pattern

YEAR = r"(?:1[1-9]|20)\d\d"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
ZONE = (
    r"GMT|UTC|BST|CEST|CET|EET|MSK|EST|EDT|CST|CDT|MST|MDT|PST|PDT|IST|JST|AEST|ET|CT|MT|PT|"
    r"(?:local|eastern|central|mountain|pacific|daylight|standard|summer)(?: (?:daylight|standard|summer))? time"
)


_HINTS = {
    name: re.compile(words, re.IGNORECASE)
    for name, words in {
        "unit": "second|minute|hour|day|night|week|month|quarter|year|decade|centur|period",
        "season": "spring|summer|autumn|fall|winter",
        "century": "century",
        "decade": r"\d0(?:’|')?s|ties",
        "holiday": "christmas|easter|day|eve|july|halloween|juneteenth|thanksgiving",
        "weekend": "weekend",
        "half": "half",
    }.items()
}
"""A word without which none of the longer patterns that name it can match: most paragraphs are spared them."""


def hints_in(text: str, start: int, end: int) -> frozenset[str]:
    """The hints that a stretch of text holds."""
    return frozenset(name for name, words in _HINTS.items() if words.search(text, start, end))


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern of a kind: whole words, not part of a sum of money, a designation or an address.

    Names of months and weekdays count with a capital only: "may" and "march" are words.
    """
    for name, words in _alternatives().items():
        pattern = pattern.replace(f"{{{name}}}", words)
    return re.compile(rf"(?<![\w$€£#/.-])(?:{pattern})(?![\w])", re.IGNORECASE)


def _named(words: list[str]) -> str:
    return f"(?-i:{either([form for word in words for form in (word.capitalize(), word.upper())])})"


def _words(name: str) -> str:
    return either(lexicon("numbers")[name])


@cache
def _alternatives() -> dict[str, str]:
    times = lexicon("times")
    units = [unit for unit in times["units"] if unit != "weekend"]
    many = [f"{unit}s" for unit in units if unit != "century"] + list(times["plurals"])
    long = [name for name in times["months"] if len(name) > 4 or name in ("may", "june", "july")]
    return {
        "month": rf"(?:{_named(list(times['months']))}\.?)",
        "longmonth": rf"(?:{_named(long)}|(?-i:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.(?= ))",
        "weekday": rf"(?:{_named(list(times['weekdays']))}\.?)",
        "longweekday": _named([name for name in times["weekdays"] if len(name) > 5]),
        "modifier": r"(?:(?:the )?(?:very )?(?:beginning|start|outset|opening|middle|end|close) of"
        r"|(?:early|late|earlier|later)(?: in| on)?|mid)",
        "halves": r"(?:the )?(?:first|second|last|latter) half of",
        "season": either(times["seasons"]),
        "part": either(times["parts"]),
        "units": either(many),
        "anyunit": either([*many, *units]),
        "unit": either(units),
        "vague": either(times["vague"]),
        "limit": either(times["limits"]),
        "set": either(times["sets"]),
        "holiday": either([form for name in times["holidays"] for form in (name, name.replace("'", "’"))]),
        "ordinal": either(lexicon("numbers")["ordinals"]),
        "number": number_pattern(),
        "small": rf"\d+(?:\.\d+)?|(?:{_words('tens')})(?:-(?:{_words('ones')}))?|{_words('ones')}",
        "past": either(times["past"]),
        "present": either(times["present"]),
        "future": either(times["future"]),
        "zone": ZONE,
        "year": YEAR,
        "dd": DAY,
    }
