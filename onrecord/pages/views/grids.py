"""A grid of slots, each with the facts that fill it: the SALUTE grid and who, what, when, where, why, how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from onrecord.model import Salute
from onrecord.model.record import Record

from ..book import Book
from ..editing import EditLink
from ..printed import FactView
from ..words import N_, say


@dataclass(frozen=True)
class Slot:
    """One slot of a grid; without facts it is not stated."""

    letter: str
    name: str
    question: str
    lines: tuple[Markup, ...]
    """One for each fact: when or where it happened where the slot asks for that, otherwise what it says."""
    edit: EditLink


def slots_of(book: Book, grid: Record, questions: Mapping[str, str], path: str) -> tuple[Slot, ...]:
    """The slots of the grid at a `path` in its file, in the order of `questions`, which says for each what it asks."""
    return tuple(
        Slot(
            letter=_letter(name, grid),
            name=say(name.capitalize()),
            question=say(question),
            lines=_lines(name, book.facts(getattr(grid, name))),
            edit=book.edit(f"{path}/{name}", N_("this slot")),
        )
        for name, question in questions.items()
    )


def _letter(name: str, grid: Record) -> str:
    """The letter that a slot is known by: of SALUTE that of the English word, otherwise that of the interface's."""
    return name[0].upper() if isinstance(grid, Salute) else say(name.capitalize())[0]


def _lines(name: str, facts: Sequence[FactView]) -> tuple[Markup, ...]:
    """The facts of a slot, each by what the slot asks for."""
    if name in ("who", "unit"):
        return tuple(fact.actors for fact in facts)
    if name in ("when", "time"):
        return tuple(fact.time for fact in facts)
    return tuple(fact.places if name in ("where", "location") else fact.line for fact in facts)
