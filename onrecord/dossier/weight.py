"""The words of a text that weigh: numbers, negation, reservation, size. Others may change freely."""

from __future__ import annotations

import re

_COUNTING = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty"""
_NUMBERS = {word: str(number) for number, word in enumerate(_COUNTING.split())}

_WEIGHING = """
no not never none nobody nothing neither nor without cannot refuse refuses refused deny denies denied
least most more less fewer than about around nearly almost roughly some only up over under
perhaps may might could would should likely possibly probably allegedly reportedly apparently
hundred thousand million billion dozen dozens hundreds thousands millions half twice
thirty forty fifty sixty seventy eighty ninety first second third
"""
_WORDS = frozenset(_WEIGHING.split())
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")


def weight(text: str) -> list[str]:
    """The numbers of a text and its words of polarity, reservation and size, sorted; `five` counts as 5.

    >>> weight("At least five of the 1,200 didn’t return")
    ['1200', '5', 'least', 'not']
    """
    words = (_even(word) for word in _TOKEN.findall(text))
    return sorted(word for word in words if word[0].isdigit() or word in _WORDS)


def numbers(text: str) -> set[str]:
    """The numbers in a text, as digits without thousands commas; number words up to twenty count.

    >>> sorted(numbers("Two of 1,500 ships, 2.5 km off"))
    ['1500', '2', '2.5']
    """
    return {word for word in map(_even, _TOKEN.findall(text)) if word[0].isdigit()}


def _even(word: str) -> str:
    lower = word.lower().replace("’", "'")
    if lower[0].isdigit():
        return lower.replace(",", "")
    return "not" if lower.endswith("n't") else _NUMBERS.get(lower, lower)
