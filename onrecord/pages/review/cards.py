"""The facts as cards: numbered as their words stand in the article, each with what an editor has to know about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Article, Consistency, Fact

from ..book import Book
from ..printed import FactView
from .spread import lost, standing
from .troubles import Trouble
from .version import version


@dataclass(frozen=True)
class Card:
    """A fact on the page: its number, itself, and what an editor has to know about it."""

    number: int
    fact: FactView
    record: str
    """`file/id`"""
    version: str
    """Eight digits that stand for what the record says."""
    stands: bool
    """Whether its words stand in the article."""
    lost: bool
    """Whether they did, and no longer do."""
    reviewed: str
    """Who has looked at it, and when; empty = nobody."""
    troubles: tuple[Trouble, ...]
    kinds: tuple[str, ...]
    """What the page can be narrowed down to: waiting, doubt, unplaced."""


def cards_of(
    book: Book,
    article: Article | None,
    *,
    checks: Sequence[Consistency],
    wrong: Mapping[str, tuple[Trouble, ...]],
) -> tuple[Card, ...]:
    """A card for each fact: those of this article in the order of their words, then all others."""
    dossier = book.dossier
    stands = standing(dossier, article) if article else {}
    gone = frozenset(lost(dossier, article)) if article else frozenset()
    order = sorted(dossier.facts, key=lambda i: (i not in stands, *stands.get(i, (0, 0))))
    unfit = _unfit(checks)
    made = []
    for number, fact in enumerate((dossier.facts[i] for i in order), 1):
        record = f"{dossier.file_of[fact.id]}/{fact.id}"
        kinds = {
            "waiting": fact.reviewed is None,
            "doubt": record in wrong or fact.id in unfit,
            "unplaced": article is not None and fact.id not in stands,
        }
        made.append(
            Card(
                number=number,
                fact=book.fact(fact.id),
                record=record,
                version=version(fact),
                stands=fact.id in stands,
                lost=fact.id in gone,
                reviewed=_seen(fact),
                troubles=wrong.get(record, ()),
                kinds=tuple(kind for kind, holds in kinds.items() if holds),
            )
        )
    return tuple(made)


def _seen(fact: Fact) -> str:
    return f"{fact.reviewed.by}, {fact.reviewed.on}" if fact.reviewed else ""


def _unfit(checks: Iterable[Consistency]) -> frozenset[str]:
    """The facts whose figures do not agree with others."""
    return frozenset(fact for check in checks if check.result == "does not fit" for fact in check.facts)
