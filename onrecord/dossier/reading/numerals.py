"""Numbers as YAML 1.2 writes them."""

from __future__ import annotations

import re

from .meant import meant_number

_WHOLE = re.compile(r"[-+]?(?:\d+|0o[0-7]+|0x[0-9a-fA-F]+)", re.ASCII)
_DECIMAL = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?", re.ASCII)
_THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:[,_'\s]\d{3})+(?:\.\d+)?", re.ASCII)
_UNKNOWN = ("unknown", "none", "n/a", "na", "?", "-", "several", "many", "some", "few", "dozens")
_LONGEST = 32
_LARGEST = 10**18


def number(text: str, whole: bool) -> int | float | None:
    """The number that a text is; None for anything else, and for one too large to be meant.

    >>> [number(text, whole=False) for text in ("4", "0x1F", "2.5", "1e3", "1_000", "four")]
    [4, 31, 2.5, 1000.0, None, None]
    """
    if len(text) > _LONGEST:
        return None
    value: int | float
    if _WHOLE.fullmatch(text):
        sign, digits = (-1 if text.startswith("-") else 1), text.lstrip("+-")
        value = sign * int(digits, 0 if digits[:2] in ("0o", "0x") else 10)
    elif whole or not _DECIMAL.fullmatch(text):
        return None
    else:
        value = float(text)
    return value if abs(value) < _LARGEST else None


def number_mend(text: str, *, plain: bool, whole: bool, ranged: bool = False) -> str:
    """How to mend what is no number; `plain` without quotation marks, `ranged` where low and high may stand too.

    >>> number_mend("1,500", plain=True, whole=False)
    'did you mean 1500?'
    >>> number_mend("45,5", plain=True, whole=False)
    'did you mean 45.5?'
    """
    bare = re.sub(r"[,_'\s]", "", text) if _THOUSANDS.fullmatch(text) else text.replace(",", ".")
    if not plain and number(text, whole) is not None:
        return f"write {text} without quotation marks"
    if bare != text and number(bare, whole) is not None:
        return f"did you mean {bare}?"
    if text.isascii() and _DECIMAL.fullmatch(text):
        return "write it without decimals" if whole else "no number here is that long, or as large as a quintillion"
    if not whole and (guess := meant_number(text, ranged=ranged)):
        return guess
    if text.lower() in _UNKNOWN and ranged:
        return "write null where the article gives no number"
    return "write it in digits" if whole else "write it in digits, as in 4 or 2.5, and the unit under its own key"
