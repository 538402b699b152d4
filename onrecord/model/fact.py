"""The fact: one shape for everything a briefing says, with its attribution inside it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .event import EventType
from .quantity import Quantity
from .record import Id, Kept, Record, Text
from .when import When

ARTICLE = "article"
"""The source of what the article says in its own voice."""

Certainty = Literal["asserted", "attributed", "hedged", "disputed", "analysis", "planned"]
Doubt = Literal[
    "number", "unit", "operator", "hedge", "certainty", "negation", "source", "relay", "when", "where", "name", "words",
    "denial",
]  # fmt: skip
"""What `check` can find in a fact that the article does not bear out (docs/decisions/0012)."""
CERTAINTY_WORDS: dict[str, str] = {
    "asserted": "stated by the article itself",
    "attributed": "said by a source",
    "hedged": "said with a reservation",
    "disputed": "denied or contradicted",
    "analysis": "a judgement, not an observation",
    "planned": "not yet happened",
}
"""How each certainty reads beside a fact."""


class Quote(Record):
    """Words of a source, verbatim. Checked against the article; an ellipsis parts two fragments."""

    text: Text = Field(
        description="verbatim, without outer quotation marks; at most 40 words where rights are reserved"
    )
    kind: Literal["direct", "mixed"] = Field("direct", description="a whole clause, or words inside reported speech")


class Fact(Kept):
    """Any statement the briefing prints."""

    text: Text = Field(description="what the page prints, short, in our words; hedges and negation kept")
    source: Id = Field(description="id of the actor who says so; `article` = the article's own voice")
    via: Id | None = Field(None, description="id of the relay: who passed it on", examples=["irna"])
    cue: Text | None = Field(None, description="the article's word that attributes", examples=["said"])
    certainty: Certainty = Field(
        description="asserted by the article, attributed to a source, hedged, disputed, analysis, or planned"
    )
    hedge: Text | None = Field(None, description="the article's own word of reservation", examples=["perhaps"])
    when: When | None = Field(None, description="when it happened, not when it was said")
    where: tuple[Id, ...] = Field((), description="ids of the places where it happened")
    route: tuple[Id, ...] = Field(
        (),
        description="of a movement: ids of places, first where it set out; it went on to each of `where`",
    )
    actors: tuple[Id, ...] = Field((), description="ids of the actors it is about")
    equipment: tuple[Id, ...] = Field((), description="ids of the equipment it is about")
    quantities: tuple[Quantity, ...] = Field((), description="the numbers in it")
    event: EventType | None = Field(None, description="the kind of event, where it tells of one")
    heading: Text | None = Field(None, description="the heading it stands under on its page")
    denies: tuple[Id, ...] = Field((), description="ids of the facts it denies")
    contradicts: tuple[Id, ...] = Field((), description="ids of the facts it cannot stand beside")
    elaborates: tuple[Id, ...] = Field((), description="ids of the facts it adds to or repeats")
    quote: Quote | None = Field(None, description="the source's own words")
    settled: tuple[Doubt, ...] = Field(
        (), description="doubts of `check` that a person found to be none; the reason stands in `corrected`"
    )
