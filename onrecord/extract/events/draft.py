"""An event as one word tells it, before the tellings of one event are joined."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from onrecord.model import Casualties, EventType, Span

from ..reading import span_of
from .fillers import Fillers
from .mode import Mode


@dataclass
class Draft:
    """What one or more words tell of one event. `fight` = between armed sides."""

    word: Token
    type: EventType
    sentence: str
    number: int
    mode: Mode = "happened"
    when: str | None = None
    where: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    fillers: Fillers = field(default_factory=Fillers)
    casualties: list[Casualties] = field(default_factory=list)
    losses: list[Casualties] = field(default_factory=list)
    fight: bool = False
    told: list[Span] = field(default_factory=list)

    @property
    def is_definite(self) -> bool:
        """Whether the word points at something told before: "the attack", "this bombing"."""
        marks = {c.lower_ for c in self.word.children if c.dep_ == "det"}
        return self.word.pos_ == "NOUN" and bool(marks & {"the", "this", "that", "these", "those"})

    def take(self, other: Draft) -> None:
        """Takes over what another telling of the same event adds."""
        self.told += [span_of(other.word), *other.told]
        self.when = self.when or other.when
        self.where = tuple(dict.fromkeys((*self.where, *other.where)))
        self.agents = tuple(dict.fromkeys((*self.agents, *other.agents)))
        self.recipients = tuple(dict.fromkeys((*self.recipients, *other.recipients)))
        self.fillers = self.fillers.joined(other.fillers)
        if self.type in ("disaster", "accident"):
            self.fillers = replace(self.fillers, perpetrators=(), perpetrator_organisations=(), weapons=())
        self.casualties += [c for c in other.casualties if c not in self.casualties]
        self.losses += [c for c in other.losses if c not in self.losses]
        self.fight = self.fight or other.fight
