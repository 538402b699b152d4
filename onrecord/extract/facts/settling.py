"""How far a dispute has come: whether it stands open, is backed by a third, settled by a ruling, or taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.model import ARTICLE

from ..lexicons import lexicon
from .opposing import is_negated, said_of
from .statements import Statement, beside, same_subject

State = Literal["open", "backed", "settled", "taken-back"]
"""`open` where nothing in the article decides it."""
_ANY_CHARGE = frozenset({"charge", "count", "all", "accusation", "offence", "offense"})


@dataclass(frozen=True)
class Standing:
    """The state of a dispute, and the statements that bring it there, in text order."""

    state: State
    by: tuple[Statement, ...] = ()


def standing(sides: Sequence[Statement], all_: Sequence[Statement], *, charged: bool) -> Standing:
    """Where a dispute stands after everything the article tells.

    A claim is taken back by whoever made it; a charge is settled by a ruling on the one who denies it; a claim is
    backed by a third source that says the same of the same subject. Everything else is open.
    """
    if any(_decides(side) for side in sides[1:]):
        return Standing("settled")
    last = max(side.sentence for side in sides)
    others = [s for s in all_ if s not in sides]
    found: Iterator[tuple[State, list[Statement]]] = iter(
        (
            ("taken-back", [s for s in others if s.sentence > sides[0].sentence and _takes_back(s, sides[0])]),
            ("settled", [s for s in others if charged and s.sentence > last and _rules_on(s, sides)]),
            ("backed", [s for s in all_ if s is not sides[0] and any(_says_the_same(s, side) for side in sides)]),
        )
    )
    return next((Standing(state, tuple(by)) for state, by in found if by), Standing("open"))


def _decides(denying: Statement) -> bool:
    """Whether a court or an inquiry rejected the claim itself: "the jury rejected the prosecution's contention"."""
    subject, names = denying.subject, lexicon("disputes")
    if subject is None or denying.fact.source != ARTICLE or subject.lemma_.lower() not in names["deciding"]:
        return False
    return denying.root.lemma_.lower() in ("reject", "dismiss", "refute") and _is_past(denying)


def _takes_back(statement: Statement, claim: Statement) -> bool:
    """Whether it tells that the one who made a claim withdrew it: "the paper retracted the report"."""
    names, root = lexicon("disputes"), statement.root
    words = {c.lemma_.lower() for c in root.children if c.dep_ == "dobj"}
    claimed = words & {*names["denial"]["claims"], *names["denial"]["charges"]}
    if (
        root.lemma_.lower() not in names["retracting"]
        or not claimed
        or is_negated(statement)
        or not _is_past(statement)
    ):
        return False
    return bool(statement.subject_keys & claim.party)


def _rules_on(statement: Statement, sides: Sequence[Statement]) -> bool:
    """Whether it tells of a ruling on the one who denies, over the same charge: "the jury convicted him"."""
    root, when = statement.root, statement.fact.when
    if statement.fact.source != ARTICLE or is_negated(statement) or not _is_past(statement):
        return False
    found = root.lemma_ == "find" and any(c.lower_ in ("guilty", "liable", "innocent") for c in root.subtree)
    if root.lemma_.lower() not in lexicon("disputes")["ruling"] and not found:
        return False
    # "was convicted of shoplifting in 2010" is about another charge.
    told = {t.lemma_.lower() for side in sides for t in side.words} | _ANY_CHARGE
    offences = {t.lemma_.lower() for t in root.subtree if t.dep_ == "pobj" and t.head.lower_ == "of"}
    if not offences <= told or (when is not None and when.precision in ("year", "month", "decade")):
        return False
    ruled = [t for t in statement.words if t.dep_ in ("dobj", "nsubjpass") and t.head.i == root.i]
    keys = {id for t in ruled for id in statement.material.actors_at.get(t.i, ())}
    return bool(keys & sides[-1].party)


def _is_past(statement: Statement) -> bool:
    """Whether it has happened: "convicted", "was convicted", "has withdrawn"; not "could be", "to convict"."""
    helpers = [c for c in statement.root.children if c.dep_ in ("aux", "auxpass")]
    certain = not any(h.tag_ in ("MD", "TO") for h in helpers) and statement.fact.certainty != "planned"
    finite = min(helpers, key=lambda t: t.i, default=statement.root)
    return certain and (finite.tag_ == "VBD" or finite.lower_ in ("has", "have"))


def _says_the_same(third: Statement, side: Statement) -> bool:
    """Whether another source says later of the same subject just what a side says, neither more nor less."""
    if third.fact.source == ARTICLE or third.party & side.party or third.claim.matrix:
        return False
    if third.sentence <= side.sentence:
        return False
    if not same_subject(third, side) or not beside(third, side) or is_negated(third) != is_negated(side):
        return False
    amounts = [{(q.value, q.operator) for q in s.fact.quantities} for s in (third, side)]
    full = len(said_of(side)) > 1 or side.root.lemma_ == "be"
    return full and said_of(third) == said_of(side) and amounts[0] == amounts[1]
