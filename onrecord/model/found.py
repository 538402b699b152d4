"""What the machine found, each finding with the spans it stands on. Offsets are code points of the decoded file."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .actor import ActorKind
from .equipment import EquipmentClass
from .event import EventType
from .place import Direction, PlaceKind
from .quantity import Operator, Value
from .record import Id, Record
from .span import Span

Role = Literal[
    "main", "consequence", "previous-event", "current-context", "history", "anecdote", "evaluation", "expectation"
]
"""What a sentence does in the article: the eight roles of NewsDiscourse (Choubey et al., ACL 2020)."""


class FoundSentence(Record):
    """A sentence of the body and what it does in the article."""

    id: str = Field(description="PnSm")
    start: int = Field(description="first code point")
    end: int = Field(description="code point after the last one")
    hash: str | None = Field(
        None, description="of its characters: tells a later version of the article where it stands"
    )
    role: Role | None = Field(None, description="its role; null = unsure")
    facts: tuple[Id, ...] = Field((), description="ids of the facts made of it")
    left_out: str | None = Field(None, description="why no fact was made of it")


class FoundAttribution(Record):
    """Source, cue, content."""

    source: tuple[Span, ...] = Field((), description="spans of the source; empty = the article names none")
    cue: tuple[Span, ...] = Field((), description="spans of the cue")
    content: tuple[Span, ...] = Field((), description="spans of what is attributed; several where it is interrupted")
    relay: tuple[Span, ...] = Field((), description="spans of who passed it on; empty = nobody is named")
    kind: Literal["direct", "indirect", "mixed"] = Field(description="all in quotation marks, none, or part")
    actor: Id | None = Field(None, description="the actor the source was resolved to; null = unsure")
    via: Id | None = Field(None, description="the relay, as an actor's id")
    lemma: str | None = Field(None, description="dictionary form of the cue", examples=["say"])
    sense: Literal["say", "deny", "accuse", "promise", "believe", "show", "ask", "doubt"] | None = Field(
        None, description="what kind of cue it is"
    )


Effect = Literal["death", "injury", "missing", "displaced"]
"""What an event did to people."""


class FoundQuantity(Record):
    """A number in the text."""

    span: Span
    value: Value | None = None
    unit: str | None = Field(
        None, description="the unit by its long name, or the noun that is counted, in the singular"
    )
    printed: str | None = Field(
        None, description="the unit as the article prints it", examples=["kilometers", "$", "bps"]
    )
    operator: Operator = "="
    of: str | None = Field(None, description="what it counts or measures, in the article's words")
    vague: bool = Field(
        False, description="no number is printed (dozens, several hundred): value is what the word can mean"
    )
    effect: Effect | Literal["arrest"] | None = Field(None, description="what was done to the people that it counts")
    change: Literal["up", "down"] | None = Field(
        None, description="by how much something rose or fell; for a pair of numbers, from the old level to the new one"
    )
    was: Span | None = Field(None, description="the amount that gives the level before: 5 per cent, down from 6")
    same_as: Span | None = Field(None, description="the amount that this one gives in another unit")
    fits: bool | None = Field(
        None, description="whether both are the same within rounding; null = their units cannot be compared"
    )


class FoundTime(Record):
    """A time in the text, as TIMEX3 writes it."""

    span: Span
    value: str | None = Field(None, description="TIMEX3 value; null = not resolved", examples=["2016-08-16", "P1Y"])
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    modifier: str | None = Field(None, description="START, MID, END, APPROX, BEFORE, AFTER: TIMEX3 mod")
    relation: Literal["on", "since", "until", "before", "after", "for"] = "on"
    origin: Literal["stated", "computed"] = "stated"
    tense: Literal["past", "present", "future", "hypothetical"] | None = Field(
        None, description="of the clause around it: what was, is, will be or might be then; null = it does not say"
    )
    until: str | None = Field(None, description="value of the time that ends the range which this one begins")
    range: Span | None = Field(None, description="all words of the range which this time begins: from 1990 to 1995")


class FoundActor(Record):
    """An actor and every mention that names it."""

    id: Id
    name: str
    kind: ActorKind
    mentions: tuple[Span, ...] = ()


class FoundRelation(Record):
    """What the article says about where something lies, seen from a place that it names."""

    span: Span = Field(description="the words before the name")
    mention: Span = Field(description="the name they stand before, a mention of the place")
    relation: Literal["distance", "direction", "near", "outskirts", "part", "coast", "off", "border"]
    kilometres: Value | None = Field(None, description="the distance in km; [low, high] for a range")
    operator: Operator = "="
    direction: Direction | None = Field(None, description="of what lies there from the place, or of the part in it")
    of: Id | None = Field(None, description="the place that lies so; null = the article names none")


class FoundPlace(Record):
    """A place and every toponym that names it."""

    id: Id
    name: str
    kind: PlaceKind
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    mentions: tuple[Span, ...] = ()
    relations: tuple[FoundRelation, ...] = Field((), description="what is said to lie where, seen from it")


class FoundEquipment(Record):
    """A type of equipment and every mention of it."""

    id: Id
    name: str
    class_: EquipmentClass = Field(alias="class")
    mentions: tuple[Span, ...] = ()


EventMode = Literal["happened", "planned", "alleged", "denied", "hypothetical"]
"""How real an event is: `alleged` = somebody is accused of it; `hypothetical` = what may, could or would happen."""


class Casualties(Record):
    """How many people an event killed or hurt, and who counts them."""

    effect: Effect
    operator: Operator = "="
    value: Value | None = Field(None, description="the number; null = not given, or only vaguely (dozens)")
    of: str | None = Field(None, description="who they are, in the article's words", examples=["civilians"])
    source: Id | None = Field(None, description="id of the actor who says so; null = the article, or unsure")


class FoundEvent(Record):
    """Something that happened, or may. People and things are lists of their names as printed."""

    type: EventType
    span: Span = Field(description="the word that tells of it first")
    sentence: str = Field(description="PnSm")
    told: tuple[Span, ...] = Field((), description="further words that tell of the same event")
    mode: EventMode = "happened"
    earlier: bool = Field(False, description="whether it came before the news: an event of the background")
    agents: tuple[Id, ...] = Field((), description="ids of the actors who do it")
    recipients: tuple[Id, ...] = Field((), description="ids of the actors it is done to")
    when: str | None = Field(None, description="TIMEX3 value")
    where: tuple[Id, ...] = Field((), description="ids of the places it happened in")
    perpetrators: tuple[tuple[str, ...], ...] = ()
    perpetrator_organisations: tuple[tuple[str, ...], ...] = ()
    targets: tuple[tuple[str, ...], ...] = ()
    victims: tuple[tuple[str, ...], ...] = ()
    weapons: tuple[tuple[str, ...], ...] = ()
    casualties: tuple[Casualties, ...] = Field(
        (), description="everyone else who was killed or hurt, is missing or had to leave"
    )
    losses: tuple[Casualties, ...] = Field((), description="fighters and attackers killed or hurt")


class Findings(Record):
    """All findings of one article, in text order. The contract of the scorer."""

    sentences: tuple[FoundSentence, ...] = ()
    attributions: tuple[FoundAttribution, ...] = ()
    quantities: tuple[FoundQuantity, ...] = ()
    times: tuple[FoundTime, ...] = ()
    actors: tuple[FoundActor, ...] = ()
    places: tuple[FoundPlace, ...] = ()
    equipment: tuple[FoundEquipment, ...] = ()
    events: tuple[FoundEvent, ...] = ()
