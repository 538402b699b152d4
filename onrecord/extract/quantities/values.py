"""The number that an amount stands for: its scale, its sign, the two ends of a range."""

from __future__ import annotations

import re

from onrecord.model import Value

from ..lexicons import lexicon
from ..numerals import value_of
from .shapes import unit_names

_SCALE = re.compile(r"(?:hundred|thousand|million|billion|trillion|mn|bn|tn)$")


def is_range(match: re.Match[str], before: str) -> bool:
    """Whether two numbers are the ends of one range. `before` is the text before them.

    "And" joins ends only behind "between"; a falling pair is a range only behind "from"; both ends have one unit.
    """
    if match["high"] is None:
        return True
    joint = match["joint"].strip().lower()
    if joint == "and" and not re.search(r"\bbetween (?:about |around |roughly |some )?$", before, re.IGNORECASE):
        return False
    names = unit_names()
    if match["low_unit"] and match["unit"] and names[match["low_unit"].lower()] != names[match["unit"].lower()]:
        return False
    if match["low_unit"] and not match["unit"] and (joint != "to" or not comes_from(before)):
        return False
    value = value_in(match)
    return isinstance(value, tuple) and (value[0] < value[1] or (joint == "to" and comes_from(before)))


def comes_from(before: str) -> bool:
    """Whether an amount begins with "from": "from 4 to 6 per cent"."""
    return re.search(r"\bfrom (?:about |around |roughly |nearly |some |an? )?$", before, re.IGNORECASE) is not None


def value_in(match: re.Match[str]) -> Value | None:
    """The number of an amount; low and high for a range, in the order of print; None for what is no number."""
    if match["vague"]:
        low, high = lexicon("numbers")["vague"][match["vague"].lower()]
        return (low, high)
    first = value_of(match["low"].lstrip("-−"))
    if first is None:
        return None
    scale = _letter(match["letter"] or _tight(match))
    if match["high"] is None:
        return whole(first * scale * (-1 if match["low"][0] in "-−" else 1))
    second = value_of(match["high"])
    if second is None:
        return None
    return (whole(first * _first_scale(match, first, scale)), whole(second * scale))


def _tight(match: re.Match[str]) -> str | None:
    """A letter at the digits that is a scale; "m" alone may be metres: the unit's matter."""
    tight = match["tight"]
    return tight if tight and tight.lower() != "m" else None


def _letter(letter: str | None) -> int:
    return int(lexicon("numbers")["letters"].get((letter or "").lower(), 1))


def _first_scale(match: re.Match[str], first: float, scale: int) -> int:
    """The scale of a range's first number: its own, or that of the second: "2 to 3 million"."""
    if match["low_letter"]:
        return _letter(match["low_letter"])
    word = _SCALE.search(match["high"].lower())
    own = _SCALE.search(match["low"].lower())
    shared = lexicon("numbers")["scales"][word[0]] if word and not own and first < 1000 else 1
    return int(shared * scale)


def whole(value: float) -> int | float:
    """`value` without a fraction that is only the computer's.

    >>> whole(2.0), whole(0.30000000004)
    (2, 0.3)
    """
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
