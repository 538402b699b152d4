"""Lists without ids: lines of the overview, paired by the facts they stand on.

Which lines there are is one decision: a person who added, removed or moved a line has made it. Who only put a line
into other words has not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Line = dict[str, Any]
Lines = Sequence[Line]


def merged_lines(base: Lines, yours: Lines, new: Lines) -> list[Line] | None:
    """The new lines with the person's wording kept; None where that is not the person's and the program's will.

    Raises nothing: what cannot be joined is a clash of the whole list.
    """
    keys = [[_key(line) for line in lines] for lines in (base, yours, new)]
    if any(len(set(one)) < len(one) for one in keys) or keys[0] != keys[1]:
        return None
    worded = {key: (was, now) for key, was, now in zip(keys[0], base, yours, strict=True) if was != now}
    merged = []
    for key, line in zip(keys[2], new, strict=True):
        was, now = worded.pop(key, (line, line))
        if was != line and now != line:
            return None
        merged.append(now)
    return None if worded else merged


def _key(line: Line) -> tuple[Any, ...]:
    return tuple(line.get("facts", ())) or (line.get("fact"), line.get("quantity"), line.get("question"))
