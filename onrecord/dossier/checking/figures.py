"""The numbers of a text, in digits and in words, and what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .lexicons import lexicon
from .words import plain

_KEPT = 20_000
_WORDS: dict[str, str] = lexicon()["numbers"]
_SCALES: dict[str, str] = lexicon()["scales"]
_DIGITS = r"(?<![\w.,])(?<![^\W\d_]-)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SMALL = rf"\b(?:{'|'.join(_WORDS)})\b"
_SCALE = rf"(?:{'|'.join(_SCALES)})s?\b"
_HALF = r"(?:[ -]and[ -]a[ -]half\b)?"
_WRITTEN = rf"{_SMALL}(?:[ -](?:and )?(?:{_SMALL}|{_SCALE}))*{_HALF}(?:[ -]{_SCALE})?"
_NUMBER = re.compile(
    rf"(?P<digits>{_DIGITS})(?:(?:st|nd|rd|th|s)?(?!\w){_HALF}(?:[ -](?P<scale>{_SCALE}))?|(?P<tight>{_SCALE}))"
    rf"|(?P<words>{_WRITTEN}|\ba (?:{_SCALE})|\bhalf(?:[ -]an?)?(?:[ -]{_SCALE})?)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Printed:
    """A number in a text: its value, the value without its million, and where it stands."""

    value: float
    bare: float
    start: int
    end: int
    text: str


@lru_cache(maxsize=_KEPT)
def printed(text: str) -> tuple[Printed, ...]:
    """Every number of a text.

    >>> [number.value for number in printed("Forty million, 1,200 or two dozen of twenty-one; Tu-22M3, the 3rd")]
    [40000000.0, 1200.0, 24.0, 21.0, 3.0]
    >>> [number.value for number in printed("six-and-a-half, two and a half million, $3.4million, 5m")]
    [6.5, 2500000.0, 3400000.0, 5000000.0]
    >>> [number.value for number in printed("half a dozen, a half-dozen, half a meter")]
    [6.0, 6.0, 0.5]
    """
    return tuple(_read(match) for match in _NUMBER.finditer(plain(text)))


def values(text: str) -> frozenset[float]:
    """The values of a text's numbers; `4 to 6 million` is 4, 4 million and 6 million."""
    return frozenset(value for number in printed(text) for value in (number.value, number.bare))


def _read(match: re.Match[str]) -> Printed:
    half = 0.5 if re.search(r"and[ -]a[ -]half", match[0], re.IGNORECASE) else 0.0
    if match["digits"]:
        bare = float(match["digits"].replace(",", "")) + half
        return _number(bare, bare * _scale(match["scale"] or match["tight"] or ""), match)
    words = re.split(r"[ -]", match["words"].lower().replace(" and ", " "))
    if words[0] == "half":
        return _number(0.5, 0.5 * (_scale(words[-1]) if len(words) > 1 else 1), match)
    total = current = 0.0
    for word in words:
        if word in _WORDS:
            current += float(_WORDS[word])
        elif word == "half":
            current += half
        elif word not in ("a", "and"):
            current = (current or 1) * _scale(word)
            if current >= 1000:
                total, current = total + current, 0.0
    return _number(float(_WORDS.get(words[0], 1)), total + current, match)


def _scale(word: str) -> float:
    name = word.lower()
    return float(_SCALES.get(name) or _SCALES.get(name.removesuffix("s")) or 1)


def _number(bare: float, value: float, match: re.Match[str]) -> Printed:
    return Printed(value, bare, match.start(), match.end(), match[0])
