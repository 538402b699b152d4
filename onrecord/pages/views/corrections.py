"""Corrections: was, now, why, who, when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from onrecord.model import Correction

from ..book import Book, Link
from ..changed import Change, anchor, announced, changes_in
from ..words import say

_OVERVIEW = "briefing"
"""The file whose lines are about facts, and are none."""


class Entry(NamedTuple):
    """A change, and where what was changed stands; `what.href` empty = nowhere any more."""

    change: Change
    what: Link


class Day(NamedTuple):
    """What was changed on one day; `id` empty for what bears none."""

    id: str
    title: str
    entries: tuple[Entry, ...]


class Fold(NamedTuple):
    """Changes that are told, and not announced."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Corrections:
    """`corrections.md`."""

    days: tuple[Day, ...]
    folds: tuple[Fold, ...]
    counts: str
    """How many changes of each kind, in words."""
    unexplained: int
    """Of the announced ones, how many give no reason."""


def corrections_page(book: Book, corrections: Sequence[Correction]) -> Corrections | None:
    """Every correction, one entry for each record and day; None where there is none."""
    if not corrections:
        return None
    told = [one for one in announced(corrections) if one.file != _OVERVIEW]
    entries = _entries(book, told)
    folds = {
        say("Lines of the overview"): [one for one in corrections if one.file == _OVERVIEW],
        say("Wording only"): [one for one in corrections if one.kind == "wording" and one.file != _OVERVIEW],
        say("Listing and links only"): [one for one in corrections if one.kind == "filing" and one.file != _OVERVIEW],
    }
    return Corrections(
        days=tuple(_days(entries)),
        folds=tuple(Fold(title, _entries(book, folded)) for title, folded in folds.items() if folded),
        counts=_counted(entries),
        unexplained=sum(entry.change.why is None for entry in entries),
    )


def latest(book: Book, corrections: Sequence[Correction], count: int) -> tuple[Entry, ...]:
    """The newest changes of substance in what the pages say."""
    told = [one for one in announced(corrections) if one.file != _OVERVIEW]
    newest = list(dict.fromkeys(anchor(one) for one in told))[:count]
    return _entries(book, [one for one in told if anchor(one) in newest])


def _entries(book: Book, corrections: Sequence[Correction]) -> tuple[Entry, ...]:
    return tuple(Entry(change, _where(book, change)) for change in changes_in(book.dossier, corrections))


def _where(book: Book, change: Change) -> Link:
    """The record where it stands on the pages."""
    name, dossier = change.record, book.dossier
    if change.is_fact:
        return Link(name, book.fact_href(name) if name in dossier.facts else "")
    if change.file == "actors" and name in dossier.actors:
        return book.actor(name)
    if change.file == "places" and name in dossier.places:
        return book.place(name)
    if change.file == "military" and name in dossier.equipment:
        return book.equipment(name)
    return Link(name)


def _days(entries: Iterable[Entry]) -> Iterable[Day]:
    for on, those in groupby(entries, key=lambda entry: entry.change.on):
        found = tuple(those)
        yield Day(f"day-{on}" if on else "day-unknown", found[0].change.when if on else say("Undated"), found)


def _counted(entries: Iterable[Entry]) -> str:
    count: dict[str, int] = {}
    for entry in entries:
        count[entry.change.title.lower()] = count.get(entry.change.title.lower(), 0) + 1
    return ", ".join(f"{number} {title}" for title, number in count.items())
