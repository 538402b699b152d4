"""An actor in the making: what is gathered about it while the article is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.model import ActorKind, Span

from .kinds import noun_of
from .names import Name


@dataclass(eq=False)
class Player:
    """One actor with its mentions; `order` is where it first stands. Becomes a record when all is read."""

    name: str
    kind: ActorKind
    mentions: list[Span] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    title: str | None = None
    role: str | None = None
    affiliation: str | None = None
    country: str | None = None
    aliases: list[str] = field(default_factory=list)
    anonymity: str | None = None
    on_record: bool = True
    gender: str | None = None
    plural: bool = False
    members: list[Player] = field(default_factory=list)
    """Those who speak as one."""
    heads: set[str] = field(default_factory=set)
    """Nouns that lead back to it: "the analyst"."""
    age: int | None = None
    learned: bool = False
    """Whether its role is only what a description that led back to it says."""
    owner: Token | None = None
    """The "its" of its role: "its chairman"."""
    definite: bool = False
    """Whether it came in as someone the reader is to know: "the mayor"."""
    speaks: bool = False
    id: str = ""

    def mention(self, span: Span) -> None:
        """Adds a mention, once."""
        if span not in self.mentions:
            self.mentions.append(span)

    def alias(self, words: str) -> None:
        """Adds another name, once."""
        if words != self.name and words not in self.aliases:
            self.aliases.append(words)

    def learn(self, words: Tokens) -> None:
        """Keeps what a description that leads back to it says of it."""
        head = words.root
        self.heads.add(noun_of(head))
        if self.kind == "person" and self.role is None and words[0].lower_ == "the" and head.i == words[-1].i:
            self.role = words[1:].text if len(words) > 2 else None
            self.learned = self.role is not None

    @property
    def order(self) -> int:
        """The first code point of its first mention."""
        return min((m.start for m in self.mentions), default=0)

    @property
    def fields(self) -> bool:
        """Whether its role says of what field it is: "finance minister", not just "minister"."""
        return bool(self.role) and len((self.role or "").split()) > 1

    @property
    def is_person(self) -> bool:
        """Whether "he" or "she" can stand for it."""
        return not self.plural and self.kind in {"person", "unnamed"}
