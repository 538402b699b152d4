"""A court case: for each who is accused, the steps as they are told, in the order of a trial."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.model import Fact, Step

from ..book import Book, Link
from ..draw.dates import stretch_of
from ..phrases import dated_words
from ..printed import Printed
from ..words import N_, say

STAGES = {
    "charge": N_("Charge"),
    "plea": N_("Plea"),
    "hearing": N_("Hearing"),
    "demand": N_("Asked for"),
    "verdict": N_("Verdict"),
    "sentence": N_("Sentence"),
    "appeal": N_("Appeal"),
}


_NOTES = {"charge": N_("alleged, not proven"), "demand": N_("not imposed")}
"""What a stage is not, beside its name: a reader who sees one row alone must not take it for a finding."""


@dataclass(frozen=True)
class StageView:
    """One stage that is told of: its steps in order of time."""

    title: str
    note: str
    steps: tuple[Printed, ...]


@dataclass(frozen=True)
class Accused:
    """One who is accused, the stages told of, and the names of the others."""

    id: str
    who: Link
    role: str | None
    stages: tuple[StageView, ...]
    untold: str


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
    mine = {stage: [book.dossier.facts[r.fact] for r in _rows(book, actor) if r.stage == stage] for stage in STAGES}
    stages = (_stage(book, stage, facts) for stage, facts in mine.items() if facts)
    untold = " · ".join(say(STAGES[stage]) for stage, facts in mine.items() if not facts)
    return Accused(f"accused-{actor}", book.actor(actor), record.role if record else None, tuple(stages), untold)


def _rows(book: Book, actor: str) -> list[Step]:
    return [row for row in book.dossier.briefing.case if row.actor == actor]


def _stage(book: Book, stage: str, facts: list[Fact]) -> StageView:
    note = say(_NOTES[stage]) if stage in _NOTES else ""
    return StageView(say(STAGES[stage]), note, tuple(_step(book, fact) for fact in sorted(facts, key=_order)))


def _step(book: Book, fact: Fact) -> Printed:
    """One step: its time, where it has one, and its line, with its source."""
    return book.told("fact_step", fact.id, {"day": dated_words(fact.when) if fact.when else None})


def _order(fact: Fact) -> date:
    """Steps with a date by their date; the others behind them, as they stand in the file."""
    stretch = stretch_of(fact.when.date) if fact.when and fact.when.date else None
    return stretch.first if stretch else date.max
