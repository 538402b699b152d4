"""What the model does not take, in a person's words."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from onrecord.model.record import DATE_PATTERN, DAY_PATTERN, ID_PATTERN, SENTENCE_PATTERN

from .nearest import nearest
from .numerals import number_mend
from .shapes import Choice, Flag, Group, Number, Several, Shape, Words
from .tree import Listing, Mapping, Node, Scalar

_FLAGS = {"yes": "true", "on": "true", "no": "false", "off": "false", "true": "true", "false": "false"}

_PATTERNS = {
    ID_PATTERN: ("is not an id", "an id is lower-case words and numbers joined by hyphens"),
    DATE_PATTERN: ("is not a date", "write 2016-08-16, or 2016-08, or 2016, as precise as is known"),
    DAY_PATTERN: ("is not a day", "write year-month-day, as in 2016-08-16"),
    SENTENCE_PATTERN: ("is not a place in the article", "write PnSm, as in P8S1: sentence 1 of paragraph 8"),
    r"^[0-9a-f]{8}$": ("is not a hash", "eight hexadecimal digits, written by the program: restore it from git"),
    r"^[0-9a-f]{64}$": ("is not a SHA-256", "64 hexadecimal digits, written by the program: restore it from git"),
}


def broken_rule(wrong: dict[str, Any], text: str) -> tuple[str, str]:
    """Message and mend for one error of the model about the value that reads `text` in the file."""
    limits = wrong.get("ctx", {})
    match wrong["type"]:
        case "string_pattern_mismatch":
            message, mend = _PATTERNS.get(limits["pattern"], ("is not written as it should be", ""))
            return (f"'{text}' {message}", _with_id(mend, text, limits["pattern"])) if text else _EMPTY
        case "string_too_short":
            return _EMPTY
        case "too_short":
            return _too_few(limits["min_length"])
        case "greater_than_equal":
            return f"{text} is too small", f"the smallest allowed here is {limits['ge']:g}"
        case "less_than_equal":
            return f"{text} is too large", f"the largest allowed here is {limits['le']:g}"
        case "value_error":
            return str(limits.get("error", "this value is not allowed")), ""
    return f"'{text}' is not allowed here", ""


_EMPTY = ("nothing stands here", "write a text, or remove the line if the key may be left out")


def _too_few(least: int) -> tuple[str, str]:
    return "the list is too short", f"it needs at least {'one entry' if least == 1 else f'{least} entries'}"


def _with_id(mend: str, text: str, pattern: str) -> str:
    """The mend, with the id that the words would make."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    guess = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return f"did you mean '{guess}'? {mend}" if pattern == ID_PATTERN and guess else mend


def mismatch(node: Node, shape: Shape) -> tuple[str, str]:
    """Message and mend for a node of another shape than the model wants."""
    if isinstance(node, Listing):
        return f"a list where {shape.name} belongs", _unlist(shape)
    if isinstance(node, Mapping):
        return f"a group of keys where {shape.name} belongs", _ungroup(shape)
    text = node.text if isinstance(node, Scalar) else ""
    plain = isinstance(node, Scalar) and node.plain
    match shape:
        case Choice(allowed):
            guess = nearest(text, allowed)
            mend = f"allowed: {', '.join(allowed)}"
            return f"'{text}' is not allowed here", f"did you mean '{guess}'? {mend}" if guess else mend
        case Flag():
            return f"'{text}' is not true or false", _flag(text, plain)
        case Number():
            return f"'{text}' is not {shape.name}", number_mend(text, plain=plain, whole=shape.whole)
        case Several():
            return f"'{text}' stands where a list belongs", f"write [{text}]"
    mend = f"write its keys: {', '.join(shape.keys)}" if isinstance(shape, Group) else ""
    return f"'{text}' stands where {shape.name} belongs", mend


def _unlist(shape: Shape) -> str:
    if isinstance(shape, Group):
        return f"write its keys: {', '.join(shape.keys)}"
    return "a text that begins with '[' stands in quotation marks" if isinstance(shape, Words) else "write one value"


def _ungroup(shape: Shape) -> str:
    if isinstance(shape, Several):
        return "begin each entry with '- '"
    return "a text with a colon in it stands in quotation marks" if isinstance(shape, Words) else "write one value"


def _flag(text: str, plain: bool) -> str:
    meant = _FLAGS.get(text.lower())
    if not plain and meant:
        return f"write {meant} without quotation marks"
    return f"did you mean {meant}?" if meant else "write true or false"
