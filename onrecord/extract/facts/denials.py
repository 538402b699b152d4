"""A denial beside what it denies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Dispute, Fact, FoundAttribution

_PLACE = re.compile(r"P(\d+)S(\d+)")


def with_denials(facts: Sequence[Fact], senses: Sequence[str | None]) -> tuple[Fact, ...]:
    """The facts, each denial with the ids of what it denies, and what is denied marked as disputed.

    A denial answers claims that stand before it, in its own paragraph or the one before, that come from someone else
    and are about the one who denies. `senses` are the senses of the facts' cues.
    """
    denied: dict[str, tuple[str, ...]] = {}
    for number, (fact, sense) in enumerate(zip(facts, senses, strict=True)):
        if sense == "deny":
            denied[fact.id] = tuple(_answered(fact, facts[:number], senses))
    targets = {id for ids in denied.values() for id in ids}
    return tuple(
        fact.model_copy(
            update={
                **({"denies": denied[fact.id]} if denied.get(fact.id) else {}),
                **({"certainty": "disputed"} if fact.id in targets else {}),
            }
        )
        for fact in facts
    )


def _answered(denial: Fact, before: Sequence[Fact], senses: Sequence[str | None]) -> Iterator[str]:
    near = [
        (f, s)
        for f, s in zip(before, senses, strict=False)
        if _paragraphs_between(f, denial) <= 1 and f.source != denial.source
    ]
    accusing = [f for f, s in near if s == "accuse" or re.search(r"\baccus", f.text, re.I)]
    about = [f for f in accusing if denial.source in f.actors] or accusing
    if about:
        last = max(_paragraph(f) for f in about)
        yield from (f.id for f in about if _paragraph(f) == last)


def _paragraph(fact: Fact) -> int:
    match = _PLACE.match(fact.at.sentence) if fact.at else None
    return int(match[1]) if match else 0


def _paragraphs_between(one: Fact, other: Fact) -> int:
    return abs(_paragraph(one) - _paragraph(other))


def disputes_of(facts: Sequence[Fact]) -> tuple[Dispute, ...]:
    """One dispute for each claim that someone denies: the claim first."""
    by_id = {fact.id: fact for fact in facts}
    disputes = []
    for claim_id in dict.fromkeys(id for fact in facts for id in fact.denies):
        denials = [fact.id for fact in facts if claim_id in fact.denies]
        claim = by_id[claim_id].text
        question = f"{'Is the accusation true' if 'accus' in claim else 'Is it true'}? {claim}"
        disputes.append(Dispute(id=f"dispute-{claim_id}", question=question, facts=(claim_id, *denials), kind="denial"))
    return tuple(disputes)


def sense_of(attribution: FoundAttribution | None) -> str | None:
    """The sense of a claim's cue; None for the article's own voice."""
    return attribution.sense if attribution is not None else None
