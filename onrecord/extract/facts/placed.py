"""A fact beside what it was made of, as the rules that file, head, choose and ask see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from onrecord.model import Fact, FoundEvent, Role

from .claims import Claim
from .material import Material, covers
from .statements import Statement

Tense = Literal["past", "pluperfect", "perfect", "present", "ahead"]


@dataclass(frozen=True)
class Placed(Statement):
    """A fact, its claim, what its sentence is to the article, and the event it tells of."""

    @property
    def role(self) -> Role | None:
        """What its sentence does in the article."""
        return self.material.sentence[self.claim.sentence.id].role

    @property
    def sense(self) -> str | None:
        """What kind of cue it hangs on; None in the article's own voice."""
        return self.claim.attribution.sense if self.claim.attribution is not None else None

    @cached_property
    def event(self) -> FoundEvent | None:
        """The event that its predicate tells of."""
        events = self.material.findings.events
        return next((e for e in events if covers((e.span, *e.told), self.root)), None)

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """Dictionary forms of its words."""
        return frozenset(t.lemma_.lower() for t in self.words)

    @cached_property
    def nouns(self) -> frozenset[str]:
        """Dictionary forms of its nouns."""
        return frozenset(t.lemma_.lower() for t in self.words if t.pos_ in ("NOUN", "PROPN"))

    @cached_property
    def line(self) -> str:
        """Its words in lower case, a blank before the first and after the last."""
        return f" {' '.join(t.lower_ for t in self.words if not t.is_space)} "

    @cached_property
    def tense(self) -> Tense | None:
        """The tense of its predicate: what will be is ahead; None without a finite verb."""
        if self.fact.certainty == "planned":
            return "ahead"
        if self.claim.clause.passive:
            return "past"
        helpers = [c for c in (*self.claim.clause.shared, *self.root.children) if c.dep_ in ("aux", "auxpass")]
        tags = {t.tag_ for t in (*helpers, self.root)}
        have = next((t for t in helpers if t.lemma_ == "have" and t.dep_ == "aux"), None)
        if have is not None and have.tag_ != "VB":
            return "pluperfect" if have.tag_ == "VBD" else "perfect"
        if "VBD" in tags:
            return "past"
        if not tags & {"VBZ", "VBP"}:
            return None
        return "ahead" if self._is_dated_ahead else "present"

    @property
    def _is_dated_ahead(self) -> bool:
        """Whether its time lies after the day of publication: "begins in May"."""
        when, published = self.fact.when, self.material.reading.article.published
        if when is None or when.date is None or published is None or when.relation != "on":
            return False
        return when.date > published[: len(when.date)]


def placed_of(claims: Sequence[Claim], facts: Sequence[Fact], material: Material) -> list[Placed]:
    """Every fact with its claim, in the order given."""
    order = {s.id: number for number, s in enumerate(material.reading.article.sentences)}
    return [
        Placed(claim, fact, order[claim.sentence.id], int(claim.sentence.id[1:].split("S")[0]), material)
        for claim, fact in zip(claims, facts, strict=True)
    ]
