"""Lengths of time: how long something lasts, with or without a number; stretches that reach to now or begin there."""

from __future__ import annotations

import re

from ..lexicons import lexicon
from ..numerals import value_of
from .calendar import period
from .meaning import Anchor, Kind, Meaning, Words


def singular(units: str) -> str:
    """A unit's name without the plural's ending."""
    return str(lexicon("times")["plurals"].get(units) or units.removesuffix("s"))


def count_of(words: Words) -> int | float | str | None:
    """How many units the words count: `X` where they do not say, None where the number cannot be read."""
    number = words.get("n")
    if number is None or number in lexicon("times")["vague"]:
        return "X"
    if number.split()[0] in ("a", "an", "one", "the") and number not in ("a couple", "a couple of", "one and a half"):
        if re.search(r"half$|half an?$", number) or number == "a half":
            return 0.5
        if re.fullmatch(r"(?:a|an|one|the)(?: (?:full|whole|single|entire))*", number):
            return 1
    if number.startswith("half"):
        return 0.5
    if "couple" in number:
        return 2
    if number == "single":
        return 1
    return value_of(number)


def _length(words: Words, _: Anchor) -> Meaning | None:
    count, unit = count_of(words), singular(words.get("unit") or words["units"])
    return Meaning(period(unit, count), "DURATION") if count is not None else None


def _or_so(words: Words, _: Anchor) -> Meaning | None:
    """“A year or so” is about one."""
    return Meaning(period(words["unit"], 1), "DURATION", "APPROX")


def _range(words: Words, _: Anchor) -> Meaning | None:
    """“Two to three weeks”: the number lies between, so the value names the unit alone."""
    return Meaning(period(singular(words["unit"]), "X"), "DURATION")


def _stretch(words: Words, _: Anchor) -> Meaning:
    """“The past two years” lasts; “recent months” and “the coming weeks” only point to a side of now."""
    unit, count = singular(words["units"]), count_of(words)
    if count == "X" and "n" not in words:
        refs = {
            "recent": "PAST_REF",
            "coming": "FUTURE_REF",
            "past": "PAST_REF",
            "previous": "PAST_REF",
            "next": "FUTURE_REF",
        }
        if ref := refs.get(words["rel"]):
            return Meaning(ref)
    return Meaning(period(unit, "X" if count is None else count), "DURATION")


def _ahead(_: Words, __: Anchor) -> Meaning:
    return Meaning("FUTURE_REF")


_THE = r"(?:the|these|his|her|its|their|our|my|your)"
_N = r"(?P<n>{number}|an?|{vague}|a couple of|half an?|(?:an?|one) (?:whole|full|single|entire)|a half)"
_LIMIT = r"(?:(?P<limit>{limit}) )?"
_OTHER = r"(?:{small}|an?|{vague})"
KINDS = (
    Kind(
        "stretch",
        _LIMIT
        + r"(?:"
        + _THE
        + r" )?(?P<rel>last|next|past|coming|previous|recent|first|final|latest) (?:(?P<n>{number}|{vague}|"
        r"couple(?: of)?) )?(?P<units>{units})(?: or (?:so|more))?\b",
        _stretch,
        hint="unit",
    ),
    Kind("stretch", r"the (?P<units>{units}) (?:ahead|to come)\b", _ahead, hint="unit"),
    Kind(
        "range",
        _LIMIT
        + r"(?:the (?:next|last|past|first) )?"
        + _OTHER
        + r"(?: |-)?(?:to|or|and|[-–])(?: |-)?"
        + _OTHER
        + r"[- ](?P<unit>{anyunit})\b",
        _range,
        hint="unit",
    ),
    Kind("range", r"(?:{units}) or (?:even )?(?P<unit>{units})\b", _range, hint="unit"),
    Kind("or_so", r"(?:an?|one) (?P<unit>{unit}) or so\b", _or_so, hint="unit"),
    Kind("range", r"(?P<n>an?) (?P<unit>{unit}) or (?:two|more)\b", _range, hint="unit"),
    Kind(
        "adjective",
        r"(?P<det>an? (?=\S+ period))?(?P<n>{number}|single|half)-(?P<unit>{unit})(?:-long| long|(?(det) "
        r"period|))(?!-old)(?!\w)",
        _length,
        hint="unit",
    ),
    Kind("long", r"(?P<units>{anyunit})-(?:long|old)", _length, hint="unit"),
    Kind(
        "duration",
        _LIMIT
        + r"(?:the )?(?:"
        + _N
        + r" )(?:(?:more|full|whole|straight|consecutive|long|trading|working|business|solid|additional|"
        r"successive|calendar) )?(?P<unit>{anyunit})\b",
        _length,
        hint="unit",
    ),
    Kind(
        "bare_units",
        _LIMIT + r"(?P<units>decades|years|months|weeks|days|hours|minutes|centuries)(?= (?:of|before|after|old|on end)"
        r"\b)",
        _length,
        hint="unit",
    ),
    Kind(
        "led_units",
        r"(?:(?<=for )|(?<=in )|(?<=in the )|(?<=within )|(?<=in just )|(?<=matter of )|(?<=over )(?:the )?)"
        r"(?P<units>years|decades|centuries|months|weeks|days|hours|minutes)\b",
        _length,
        hint="unit",
    ),
)
