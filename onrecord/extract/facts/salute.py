"""The grid of a military report: which facts say how many, what, where, who, when and with what."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.model import Fact, Salute

from .placed import Placed
from .warlike import FORCEFUL

MOST = 4
"""Most facts in one slot."""


def salute_of(placed: Sequence[Placed]) -> Salute:
    """The slots filled from facts about forces; a slot that no fact fills stays empty."""
    about = [f for f in (one.fact for one in placed) if f.equipment or f.event in FORCEFUL]

    def those(fits: Callable[[Fact], bool]) -> tuple[str, ...]:
        return tuple(f.id for f in about if fits(f))[:MOST]

    return Salute(
        size=those(lambda f: bool(f.equipment) and any(q.of in f.equipment for q in f.quantities)),
        activity=those(lambda f: f.event in FORCEFUL),
        location=those(lambda f: bool(f.where) and f.event in FORCEFUL),
        unit=those(lambda f: bool(f.actors) and f.event in FORCEFUL),
        time=those(lambda f: f.when is not None and f.event in FORCEFUL),
        equipment=those(lambda f: bool(f.equipment)),
    )
