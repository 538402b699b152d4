"""What kind of change a difference is. In doubt it is a correction: what is taken for less is not announced."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onrecord.model import CorrectionKind

from .rewording import same_weight, same_words

_PROSE = frozenset({"text", "heading", "title", "standfirst", "note", "question", "label", "name", "role", "reason"})
"""Fields that hold our words; in all others another word is another statement."""
_CARRIERS = (
    "source", "via", "certainty", "hedge", "quantities", "when", "where", "route", "denies", "contradicts", "facts",
    "quote",
)  # fmt: skip
"""Fields beside a text that have to stay for a new text to be only another wording."""
_LINKS = frozenset({"actors", "equipment", "elaborates", "where", "denies", "contradicts", "aliases", "facts"})
"""Lists in which order says nothing."""
_LISTING = frozenset({"heading", "event", "elaborates", "symbol"})
"""Fields that say under what a record is listed, and what it adds to."""
_DESCRIBING = frozenset({"side", "country", "maker", "operator", "class", "type", "kind", "aliases", "note", "cue"})
"""Fields that say more of a record: to fill one in is no correction, to change one is."""
_CUES = frozenset({"said", "says", "say", "told", "added", "adds", "stated", "according to", "told reporters"})
"""Cues that say nothing of what the article thinks of the words."""


def kind_of(
    field: str, before: Mapping[str, Any], after: Mapping[str, Any], *, said: str | None = None
) -> CorrectionKind:
    """The kind of the change of one field, from all fields of the record before and after.

    `said` is what the person calls it. A change of substance may be called a clarification or an update; it is not
    believed to be wording where numbers, names, negation, reservation or anything but the words changed.
    """
    found = _found(field, before, after)
    if found == "filing" or said is None:
        return found
    if said == "wording":
        return "wording" if found == "wording" or _may_be_words(field, before, after) else "correction"
    return said  # type: ignore[return-value]  # the model allows no other


def _found(field: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> CorrectionKind:
    was, now = before.get(field), after.get(field)
    if _is_wording(field, before, after):
        return "wording"
    if field in _LISTING or _is_filing(field, was, now):
        return "filing"
    return "correction"


def _is_filing(field: str, was: Any, now: Any) -> bool:
    if field == "cue":
        return was is None or {was, now} <= _CUES
    if field in ("actors", "equipment"):
        # Whom it is about may be completed; somebody else in their place is another statement.
        return not set(was or ()) - set(now or ()) or not set(now or ()) - set(was or ())
    if field in _LINKS and isinstance(was, list) and isinstance(now, list) and sorted(was) == sorted(now):
        return True
    return field in _DESCRIBING and was is None


def _is_wording(field: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    was, now = before.get(field), after.get(field)
    if isinstance(was, str) and isinstance(now, str):
        return field in _PROSE and _carried(before, after) and same_words(was, now)
    if field == "when" and isinstance(was, dict) and isinstance(now, dict):
        return _but(was, "text") == _but(now, "text") and same_words(was["text"], now["text"])
    if field == "quantities" and isinstance(was, list) and isinstance(now, list):
        # What the article prints for a number says no more than the number does.
        return [_but(one, "text", "printed") for one in was] == [_but(one, "text", "printed") for one in now]
    return False


def _may_be_words(field: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    was, now = before.get(field), after.get(field)
    if field not in _PROSE or not isinstance(was, str) or not isinstance(now, str):
        return False
    return _carried(before, after) and same_weight(was, now)


def _carried(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    return all(_same(name, before.get(name), after.get(name)) for name in _CARRIERS)


def _same(name: str, was: Any, now: Any) -> bool:
    if name in _LINKS and isinstance(was, list) and isinstance(now, list):
        return sorted(was) == sorted(now)
    return bool(was == now)


def _but(value: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: inner for name, inner in value.items() if name not in names}
