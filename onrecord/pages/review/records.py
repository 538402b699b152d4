"""Actors, places and equipment on the private page: what they say of themselves, to be confirmed like facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from onrecord.model import Fact, Kept

from ..book import Book, Link
from ..editing import EditLink
from ..labels import actor_label
from .troubles import Trouble
from .version import version

_APART = frozenset({"id", "name", "at", "reviewed", "corrected", "kept"})


@dataclass(frozen=True)
class RecordCard:
    """A record that is no fact: its name, and its other keys in a line."""

    anchor: str
    record: str
    """`file/id`"""
    version: str
    name: str
    says: str
    edit: EditLink
    reviewed: str
    troubles: tuple[Trouble, ...]
    kinds: tuple[str, ...]


RecordGroup = tuple[str, tuple[RecordCard, ...]]


@dataclass(frozen=True)
class InPage(Book):
    """The book of the private page: whatever a fact names is on that page too, and links lead there."""

    cards: Mapping[str, int] = field(default_factory=dict)
    """The number of each fact's card, by its id."""

    def fact_href(self, identifier: str) -> str:
        """The fact's card."""
        return f"#fact-{self.cards[identifier]}"

    def actor(self, identifier: str) -> Link:
        """An actor's card."""
        known = identifier in self.dossier.actors
        return Link(actor_label(identifier, self.dossier), anchor("actors", identifier) if known else "")

    def place(self, identifier: str) -> Link:
        """A place's card."""
        place = self.dossier.places.get(identifier)
        return Link(place.name, anchor("places", identifier)) if place else Link(identifier)

    def _words(self, fact: Fact, beside: Sequence[str]) -> dict[str, Any]:
        known = fact.source in self.dossier.actors
        return {**super()._words(fact, beside), "source_href": anchor("actors", fact.source) if known else "#text"}


def anchor(file: str, identifier: str) -> str:
    """The way to a record's card."""
    return f"#record-{file}-{identifier}"


def record_cards(
    book: Book, wrong: Mapping[str, tuple[Trouble, ...]]
) -> tuple[tuple[str, tuple[RecordCard, ...]], ...]:
    """The cards of all records that are no facts, by their kind; no group is empty."""
    files = book.dossier.files
    groups: tuple[tuple[str, str, tuple[Kept, ...]], ...] = (
        ("Actors", "actors", files.actors.actors),
        ("Places", "places", files.places.places),
        ("Equipment", "military", files.military.equipment),
    )
    made = ((title, tuple(_card(book, file, record, wrong) for record in those)) for title, file, those in groups)
    return tuple((title, cards) for title, cards in made if cards)


def _card(book: Book, file: str, record: Kept, wrong: Mapping[str, tuple[Trouble, ...]]) -> RecordCard:
    name = f"{file}/{record.id}"
    kinds = {"waiting": record.reviewed is None, "doubt": name in wrong}
    return RecordCard(
        anchor=anchor(file, record.id)[1:],
        record=name,
        version=version(record),
        name=str(getattr(record, "name", record.id)),
        says="; ".join(_says(record)),
        edit=book.edit(name, str(getattr(record, "name", record.id))),
        reviewed=f"{record.reviewed.by}, {record.reviewed.on}" if record.reviewed else "",
        troubles=wrong.get(name, ()),
        kinds=tuple(kind for kind, holds in kinds.items() if holds),
    )


def _says(record: Kept) -> Iterator[str]:
    """What an editor compares with the article: every key that holds a word, a number or a list of words."""
    for key, value in record.as_yaml().items():
        if key in _APART:
            continue
        if isinstance(value, bool):
            yield f"{key.replace('_', ' ')} {'yes' if value else 'no'}"
        elif isinstance(value, str | int | float):
            yield f"{key} {value}"
        elif isinstance(value, list) and all(isinstance(one, str) for one in value):
            yield f"{key} {', '.join(value)}"
