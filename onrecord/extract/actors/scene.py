"""What a reader has in mind at a place in the article: who was named and who spoke before, how near, and as what."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from onrecord.extract.reading import Reading
from onrecord.model import Span

from .stage import Player

_QUOTED = re.compile(r"“[^”]*”?|\"[^\"\n]*\"")
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass
class Scene:
    """The players so far, and each cue's place with the actor it was given to, in order."""

    reading: Reading
    players: list[Player]
    spoken: list[tuple[int, Player]] = field(default_factory=list)

    def sentence(self, place: int) -> int:
        """The number of the sentence that holds a place, or of the last one before it."""
        return bisect_right(self._sentences, place) - 1

    def paragraph(self, place: int) -> int:
        """The number of the paragraph that holds a place."""
        return bisect_right(self._paragraphs, place) - 1

    def window(self, place: int, *, back: int) -> int:
        """Where the paragraph `back` before a place's begins; farther, where paragraphs are of one sentence."""
        if not self._sentences:
            return 0
        sentence = self._sentences[max(0, self.sentence(place) - 2 * back)]
        return min(self._paragraphs[max(0, self.paragraph(place) - back)], sentence)

    def before(self, player: Player, place: int) -> list[Span]:
        """A player's mentions before a place."""
        return [m for m in player.mentions if m.end <= place]

    def role(self, mention: Span) -> str:
        """What a mention, or what it is joined to, is in its sentence: the parser's name for it."""
        tokens = self.reading.tokens(mention)
        if tokens is None:
            return ""
        root = tokens.root
        while root.dep_ == "conj":
            root = root.head
        return str(root.dep_)

    def is_quoted(self, mention: Span) -> bool:
        """Whether a mention stands in someone's words."""
        return any(q.holds(mention) for q in self._quotations)

    def last_speaker(self, place: int, *, low: int) -> Player | None:
        """Who spoke last before a place and behind `low`."""
        found = [(at, player) for at, player in self.spoken if low <= at < place]
        return max(found, key=lambda pair: pair[0])[1] if found else None

    @cached_property
    def _quotations(self) -> list[Span]:
        return [Span(*match.span()) for match in _QUOTED.finditer(self.reading.article.text)]

    @cached_property
    def _sentences(self) -> list[int]:
        return [s.span.start for s in self.reading.article.sentences]

    @cached_property
    def _paragraphs(self) -> list[int]:
        return [p.span.start for p in self.reading.article.paragraphs]
