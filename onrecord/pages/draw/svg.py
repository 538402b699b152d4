"""SVG as text: elements with escaped content, short numbers, and an estimate of how wide words are."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import pairwise
from unicodedata import combining, east_asian_width
from xml.sax.saxutils import escape, quoteattr

_NARROW = set("iljtfrI.,:;'’|!()[] -")
_WIDE = set("mwMWOQGDCNHU%@—–&")


def tag(name: str, *content: str, **attributes: str | float | None) -> str:
    """An element. `content` is SVG already; attribute values are escaped, `_` in their names is a hyphen.

    >>> tag("line", class_="tick", x1=0.0, x2="50%", data_fact=None)
    '<line class="tick" x1="0" x2="50%"/>'
    """
    pairs = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items() if value is not None)
    head = name + "".join(f" {key}={quoteattr(_plain(value))}" for key, value in pairs)
    return f"<{head}>{''.join(content)}</{name}>" if content else f"<{head}/>"


def words(text: str) -> str:
    """Text of other people, safe between tags."""
    return escape(text)


def number(value: float) -> str:
    """A coordinate with one decimal at most, as short as it can be.

    >>> number(12.04), number(-0.01), number(3.25)
    ('12', '0', '3.2')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def path_of(points: Sequence[tuple[float, float]]) -> str:
    """A closed path through points, as differences: half as long as places would be. Tenths of a pixel never add up.

    >>> path_of([(10.04, 5), (12, 5), (12, 7.26)])
    'M10 5l2 0 0 2.3z'
    """
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(tenths)]
    shown = " ".join(f"{number(x / 10)} {number(y / 10)}" for x, y in steps)
    return f"M{number(tenths[0][0] / 10)} {number(tenths[0][1] / 10)}l{shown}z"


def line_of(points: Sequence[tuple[float, float]]) -> str:
    """The same without the way back.

    >>> line_of([(10.04, 5), (12, 5), (12, 7.26)])
    'M10 5l2 0 0 2.3'
    """
    return path_of(points).removesuffix("z")


def text_width(text: str, size: float) -> float:
    """How wide `text` is at most in a sans-serif face of `size` pixels; on the safe side."""
    return size * sum(_share(c) for c in text)


def _share(letter: str) -> float:
    """The width of a letter in parts of the type's size; Chinese and Japanese ones are square, accents have none."""
    if letter.isascii():
        return 0.36 if letter in _NARROW else 0.88 if letter in _WIDE else 0.62
    if combining(letter):
        return 0.0
    return 1.05 if east_asian_width(letter) in "WF" else 0.88 if letter in _WIDE else 0.7


def key_of(*parts: object) -> str:
    """Six letters and digits that stand for what is drawn: the same data, the same ids."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:6]


def _plain(value: str | float) -> str:
    return value if isinstance(value, str) else number(value)
