"""What can be seen in a sentence that speaks for a role: its place, voice, verbs, words and times."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from onrecord.model import FoundAttribution, FoundTime

from ..reading import Reading
from .moments import Moments
from .place import Places
from .verbs import main_verbs, verb_clues
from .voice import Voices
from .words import sense_clues, word_clues

ALWAYS = "any sentence"
"""The clue that every sentence has."""


@dataclass(frozen=True)
class Clues:
    """The clues of one article's sentences, by the number of the sentence from 0.

    None is a word of the article: each names a place, a form, or a list that words are looked up in.
    """

    reading: Reading
    times: tuple[FoundTime, ...] = ()
    attributions: tuple[FoundAttribution, ...] = ()

    def of(self, number: int) -> dict[str, float]:
        """The clues of one sentence and how strong each is; of a clue seen twice the last counts."""
        tokens = self.reading.sentences[number][1]
        known = self._places.title | (self._places.words[0] if number else frozenset())
        found = {
            ALWAYS: 1.0,
            **dict(self._places.of(number)),
            **dict(self._voices.of(number)),
            **dict(verb_clues(tokens, known)),
            **dict(word_clues(tokens)),
            **dict(sense_clues(tokens, main_verbs(tokens))),
            **dict(self._moments.of(number)),
        }
        return {name: strength for name, strength in found.items() if strength}

    @cached_property
    def _places(self) -> Places:
        return Places(self.reading)

    @cached_property
    def _voices(self) -> Voices:
        return Voices(self.reading, self.attributions)

    @cached_property
    def _moments(self) -> Moments:
        return Moments(self.reading, self.times)
