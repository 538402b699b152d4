"""Plain data to YAML text: one record a block, one small group a line, no line ever folded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .scalars import scalar

_IN_LINE = frozenset({"at", "when", "quote", "quantities", "reviewed", "corrected"})
"""Groups short enough to stand on one line."""
_LAST = ("at", "reviewed", "corrected")


def emit(data: dict[str, Any], *, compact: frozenset[str] = frozenset()) -> str:
    """YAML text of a file's keys, ending in a line end. Under the `compact` keys, each entry takes one line."""
    lines: list[str] = []
    for key, value in data.items():
        lines += _one_a_line(key, value) if key in compact else _entry(key, value, "")
    return "\n".join(lines) + "\n" if lines else ""


def in_line(value: Any) -> str:
    """A value on one line, as inside `{...}`.

    >>> in_line({"text": "last week", "where": ["mosul", "raqqa"], "value": None})
    '{text: last week, where: [mosul, raqqa], value: null}'
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {in_line(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(in_line(inner) for inner in value) + "]"
    return scalar(value, flow=True)


def _one_a_line(key: str, values: list[Any]) -> list[str]:
    return [f"{key}:", *(f"  - {in_line(value)}" for value in values)]


def _entry(key: str, value: Any, indent: str) -> Iterator[str]:
    if key in _IN_LINE or not value or not isinstance(value, dict | list):
        yield f"{indent}{key}: {in_line(value) if isinstance(value, dict | list) else scalar(value)}"
    elif isinstance(value, dict):
        yield f"{indent}{key}:"
        for inner, its in value.items():
            yield from _entry(inner, its, indent + "  ")
    elif isinstance(value[0], dict):
        yield f"{indent}{key}:"
        yield from _records(value, indent + "  ")
    else:
        yield f"{indent}{key}: {in_line(value)}"


def _records(records: list[dict[str, Any]], indent: str) -> Iterator[str]:
    for number, record in enumerate(records):
        if number and "id" in record:
            yield ""
        lines = [line for key in _order(record) for line in _entry(key, record[key], indent + "  ")]
        yield f"{indent}- {lines[0].lstrip()}"
        yield from lines[1:]


def _order(record: dict[str, Any]) -> list[str]:
    """What a record says, then where it stands and who kept it."""
    return sorted(record, key=_LAST.__contains__)
