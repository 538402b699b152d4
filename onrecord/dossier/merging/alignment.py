"""Two versions of an article, held side by side by their sentences' hashes: no text of either is needed.

Only equal words count as the same words: a sentence and its negation are nearly alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.model import Found, FoundSentence, Span


@dataclass(frozen=True)
class Alignment:
    """Where the words of the version before stand now."""

    same: bool
    """Whether it is the same version."""
    shifts: tuple[tuple[Span, int, str], ...]
    """Sentences of the version before that stand unchanged in the new one: how far they moved, and the id they have."""
    reworded: Mapping[str, str]
    """Sentences that were replaced one by one, by the id before: the id of what stands in their place."""

    def moved(self, span: Span) -> Span | None:
        """Where the words of a span stand now; None where they are gone or cannot be followed."""
        if self.same:
            return span
        for before, shift, _ in self.shifts:
            if before.holds(span):
                return Span(span.start + shift, span.end + shift)
        return None

    def sentence(self, span: Span) -> str | None:
        """The id that the sentence of a span has now."""
        return next((now for before, _, now in self.shifts if before.holds(span)), None)


def align(base: Found, new: Found) -> Alignment:
    """Hold two versions of an article side by side."""
    same = base.article.sha256 == new.article.sha256
    if not base.sentences or not all(s.hash for s in (*base.sentences, *new.sentences)):
        return Alignment(same, (), {})
    before, now = ([s.hash for s in found.sentences] for found in (base, new))
    shifts: list[tuple[Span, int, str]] = []
    reworded: dict[str, str] = {}
    for what, i, j, k, m in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        pairs = list(zip(base.sentences[i:j], new.sentences[k:m], strict=False))
        if what == "equal":
            shifts += [(_span(was), is_.start - was.start, is_.id) for was, is_ in pairs]
        elif what == "replace" and j - i == m - k:
            reworded |= {was.id: is_.id for was, is_ in pairs}
    return Alignment(same, tuple(shifts + _moved_alone(base, new, {span for span, _, _ in shifts})), reworded)


def _moved_alone(base: Found, new: Found, known: set[Span]) -> list[tuple[Span, int, str]]:
    """Sentences that went elsewhere: their words stand once in each version."""
    once = [_once(found.sentences) for found in (base, new)]
    return [
        (_span(was), once[1][hash_].start - was.start, once[1][hash_].id)
        for hash_, was in once[0].items()
        if hash_ in once[1] and _span(was) not in known
    ]


def _once(sentences: tuple[FoundSentence, ...]) -> dict[str, FoundSentence]:
    seen: dict[str, FoundSentence] = {}
    twice = set()
    for sentence in sentences:
        key = sentence.hash or ""
        twice |= {key} if key in seen else set()
        seen[key] = sentence
    return {key: sentence for key, sentence in seen.items() if key not in twice}


def _span(sentence: FoundSentence) -> Span:
    return Span(sentence.start, sentence.end)
