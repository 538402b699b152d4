"""A match with the words around it: what decides whether words of a time's shape are a time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.model import Span

from ..reading import Reading

PREPOSITIONS = "at|by|from|to|until|till|before|after|around|about|and|since"
"""Words that stand before a time of day."""


@dataclass(frozen=True)
class Surroundings:
    """A match, its first token, and the text before and behind it."""

    match: re.Match[str]
    token: Token | None
    before: str
    after: str

    @property
    def text(self) -> str:
        """The matched words."""
        return self.match[0]

    def part(self, name: str) -> str:
        """A named part of the match in small letters, or nothing."""
        return (self.match.groupdict().get(name) or "").lower()

    def has(self, *names: str) -> bool:
        """Whether one of the named parts is there."""
        return any(self.part(name) for name in names)

    def led(self, words: str) -> bool:
        """Whether one of these words stands right before."""
        return bool(re.search(rf"\b(?:{words})\s+$", self.before, re.IGNORECASE))

    def followed(self, words: str) -> bool:
        """Whether one of these words stands right behind."""
        return bool(re.match(rf"\s+(?:{words})\b", self.after, re.IGNORECASE))


def surroundings_of(match: re.Match[str], reading: Reading) -> Surroundings:
    """The match as it stands in the text of `reading`."""
    start, end = match.span()
    tokens = reading.tokens(Span(start, end))
    plain = reading.plain
    token = tokens[0] if tokens is not None else None
    return Surroundings(match, token, plain[max(0, start - 60) : start], plain[end : end + 40])
