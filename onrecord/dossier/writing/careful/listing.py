"""The records of a list as chunks of whole lines, and those chunks in a new order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .matching import staying
from .nodes import Listed
from .sheet import Edit, Sheet, Unfit

Piece = tuple[int | None, str]
"""The record that it was, None for a new one, and its lines."""


@dataclass(frozen=True)
class Chunks:
    """Where the lines of each record begin and end, with the remarks directly above it and deeper below it."""

    sheet: Sheet
    spans: tuple[tuple[int, int], ...]
    ending: str
    parted: bool
    """Whether blank lines part the records."""

    @classmethod
    def of(cls, node: Listed, sheet: Sheet, *, parted: bool) -> Chunks:
        """The chunks of a list; `parted` is believed where a single record shows nothing. Raises Unfit."""
        spans: list[tuple[int, int]] = []
        for item in node.items:
            dash = _dash_line(item.start, node.column, sheet)
            start = sheet.head(dash, spans[-1][1] if spans else 0)
            spans.append((start, sheet.tail(item.end, node.column)))
        gaps = spans[:-1]
        blank = any(sheet.is_blank(end) for _, end in gaps) if gaps else parted
        return cls(sheet, tuple(spans), sheet.ending(node.start), blank)

    def text(self, number: int, edits: Iterable[Edit]) -> str:
        """The lines of a record with edits made."""
        return self.closed(self.sheet.applied(edits, *self.spans[number]))

    def closed(self, text: str) -> str:
        """Lines with an end to the last of them."""
        return text if text.endswith(("\n", "\r")) else text + self.ending

    def gap(self, number: int) -> str:
        """What stands between a record and the next."""
        return self.sheet.text[self.spans[number][1] : self.spans[number + 1][0]]

    def has_remark(self, number: int) -> bool:
        """Whether a remark stands by itself between a record and the next."""
        return self.sheet.within(self.spans[number][1], self.spans[number + 1][0]) is not None


def rearranged(chunks: Chunks, pieces: Sequence[Piece]) -> Edit:
    """The edit that puts the pieces where the list stood. The remarks of a removed record are lost with it.

    What stands between two records stays before the second of them; where that is gone, its remarks stay all the same.
    """
    kept = [old for old, _ in pieces if old is not None]
    for number in set(range(len(chunks.spans))).difference(kept):
        chunks.sheet.lose(*chunks.spans[number])
    stay, passed, text = staying(kept), 0, ""
    for old, piece in pieces:
        if old in stay and old is not None:
            text += _between(chunks, range(passed, old), begun=bool(text))
            passed = old
        elif text and chunks.parted:
            text += chunks.ending
        text += piece
    text += "".join(chunks.gap(number) for number in range(passed, len(chunks.spans) - 1) if chunks.has_remark(number))
    return Edit(chunks.spans[0][0], chunks.spans[-1][1], text)


def _between(chunks: Chunks, gaps: range, *, begun: bool) -> str:
    """What to write before a record that stays: the gaps that lie between it and the last one that stayed."""
    remarked = [chunks.gap(number) for number in gaps if chunks.has_remark(number)]
    if not begun:
        return re.sub(r"^(?:[ \t]*[\r\n]+)+", "", "".join(remarked))
    if remarked:
        return "".join(remarked)
    if gaps:
        return chunks.gap(gaps[0])
    return chunks.ending if chunks.parted else ""


def _dash_line(place: int, column: int, sheet: Sheet) -> int:
    """Where the line with the dash of an entry begins."""
    start = sheet.begin(place)
    while sheet.indent(start) != column or not re.match(r"-(\s|$)", sheet.content(start)[column:]):
        if start == 0:
            raise Unfit
        start = sheet.begin(start - 1)
    return start
