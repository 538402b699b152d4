"""What the finders before found, by token: what an event's words stand on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from onrecord.model import (
    FoundActor,
    FoundAttribution,
    FoundEquipment,
    FoundPlace,
    FoundQuantity,
    FoundTime,
    Span,
)

from ..reading import Reading


@dataclass(frozen=True)
class Scene:
    """An article's parse with all findings that events are made of."""

    reading: Reading
    actors: Sequence[FoundActor] = ()
    attributions: Sequence[FoundAttribution] = ()
    places: Sequence[FoundPlace] = ()
    times: Sequence[FoundTime] = ()
    quantities: Sequence[FoundQuantity] = ()
    equipment: Sequence[FoundEquipment] = ()

    @cached_property
    def actor_at(self) -> dict[int, FoundActor]:
        """The actor a token is part of a mention of; the one with the longest mention."""
        pairs = ((m, actor) for actor in self.actors if actor.kind != "nationality" for m in actor.mentions)
        ordered = sorted(pairs, key=lambda pair: pair[0][1] - pair[0][0])
        return {i: actor for mention, actor in ordered for i in self.tokens_at(Span(*mention))}

    @cached_property
    def place_at(self) -> dict[int, FoundPlace]:
        """The place a token is part of a mention of."""
        return {i: place for place in self.places for m in place.mentions for i in self.tokens_at(Span(*m))}

    @cached_property
    def time_at(self) -> dict[int, FoundTime]:
        """The time a token is part of."""
        return {i: time for time in self.times for i in self.tokens_at(Span(*time.span))}

    @cached_property
    def quantity_at(self) -> dict[int, FoundQuantity]:
        """The quantity a token is part of."""
        return {i: quantity for quantity in self.quantities for i in self.tokens_at(Span(*quantity.span))}

    @cached_property
    def armed_at(self) -> frozenset[int]:
        """Numbers of the tokens that name equipment."""
        mentions = (m for item in self.equipment for m in item.mentions)
        return frozenset(i for m in mentions for i in self.tokens_at(Span(*m)))

    @cached_property
    def told_at(self) -> dict[int, FoundAttribution]:
        """The attribution whose content a token stands in; the innermost, which has the fewest characters."""
        sized = sorted(self.attributions, key=lambda a: -sum(Span(*s).end - Span(*s).start for s in a.content))
        return {i: a for a in sized for s in a.content for i in self.tokens_at(Span(*s))}

    @cached_property
    def cues(self) -> frozenset[int]:
        """Numbers of the tokens that are the cue of an attribution."""
        return frozenset(i for a in self.attributions for s in a.cue for i in self.tokens_at(Span(*s)))

    def tokens_at(self, span: Span) -> Sequence[int]:
        """Numbers of the tokens that lie in a span."""
        tokens = self.reading.tokens(span)
        return () if tokens is None else range(tokens.start, tokens.end)

    def is_person(self, token: Token) -> bool:
        """Whether a token is part of a person's name."""
        actor = self.actor_at.get(token.i)
        if actor is not None:
            return actor.kind == "person"
        return token.pos_ == "PROPN" and token.ent_type_ == "PERSON"

    def is_body(self, token: Token) -> bool:
        """Whether a token is part of the name of a body: a group, an organisation, a company, a government."""
        actor = self.actor_at.get(token.i)
        if actor is not None:
            return actor.kind in ("organisation", "armed-group", "company", "government", "media")
        return token.pos_ == "PROPN" and token.ent_type_ == "ORG"
