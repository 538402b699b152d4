"""Military details: the SALUTE grid with its blanks, equipment, facts."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Equipment, Salute

from ..book import Book, Link
from ..editing import EditLink
from ..printed import FactView
from .facts import Section, grouped
from .grids import Slot, slots_of

_SLOTS = {
    "size": "How many",
    "activity": "Doing what",
    "location": "Where",
    "unit": "Who",
    "time": "When",
    "equipment": "With what",
}


@dataclass(frozen=True)
class Card:
    """A type of equipment, and what is said of it."""

    id: str
    name: str
    kind: str
    aliases: str
    maker: str | None
    operator: Link | None
    note: str | None
    facts: tuple[FactView, ...]
    edit: EditLink
    badge: Link | None


@dataclass(frozen=True)
class Military:
    """`military.md`."""

    slots: tuple[Slot, ...]
    cards: tuple[Card, ...]
    sections: tuple[Section, ...]


def military(book: Book) -> Military | None:
    """Military details; None when there are none."""
    held = book.dossier.files.military
    if not (held.facts or held.equipment or held.salute != Salute()):
        return None
    sections = grouped(book, held.facts, lambda fact: fact.heading or "Facts")
    return Military(
        slots_of(book, held.salute, _SLOTS, "military/salute"),
        tuple(_card(book, kind) for kind in held.equipment),
        sections,
    )


def _card(book: Book, kind: Equipment) -> Card:
    facts = [f.id for f in book.dossier.facts.values() if kind.id in f.equipment or _counts(f.quantities, kind.id)]
    return Card(
        id=kind.id,
        name=kind.name,
        kind=kind.type or kind.class_.replace("-", " "),
        aliases=", ".join(kind.aliases),
        maker=kind.maker,
        operator=book.actor(kind.operator) if kind.operator else None,
        note=kind.note,
        facts=book.facts(facts),
        edit=book.edit(f"military/{kind.id}", "this equipment"),
        badge=book.badge(kind.id, "equipment"),
    )


def _counts(quantities: tuple[object, ...], identifier: str) -> bool:
    return any(getattr(quantity, "of", None) == identifier for quantity in quantities)
