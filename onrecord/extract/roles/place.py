"""Clues from where a sentence stands, and from how much of the headline, the lead and its neighbours it takes up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import log, log1p

from spacy.tokens import Span as Tokens

from ..reading import Reading

TOP = 6
"""So many sentences at the head of an article have a clue of their own."""
SHORT, LONG = 12, 40
"""Articles of fewer, and of more sentences, are built otherwise than most."""
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "EVENT", "PRODUCT"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})

Clue = tuple[str, float]
"""The name of a clue and how strong it is, mostly from 0 to 1."""


@dataclass(frozen=True)
class Places:
    """What the sentences of one article say about each other."""

    reading: Reading

    def of(self, number: int) -> Iterator[Clue]:
        """Clues of the sentence with this number, from 0."""
        count = len(self.reading.sentences)
        yield from _position(number, count)
        first = self.reading.sentences[number][0].number == 1
        yield ("opens paragraph" if first else "inside paragraph"), 1.0
        yield from self._echo(number)
        yield from self._newness(number)

    @cached_property
    def title(self) -> frozenset[str]:
        """Words of the headline that mean something, in lower case; of the lead where there is no headline."""
        vocabulary = self.reading.doc.vocab
        words = re.findall(r"[a-z]{3,}", (self.reading.article.title or "").lower())
        title = frozenset(word for word in words if not vocabulary[word].is_stop)
        return title or (self.words[0] if self.words else title)

    @cached_property
    def words(self) -> tuple[frozenset[str], ...]:
        """The dictionary forms of each sentence's words that mean something."""
        return tuple(self._content(tokens) for _, tokens in self.reading.sentences)

    @cached_property
    def _spread(self) -> Counter[str]:
        return Counter(word for words in self.words for word in words)

    @cached_property
    def _seen(self) -> tuple[frozenset[str], ...]:
        """Words that stand before each sentence."""
        seen: list[frozenset[str]] = [frozenset()]
        for words in self.words[:-1]:
            seen.append(seen[-1] | words)
        return tuple(seen)

    def _content(self, tokens: Tokens) -> frozenset[str]:
        return frozenset(t.lemma_.lower() for t in tokens if t.pos_ in _CONTENT and t.is_alpha and not t.is_stop)

    def _echo(self, number: int) -> Iterator[Clue]:
        words, size = self.words[number], max(1, len(self.words[number]))
        yield "words of title", len(words & self.title) / size
        yield "count of title", min(4, len(words & self.title)) / 4
        if number:
            lead = words & self.words[0]
            yield "words of lead", len(lead) / size
            yield "count of lead", min(5, len(lead)) / 5
            yield "words of last", len(words & self.words[number - 1]) / size
            yield "words of before", len(words & self._seen[number]) / size
        if number + 1 < len(self.words):
            yield "words of next", len(words & self.words[number + 1]) / size
        yield "words told again", sum(log(self._spread[w]) for w in words) / size / 2
        yield "words of theme", sum(self._spread[w] for w in words) / len(self.words) / size * 3

    @cached_property
    def _named(self) -> tuple[frozenset[str], ...]:
        return tuple(
            frozenset(word for e in tokens.ents if e.label_ in _NAMES for word in e.text.lower().split())
            for _, tokens in self.reading.sentences
        )

    @cached_property
    def _known(self) -> tuple[frozenset[str], ...]:
        known: list[frozenset[str]] = [frozenset()]
        for names in self._named[:-1]:
            known.append(known[-1] | names)
        return tuple(known)

    def _newness(self, number: int) -> Iterator[Clue]:
        names = self._named[number]
        new = names - self._known[number]
        if not names:
            yield "no names", 1.0
        elif new == names:
            yield "all names new", 1.0
        yield "new names", len(new) / max(1, len(names))


def _position(number: int, count: int) -> Iterator[Clue]:
    if number < TOP:
        yield f"sentence {number + 1}", 1.0
    else:
        yield f"quarter {1 + int(3.99 * (number - TOP) / max(1, count - TOP))}", 1.0
    yield "depth", log1p(number) / 4
    yield "share", number / max(1, count)
    if number == count - 1:
        yield "last", 1.0
    if number >= count - 4:
        yield "near the end", 1.0
    if count < SHORT or count > LONG:
        yield ("short text" if count < SHORT else "long text"), 1.0
