"""Which claims a denial answers."""

from __future__ import annotations

from collections.abc import Sequence

from .denying import Denial, denial_of
from .statements import Statement

FAR = 2
"""Paragraphs between a claim and a denial that names whom it is about."""


def answered(denying: Statement, all_: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements that a denial denies: all of the nearest sentence that it can be about; none where unsure.

    They come from someone else and are about the one who denies; or they stand in the sentence right before, and the
    denial points at them: "the claim", "the accusation", "that". A denial may also come first, right before an
    accusation against the one who denies.
    """
    denial = denial_of(denying.root)
    if denial is None:
        return ()
    fitting = [s for s in all_ if s is not denying and _fits(s, denying, denial)]
    before = [s for s in fitting if s.sentence <= denying.sentence and denying.paragraph - s.paragraph <= FAR]
    about = [s for s in before if s.about & denying.party]
    if about:
        return _nearest(about)
    beside = [s for s in before if denying.sentence - s.sentence <= 1]
    if beside and denial.what in ("charge", "claim", "pointed"):
        return _nearest(beside)
    after = [s for s in fitting if 0 < s.sentence - denying.sentence <= 1 and s.about & denying.party]
    after = [s for s in after if s.accuses or denial.what == "clause"]
    return tuple(after)


def _fits(statement: Statement, denying: Statement, denial: Denial) -> bool:
    """Whether a statement is of the kind that is denied, and comes from someone else."""
    if statement.party & denying.party or denial_of(statement.root) is not None or statement.fact.text.startswith("“"):
        return False
    if denial.what in ("charge", "wrong"):
        return statement.accuses
    if denial.what == "clause":
        return statement.accuses or (_told(statement) and statement.root.lemma_.lower() == denial.word)
    return statement.accuses or _told(statement)


def _told(statement: Statement) -> bool:
    """Whether it is something that someone says is so."""
    attribution = statement.claim.attribution
    return attribution is not None and attribution.sense in ("say", "show", "believe") and not statement.claim.matrix


def _nearest(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    last = max(s.sentence for s in statements)
    return tuple(s for s in statements if s.sentence == last)
