"""About: how to read the briefing, and how much of it has been checked."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import CERTAINTY_WORDS

from ..book import Book
from ..phrases import count_words


@dataclass(frozen=True)
class About:
    """`about.md`."""

    facts: str
    checked: str
    placed: str
    added: str
    certainties: tuple[str, ...]
    article_at_hand: bool


def about(book: Book, *, article_at_hand: bool) -> About:
    """How to read this briefing."""
    facts = book.dossier.facts.values()
    files = book.dossier.found.files if book.dossier.found else None
    found = {fact.id for _, fact in files.facts()} if files else set()
    return About(
        facts=count_words(len(facts), "fact"),
        checked=count_words(sum(fact.reviewed is not None for fact in facts), "has", "have").split()[0],
        placed=count_words(sum(fact.at is not None for fact in facts), "fact"),
        added=count_words(sum(fact.id not in found for fact in facts), "fact"),
        certainties=tuple(CERTAINTY_WORDS.values()),
        article_at_hand=article_at_hand,
    )
