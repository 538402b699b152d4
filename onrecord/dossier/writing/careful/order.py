"""Where a new key goes: behind the keys that the model names before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ...reading.shapes import Either, Group, Several, Shape


def insertions(present: Iterable[str], now: Mapping[str, Any], shape: Group) -> dict[str | None, list[str]]:
    """The keys that `now` has and the file has not, by the key of the file they go behind; None = before all."""
    order, there = list(shape.keys), set(present)
    new: dict[str | None, list[str]] = {}
    for name in order:
        if name in now and name not in there:
            before = [known for known in order[: order.index(name)] if known in there]
            new.setdefault(before[-1] if before else None, []).append(name)
    return new


def inner(shape: Shape) -> Shape:
    """The shape of a list's entries."""
    match shape:
        case Several(of):
            return of
        case Either(_, several):
            return several.of
    return shape


def default(shape: Group, name: str) -> Any:
    """What a key means where it is left out, as YAML data."""
    value = shape.keys[name].field.get_default(call_default_factory=True)
    if isinstance(value, tuple):
        return list(value)
    return value.as_yaml() if hasattr(value, "as_yaml") else value
