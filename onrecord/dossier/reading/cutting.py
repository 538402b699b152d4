"""A record that cannot be parsed, cut out of its file: the rest is read, and every problem is told in one run."""

from __future__ import annotations

import re
from collections.abc import Sequence

_RECORD = re.compile(r" {0,2}-(?!--)")
_TOP = re.compile(r"[A-Za-z_]")
_ID = re.compile(r"(?:^|[\s{,-])id *[:=]? *[\"']?([a-z0-9]+(?:-[a-z0-9]+)*)")


def record_around(lines: Sequence[str], line: int) -> range | None:
    """The lines, from 1, of the record of a list that a line is part of; None where it stands in no such list."""
    first = next((n for n in range(line, 0, -1) if _RECORD.match(lines[n - 1])), None)
    if first is None and re.match(r" *- *\w+:", lines[line - 1]):
        first = line
    if first is None or any(_TOP.match(lines[n - 1]) for n in range(first + 1, line)):
        return None
    ends = (n for n in range(line + 1, len(lines) + 1) if _RECORD.match(lines[n - 1]) or _TOP.match(lines[n - 1]))
    return range(first, next(ends, len(lines) + 1))


def ids_in(lines: Sequence[str]) -> frozenset[str]:
    """The ids that lines give records, as far as they can be made out: what points at them is not to blame."""
    return frozenset(match[1] for line in lines for match in _ID.finditer(line))
