"""The facts of one sentence: each clause once, also where one that stands below another is printed with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Fact

from .claims import Claim, LeftOut
from .record import Recorder, Told

_EMPTY = frozenset({"DET", "PUNCT", "SPACE", "AUX", "PART", "CCONJ", "SCONJ"})


@dataclass(frozen=True)
class Made:
    """What was made of a sentence: facts in text order with the claims they tell, and why parts of it make none."""

    facts: tuple[tuple[Claim, Fact], ...]
    left: tuple[LeftOut, ...]


def told_in(claims: Iterable[Claim | LeftOut], recorder: Recorder, before: Sequence[Fact]) -> Made:
    """The facts of a sentence's claims.

    A clause below another makes none where the other's line prints it whole, and none where it cannot be told; what
    one of the facts `before` says already is not said again.
    """
    told: list[tuple[Claim, Told]] = []
    left: list[LeftOut] = []
    for claim in claims:
        made = claim if isinstance(claim, LeftOut) else recorder.fact(claim)
        if isinstance(made, LeftOut):
            left += [] if isinstance(claim, Claim) and claim.clause.below else [made]
        elif isinstance(claim, Claim) and not (claim.clause.below and _is_printed(claim, told)):
            told.append((claim, made))
    known = {(f.text, f.source) for f in before}
    facts: list[tuple[Claim, Fact]] = []
    for claim, made in sorted(told, key=lambda pair: pair[1].fact.at.start if pair[1].fact.at else 0):
        if (made.fact.text, made.fact.source) not in known:
            known.add((made.fact.text, made.fact.source))
            facts.append((claim, made.fact))
    return Made(tuple(facts), tuple(left))


def _is_printed(claim: Claim, told: Iterable[tuple[Claim, Told]]) -> bool:
    """Whether one line of the same voice prints every word that says something in the clause."""
    own = {t.i for t in claim.clause.words if t.pos_ not in _EMPTY}
    return any(own <= {t.i for t in made.words} for other, made in told if other.source == claim.source)
