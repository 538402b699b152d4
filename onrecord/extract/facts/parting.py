"""One clause with two matters in it as two: "accused of lying and of taking bribes"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from .clauses import Clause
from .predicates import object_of


def parted(clause: Clause) -> tuple[Clause, ...]:
    """The clause once for each of two like phrases with a verb in them; else the clause itself.

    Both share the predicate: "stands accused of bombing towns and of using gas" gives two accusations. Where the
    predicate is denied, or "or" joins the two, they stay together.
    """
    if any(c.dep_ == "neg" for c in clause.root.children):
        return (clause,)
    if (besides := _besides(clause)) is not None:
        return besides
    for joint in clause.words:
        if joint.lower_ != "and" or joint.dep_ != "cc" or joint.i + 1 >= len(joint.doc):
            continue
        second = joint.nbor(1)
        first = _like(second, clause)
        if first is not None:
            later = {t.i for t in second.subtree} | {joint.i}
            sooner = {t.i for t in clause.words if first.i <= t.i <= joint.i}
            return _without(clause, later), _without(clause, sooner)
    return (clause,)


def _besides(clause: Clause) -> tuple[Clause, ...] | None:
    """Two clauses of "flew four jets to the base, along with a cargo plane": one with the jets, one with the plane."""
    thing = object_of(clause.root)
    along = next((t for t in clause.words if t.lower_ in ("along", "together") and t.head.i == clause.root.i), None)
    within = next((c for c in along.children if c.lower_ == "with"), None) if along is not None else None
    other = next((c for c in within.children if c.dep_ == "pobj"), None) if within is not None else None
    if thing is None or along is None or other is None or along.i < thing.i or clause.passive:
        return None
    named, more = {t.i for t in thing.subtree}, [t for t in other.subtree if not t.is_punct]
    phrase = {t.i for t in along.subtree}
    rest = [t for t in clause.words if t.i not in phrase | named]
    place = sum(t.i < thing.left_edge.i for t in rest)
    second = replace(clause, words=(*rest[:place], *more, *rest[place:]), object=other)
    return _without(clause, phrase), second


def _like(second: Token, clause: Clause) -> Token | None:
    """The phrase before "and" that a phrase with a gerund is joined to, with the same preposition."""
    gerund = any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in second.children)
    if second.tag_ != "IN" or second.dep_ not in ("conj", "prep") or not gerund:
        return None
    before = (t for t in clause.words if t.i < second.i and t.lower_ == second.lower_ and t.dep_ == "prep")
    return next((t for t in before if t.head.pos_ == "VERB" and t.head.i < t.i), None)


def _without(clause: Clause, gone: set[int]) -> Clause:
    return replace(clause, words=tuple(t for t in clause.words if t.i not in gone))
