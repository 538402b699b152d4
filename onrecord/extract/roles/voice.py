"""Clues from whose voice a sentence speaks in: quotation marks, attributions and their sources, first person."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from onrecord.model import FoundAttribution, Sentence

from ..reading import Reading
from .place import Clue

_QUOTED = re.compile(r"[“\"].*?(?:[”\"]|$)", re.S)
PLAIN = frozenset({"say", "tell", "add"})
"""Cues that say nothing about how it was said."""


@dataclass(frozen=True)
class Voices:
    """Who speaks in each sentence of one article."""

    reading: Reading
    attributions: tuple[FoundAttribution, ...]

    def of(self, number: int) -> Iterator[Clue]:
        """Clues of the sentence with this number, from 0."""
        sentence, tokens = self.reading.sentences[number]
        yield from _marks(sentence.span.cut(self.reading.article.text))
        if not (said := self._said.get(number)):
            yield "nobody's words", 1.0
        for attribution, _ in said or ():
            yield f"words {attribution.kind}", 1.0
            yield f"cue {attribution.sense or 'stance'}", 1.0
            yield f"cue {_cue(attribution.lemma)}", 1.0
            yield ("source known" if attribution.actor else "source unknown"), 1.0
            yield from self._source(attribution)
        yield "share attributed", min(1.0, sum(c for _, c in said or ()) / len(tokens.text))

    @cached_property
    def _said(self) -> Mapping[int, list[tuple[FoundAttribution, int]]]:
        """Attributions whose content a sentence holds some of, and how many characters, by its number."""
        ends = [s.span.end for s, _ in self.reading.sentences]
        said: dict[int, dict[int, int]] = defaultdict(dict)
        for index, attribution in enumerate(self.attributions):
            for start, end in attribution.content:
                number = bisect_left(ends, start + 1)
                while number < len(ends) and self._start(number) < end:
                    shared = min(end, ends[number]) - max(start, self._start(number))
                    said[number][index] = said[number].get(index, 0) + shared
                    number += 1
        return {n: [(self.attributions[i], length) for i, length in by.items()] for n, by in said.items()}

    def _start(self, number: int) -> int:
        sentence: Sentence = self.reading.sentences[number][0]
        return sentence.span.start

    def _source(self, attribution: FoundAttribution) -> Iterator[Clue]:
        if not attribution.source:
            yield "source not named", 1.0
            return
        tokens = self.reading.tokens(attribution.source[0])
        if tokens is not None:
            yield f"source {tokens.root.ent_type_ or tokens.root.pos_}", 1.0


def _cue(lemma: str | None) -> str:
    return "plain" if lemma in PLAIN else "according" if lemma == "according" else "other"


def _marks(text: str) -> Iterator[Clue]:
    quoted = sum(len(m) for m in _QUOTED.findall(text)) / max(1, len(text))
    yield "share quoted", quoted
    if quoted:
        yield ("mostly quoted" if quoted > 0.5 else "partly quoted"), 1.0
    for mark, name in (("?", "question"), ("!", "exclamation"), (";", "semicolon"), ("%", "percent")):
        if mark in text:
            yield name, 1.0
    if any(dash in text for dash in (" - ", "—", "–")):
        yield "dash", 1.0
