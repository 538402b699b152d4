"""A grid of slots, each with the facts that fill it: the SALUTE grid and who, what, when, where, why, how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

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
            letter=name[0].upper(),
            name=say(name.capitalize()),
            question=say(question),
            lines=_lines(name, book.facts(getattr(grid, name))),
            edit=book.edit(f"{path}/{name}", N_("this slot")),
        )
        for name, question in questions.items()
    )


def _lines(name: str, facts: Sequence[FactView]) -> tuple[Markup, ...]:
    """The facts of a slot, each by what the slot asks for."""
    if name in ("who", "unit"):
        return tuple(fact.actors for fact in facts)
    if name in ("when", "time"):
        return tuple(fact.time for fact in facts)
    return tuple(fact.places if name in ("where", "location") else fact.line for fact in facts)
