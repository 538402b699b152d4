"""Results of an election: who stood, with shares, votes and seats as told, each number on its word."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from onrecord.model import CERTAINTY_WORDS, Quantity, Result

from ..amounts import quantity_words
from ..book import Book, Link
from ..printed import Printed
from ..words import N_, say
from .measures import one_bar

_FULL = {"share": 100.0, "turnout": 100.0, "counted": 100.0}
"""What a whole bar stands for where that is not the highest number."""
MEASURES = {"share": N_("Share of the votes"), "votes": N_("Votes"), "seats": N_("Seats")}
_WHOLE = {"turnout": N_("Turnout"), "counted": N_("Counted so far")}
"""Measures of the whole election."""


@dataclass(frozen=True)
class Cell:
    """The numbers of one who stood in one measure; none = not stated."""

    numbers: tuple[Printed, ...]


@dataclass(frozen=True)
class Line:
    """One who stood."""

    who: Link
    side: str | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Whole:
    """A measure of the whole election, with its numbers."""

    title: str
    numbers: tuple[Printed, ...]


@dataclass(frozen=True)
class Results:
    """`results.md`: what is told of the whole election, then columns and lines, the highest first."""

    whole: tuple[Whole, ...]
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


def results(book: Book) -> Results | None:
    """The table; None where the briefing has no results."""
    rows = [row for row in book.dossier.briefing.results if _quantity(book, row)]
    if not rows:
        return None
    measures = [measure for measure in MEASURES if any(row.measure == measure for row in rows)]
    full = {m: _FULL.get(m) or max(_top(_quantity(book, row)) for row in rows if row.measure == m) for m in measures}
    stood = dict.fromkeys(row.actor for row in rows if row.actor)
    who = sorted(stood, key=lambda actor: _rank(book, rows, measures, actor))
    lines = tuple(_line(book, actor, [row for row in rows if row.actor == actor], full) for actor in who)
    whole = tuple(_whole(book, m, [row for row in rows if row.measure == m]) for m in _WHOLE)
    columns = tuple(say(MEASURES[measure]) for measure in measures)
    return Results(tuple(one for one in whole if one.numbers), columns, lines)


def _whole(book: Book, measure: str, rows: list[Result]) -> Whole:
    return Whole(say(_WHOLE[measure]), tuple(_number(book, row, _FULL[measure]) for row in rows))


def _quantity(book: Book, row: Result) -> Quantity | None:
    fact = book.dossier.facts[row.fact]
    return fact.quantities[row.quantity - 1] if row.quantity <= len(fact.quantities) else None


def _top(quantity: Quantity | None) -> float:
    value = quantity.value if quantity else None
    return value[1] if isinstance(value, tuple) else value or 0.0


def _rank(book: Book, rows: list[Result], measures: list[str], actor: str) -> tuple[float, ...]:
    """More comes first: by the first measure, then by the next."""
    mine = [row for row in rows if row.actor == actor]
    return tuple(-max((_top(_quantity(book, r)) for r in mine if r.measure == m), default=-1.0) for m in measures)


def _line(book: Book, actor: str, rows: list[Result], full: dict[str, float]) -> Line:
    record = book.dossier.actors.get(actor)
    cells = (Cell(tuple(_number(book, r, full[m]) for r in rows if r.measure == m)) for m in full)
    return Line(book.actor(actor), record.side if record else None, tuple(cells))


def _number(book: Book, row: Result, full: float) -> Printed:
    fact, quantity = book.dossier.facts[row.fact], _quantity(book, row)
    assert quantity is not None
    shown = {
        "words": quantity_words(quantity),
        "bar": one_bar(quantity, full, beyond=row.measure not in _FULL) if row.measure != "votes" else Markup(),
        "certainty": fact.certainty,
        "certainty_words": CERTAINTY_WORDS[fact.certainty],
    }
    return book.statement("number", [fact.id], shown)
