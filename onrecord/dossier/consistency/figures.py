"""Printed numbers: their value, how roughly they may be rounded, and how a derivation writes a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .lexicons import either, lexicon

_WORDS = lexicon("words")
_TENS = either(_WORDS["tens"])
_SMALL = either(_WORDS["numbers"])
_SCALES = either(_WORDS["scales"])
_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,6})?"
_CORE = rf"(?:{_DIGITS}|(?i:{_TENS}(?:-{_SMALL})?|{_SMALL}))(?:[ -](?i:{_SCALES}))?(?![\w]|[.,]\d)"
NUMBER = rf"(?<![\w.,$€£¥-]){_CORE}"
"""A pattern for a number that stands alone, in digits or in words: 1,200 · 2.6 · 46 million · twenty-three."""
MONEY = rf"(?<![\w.,-])[$€£¥]?{_CORE}"
"""The same, with a sign of money where there is one."""
ROUGH = rf"(?i:{either(_WORDS['rough'])})"
"""Words before a number that open or soften it."""


@dataclass(frozen=True)
class Figure:
    """A number as printed. `step` is the unit that it looks rounded to: 10 for 280, 0.1 for 2.6, 5 for 175."""

    text: str
    value: float
    step: float

    @property
    def low(self) -> float:
        """The least that is printed like this."""
        return self.value - self.step / 2

    @property
    def high(self) -> float:
        """The most that is printed like this."""
        return self.value + self.step / 2

    @property
    def exact(self) -> float:
        """The unit of its last printed digit, which is what levels of prices and counts are rounded to.

        >>> [figure(text).exact for text in ("$50", "250 million", "1.2 billion", "2,010.4", "1,240")]
        [1.0, 1000000.0, 100000000.0, 0.1, 10.0]
        """
        return self.step if self.value >= 1000 and self.step < 1000 else min(self.step, self._last)

    @property
    def _last(self) -> float:
        scale = next((float(s) for name, s in _WORDS["scales"].items() if self.text.lower().endswith(name)), 1.0)
        decimals = re.search(r"\.(\d+)", self.text)
        return scale * 10.0 ** -len(decimals[1] if decimals else "")

    @property
    def whole(self) -> bool:
        """Whether it can count things."""
        return self.value == int(self.value)


def figure(text: str) -> Figure:
    """What a match of `NUMBER` says.

    >>> figure("1,200"), figure("twenty-three").value, figure("2.5 million").step
    (Figure(text='1,200', value=1200.0, step=100.0), 23.0, 100000.0)
    """
    bare = text.lstrip("$€£¥")
    number, _, scale = (
        bare.replace("-", " ").rpartition(" ") if re.search(rf"[ -]{_SCALES}$", bare, re.I) else (bare, "", "")
    )
    times = float(_WORDS["scales"].get(scale.lower(), "1"))
    plain = number.replace(",", "")
    if plain[:1].isdigit():
        return Figure(text, float(plain) * times, _step(plain) * times)
    value = sum(float(_WORDS["tens"].get(word) or _WORDS["numbers"][word]) for word in re.split(r"[ -]", plain.lower()))
    return Figure(text, value * times, times)


def _step(digits: str) -> float:
    """What the last printed digits suggest that a number was rounded to.

    >>> [_step(digits) for digits in ("280", "175", "2000", "50", "8.5", "7", "0")]
    [10.0, 5.0, 1000.0, 10.0, 0.1, 1.0, 1.0]
    """
    if "." in digits:
        return 10.0 ** -len(digits.partition(".")[2])
    bare = digits.rstrip("0") or "1"
    return float(10 ** (len(digits) - len(bare)) * (5 if bare.endswith("5") and len(bare) > 1 else 1))


def plain(value: float, digits: int = 4) -> str:
    """A number for a reader: as exact as four digits, thousands parted.

    >>> plain(173.98), plain(2000), plain(0.62137), plain(46_000_000), plain(1234567), plain(8.53)
    ('174', '2,000', '0.6214', '46 million', '1,234,567', '8.53')
    """
    for scale, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if abs(value) >= scale and abs(value * 100 / scale - round(value * 100 / scale)) < 1e-6:
            return f"{value / scale:g} {name}"
    if abs(value) >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.{digits}g}"
