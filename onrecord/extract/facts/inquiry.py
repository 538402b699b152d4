"""What the rules for gaps look at: the facts of the main event, and what the whole article answers already."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from onrecord.model import Dispute, FoundEvent

from ..lexicons import lexicon
from .filing import File, is_caption
from .grid import core_of
from .headings import field_of
from .material import Material
from .placed import Placed

CALM = ("sport", "market", "election")
"""Fields in which a deed that harms is a figure of speech."""


@dataclass(frozen=True)
class Inquiry:
    """The facts of each file, the disputes, and the article they were made of."""

    held: Mapping[File, Sequence[Placed]]
    disputes: Sequence[Dispute]
    material: Material

    @cached_property
    def core(self) -> list[Placed]:
        """The facts of the main event that somebody can be asked about: what happened, or will."""
        return [one for one in core_of(self.held) if one.fact.quote is None and not is_caption(one)]

    @cached_property
    def every(self) -> list[Placed]:
        """All facts, in text order."""
        return sorted((one for held in self.held.values() for one in held), key=lambda one: one.sentence)

    @cached_property
    def field(self) -> str | None:
        """What the article is about as a whole."""
        return field_of(self.material)

    @cached_property
    def lines(self) -> list[str]:
        """The sentences of the article in lower case."""
        spans = (s.span for s in self.material.reading.article.sentences)
        return [" ".join(span.cut(self.material.text).lower().split()) for span in spans]

    def has(self, patterns: Sequence[str]) -> bool:
        """Whether one of these regular expressions is found in the article, in lower case."""
        return any(re.search(pattern, line) for pattern in patterns for line in self.lines)

    def near(self, one: Placed) -> str:
        """The sentence of a fact with the one before and the two after it, in lower case."""
        return " ".join(self.lines[max(0, one.sentence - 1) : one.sentence + 3])

    def counts(self, lemmas: Sequence[str]) -> bool:
        """Whether a number of one of these things stands anywhere in the article."""
        wanted = set(lemmas)
        return any(_words(q.unit, q.of) & wanted for q in self.material.findings.quantities if q.value is not None)

    def deed(self, one: Placed) -> tuple[FoundEvent, str] | None:
        """The event of a fact that tells of a deed that harms, with the noun for it; None where it is only told of."""
        event = one.event
        if self.field in CALM or event is None or event.mode != "happened" or event.earlier or one.role == "history":
            return None
        noun = _deed_noun(one.root) or _deed_noun(one.subject)
        return (event, noun) if noun is not None and one.tense in ("past", "perfect", "present") else None

    def deeds(self) -> Iterator[tuple[Placed, FoundEvent, str]]:
        """The facts of the main event that tell of such a deed."""
        for one in self.core:
            if (told := self.deed(one)) is not None:
                yield one, *told


def _deed_noun(word: Token | None) -> str | None:
    """The noun for what a word tells of, if that is a deed that harms: "crash", "explosion"."""
    names: dict[str, str] = lexicon("gaps")["deeds"]
    if word is None or (word.lemma_ == "fire" and word.pos_ == "VERB"):
        return None
    return names.get(word.lemma_.lower())


def _words(*texts: str | None) -> set[str]:
    return {word for text in texts if text for word in text.lower().split()}
