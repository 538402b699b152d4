"""The facts as cards: numbered as their words stand in the article, each with what an editor has to know about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Article, Consistency, Dossier, Fact

from ..printed import FactView
from .clashes import ClashView
from .records import InPage
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
    clashes: tuple[ClashView, ...]
    unfit: tuple[str, ...]
    """What its figures do not agree with, a line each."""
    kinds: tuple[str, ...]
    """What the page can be narrowed down to: waiting, doubt, clash, unplaced."""


def numbered(dossier: Dossier, article: Article | None) -> dict[str, int]:
    """A number for each fact by its id: those of this article in the order of their words, then all others."""
    stands = standing(dossier, article) if article else {}
    order = sorted(dossier.facts, key=lambda i: (i not in stands, *stands.get(i, (0, 0))))
    return {identifier: number for number, identifier in enumerate(order, 1)}


def cards_of(
    book: InPage,
    article: Article | None,
    *,
    checks: Sequence[Consistency],
    wrong: Mapping[str, tuple[Trouble, ...]],
    clashes: Sequence[ClashView] = (),
) -> tuple[Card, ...]:
    """A card for each fact, in the order of their numbers."""
    dossier = book.dossier
    stands = standing(dossier, article) if article else {}
    gone = frozenset(lost(dossier, article)) if article else frozenset()
    unfit = [check for check in checks if check.result == "does not fit"]
    made = []
    for identifier, number in book.cards.items():
        fact = dossier.facts[identifier]
        record = f"{dossier.file_of[identifier]}/{identifier}"
        met = tuple(clash for clash in clashes if (clash.kind, clash.record) == ("fact", identifier))
        kinds = {
            "waiting": fact.reviewed is None,
            "doubt": record in wrong or any(identifier in check.facts for check in unfit),
            "clash": bool(met),
            "unplaced": article is not None and identifier not in stands,
        }
        made.append(
            Card(
                number=number,
                fact=book.fact(identifier),
                record=record,
                version=version(fact),
                stands=identifier in stands,
                lost=identifier in gone,
                reviewed=_seen(fact),
                troubles=wrong.get(record, ()),
                clashes=met,
                unfit=tuple(check.claim for check in unfit if identifier in check.facts),
                kinds=tuple(kind for kind, holds in kinds.items() if holds),
            )
        )
    return tuple(made)


def _seen(fact: Fact) -> str:
    return f"{fact.reviewed.by}, {fact.reviewed.on}" if fact.reviewed else ""
