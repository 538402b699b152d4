"""A changed scalar in the dress of the old one: its quotation marks, its block of lines, its line breaks."""

from __future__ import annotations

import re
from typing import Any

from ..scalars import SPECIAL, is_plain, quoted, scalar
from .nodes import Leaf
from .sheet import Sheet

_QUOTES = ("'", '"')


def dressed(old: Leaf, value: Any, *, sheet: Sheet, flow: bool) -> str:
    """What to write where `old` stood, so that it is read as `value`; `flow` inside brackets or braces."""
    raw = sheet.text[old.start : old.end]
    if old.block:
        lines = None if sheet.blunt or not isinstance(value, str) else _block(raw, old, value, sheet.ending(old.start))
        return lines or scalar(value, flow=flow) + _beside(raw)
    if sheet.blunt or not isinstance(value, str):
        return scalar(value, flow=flow)
    if len(raw.splitlines()) > 1 and (lines := _rewound(raw, old, value, flow)):
        return lines
    return quoted(value, old.style) if old.style in _QUOTES else scalar(value, flow=flow)


def _beside(raw: str) -> str:
    """The remark on the line that opens a block, with the blanks before it."""
    remark = re.match(r"[^\r\n#]*?([ \t]+#[^\r\n]*)", raw)
    return remark[1] if remark else ""


def _block(raw: str, old: Leaf, value: str, ending: str) -> str | None:
    """A block of lines again; None where the value has what no block can hold."""
    header, *lines = re.split("\r\n|[\r\n]", raw)
    first = next((line for line in lines if line.strip()), None)
    # With a number behind the `|` the indentation is not what the first line shows.
    if first is None or re.search(r"\d", header.partition("#")[0]):
        return None
    indent = first[: len(first) - len(first.lstrip(" "))]
    if old.style == ">":
        body = raw[len(header) :]
        words = _words_changed(body, old.text, value)
        if words or "\n" in value:
            return header + words if words else None
    if any(SPECIAL.search(line) or line != line.strip() for line in value.split("\n")):
        return None
    return ending.join([header, *(indent + line if line else "" for line in value.split("\n"))])


def _rewound(raw: str, old: Leaf, value: str, flow: bool) -> str | None:
    """The same line breaks, only the words changed; None where that cannot be."""
    mark = old.style
    if mark in _QUOTES:
        inner = _words_changed(raw[1:-1], old.text, value) if quoted(value, mark) == f"{mark}{value}{mark}" else None
        return f"{mark}{inner}{mark}" if inner else None
    return _words_changed(raw, old.text, value) if is_plain(value, flow) else None


def _words_changed(raw: str, old: str, new: str) -> str | None:
    r"""A text over several lines with only the words replaced that differ; None where it is more than words and spaces.

    >>> _words_changed("It rained\n  all day.", "It rained all day.", "It rained all night long.")
    'It rained\n  all night long.'
    """
    spans = [match.span() for match in re.finditer(r"\S+", raw)]
    before, after = old.split(), new.split()
    if [raw[start:end] for start, end in spans] != before or " ".join(after) != new or not before or not after:
        return None
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    words = " ".join(after[head : len(after) - tail])
    gone = spans[head : len(spans) - tail]
    if gone and words:
        return raw[: gone[0][0]] + words + raw[gone[-1][1] :]
    if gone:
        return raw[: gone[0][0]] + raw[spans[-tail][0] :] if tail else raw[: spans[head - 1][1]]
    place = spans[head - 1][1] if head else spans[0][0]
    return raw[:place] + (f" {words}" if head else f"{words} ") + raw[place:]


def _common(one: list[str], other: list[str]) -> int:
    pairs = zip(one, other, strict=False)
    return next((n for n, (mine, theirs) in enumerate(pairs) if mine != theirs), min(len(one), len(other)))
