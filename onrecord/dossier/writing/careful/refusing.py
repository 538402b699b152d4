"""What is said where a file cannot be changed with care: the place, the mend, and the patch."""

from __future__ import annotations

import difflib
import re

from onrecord.model import Problem, Refusal

from ...reading.source import Source
from ..reasons import SAVED_MEANWHILE
from .sheet import Sheet

_LINE = re.compile("[^\n]*\n|[^\n]+")
_PATCH = "apply the patch: git apply"


class Unwritable(Refusal):
    """A file cannot be changed without losing what a person wrote, and was not. Carries the patch."""


def remarked(source: Source, sheet: Sheet) -> list[Problem]:
    """A problem for each remark that would be lost."""
    mend = f"move the remark elsewhere or delete it; or {_PATCH}"
    problems = []
    for place in sorted(sheet.lost):
        line = sheet.line(place)
        column = place - sheet.starts[line] + 1
        message = "a remark stands in what would be removed"
        problems.append(Problem(source.file, line + 1, column, message, mend, source.lines[line]))
    return problems


def unfit(source: Source) -> Problem:
    """No careful edit is known for the way the file is laid out."""
    return Problem(source.file, 0, 0, "this file cannot be changed without touching other lines", _PATCH)


def saved_meanwhile(source: Source) -> Problem:
    """The file says something else than the caller read in it."""
    return Problem(source.file, 0, 0, *SAVED_MEANWHILE)


def patch(source: Source, new: str, mark: str = "") -> str:
    """What would have been written, as a unified diff that `git apply` takes; `mark` is the file's byte order mark."""
    before, after = (_LINE.findall(mark + text) for text in (source.text, new))
    lines = difflib.unified_diff(before, after, f"a/{source.file}", f"b/{source.file}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
