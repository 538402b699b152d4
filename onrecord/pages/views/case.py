"""A court case: for each who is accused, the steps as they are told, in the order of a trial."""

from __future__ import annotations

from dataclasses import dataclass

from ..book import Book, Link
from ..printed import FactView
from ..words import N_, say

STAGES = {
    "charge": N_("Charge"),
    "plea": N_("Plea"),
    "hearing": N_("Hearing"),
    "verdict": N_("Verdict"),
    "sentence": N_("Sentence"),
    "appeal": N_("Appeal"),
}


@dataclass(frozen=True)
class StepView:
    """One stage: its facts, or nothing stated."""

    title: str
    facts: tuple[FactView, ...]


@dataclass(frozen=True)
class Accused:
    """One who is accused, and every stage: what is not told is shown as not stated."""

    id: str
    who: Link
    role: str | None
    steps: tuple[StepView, ...]


@dataclass(frozen=True)
class Case:
    """`case.md`."""

    accused: tuple[Accused, ...]


def case(book: Book) -> Case | None:
    """The case; None where the briefing has none."""
    rows = book.dossier.briefing.case
    return Case(tuple(_accused(book, actor) for actor in dict.fromkeys(row.actor for row in rows))) if rows else None


def _accused(book: Book, actor: str) -> Accused:
    record = book.dossier.actors.get(actor)
    mine = [row for row in book.dossier.briefing.case if row.actor == actor]
    steps = (
        StepView(say(title), book.facts(row.fact for row in mine if row.stage == stage))
        for stage, title in STAGES.items()
    )
    return Accused(f"accused-{actor}", book.actor(actor), record.role if record else None, tuple(steps))
