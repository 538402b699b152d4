"""All findings of one article, ready to be made into facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from onrecord.model import (
    Actor,
    Equipment,
    Findings,
    FoundActor,
    FoundSentence,
    Place,
    Span,
)

from ..reading import Reading


@dataclass(frozen=True)
class Material:
    """The parse of an article, what was found in it, and the records made of that."""

    reading: Reading
    findings: Findings
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    equipment: tuple[Equipment, ...] = ()

    @property
    def text(self) -> str:
        """The article's text."""
        return self.reading.article.text

    @property
    def reserved(self) -> bool:
        """Whether the article's sentences may not be printed."""
        return self.reading.article.rights == "reserved"

    @cached_property
    def actor(self) -> dict[str, Actor]:
        """Every actor by id."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def sentence(self) -> dict[str, FoundSentence]:
        """Every sentence with its role, by id."""
        return {sentence.id: sentence for sentence in self.findings.sentences}

    @cached_property
    def mentions(self) -> tuple[tuple[Span, FoundActor], ...]:
        """Every mention of an actor, in text order, the longer of two that begin together first."""
        pairs = [(Span(*m), actor) for actor in self.findings.actors for m in actor.mentions if actor.id in self.actor]
        return tuple(sorted(pairs, key=lambda pair: (pair[0].start, -pair[0].end)))

    @cached_property
    def actors_at(self) -> dict[int, frozenset[str]]:
        """Ids of the actors that each token is part of a mention of, by the token's number."""
        found: dict[int, set[str]] = {}
        for span, actor in self.mentions:
            for token in self.reading.tokens(span) or ():
                found.setdefault(token.i, set()).add(actor.id)
        return {number: frozenset(ids) for number, ids in found.items()}


def covers(spans: Iterable[Sequence[int]], token: Token) -> bool:
    """Whether one of the spans shares a character with a token."""
    start = token.idx
    end = start + len(token)
    return any(span[0] < end and start < span[1] for span in spans)


def overlapping(spans: Iterable[Sequence[int]], words: Sequence[Token]) -> bool:
    """Whether one of the spans shares a character with one of the words."""
    near = list(nearby(spans, words))
    return bool(near) and any(covers(near, word) for word in words)


def nearby(spans: Iterable[Sequence[int]], words: Sequence[Token]) -> Iterator[Sequence[int]]:
    """The spans that reach between the first and the last of the words."""
    if words:
        first, last = min(w.idx for w in words), max(w.idx + len(w) for w in words)
        yield from (span for span in spans if span[0] < last and first < span[1])
