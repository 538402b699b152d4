"""Movements: what set out where and went where, leg by leg, each on the word of its fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from onrecord.model import Dossier

from ..book import Book, Link
from ..printed import FactView
from .distances import straight_line


class Leg(NamedTuple):
    """From one place to the next, by their ids, as a fact tells."""

    fact: str
    start: str
    end: str


@dataclass(frozen=True)
class Move:
    """A leg in words. `line` is how far and in which direction, where both ends are pinned as points."""

    start: Link
    end: Link
    line: str | None
    fact: FactView


def movements(dossier: Dossier) -> Iterator[Leg]:
    """The legs of every fact's route: along its places, and from the last of them to each place of `where`."""
    for fact in dossier.facts.values():
        for start, end in pairwise(fact.route):
            yield Leg(fact.id, start, end)
        for end in fact.where if fact.route else ():
            if end not in fact.route:
                yield Leg(fact.id, fact.route[-1], end)


def moves(book: Book) -> tuple[Move, ...]:
    """The same in words; a leg that several facts tell is there for each of them."""
    return tuple(_move(book, leg) for leg in movements(book.dossier))


def _move(book: Book, leg: Leg) -> Move:
    places = book.dossier.places
    start, end = places.get(leg.start), places.get(leg.end)
    line = straight_line(end, start) if start and end else None
    return Move(book.place(leg.start), book.place(leg.end), line, book.fact(leg.fact))


@dataclass(frozen=True)
class Chain:
    """One fact's movement as steps: the places on its way, and where it ended."""

    steps: tuple[Link, ...]
    ends: tuple[Link, ...]
    fact: FactView


def chains(book: Book) -> tuple[Chain, ...]:
    """The movement of every fact that tells of one."""
    told = (fact for fact in book.dossier.facts.values() if fact.route)
    return tuple(
        Chain(
            tuple(map(book.place, fact.route)),
            tuple(book.place(end) for end in fact.where if end not in fact.route),
            book.fact(fact.id),
        )
        for fact in told
    )
