"""Where a person and a newer extraction differ: the values beside each other, and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from onrecord.model import Clash

from .version import version


class Value(NamedTuple):
    """One side of a clash: whose it is, and what it says."""

    whose: str
    says: str


@dataclass(frozen=True)
class ClashView:
    """A clash as the page shows it. `keep` and `take` are what the buttons say; empty = there is no such way."""

    version: str
    """Eight digits that stand for the clash."""
    kind: str
    record: str
    what: str
    values: tuple[Value, ...]
    keep: str
    take: str


def clash_views(clashes: Sequence[Clash]) -> tuple[ClashView, ...]:
    """Every clash in the words of the page."""
    return tuple(_view(clash) for clash in clashes)


def _view(clash: Clash) -> ClashView:
    what = f"{clash.field} of {clash.record}" if clash.field else clash.record
    keep, take = "Keep mine", "Take the new one"
    if clash.field is None:
        what += " was left out: it stands on words that you removed" if clash.yours is None else " is no longer found"
        keep, take = ("Leave it out", "") if clash.yours is None else ("Keep it", "Remove it")
    return ClashView(version(clash), clash.kind, clash.record, what, tuple(_values(clash)), keep, take)


def _values(clash: Clash) -> Iterator[Value]:
    if clash.field is None:
        yield Value("yours" if clash.new is None else "found", _shown(clash.yours or clash.new))
    elif clash.kind == "briefing" and isinstance(clash.base, list) and isinstance(clash.new, list):
        yield from (Value("no longer found", _shown(line)) for line in clash.base if line not in clash.new)
        yield from (Value("now found", _shown(line)) for line in clash.new if line not in clash.base)
    else:
        yield Value("before", _shown(clash.base))
        yield Value("yours", _shown(clash.yours))
        yield Value("now found", _shown(clash.new))


def _shown(value: Any) -> str:
    """A value in a line.

    >>> _shown([{"value": 9, "unit": "people"}, {"value": None, "unit": "house"}]), _shown([])
    ('value 9, unit people; value not given, unit house', 'not given')
    """
    if value is None or value == [] or value == ():
        return "not given"
    if isinstance(value, Mapping):
        if words := value.get("question") or value.get("label"):
            return str(words)
        return ", ".join(f"{key} {_shown(inner)}" for key, inner in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(_shown(inner) for inner in value)
    return str(value)
