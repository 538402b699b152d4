"""From a claim to the fact that a page prints, or to the reason why it is not printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from onrecord.model import At, EventType, Fact, Span, When, text_hash

from ..lexicons import lexicon
from .certainty import sureness_of
from .claims import Claim, LeftOut
from .clauses import Clause
from .details import actors_in, equipment_in, quantities_in, when_in, where_in
from .lines import Line, Liner
from .material import Material, covers, overlapping
from .naming import name_of
from .quotes import quote_of
from .whose import not_its_own
from .wording import kept_words


@dataclass(frozen=True)
class Told:
    """A fact, and the words of the article that its line prints."""

    fact: Fact
    words: tuple[Token, ...]


@dataclass(frozen=True)
class Recorder:
    """Writes facts of one article."""

    material: Material

    @cached_property
    def _liner(self) -> Liner:
        return Liner(self.material)

    def fact(self, claim: Claim) -> Told | LeftOut:
        """The fact of a claim with the words it prints, or why it makes none."""
        words = kept_words(claim.clause)
        if any(t.lower_ in lexicon("facts")["anonymity"] for t in _with_main(claim.clause)):
            return LeftOut(claim.sentence.id, "it says why a source is not named")
        if _asks(claim):
            return LeftOut(claim.sentence.id, "it is a question")
        if why := not_its_own(claim, self.material, self._liner.quoted):
            return LeftOut(claim.sentence.id, why)
        made = self._liner.line(claim, words)
        if isinstance(made, LeftOut):
            return made
        return Told(self._record(claim, words, made), made.words)

    def _record(self, claim: Claim, words: Sequence[Token], line: Line) -> Fact:
        material, attribution = self.material, claim.attribution
        span = self._span(claim)
        sure = sureness_of(claim, line.words, material)
        return Fact(
            id=name_of(claim, material),
            text=line.text,
            source=claim.source,
            via=claim.via,
            cue=claim.cue,
            certainty=sure.certainty,
            hedge=sure.hedge,
            when=when_in(claim.clause, words, material) or self._main_time(claim),
            where=where_in(words, material) or where_in(self._main_words(claim), material),
            actors=actors_in(line.words, material, but=claim.source),
            equipment=equipment_in(line.words, material),
            quantities=quantities_in(line.words, material),
            event=self._event(claim, line.words),
            quote=quote_of(material.text, self._liner.quoted, attribution, span) if attribution else None,
            at=At(sentence=claim.sentence.id, start=span.start, end=span.end, hash=text_hash(span.cut(material.text))),
        )

    def _event(self, claim: Claim, words: Sequence[Token]) -> EventType | None:
        """The kind of event that the predicate tells of, or else the first that the line names."""
        found = [e for e in self.material.findings.events if overlapping((e.span, *e.told), words)]
        own = [e for e in found if covers((e.span, *e.told), claim.clause.root)]
        return next((e.type for e in (*own, *found)), None)

    def _main_words(self, claim: Claim) -> list[Token]:
        """For a result clause the words of the clause it is a result of: it happened there and then."""
        root = claim.clause.root
        if not claim.clause.passive:
            return []
        below = {t.i for t in root.subtree}
        return [t for t in root.head.subtree if t.i not in below]

    def _main_time(self, claim: Claim) -> When | None:
        root, words = claim.clause.root, self._main_words(claim)
        return when_in(Clause(root.head, (), (), tuple(words)), words, self.material) if words else None

    def _span(self, claim: Claim) -> Span:
        """The clause's place, never beyond its sentence."""
        start, end = claim.clause.span
        return Span(max(start, claim.sentence.span.start), min(end, claim.sentence.span.end))


def _with_main(clause: Clause) -> Sequence[Token]:
    """The words of a clause, and of the one that it stands below."""
    return (*clause.words, *clause.root.head.subtree) if clause.below else clause.words


def _asks(claim: Claim) -> bool:
    """Whether the clause is a question: the first mark of an end after it is a question mark."""
    last = max(claim.clause.words, key=lambda t: t.i)
    rest = (t for t in last.doc[last.i : last.i + 4] if t.text[-1] in ".?!")
    mark = next(rest, None)
    return mark is not None and "?" in mark.text
