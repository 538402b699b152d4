"""Actors: by side, or by kind where no side is given; what each is, and what it says here."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Actor

from ..book import Book, Link
from ..editing import EditLink
from ..labels import actor_label
from ..printed import FactView
from ..words import N_, say
from .relations import Relations, relations

_KINDS = {
    "person": N_("People"),
    "government": N_("States and governments"),
    "organisation": N_("Organisations"),
    "armed-group": N_("Armed groups"),
    "company": N_("Companies"),
    "media": N_("Media"),
    "group": N_("Groups"),
    "nationality": N_("Peoples"),
    "document": N_("Documents"),
    "unnamed": N_("Not named"),
}


@dataclass(frozen=True)
class Card:
    """One actor."""

    id: str
    name: str
    kind: str
    role: str | None
    affiliation: Link | None
    members: tuple[Link, ...]
    country: str | None
    aliases: str
    anonymity: str | None
    says: tuple[FactView, ...]
    passes_on: tuple[FactView, ...]
    about: tuple[FactView, ...]
    edit: EditLink
    badge: Link | None


@dataclass(frozen=True)
class Group:
    """Actors of one side or kind."""

    id: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Actors:
    """`actors.md`."""

    groups: tuple[Group, ...]
    relations: Relations | None


def actors(book: Book) -> Actors | None:
    """Everyone who acts or speaks; None when nobody does."""
    groups: dict[str, list[Actor]] = {}
    for actor in book.dossier.files.actors.actors:
        groups.setdefault(actor.side or say(_KINDS[actor.kind]), []).append(actor)
    if not groups:
        return None
    return Actors(
        tuple(
            Group(f"side-{n}", title, tuple(_card(book, actor) for actor in members))
            for n, (title, members) in enumerate(groups.items(), 1)
        ),
        relations(book),
    )


def _card(book: Book, actor: Actor) -> Card:
    facts = book.dossier.facts.values()
    return Card(
        id=actor.id,
        name=actor_label(actor.id, book.dossier),
        kind=say(actor.kind.replace("-", " ") if actor.kind != "unnamed" else N_("not named in the article")),
        role=actor.role,
        affiliation=book.actor(actor.affiliation) if actor.affiliation else None,
        members=tuple(book.actor(member) for member in actor.members),
        country=actor.country,
        aliases=", ".join(actor.aliases),
        anonymity=actor.anonymity and actor.anonymity.removeprefix("because "),
        says=book.facts(fact.id for fact in facts if fact.source == actor.id),
        passes_on=book.facts(fact.id for fact in facts if fact.via == actor.id),
        about=book.facts(fact.id for fact in facts if actor.id in fact.actors and fact.source != actor.id),
        edit=book.edit(f"actors/{actor.id}", N_("this actor")),
        badge=book.badge(actor.id, "actor"),
    )
