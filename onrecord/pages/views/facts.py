"""Pages that are facts under headings: reactions and background; and the grouping others share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from onrecord.model import ARTICLE, Fact

from ..book import Book
from ..printed import FactView
from ..words import say
from .glossary import TermView, glossary


@dataclass(frozen=True)
class Section:
    """Facts under a heading."""

    id: str
    title: str
    facts: tuple[FactView, ...]


@dataclass(frozen=True)
class Sections:
    """`reactions.md`, `background.md`."""

    sections: tuple[Section, ...]
    glossary: tuple[TermView, ...] = ()
    """Terms and names explained; on the page of the background alone."""


def grouped(book: Book, facts: Iterable[Fact], heading: Callable[[Fact], str]) -> tuple[Section, ...]:
    """Facts by heading, headings in the order in which they first come."""
    groups: dict[str, list[str]] = {}
    for fact in facts:
        groups.setdefault(heading(fact), []).append(fact.id)
    return tuple(Section(f"part-{n}", title, book.facts(ids)) for n, (title, ids) in enumerate(groups.items(), 1))


def background(book: Book) -> Sections | None:
    """Background under its questions, and the glossary; None when there is neither."""
    facts, known = book.dossier.files.background.facts, glossary(book)
    if not facts and not known:
        return None
    return Sections(grouped(book, facts, lambda fact: fact.heading or say("Background")), known)


def reactions(book: Book) -> Sections | None:
    """Reactions by side, each side in the same form; None when there are none."""
    facts = book.dossier.files.reactions.facts
    return Sections(grouped(book, facts, lambda fact: _side(book, fact))) if facts else None


def _side(book: Book, fact: Fact) -> str:
    if fact.source == ARTICLE:
        return fact.heading or say("Reported by the article")
    actor = book.dossier.actors.get(fact.source)
    return (actor.side if actor and actor.side else fact.heading) or book.label(fact.id).partition(", via")[0]
