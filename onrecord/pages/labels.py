"""The words that say who says a fact. Pages, drawings, downloads and feed print the same ones."""

from __future__ import annotations

from onrecord.model import ARTICLE, Dossier, Fact, Kept, Publication

from .words import say


def source_label(fact: Fact, dossier: Dossier) -> str:
    """Who says `fact`, and who passed it on: "Russian Defense Ministry, via IRNA". Never empty.

    The article's own voice is its publisher's; a source nobody named is given in the article's words for it.
    """
    label = publisher_label(fact, dossier) if fact.source == ARTICLE else actor_label(fact.source, dossier)
    return say("%(who)s, via %(via)s") % {"who": label, "via": actor_label(fact.via, dossier)} if fact.via else label


def actor_label(actor: str, dossier: Dossier) -> str:
    """The name of an actor as printed, with its title before it: "Col. Ana Ruiz"; the id where nobody has it."""
    record = dossier.actors.get(actor)
    if record is None:
        return actor
    return f"{record.title} {record.name}" if record.title else record.name


def publisher_label(fact: Fact, dossier: Dossier) -> str:
    """Who published the article that `fact` comes from; "the article" where that is not known."""
    return publication_of(fact, dossier).publisher or say("the article")


def publication_of(record: Kept, dossier: Dossier) -> Publication:
    """The source article a fact or another record comes from: the one its place names, otherwise the first."""
    named = record.at.article if record.at else None
    sources = dossier.briefing.sources
    return next((source for source in sources if source.id == named), sources[0])
