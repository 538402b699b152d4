"""What a person changed: was, now, why, who, when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .dossier import Position

CorrectionKind = Literal["correction", "wording", "filing", "addition", "rejection"]


@dataclass(frozen=True)
class Correction:
    """One field of one record that differs from what was found, or a whole record added or removed."""

    kind: CorrectionKind
    """`wording`: only the words changed; numbers, source, certainty and negation are the same.
    `filing`: only where a record is listed or what it is linked with; nothing that it says."""
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
