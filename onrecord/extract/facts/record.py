"""From a claim to the fact that a page prints, or to the reason why it is not printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from onrecord.model import ARTICLE, At, Fact, FoundTime, Span, Verbatim, text_hash
from onrecord.model.verbatim import RUN_LIMIT

from ..lexicons import lexicon
from .certainty import certainty_of, hedge_of
from .claims import Claim, LeftOut
from .details import actors_in, equipment_in, quantities_in, times_in, when_in, where_in
from .material import Material, covers
from .naming import name_of
from .pronouns import Unclear, clear, first_person
from .quotes import quote_of, quoted_spans, saying
from .shorten import shortened
from .sound import fault
from .wording import kept_words, line_of


@dataclass(frozen=True)
class Recorder:
    """Writes facts of one article."""

    material: Material

    @cached_property
    def _verbatim(self) -> Verbatim | None:
        return Verbatim(self.material.text) if self.material.reserved else None

    @cached_property
    def _quoted(self) -> tuple[Span, ...]:
        paragraphs = [p.span for p in self.material.reading.article.paragraphs]
        return quoted_spans(self.material.text, paragraphs)

    def fact(self, claim: Claim) -> Fact | LeftOut:
        """The fact of a claim, or why it makes none."""
        words = kept_words(claim.clause)
        if any(t.lower_ in lexicon("facts")["anonymity"] for t in claim.clause.words):
            return LeftOut(claim.sentence.id, "it says why a source is not named")
        if claim.source == ARTICLE and any(q.holds(Span(*claim.clause.span)) for q in self._quoted):
            return LeftOut(claim.sentence.id, "it is a quotation whose speaker is not sure")
        line = self._line(claim, words)
        if isinstance(line, LeftOut):
            return line
        return self._record(claim, words, line)

    def _line(self, claim: Claim, words: Sequence[Token]) -> str | LeftOut:
        material, clause = self.material, claim.clause
        if first_person(words):
            line = saying(clause, material.text, self._quoted, RUN_LIMIT - 1 if material.reserved else 40)
            return line or LeftOut(
                claim.sentence.id, "it speaks in the first person and is too long to quote as a line"
            )
        try:
            words, names = clear(words, claim, material)
        except Unclear as unclear:
            return LeftOut(claim.sentence.id, f"whom or what “{unclear}” means is not sure")
        passive = clause.root.i if clause.passive else None
        times = times_in(words, material)
        line = shortened(
            clause,
            words,
            lambda word: self._cost(word, times),
            lambda chosen: line_of(chosen, names, passive_root=passive),
            self._verbatim,
        )
        wrong = fault(line, clause, words)
        if line is None or wrong:
            return LeftOut(claim.sentence.id, wrong or "no line of it is short and far enough from the article's words")
        return line

    def _cost(self, word: Token, times: Sequence[FoundTime]) -> int:
        """What it costs to lose a word: little in a time, which is kept beside the line; more in a name or a number."""
        if covers([t.span for t in times], word):
            return -1
        named = word.pos_ == "PROPN" or covers([span for span, _ in self.material.mentions], word)
        return 4 if word.like_num else 2 if named else 0

    def _record(self, claim: Claim, words: Sequence[Token], line: str) -> Fact:
        material, attribution = self.material, claim.attribution
        span = self._span(claim)
        event = next(iter(material.events_in(span)), None)
        role = material.sentence[claim.sentence.id].role
        return Fact(
            id=name_of(claim, material),
            text=line,
            source=claim.source,
            via=claim.via,
            cue=claim.cue,
            certainty=certainty_of(words, claim, role),
            hedge=hedge_of(words, claim),
            when=when_in(claim.clause, words, material),
            where=where_in(words, material),
            actors=actors_in(words, material, but=claim.source),
            equipment=equipment_in(words, material),
            quantities=quantities_in(words, material),
            event=event.type if event else None,
            quote=quote_of(material.text, self._quoted, attribution, span) if attribution else None,
            at=At(sentence=claim.sentence.id, start=span.start, end=span.end, hash=text_hash(span.cut(material.text))),
        )

    def _span(self, claim: Claim) -> Span:
        """The clause's place, never beyond its sentence."""
        start, end = claim.clause.span
        return Span(max(start, claim.sentence.span.start), min(end, claim.sentence.span.end))
