"""Counts of people to whom something was done, for the page on casualties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.model import FoundQuantity, Harm, Span, Toll

from .counted import found_of, label_of
from .filing import File
from .material import Material
from .placed import Placed

_EFFECTS: Mapping[str, Harm] = {"death": "dead", "injury": "injured", "missing": "missing", "displaced": "displaced"}


def tolls_of(held: Mapping[File, Sequence[Placed]]) -> Iterator[Toll]:
    """Every number of people whom a fact of the news calls killed, hurt, missing or driven away.

    What may happen is none, nor is a number that the article does not give.
    """
    for name in ("events", "military", "reactions"):
        for one in held[name]:
            if one.role != "history" and one.fact.certainty != "planned":
                yield from _of(one)


def _of(one: Placed) -> Iterator[Toll]:
    for number, quantity in enumerate(one.fact.quantities, start=1):
        found = found_of(quantity, one.fact, one.material)
        if found is None or found.vague or quantity.value is None or _may_be(found, one.material):
            continue
        label = label_of(quantity, one.fact, one.material)
        effect = _EFFECTS.get(found.effect or "") or _EFFECTS.get((label or "").split(" ")[-1])
        if label and effect:
            yield Toll(fact=one.fact.id, quantity=number, effect=effect)


def _may_be(found: FoundQuantity, material: Material) -> bool:
    """Whether what happens to them only may happen: "could kill 40 people"."""
    tokens = material.reading.tokens(Span(*found.span))
    verbs = [t for t in (tokens.root, *tokens.root.ancestors) if t.pos_ == "VERB"] if tokens is not None else []
    return any(child.tag_ == "MD" for child in (verbs[0].children if verbs else ()))
