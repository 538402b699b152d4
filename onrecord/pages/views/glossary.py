"""The glossary: terms that the editors explain, and names of the records that the facts use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Term as Explained

from ..book import Book, Link
from ..editing import EditLink
from ..printed import Printed
from ..terms import Term
from ..words import N_

_SHORT = re.compile(r"[A-Z][A-Z0-9&.]{1,7}")
_KINDS = ("government", "organisation", "armed-group", "company", "media")


@dataclass(frozen=True)
class TermView:
    """One entry. `borne` has the sources of a meaning that rests on facts; without any it is the editors' own."""

    id: str
    term: str
    meaning: str
    card: Link | None
    borne: Printed | None
    edit: EditLink | None


def glossary(book: Book) -> tuple[TermView, ...]:
    """Every term in the order of the alphabet: the editors' first where a record has the same name."""
    written = [_written(book, term, number) for number, term in enumerate(book.dossier.briefing.glossary)]
    taken = {term.term for term in written}
    named = [term for term in _named(book) if term.term not in taken]
    return tuple(sorted([*written, *named], key=lambda term: term.term.casefold()))


def terms(book: Book) -> list[Term]:
    """The terms for pages, each leading to its entry or to its record's card."""
    return [
        Term(term.term, term.meaning, term.card.href if term.card else f"{book.base}background.html#{term.id}")
        for term in glossary(book)
    ]


def _written(book: Book, term: Explained, number: int) -> TermView:
    meaning = {"meaning": term.meaning}
    edit = book.edit(f"briefing/glossary/{number}", N_("this term"))
    borne = book.statement("meaning", term.facts, meaning) if term.facts else None
    return TermView(f"term-{term.id}", term.term, term.meaning, None, borne, edit)


def _named(book: Book) -> Iterator[TermView]:
    """Bodies whose role the article gives, and abbreviations of names: both where a fact uses them."""
    used = " ".join(fact.text for fact in book.dossier.facts.values())
    for actor in book.dossier.files.actors.actors:
        card = book.actor(actor.id)
        told = actor.role is not None and actor.role.casefold() not in actor.name.casefold()
        if actor.kind in _KINDS and actor.role and told and _stands(actor.name, used):
            yield TermView(f"name-{actor.id}", actor.name, actor.role, card, None, None)
        for alias in actor.aliases:
            if _SHORT.fullmatch(alias) and alias != actor.name and _stands(alias, used):
                yield TermView(f"name-{actor.id}-{alias.lower()}", alias, actor.name, card, None, None)
    for kind in book.dossier.files.military.equipment:
        meaning = kind.type or ""
        if meaning and meaning.casefold() not in kind.name.casefold() and _stands(kind.name, used):
            yield TermView(f"name-{kind.id}", kind.name, meaning, book.equipment(kind.id), None, None)


def _stands(name: str, used: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", used) is not None
