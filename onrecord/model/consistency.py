"""Whether figures of a briefing agree with one another: what was compared, step by step, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CheckKind = Literal[
    "units", "rate", "set", "weekday", "order", "distance", "direction", "part", "sum", "change", "share", "age",
    "duration", "ratio", "count", "presence",
]  # fmt: skip
Agreement = Literal["fits", "does not fit", "cannot be decided"]


@dataclass(frozen=True)
class Consistency:
    """One check. It judges the printed figures against one another, never who is right."""

    kind: CheckKind
    claim: str
    """What is compared, in a line."""
    derivation: tuple[str, ...]
    """How it was worked out: a step each, in plain words with the numbers in them."""
    result: Agreement
    why: str | None = None
    """Why it cannot be decided; None where it was."""
    facts: tuple[str, ...] = ()
    """Ids of the facts that it is about; empty where the words stand in no fact."""
    places: tuple[str, ...] = ()
    """Ids of the places whose coordinates were used."""
    sentences: tuple[str, ...] = ()
    """Where the compared words stand: `PnSm`."""
