"""Numbers in words and digits: the pattern that finds them and the value they have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from .lexicons import lexicon

DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?:\.\d+)?|\.\d+"
"""A number in digits: commas between groups of three, or of two and at last three as in India."""


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def number_pattern() -> str:
    """A pattern, without groups, for a whole number expression: "2.5 million", "thirty-one", "two and a half".

    To be matched without regard to case and between word boundaries.
    """
    words = lexicon("numbers")
    scale = either([*words["scales"], *words["groups"]])
    ones = either(words["ones"])
    word = rf"(?:(?:{either(words['tens'])})(?:[- ](?:{ones}))?|{ones})"
    signs = "".join(words["signs"])
    plain = rf"(?:{DIGITS})(?:[- ]\d/\d|[{signs}])?|[{signs}]|{word}"
    # No number has more parts than this; without an end the pattern is slow on endless number words.
    more = rf"(?:,? (?:and )?(?:{word})(?:[- ](?:{scale})\b){{0,4}}){{0,8}}"
    scaled = rf"(?:{plain}|an?)(?:[- ]?(?:{scale})\b){{1,4}}{more}"
    half = r"(?:[- ]and[- ]an?[- ](?:half|quarter)(?: (?:million|billion|trillion))?)?"
    return rf"(?:{scaled}|(?:{plain}){half})"


def value_of(words: str) -> int | float | None:
    """The number that an expression stands for; None for what is no number.

    >>> value_of("2.5 million"), value_of("thirty-one"), value_of("a dozen"), value_of("one hundred and five")
    (2500000, 31, 12, 105)
    >>> value_of("two and a half"), value_of("1,250"), value_of("4½"), value_of("many")
    (2.5, 1250, 4.5, None)
    """
    text = words.lower().strip()
    if match := re.fullmatch(r"(.+?)[- ]and[- ]an?[- ](half|quarter)(?: (million|billion|trillion))?", text):
        whole = value_of(match[1])
        scale = lexicon("numbers")["scales"].get(match[3], 1)
        return None if whole is None else _tidy((whole + _fraction(match[2])) * scale)
    total, current, seen = 0.0, 0.0, False
    for part in re.findall(rf"\d/\d|(?:{DIGITS})|[a-z]+|[½¼¾⅓⅔]", text):
        step = _step(part, current)
        if step is None:
            return None
        grown, closes = step
        seen = seen or part not in ("and",)
        total, current = (total + grown, 0.0) if closes else (total, grown)
    return _tidy(total + current) if seen else None


def _step(part: str, current: float) -> tuple[float, bool] | None:
    """What a part makes of the number so far, and whether it closes a group of thousands."""
    words = lexicon("numbers")
    if part in ("and", "a", "an"):
        return current + (part != "and"), False
    if part in words["ones"] or part in words["tens"]:
        return current + words["ones"].get(part, words["tens"].get(part, 0)), False
    if re.fullmatch(r"\d/[1-9]", part):
        return current + int(part[0]) / int(part[2]), False
    if part in words["signs"]:
        return current + words["signs"][part], False
    if scale := words["scales"].get(part) or words["groups"].get(part):
        return (current or 1) * scale, scale >= 1000
    if re.fullmatch(DIGITS, part):
        return current + float(part.replace(",", "")), False
    return None


def _fraction(word: str) -> float:
    return float(lexicon("numbers")["fractions"][word])


def _tidy(value: float) -> int | float:
    return int(value) if value == int(value) else round(value, 10)
