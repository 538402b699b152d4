"""A file's text as a writer needs it: its lines with their ends, and the remarks that people wrote into it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from .nodes import Leaf, Node, leaves

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_COMMENT = re.compile("#[^\r\n\x85\u2028\u2029]*")


class Unfit(Exception):
    """The file is laid out in a way that no careful edit is known for."""


@dataclass(frozen=True)
class Edit:
    """Text to stand where the characters from `start` to `end` stood."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Sheet:
    """The text, its parsed tree, and the remarks that an edit would take away."""

    text: str
    root: Node | None
    blunt: bool = False
    """Whether a changed text is written anew on one line: the second attempt, where its old dress does not fit."""
    lost: set[int] = field(default_factory=set)
    """Where the remarks begin that stand in what was removed so far."""

    @cached_property
    def remarks(self) -> list[tuple[int, int]]:
        """Where each comment begins and ends."""
        found, place = [], 0
        for start, end in [*_taken(self.text, leaves(self.root)), (len(self.text), len(self.text))]:
            found += [match.span() for match in _COMMENT.finditer(self.text, place, start)] if place < start else []
            place = max(place, end)
        return found

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(match.end() for match in _BREAK.finditer(self.text))]

    def line(self, place: int) -> int:
        """The number of the line at a place, from 0."""
        return bisect_right(self.starts, place) - 1

    def begin(self, place: int) -> int:
        """Where the line at a place begins."""
        return self.starts[self.line(place)]

    def after(self, place: int) -> int:
        """Where the line after that of a place begins; the end of the text behind the last."""
        number = self.line(place) + 1
        return self.starts[number] if number < len(self.starts) else len(self.text)

    def content(self, start: int) -> str:
        """The line that begins at `start`, without its end."""
        match = _BREAK.search(self.text, start)
        return self.text[start : match.start() if match else len(self.text)]

    def indent(self, start: int) -> int:
        """How far the line that begins at `start` is indented."""
        line = self.content(start)
        return len(line) - len(line.lstrip(" "))

    def is_remark(self, start: int) -> bool:
        """Whether nothing but a comment stands on the line that begins at `start`."""
        return self.content(start).lstrip().startswith("#") and self.within(start, self.after(start)) is not None

    def is_blank(self, start: int) -> bool:
        """Whether nothing stands on the line that begins at `start`."""
        return start < len(self.text) and not self.content(start).strip()

    def within(self, start: int, end: int) -> int | None:
        """Where the first comment between two places begins; None where there is none."""
        number = bisect_right(self.remarks, (start, -1))
        return self.remarks[number][0] if number < len(self.remarks) and self.remarks[number][0] < end else None

    def lose(self, start: int, end: int) -> None:
        """Note every comment between two places as lost: what they stand in is being removed."""
        self.lost.update(place for place, _ in self.remarks if start <= place < end)

    def head(self, start: int, least: int = 0) -> int:
        """Where the comment lines directly above the line that begins at `start` begin, not above `least`."""
        while start > least and self.is_remark(above := self.begin(start - 1)) and above >= least:
            start = above
        return start

    def tail(self, place: int, column: int) -> int:
        """Where what stands at a place is over: after its line and the comments below that stand deeper than it."""
        over = line = self.after(place)
        while line < len(self.text) and (self.is_blank(line) or self.is_remark(line)):
            deeper = not self.is_blank(line) and self.indent(line) > column
            if not deeper and not self.is_blank(line):
                break
            line = self.after(line)
            over = line if deeper else over
        return over

    def ending(self, place: int) -> str:
        """The line end used around a place."""
        number = max(self.line(place) - 1, 0)
        match = _BREAK.search(self.text, self.starts[number]) or _BREAK.search(self.text)
        return match[0] if match and match[0] in ("\r\n", "\n", "\r") else "\n"

    def insert(self, place: int, lines: Iterable[str]) -> Edit:
        """New lines at the beginning of a line, or behind the last one."""
        ending = self.ending(place)
        text = ending.join(lines)
        open_end = place == len(self.text) and place > self.begin(place)
        return Edit(place, place, ending + text if open_end else text + ending)

    def applied(self, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> str:
        """The text between two places with edits made; edits at one place stand in the order given."""
        end = len(self.text) if end is None else end
        parts, place = [], start
        for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
            if edit.start < place:
                raise Unfit
            parts += [self.text[place : edit.start], edit.text]
            place = edit.end
        return "".join([*parts, self.text[place:end]])


def _taken(text: str, found: list[Leaf]) -> list[tuple[int, int]]:
    """Where scalars stand; a comment behind the `|` of a block of lines is not in it."""
    return [(_first_line(text, leaf) if leaf.block else leaf.start, leaf.end) for leaf in found]


def _first_line(text: str, leaf: Leaf) -> int:
    match = _BREAK.search(text, leaf.start, leaf.end)
    return match.start() if match else leaf.end
