"""The number that an amount stands for: its scale, its sign, the two ends of a range."""

from __future__ import annotations

import re

from onrecord.model import Value

from ..lexicons import lexicon
from ..numerals import value_of
from .shapes import unit_named

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−⁺", "0123456789--+")
NEIGHBOURS = 0.34
"""How far apart, by the lower, two numbers joined by "or" are at most the ends of one estimate."""
_SCALE = re.compile(r"(?:hundred|thousand|million|billion|trillion|mn|bn|tn)$")


def is_range(match: re.Match[str], before: str) -> bool:
    """Whether two numbers are the ends of one range. `before` is the text before them.

    "And" joins ends only behind "between", "or" only neighbours ("five or six"); a falling pair is a range only behind
    "from"; both ends have one unit.
    """
    if match["high"] is None:
        return True
    joint = match["joint"].strip(" -").lower()
    if joint == "and" and not re.search(r"\bbetween (?:about |around |roughly |some )?$", before, re.IGNORECASE):
        return False
    if match["low_unit"] and match["unit"] and unit_named(match["low_unit"]) != unit_named(match["unit"]):
        return False
    if match["low_unit"] and not match["unit"] and (joint != "to" or not comes_from(before)):
        return False
    value = value_in(match)
    if joint == "or" and isinstance(value, tuple) and value[1] - value[0] > max(1, NEIGHBOURS * value[0]):
        return False
    return isinstance(value, tuple) and (value[0] < value[1] or (joint == "to" and comes_from(before)))


def is_contest(match: re.Match[str], before: str) -> bool:
    """Whether two bare numbers, the larger first, are a vote, a result or odds: "52 to 48", "by 3 to 1"."""
    if (
        match["high"] is None
        or match["unit"]
        or match["sign"]
        or match["low_unit"]
        or match["joint"].strip(" -") not in ("to", "for")
    ):
        return False
    value = value_in(match)
    return isinstance(value, tuple) and value[0] >= value[1] and not comes_from(before[-24:])


def comes_from(before: str) -> bool:
    """Whether an amount begins with "from": "from 4 to 6 per cent"."""
    return re.search(r"\bfrom (?:about |around |roughly |nearly |some |an? )?$", before, re.IGNORECASE) is not None


def value_in(match: re.Match[str]) -> Value | None:
    """The number of an amount; low and high for a range, in the order of print; None for what is no number."""
    if match["vague"]:
        return _vague(match["vague"].lower())
    first = _number(match["low"].lstrip("-−"))
    if first is None:
        return None
    scale = _letter(match["letter"] or _tight(match))
    if match["high"] is None:
        return whole(first * scale * (-1 if match["low"][0] in "-−" else 1))
    second = value_of(match["high"])
    if second is None:
        return None
    return (whole(first * _first_scale(match, first, scale)), whole(second * scale))


def _vague(words: str) -> tuple[int, int]:
    """What a count without a number can be: from one of its kind to ten: "several hundred" as "hundreds"."""
    table = lexicon("numbers")["vague"]
    kind, _, large = words.partition(" and ")[0].partition(" of ")
    if kind in table:
        low, high = table[kind]
        scale = table[large if large in table else f"{large}s"][0] if large else 1
        return (low * scale, high * scale)
    low = 1
    for word in words.split():
        low *= lexicon("numbers")["scales"].get(word, lexicon("numbers")["groups"].get(word, 1))
    return (low, low * 10)


def _number(words: str) -> int | float | None:
    """The number of an expression, a part of a scale and a power of ten included: "half a million", "2 x 10^6"."""
    low = words.lower()
    part = re.fullmatch(r"(half|(?:an? |three[- ])?quarters?|an? third)(?: of)?(?:[- ]an?)?(?:[- ](\w+))?", low)
    if part:
        size = {"h": 0.5, "q": 0.25, "t": 1 / 3}[re.sub(r"^(?:an?|three)[- ]", "", part[1])[0]]
        scale = value_of(part[2]) if part[2] else 1
        return None if scale is None else size * scale * (3 if part[1].startswith("three") else 1)
    digits, times, power = re.sub(r" ?[x×] ?10\^?(?=[-−⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻\d])", "×", low).partition("×")
    if not times:
        return value_of(low)
    first = value_of(digits)
    exponent = int(power.translate(_SUPERSCRIPT))
    return None if first is None else float(f"{first}e{exponent}")


def _tight(match: re.Match[str]) -> str | None:
    """A letter at the digits that is a scale; "m" without a unit behind it may be metres: the unit's matter."""
    tight = match["tight"]
    return tight if tight and (tight.lower() != "m" or match["unit"]) else None


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

    >>> whole(2.0), whole(0.30000000004), whole(8.2 * 10**9)
    (2, 0.3, 8200000000)
    """
    rounded = round(value, 6) if abs(value) >= 0.001 else value
    rounded = float(f"{rounded:.12g}")
    return int(rounded) if rounded == int(rounded) else rounded
