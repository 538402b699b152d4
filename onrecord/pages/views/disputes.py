"""Disputes: both sides in one block, always; below them, whether the figures agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Consistency, Dispute

from ..book import Book
from ..editing import EditLink
from ..printed import FactView
from ..words import N_, say
from .agreement import Checked, agreement
from .matrix import Matrix, matrix

_KIND = {
    "denial": N_("A claim and its denial"),
    "contradiction": N_("Claims that cannot both be true"),
    "explanation": N_("Competing explanations"),
    "tension": N_("A tension inside the article"),
}
_STATE = {
    "open": N_("left open in this article"),
    "backed": N_("a third source bears out one side"),
    "settled": N_("a ruling settles it"),
    "taken-back": N_("the claim was taken back"),
}


@dataclass(frozen=True)
class DisputeView:
    """A question and every side's facts, claim first; `kind` tells the kind and the state in words."""

    id: str
    question: str
    kind: str
    sides: tuple[FactView, ...]
    edit: EditLink


@dataclass(frozen=True)
class Disputes:
    """`disputes.md`."""

    disputes: tuple[DisputeView, ...]
    matrix: Matrix | None
    checked: tuple[Checked, ...]


def disputes_page(book: Book, checks: Sequence[Consistency]) -> Disputes | None:
    """The disputes and the checks; None where nothing is disputed and nothing fails to fit."""
    disputes, checked = dispute_views(book), agreement(book, checks)
    told = matrix(book, [(one.id, one.question, [side.id for side in one.sides]) for one in disputes])
    return Disputes(disputes, told, checked) if disputes or any(c.id == "does-not-fit" for c in checked) else None


def dispute_views(book: Book) -> tuple[DisputeView, ...]:
    """The disputes an editor names, then every denial or contradiction none of them holds."""
    named = [
        DisputeView(
            d.id, d.question, _described(d), _sides(book, d.facts), book.edit(f"briefing/{d.id}", N_("this dispute"))
        )
        for d in book.dossier.briefing.disputes
    ]
    return (*named, *_unnamed(book))


def _described(dispute: Dispute) -> str:
    """Its kind in words and, where that was looked at, its state."""
    kind = say(_KIND[dispute.kind])
    return f"{kind}; {say(_STATE[dispute.state])}" if dispute.state is not None else kind


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
                question = say("%(one)s and %(other)s differ") % {
                    "one": book.label(new[0]),
                    "other": book.label(fact.id),
                }
                sides, edit = _sides(book, [*new, fact.id]), book.edit_fact(fact.id)
                views.append(DisputeView(f"{fact.id}-{kind}", question, say(_KIND[kind]), sides, edit))
    return views
