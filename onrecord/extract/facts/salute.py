"""The grid of a military report: which facts say how many, what, where, who, when and with what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from onrecord.model import Salute

from ..lexicons import lexicon
from .counted import found_of, harm_of
from .filing import File
from .placed import Placed
from .slots import says_when, says_where
from .warlike import FORCEFUL, is_force, is_warlike

MOST = 4
"""Most facts in one slot."""
_UNITS = frozenset({"government", "armed-group", "organisation", "nationality", "group"})
"""Kinds of actors that are or command forces."""


def salute_of(held: Mapping[File, Sequence[Placed]]) -> Salute:
    """The slots filled from facts about forces in the news itself; a slot that no fact fills stays empty."""
    every = sorted((*held["events"], *held["military"]), key=lambda one: one.sentence)
    acts = [one for one in every if _is_act(one)]

    def those(placed: Sequence[Placed], fits: Callable[[Placed], bool] = bool) -> tuple[str, ...]:
        return tuple(one.fact.id for one in placed if fits(one))[:MOST]

    return Salute(
        size=those(every, _counts_forces),
        activity=those(acts),
        location=those(acts, says_where),
        unit=_units(acts),
        time=those(acts, says_when),
        equipment=those(every, lambda one: bool(one.fact.equipment)),
    )


def _is_act(one: Placed) -> bool:
    """Whether forces do something in it: an event of force, or forces that move or strike."""
    if one.event is not None and (one.event.earlier or one.event.mode in ("denied", "hypothetical")):
        return False
    names, verb = lexicon("filing"), one.root.lemma_.lower()
    forceful = one.event is not None and one.event.type in FORCEFUL
    return forceful or (verb in (*names["moves"], *names["harms"]) and is_warlike(one))


def _counts_forces(one: Placed) -> bool:
    """Whether a number in it is of troops, craft or arms, and not of those who were killed, hurt or caught."""
    known = set(one.fact.equipment)
    standing = (q for q in one.fact.quantities if harm_of(found_of(q, one.fact, one.material)) is None)
    return any(q.value is not None and (q.of in known or is_force((q.unit or "").split(" ")[-1])) for q in standing)


def _units(acts: Sequence[Placed]) -> tuple[str, ...]:
    """The first fact of each force or state that acts in its own clause, by its record or its noun."""
    found: dict[str, str] = {}
    for one in acts:
        for actor in _who_act(one):
            found.setdefault(actor, one.fact.id)
    return tuple(dict.fromkeys(found.values()))[:MOST]


def _who_act(one: Placed) -> list[str]:
    active = one.subject is not None and one.subject.dep_ == "nsubj"
    named = (
        one.material.actors_at.get(one.subject.i, frozenset()) if one.subject is not None and active else frozenset()
    )
    agents = set(one.event.agents) if one.event is not None else set()
    records = one.material.actor
    known = sorted(a for a in {*named, *agents} if a in records and records[a].kind in _UNITS)
    force = one.subject.lemma_.lower() if one.subject is not None and active else ""
    return known or ([force] if is_force(force) else [])
