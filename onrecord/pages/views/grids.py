"""A grid of slots, each with the facts that fill it: the SALUTE grid and who, what, when, where, why, how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model.record import Record

from ..book import Book
from ..printed import FactView


@dataclass(frozen=True)
class Slot:
    """One slot of a grid; without facts it is not stated."""

    letter: str
    name: str
    question: str
    facts: tuple[FactView, ...]


def slots_of(book: Book, grid: Record, questions: Mapping[str, str]) -> tuple[Slot, ...]:
    """The slots of a grid in the order of `questions`, which says for each what it asks."""
    return tuple(
        Slot(name[0].upper(), name.capitalize(), question, book.facts(getattr(grid, name)))
        for name, question in questions.items()
    )
