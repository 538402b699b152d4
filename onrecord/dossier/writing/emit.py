"""Plain data to YAML text: one record a block, one small group a line, no line ever folded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .scalars import scalar

_IN_LINE = frozenset({"at", "when", "quote", "quantities", "reviewed", "corrected"})
"""Groups short enough to stand on one line."""
_LAST = ("at", "reviewed", "corrected", "kept", "settled")


def emit(data: dict[str, Any], *, compact: frozenset[str] = frozenset()) -> str:
    """YAML text of a file's keys, ending in a line end. Under the `compact` keys, each entry takes one line."""
    lines: list[str] = []
    for key, value in data.items():
        lines += _one_a_line(key, value) if key in compact else entry_lines(key, value)
    return "\n".join(lines) + "\n" if lines else ""


def in_line(value: Any) -> str:
    """A value on one line, as inside `{...}`.

    >>> in_line({"text": "last week", "where": ["mosul", "raqqa"], "value": None})
    '{text: last week, where: [mosul, raqqa], value: null}'
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {in_line(value[key])}" for key in _order(value)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(in_line(inner) for inner in value) + "]"
    return scalar(value, flow=True)


def _one_a_line(key: str, values: list[Any]) -> list[str]:
    return [f"{key}:", *(f"  - {in_line(value)}" for value in values)]


def entry_lines(key: str, value: Any, indent: str = "") -> Iterator[str]:
    """A key with its value as lines: on the key's own where it is short, otherwise below it."""
    if stands_in_line(key, value):
        yield f"{indent}{key}: {in_line(value) if isinstance(value, dict | list) else scalar(value)}"
    elif isinstance(value, dict):
        yield f"{indent}{key}:"
        for inner, its in value.items():
            yield from entry_lines(inner, its, indent + "  ")
    else:
        yield f"{indent}{key}:"
        yield from _records(value, indent + "  ")


def stands_in_line(key: str, value: Any) -> bool:
    """Whether a value stands on the line of its key."""
    if key in _IN_LINE or not value or not isinstance(value, dict | list):
        return True
    return isinstance(value, list) and not isinstance(value[0], dict)


def record_lines(record: dict[str, Any], indent: str = "") -> Iterator[str]:
    """A record as an entry of a list, one line a key."""
    lines = [line for key in _order(record) for line in entry_lines(key, record[key], indent + "  ")]
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def _records(records: list[dict[str, Any]], indent: str) -> Iterator[str]:
    for number, record in enumerate(records):
        if number and "id" in record:
            yield ""
        yield from record_lines(record, indent)


def _order(record: dict[str, Any]) -> list[str]:
    """What a record says, then where it stands and who kept it."""
    return sorted(record, key=_LAST.__contains__)
