"""A draft: one cue with what was read off the parse, before spans are settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from onrecord.model import Span

from .cues import Sense

_LOOSE = frozenset(",;:—–-…")
"""Punctuation that belongs to neither end of a span."""


@dataclass
class Draft:
    """Source, cue and content as sets of token numbers; `quotes` adds whole quotations to the content."""

    cue: list[int]
    lemma: str
    sense: Sense | None
    source: list[int] = field(default_factory=list)
    content: set[int] = field(default_factory=set)
    relay: list[int] = field(default_factory=list)
    quotes: list[Span] = field(default_factory=list)
    takes_quote: bool = False
    head: Token | None = None

    def moved(self, **changes: object) -> Draft:
        """A copy of it with some fields changed."""
        return Draft(**{**self.__dict__, **changes})


def spans_of(doc: Doc, numbers: Iterable[int]) -> tuple[Span, ...]:
    """Runs of neighbouring tokens as spans, without the commas, dashes and full stops at their ends.

    Runs parted only by punctuation are one.
    """
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and all(_is_loose(doc[i]) for i in range(runs[-1][-1] + 1, number)):
            runs[-1].append(number)
        else:
            runs.append([number])
    trimmed = (_trim(doc, run[0], run[-1]) for run in runs)
    return tuple(span for span in trimmed if span)


def _is_loose(token: Token) -> bool:
    return token.is_space or token.is_punct


def _trim(doc: Doc, first: int, last: int) -> Span | None:
    while first <= last and (doc[first].text in _LOOSE or doc[first].is_space):
        first += 1
    while first <= last and (doc[last].text in _LOOSE or doc[last].text == "." or doc[last].is_space):
        last -= 1
    if first > last or all(doc[i].is_punct for i in range(first, last + 1)):
        return None
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))
