"""Distances and loads of a briefing as bars on one scale each, and numbers of what is claimed hit or destroyed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from onrecord.model import Fact, Quantity

from ..amounts import quantity_words
from ..book import Book
from ..draw.bars import OPEN, draw_bar
from ..printed import FactView, Printed
from ..words import N_, say

_FAMILIES = {
    "length": {
        "km": 1.0, "kilometre": 1.0, "kilometer": 1.0, "mile": 1.609344, "nautical mile": 1.852, "m": 0.001,
        "metre": 0.001, "meter": 0.001, "foot": 0.0003048, "ft": 0.0003048,
    },
    "mass": {
        "tonne": 1.0, "metric ton": 1.0, "kilogram": 0.001, "kg": 0.001, "pound": 0.00045359237, "kiloton": 1000.0,
    },
    "speed": {"kph": 1.0, "km/h": 1.0, "kilometre per hour": 1.0, "mph": 1.609344, "mile per hour": 1.609344},
}  # fmt: skip
"""Units that can stand on one scale, as the International System defines them; a bare ton can be several."""
_TITLES = {"length": N_("How far"), "mass": N_("How much it carries or weighs"), "speed": N_("How fast")}
_STRIKES = frozenset({"attack", "bombing", "clash", "killing"})


@dataclass(frozen=True)
class Bar:
    """One number: its words, its bar, and the fact it stands in."""

    words: str
    bar: Markup
    fact: FactView


@dataclass(frozen=True)
class Scale:
    """Numbers of one kind on one scale."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Claim:
    """What is said to have been hit, in a number, and the fact that says so."""

    number: Printed
    fact: FactView


def family_of(quantity: Quantity) -> str | None:
    """The family of a unit of measure; None for what is counted."""
    unit = (quantity.unit or "").lower()
    return next((name for name, units in _FAMILIES.items() if unit in units or unit.removesuffix("s") in units), None)


def scales(book: Book, facts: Iterable[Fact]) -> tuple[Scale, ...]:
    """Every measured number of some facts, longest first; numbers that are not given have no bar and no row."""
    known = [(family_of(q), q, fact) for fact in facts for q in fact.quantities if q.value is not None]
    groups = {name: [(q, fact) for family, q, fact in known if family == name] for name in _FAMILIES}
    return tuple(_scale(book, name, rows) for name, rows in groups.items() if rows)


def _scale(book: Book, family: str, rows: list[tuple[Quantity, Fact]]) -> Scale:
    ends = {id(quantity): _ends(quantity, family) for quantity, _ in rows}
    full = max(high * (OPEN if q.operator in (">", ">=") else 1) for q, _ in rows for _, high in [ends[id(q)]])
    rows = sorted(rows, key=lambda row: -ends[id(row[0])][1])
    bars = (
        Bar(quantity_words(q), Markup(draw_bar(*ends[id(q)], q.operator, full=full)), book.fact(fact.id))
        for q, fact in rows
    )
    return Scale(say(_TITLES[family]), tuple(bars))


def _ends(quantity: Quantity, family: str) -> tuple[float, float]:
    unit = (quantity.unit or "").lower()
    units = _FAMILIES[family]
    factor = units.get(unit) or units[unit.removesuffix("s")]
    value = quantity.value
    low, high = value if isinstance(value, tuple) else (value or 0, value or 0)
    return low * factor, high * factor


def one_bar(quantity: Quantity, full: float, *, beyond: bool = True) -> Markup:
    """The bar of a count on a scale that ends at `full`, or `beyond` it; empty where no number is given."""
    value = quantity.value
    if value is None:
        return Markup()
    low, high = value if isinstance(value, tuple) else (value, value)
    return Markup(draw_bar(low, high, quantity.operator, full=full * (OPEN if beyond else 1)))


def claims(book: Book, facts: Iterable[Fact]) -> tuple[Claim, ...]:
    """Numbers of what strikes are said to have hit, each on the word of its source; without a number it says so."""
    return tuple(_claims(book, facts))


def _claims(book: Book, facts: Iterable[Fact]) -> Iterator[Claim]:
    equipment = book.dossier.equipment
    for fact in facts:
        for quantity in fact.quantities if fact.event in _STRIKES else ():
            if quantity.of not in equipment and family_of(quantity) is None:
                yield Claim(counted(book, fact, quantity), book.fact(fact.id))


def counted(book: Book, fact: Fact, quantity: Quantity) -> Printed:
    """A number with its source."""
    return book.statement("count", [fact.id], {"words": quantity_words(quantity)})
