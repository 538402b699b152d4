"""Military details: the SALUTE grid with its blanks, equipment, facts."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from onrecord.model import Equipment, Salute

from ..book import Book, Link
from ..draw.silhouettes import draw_silhouette
from ..draw.symbols import draw_symbol
from ..editing import EditLink
from ..printed import FactView, Printed
from ..words import N_, say
from .facts import Section, grouped
from .grids import Slot, slots_of
from .measures import Claim, Scale, claims, counted, family_of, scales
from .movements import Chain, chains

_SLOTS = {
    "size": N_("How many"),
    "activity": N_("Doing what"),
    "location": N_("Where"),
    "unit": N_("Who"),
    "time": N_("When"),
    "equipment": N_("With what"),
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
    symbol: Markup
    silhouette: Markup
    counts: tuple[Printed, ...]
    """How many, each on the word of its source."""
    measures: tuple[Printed, ...]
    """What else is said of it alone in numbers: how far, how much."""
    facts: tuple[FactView, ...]
    edit: EditLink
    badge: Link | None


@dataclass(frozen=True)
class Military:
    """`military.md`."""

    slots: tuple[Slot, ...]
    cards: tuple[Card, ...]
    scales: tuple[Scale, ...]
    claims: tuple[Claim, ...]
    chains: tuple[Chain, ...]
    sections: tuple[Section, ...]


def military(book: Book) -> Military | None:
    """Military details; None when there are none."""
    held = book.dossier.files.military
    if not (held.facts or held.equipment or held.salute != Salute()):
        return None
    sections = grouped(book, held.facts, lambda fact: fact.heading or say("Facts"))
    return Military(
        slots_of(book, held.salute, _SLOTS, "military/salute"),
        tuple(_card(book, kind) for kind in held.equipment),
        scales(book, book.dossier.facts.values()),
        claims(book, held.facts),
        chains(book),
        sections,
    )


def _card(book: Book, kind: Equipment) -> Card:
    naming = [f for f in book.dossier.facts.values() if kind.id in f.equipment or _counts(f.quantities, kind.id)]
    numbers = [(fact, quantity) for fact in naming for quantity in fact.quantities]
    said = kind.type or say(kind.class_.replace("-", " "))
    title = say("NATO symbol: %(kind)s, side: {side}") % {"kind": said}
    return Card(
        id=kind.id,
        name=kind.name,
        kind=said,
        aliases=", ".join(kind.aliases),
        maker=kind.maker,
        operator=book.actor(kind.operator) if kind.operator else None,
        note=kind.note,
        symbol=Markup(draw_symbol(kind.class_, kind.type or "", kind.symbol, title=title)),
        silhouette=Markup(draw_silhouette(kind.class_, kind.type or "")),
        counts=tuple(counted(book, fact, q) for fact, q in numbers if q.of == kind.id and family_of(q) is None),
        measures=tuple(counted(book, fact, q) for fact, q in numbers if family_of(q) and fact.equipment == (kind.id,)),
        facts=book.facts(fact.id for fact in naming),
        edit=book.edit(f"military/{kind.id}", N_("this equipment")),
        badge=book.badge(kind.id, "equipment"),
    )


def _counts(quantities: tuple[object, ...], identifier: str) -> bool:
    return any(getattr(quantity, "of", None) == identifier for quantity in quantities)
