"""About: how to read the briefing, and how much of it has been checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.model import CERTAINTY_WORDS

from ..book import Book
from ..words import N_, say, say_many


class Sure(NamedTuple):
    """One kind of certainty, with how many facts have it."""

    key: str
    words: str
    facts: str


@dataclass(frozen=True)
class About:
    """`about.md`."""

    certainties: tuple[Sure, ...]
    checked: tuple[str, ...]
    """What was and what was not checked, a sentence each."""


def about(book: Book, *, article_at_hand: bool) -> About:
    """How to read this briefing."""
    count = Counter(fact.certainty for fact in book.dossier.facts.values())
    sure = (Sure(key, words, _facts(count[key])) for key, words in CERTAINTY_WORDS.items())  # type: ignore[index]
    return About(tuple(sure), (*_counted(book), _at_hand(article_at_hand), say(_UNCHECKED)))


_UNCHECKED = N_("Whether what the sources say is true was not checked.")


def _counted(book: Book) -> tuple[str, ...]:
    facts = book.dossier.facts.values()
    files = book.dossier.found.files if book.dossier.found else None
    found = {fact.id for _, fact in files.facts()} if files else set()
    checked = sum(fact.reviewed is not None for fact in facts)
    placed, added = sum(fact.at is not None for fact in facts), sum(fact.id not in found for fact in facts)
    return (
        say("%(facts)s in this briefing; compared with the article by a person: %(checked)s.")
        % {"facts": _facts(len(facts)), "checked": checked or say("none")},
        say("With a place in the article: %(placed)s; added by an editor: %(added)s.")
        % {"placed": placed, "added": added},
    )


def _at_hand(article: bool) -> str:
    if article:
        return say("The article was at hand when these pages were made: places and quotations were compared with it.")
    return say(
        "The article was not at hand when these pages were made: places, quotations and copied words are unchecked."
    )


def _facts(count: int) -> str:
    return say_many("%(num)s fact", "%(num)s facts", count) % {"num": count}
