"""What is military: an article as a whole, and a fact in it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Token

from ..lexicons import lexicon
from .material import Material
from .placed import Placed

FORCEFUL = frozenset({"attack", "bombing", "clash", "killing", "deployment", "movement"})
"""Kinds of event in which forces act."""
NEEDED = 3
"""Sentences with words of armed forces that a military article needs."""
SHARE = 0.12
"""Share of all sentences that need to have such words."""
HEAD = 6
"""Sentences at the head of an article of which one names armed forces where they are the news."""


def is_military(material: Material) -> bool:
    """Whether armed forces are what the article is about: named at its head and again, and in action.

    A police raid, an attack on goal or a storm that batters a coast is not military, nor is an article that names
    an army in passing.
    """
    lines = [[*tokens] for _, tokens in material.reading.sentences]
    named = [_names_forces(line) for line in lines]
    enough = sum(named) >= max(NEEDED, SHARE * len(lines))
    return enough and any(named[:HEAD]) and _acts(material)


def is_warlike(one: Placed) -> bool:
    """Whether a fact is about forces, arms or equipment."""
    return bool(one.fact.equipment) or _names_forces(one.words) or not one.nouns.isdisjoint(_arms())


def is_force(noun: str) -> bool:
    """Whether a noun in its dictionary form is of troops, craft or arms."""
    return noun in _forces() or noun in _arms()


def _acts(material: Material) -> bool:
    """Whether forces act in the news itself, not only in its past."""
    ids = {s.id: [*tokens] for s, tokens in material.reading.sentences}
    events = (e for e in material.findings.events if e.type in FORCEFUL and not e.earlier)
    return any(_names_forces(ids.get(e.sentence, ())) for e in events)


def _names_forces(words: Iterable[Token]) -> bool:
    return any(t.lemma_.lower() in _forces() and t.pos_ in ("NOUN", "PROPN", "ADJ") for t in words)


@cache
def _forces() -> frozenset[str]:
    return frozenset(lexicon("filing")["forces"])


@cache
def _arms() -> frozenset[str]:
    return frozenset(lexicon("filing")["arms"])
