"""Who, what, when, where, why and how of the news: which facts say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from onrecord.model import Grid

from .filing import File, is_caption
from .placed import Placed
from .slots import says_after, says_how, says_when, says_where, says_why

NEAR = 4
"""Sentences after the first fact of the news whose facts still tell of it."""
MOST = 2
"""Most facts in one slot."""


def grid_of(held: Mapping[File, Sequence[Placed]]) -> Grid:
    """The slots filled from the facts of the main event; a slot that none of them fills stays empty."""
    core = core_of(held)

    def those(fits: Callable[[Placed], bool], says: Callable[[Placed], object] = id) -> tuple[str, ...]:
        first: dict[object, str] = {}
        for one in core:
            if fits(one):
                first.setdefault(says(one), one.fact.id)
        return tuple(first.values())[:MOST]

    return Grid(
        who=those(_says_who, _who),
        what=tuple(one.fact.id for one in core[:MOST]),
        when=those(says_when, lambda one: one.fact.when and (one.fact.when.date or one.fact.when.text)),
        where=those(says_where, lambda one: one.fact.where),
        why=those(lambda one: says_why(one) or (one is core[0] and says_after(one))),
        how=those(says_how),
    )


def _who(one: Placed) -> object:
    """Who acts in it, by the ids of the actors named."""
    assert one.subject is not None
    return one.material.actors_at.get(one.subject.i)


def core_of(held: Mapping[File, Sequence[Placed]]) -> list[Placed]:
    """The facts that tell of the main event, in text order.

    Those of the first sentence that tells what happened, those soon after it, and others of the same event.
    """
    news = sorted((one for one in held["events"] if not is_caption(one)), key=lambda one: one.sentence)
    if not news:
        return []
    lead = news[0]
    same = [o for o in news if lead.event is not None and o.event is lead.event]
    return [o for o in news if o in same or o.sentence <= lead.sentence + NEAR]


def _says_who(one: Placed) -> bool:
    """Whether the one who acts in it, or to whom it happens, is an actor."""
    return one.subject is not None and one.subject.i in one.material.actors_at
