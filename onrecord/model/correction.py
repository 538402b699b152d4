"""What a person changed: was, now, why, who, when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .dossier import Position

CorrectionKind = Literal["correction", "clarification", "update", "addition", "rejection", "wording", "filing"]
QUIET: frozenset[CorrectionKind] = frozenset({"wording", "filing"})
"""Kinds that change nothing a reader relies on: they are listed, and not announced."""


@dataclass(frozen=True)
class Correction:
    """One field of one record that differs from what was found, or a whole record added or removed."""

    kind: CorrectionKind
    """`correction`: it was wrong. `clarification`: it could be misread. `update`: the article itself changed.
    `addition`, `rejection`: a record that a person wrote, or removed. `wording`: only the words changed; numbers,
    source, certainty and negation are the same. `filing`: only where a record is listed, or linked with what."""
    file: str
    """Name of the YAML file without `.yaml`."""
    record: str
    """The record's id; for `briefing.yaml`, the name of the key."""
    field: str | None
    """The key that differs; None for an addition or a rejection."""
    was: str | None
    now: str | None
    why: str | None = None
    by: str | None = None
    on: str | None = None
    position: Position | None = None
    """Where the record begins; None where it stands nowhere any more."""
    of: str = ""
    """Kind of the record: fact, actor, place, equipment, sources, disputes, takeaways, key ..."""
    written: Position | None = None
    """Where a person wrote the change or its reason: the line whose author and day are those of the change."""
    facts: tuple[str, ...] = ()
    """Of a line of the overview: ids of the facts it rests on, whose sources its words have."""
