"""Where sources differ: denials beside what they deny, and claims that cannot both be right, linked by id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.model import Dispute, Fact

from ..ids import id_of
from ..lexicons import lexicon
from .answers import answered
from .asking import question_of, question_of_denial
from .claims import Claim
from .material import Material
from .opposing import Opposition, oppositions
from .settling import standing
from .statements import Statement


def with_disputes(
    claims: Sequence[Claim], facts: Sequence[Fact], material: Material
) -> tuple[tuple[Fact, ...], tuple[Dispute, ...]]:
    """The facts with what each denies or contradicts, and one dispute for each question on which they differ.

    `denies` points from the denial to the claim, `contradicts` both ways. What is denied or contradicted is disputed;
    a charge that was brought, and the article's own statements in tension, keep their certainty.
    """
    statements = _statements(claims, facts, material)
    denied = {s.fact.id: answered(s, statements) for s in statements}
    told = {(id, target.fact.id) for id, targets in denied.items() for target in targets}
    opposed = [o for o in oppositions(statements) if not _is_told(o, told)]
    disputed = {t.fact.id for targets in denied.values() for t in targets if not _is_brought(t)}
    disputed |= {s.fact.id for o in opposed if o.kind != "tension" for s in (o.first, o.second)}
    contradicted = _both_ways(opposed)
    linked = tuple(
        fact.model_copy(
            update={
                "denies": tuple(t.fact.id for t in denied[fact.id]),
                "contradicts": contradicted.get(fact.id, ()),
                **({"certainty": "disputed"} if fact.id in disputed else {}),
            }
        )
        for fact in facts
    )
    return linked, (*_denials(denied, statements), *_oppositions(opposed, statements))


def _statements(claims: Sequence[Claim], facts: Sequence[Fact], material: Material) -> list[Statement]:
    order = {s.id: number for number, s in enumerate(material.reading.article.sentences)}
    return [
        Statement(claim, fact, order[claim.sentence.id], int(claim.sentence.id[1:].split("S")[0]), material)
        for claim, fact in zip(claims, facts, strict=True)
    ]


def _is_told(opposition: Opposition, told: set[tuple[str, str]]) -> bool:
    """Whether one of the two denies the other already."""
    one, other = opposition.first.fact.id, opposition.second.fact.id
    return (one, other) in told or (other, one) in told


def _is_brought(statement: Statement) -> bool:
    """Whether it tells that someone was charged: that is so, whoever denies what the charge says."""
    passive = any(c.dep_ == "auxpass" for c in statement.root.children)
    return passive and statement.root.lemma_.lower() in lexicon("disputes")["accusing"]["brought"]


def _both_ways(opposed: Sequence[Opposition]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for o in opposed:
        found.setdefault(o.first.fact.id, []).append(o.second.fact.id)
        found.setdefault(o.second.fact.id, []).append(o.first.fact.id)
    return {id: tuple(dict.fromkeys(others)) for id, others in found.items()}


def _denials(denied: Mapping[str, Sequence[Statement]], statements: Sequence[Statement]) -> list[Dispute]:
    """One dispute for each claim that someone denies, the claim first; claims denied together share one."""
    by_claims: dict[tuple[str, ...], list[str]] = {}
    for id, targets in denied.items():
        if targets:
            by_claims.setdefault(tuple(t.fact.id for t in targets), []).append(id)
    known = {s.fact.id: s for s in statements}
    return [
        _denial([known[id] for id in ids], [known[id] for id in ids_], statements) for ids, ids_ in by_claims.items()
    ]


def _denial(claims: Sequence[Statement], denials: Sequence[Statement], all_: Sequence[Statement]) -> Dispute:
    sides = (*claims, *denials)
    stands = standing(sides, all_, charged=claims[0].accuses)
    return Dispute(
        id=id_of(f"dispute-{claims[0].fact.id}"),
        question=question_of_denial(claims[0]),
        facts=_ids(*sides, *stands.by),
        kind="denial",
        state=stands.state,
    )


def _ids(*statements: Statement) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.fact.id for s in statements))


def _oppositions(opposed: Sequence[Opposition], all_: Sequence[Statement]) -> list[Dispute]:
    """One dispute for each question; a third number for the same thing joins the first two."""
    by_question: dict[tuple[str, str], list[Opposition]] = {}
    for o in opposed:
        by_question.setdefault((o.kind, question_of(o)), []).append(o)
    return [_opposition(question, group, all_) for (_, question), group in by_question.items()]


def _opposition(question: str, group: Sequence[Opposition], all_: Sequence[Statement]) -> Dispute:
    sides = dict.fromkeys(s for o in group for s in (o.first, o.second))
    stands = standing(tuple(sides), all_, charged=False)
    return Dispute(
        id=id_of(f"dispute-{group[0].first.fact.id}-{group[0].kind}"),
        question=question,
        facts=_ids(*sides, *stands.by),
        kind=group[0].kind,
        state=stands.state,
    )
