"""What the article does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Fact, Gap

from ..lexicons import lexicon
from .material import Material


def gaps_of(facts: Sequence[Fact], material: Material) -> Iterator[Gap]:
    """Questions that the facts leave open."""
    used = {fact.source for fact in facts}
    unnamed = [a for a in material.actors if a.kind == "unnamed" and a.id in used and _is_human(a.name)]
    for name in list(dict.fromkeys(a.name for a in unnamed))[:3]:
        same = {a.id for a in unnamed if a.name == name}
        ids = tuple(f.id for f in facts if f.source in same)
        yield Gap(question=f"Who is meant by “{name}”? The article gives no name.", facts=ids)
    for fact in facts:
        for quantity in fact.quantities:
            if quantity.value is None and quantity.of and not re.fullmatch(r"[a-z0-9-]+", quantity.of):
                yield Gap(question=f"How many {quantity.of}? No number is given.", facts=(fact.id,))
    denied = [f for f in facts if f.denies]
    if denied:
        question = "Has anyone without a stake checked what is disputed? The article does not say."
        yield Gap(question=question, facts=tuple(denied[0].denies))


def _is_human(name: str) -> bool:
    """Whether a source that is not named is people, not a poll or a paper."""
    words = {w.lower() for w in re.findall(r"[^\W\d_]+", name)}
    people = lexicon("facts")["people"]
    return any(w in words or f"{w}s" in words for w in people)
