"""Disputes: both sides in one block, always."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..book import Book
from ..printed import FactView

_KIND = {
    "denial": "A claim and its denial",
    "contradiction": "Claims that cannot both be true",
    "explanation": "Competing explanations",
    "tension": "A tension inside the article",
}


@dataclass(frozen=True)
class DisputeView:
    """A question and every side's facts, claim first."""

    id: str
    question: str
    kind: str
    sides: tuple[FactView, ...]


def dispute_views(book: Book) -> tuple[DisputeView, ...]:
    """The disputes an editor names, then every denial or contradiction none of them holds."""
    named = [
        DisputeView(d.id, d.question, _KIND[d.kind], _sides(book, d.facts)) for d in book.dossier.briefing.disputes
    ]
    return (*named, *_unnamed(book))


def _sides(book: Book, facts: Sequence[str]) -> tuple[FactView, ...]:
    return tuple(book.fact(fact, beside=facts) for fact in facts)


def _unnamed(book: Book) -> list[DisputeView]:
    known = [set(dispute.facts) for dispute in book.dossier.briefing.disputes]
    views = []
    for fact in book.dossier.facts.values():
        for kind, others in (("denial", fact.denies), ("contradiction", fact.contradicts)):
            new = [other for other in others if not any({fact.id, other} <= ids for ids in known)]
            if new:
                known.append({fact.id, *new})
                question = f"{book.label(new[0])} and {book.label(fact.id)} differ"
                views.append(DisputeView(f"{fact.id}-{kind}", question, _KIND[kind], _sides(book, [*new, fact.id])))
    return views
