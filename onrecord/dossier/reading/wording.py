"""What the model does not take, in a person's words."""

from __future__ import annotations

import re
from typing import Any

from onrecord.model.record import DATE_PATTERN, DAY_PATTERN, ID_PATTERN, SENTENCE_PATTERN

from .meant import meant_date
from .nearest import nearest
from .numerals import number_mend
from .oddities import oddity, visible
from .shapes import Choice, Either, Flag, Group, Number, Several, Shape, Words
from .tree import Listing, Mapping, Node, Scalar

_FLAGS = {"yes": "true", "on": "true", "no": "false", "off": "false", "true": "true", "false": "false"}

FORMS = {
    ID_PATTERN: ("is not an id", "an id is lower-case words and numbers joined by hyphens"),
    DATE_PATTERN: ("is not a date", "write 2016-08-16, or 2016-08, or 2016, as precise as is known"),
    DAY_PATTERN: ("is not a day", "write year-month-day, as in 2016-08-16"),
    SENTENCE_PATTERN: ("is not a place in the article", "write PnSm, as in P8S1: sentence 1 of paragraph 8"),
    r"^[0-9a-f]{8}$": ("is not a hash", "eight hexadecimal digits, written by the program: restore it from git"),
    r"^[0-9a-f]{64}$": ("is not a SHA-256", "64 hexadecimal digits, written by the program: restore it from git"),
}
"""What is said of a text that has not the form it should have, and what it is, by the model's pattern."""


def broken_rule(wrong: dict[str, Any], text: str, guess: str | None = None) -> tuple[str, str]:
    """Message and mend for one error of the model about the value that reads `text` in the file.

    `guess` is the id that was meant, where the value should be one.
    """
    limits = wrong.get("ctx", {})
    match wrong["type"]:
        case "string_pattern_mismatch":
            return _unlike(text, limits["pattern"], guess) if text else _EMPTY
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
    return f"'{visible(text)}' is not allowed here", ""


def _unlike(text: str, pattern: str, guess: str | None) -> tuple[str, str]:
    """A text that has not the form it should have: an id, a date, a place in the article."""
    said, mend = FORMS.get(pattern, ("is not written as it should be", ""))
    message = f"'{visible(text)}' {said}"
    if pattern == ID_PATTERN:
        odd = oddity(text)
        message += f": {odd}" if odd else ""
    if pattern in (DATE_PATTERN, DAY_PATTERN):
        guess = meant_date(text)
        mend = _CLOCK if re.fullmatch(r"\d{1,2}[:h]\d{2}.*", text) else mend
    return message, f"did you mean '{guess}'? {mend}" if guess else mend


_CLOCK = "a time of day stands in the words of 'text'; here stands the day, as in 2016-08-16, or nothing"
_EMPTY = ("nothing stands here", "write a text, or remove the line if the key may be left out")


def _too_few(least: int) -> tuple[str, str]:
    return "the list is too short", f"it needs at least {'one entry' if least == 1 else f'{least} entries'}"


def mismatch(node: Node, shape: Shape) -> tuple[str, str]:
    """Message and mend for a node of another shape than the model wants."""
    if isinstance(node, Listing):
        return f"a list where {shape.name} belongs", _unlist(node, shape)
    if isinstance(node, Mapping):
        return f"a group of keys where {shape.name} belongs", _ungroup(node, shape)
    text = visible(node.text) if isinstance(node, Scalar) else ""
    plain = isinstance(node, Scalar) and node.plain
    match shape:
        case Choice(allowed):
            guess = nearest(text, allowed)
            mend = f"allowed: {', '.join(allowed)}"
            return f"'{text}' is not allowed here", f"did you mean '{guess}'? {mend}" if guess else mend
        case Flag():
            return f"'{text}' is not true or false", _flag(text, plain)
        case Number():
            return f"'{text}' is not {shape.name}", _count(text, shape, plain=plain)
        case Several():
            return f"'{text}' stands where a list belongs", _list_mend(text, shape)
    mend = _group_mend(text, shape) if isinstance(shape, Group) else ""
    return f"'{text}' stands where {shape.name} belongs", mend


def _count(text: str, shape: Number, *, plain: bool) -> str:
    return number_mend(text, plain=plain, whole=shape.whole, ranged=shape.ranged)


def _list_mend(text: str, shape: Several) -> str:
    if isinstance(shape.of, Group):
        return f"write [{{...}}]; the keys of each entry: {', '.join(shape.of.keys)}"
    if text.startswith("-"):
        return f"write '- {text[1:].strip()}', with a space after the dash"
    bare = text[1:-1] if text[:1] + text[-1:] in ("()", "<>") else text
    return f"write [{bare}]"


def _group_mend(text: str, shape: Group) -> str:
    """Where words alone make the group, they are shown in it."""
    keys = f"its keys: {', '.join(shape.keys)}"
    needed = [key.name for key in shape.keys.values() if key.required]
    if needed != ["text"]:
        return f"write {keys}"
    if "date" in shape.keys and re.fullmatch(DATE_PATTERN, text):
        return f"write {{text: ..., date: {text}}}, with the article's words as text; {keys}"
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"' if re.search(r"[][{},:#\"']", text) else text
    return f"write {{text: {quoted}}}; {keys}"


def _unlist(node: Listing, shape: Shape) -> str:
    if isinstance(shape, Group):
        return f"write its keys: {', '.join(shape.keys)}"
    if isinstance(shape, Words) and shape.kind == "text":
        return "a text that begins with '[' stands in quotation marks"
    if len(node.items) == 1 and isinstance(one := node.items[0], Scalar):
        return f"write {one.text}, without brackets"
    return f"write one {shape.kind}, without brackets" if isinstance(shape, Words) else "write one value"


def _ungroup(node: Mapping, shape: Shape) -> str:
    if isinstance(shape, Several):
        return "begin each entry with '- ', or put the group into brackets: [{...}]"
    if isinstance(shape, Words | Either) and not node.entries:
        return "write it without brackets"
    return "a text with a colon in it stands in quotation marks" if isinstance(shape, Words) else "write one value"


def _flag(text: str, plain: bool) -> str:
    meant = _FLAGS.get(text.lower())
    if not plain and meant:
        return f"write {meant} without quotation marks"
    return f"did you mean {meant}?" if meant else "write true or false"
