"""What a person must mend: where, what, and how."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_WIDEST = 78
"""Columns that an excerpt takes at most: with its indentation it fits the usual terminal of eighty."""
_MARK = "…"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. `line` and `column` count from 1, in code points; 0 where there is no line to point at."""

    file: str
    line: int
    column: int
    message: str
    mend: str = ""
    excerpt: str = ""
    """The line of the file that is wrong, without its line end."""

    def explain(self) -> str:
        r"""Place and message, the line with a caret below, and the mend.

        >>> print(Problem("a.yaml", 2, 3, "unknown key 'rolle'", "did you mean 'role'?", "  rolle: x").explain())
        a.yaml:2:3: unknown key 'rolle'
            rolle: x
            ^
          did you mean 'role'?
        """
        place = self.file + (f":{self.line}:{self.column}" if self.line else "")
        lines = [f"{place}: {self.message}"]
        if self.excerpt:
            shown, before = _cut(self.excerpt.replace("\t", " "), self.column - 1)
            lines += [f"  {shown}", "  " + " " * before + "^"]
        if self.mend:
            lines.append(f"  {self.mend}")
        return "\n".join(lines)


class Refusal(Exception):
    """What was asked cannot be done with this input; nothing was written. Carries every problem at once."""

    def __init__(self, problems: Iterable[Problem], patch: str = "") -> None:
        self.problems = tuple(problems)
        self.patch = patch
        """What would have been written, as a unified diff, for a person to apply; empty where there is none."""
        super().__init__("\n".join(problem.explain() for problem in self.problems))


def _cut(line: str, place: int) -> tuple[str, int]:
    """A line cut to fit a terminal around a place in it, and the columns before that place.

    >>> _cut("text: " + "far " * 40, 100)[1]
    26
    >>> _cut("name: 北京 x", 9)
    ('name: 北京 x', 11)
    """
    if _width(line) <= _WIDEST:
        return line, _width(line[:place])
    start, end = _window(line, place)
    head, tail = _MARK if start else "", _MARK if end < len(line) else ""
    return head + line[start:end] + tail, _width(head + line[start:place])


def _window(line: str, place: int) -> tuple[int, int]:
    """Where a shown part of a line begins and ends: a third of it before the place, more where little follows."""
    room = _WIDEST - 2 * len(_MARK)
    behind = min(_width(line[place:]), room - room // 3)
    start = place
    while start > 0 and _width(line[start - 1 : place]) <= room - behind:
        start -= 1
    end = start
    while end < len(line) and _width(line[start : end + 1]) <= room:
        end += 1
    return start, end


def _width(text: str) -> int:
    """How many columns of a terminal a text takes: two for a wide character, none for one that joins another."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
