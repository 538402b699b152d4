"""Ids that stay: a matched record keeps the one it has, a new one gets one that was never given before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from .cards import Card, Cards, Key
from .pointing import pointed

Names = Mapping[Key, str]
"""Kind and id to the id from now on."""


def persons_names(base: Cards, yours: Cards) -> dict[Key, str]:
    """Records that a person gave another id: same kind, and the same words of the article or the same name."""
    gone = [card for key, card in base.items() if key not in yours]
    come = [card for key, card in yours.items() if key not in base]
    names: dict[Key, str] = {}
    for mark in ("at", "name", "question"):
        known = _single(come, mark)
        for key, old in _single(gone, mark).items():
            if key in known and known[key].id not in names.values():
                names.setdefault(old.key, known[key].id)
    return names


def final_names(new: Iterable[Key], matched: Mapping[Key, Key], taken: Iterable[Key]) -> dict[Key, str]:
    """The id of every new record: that of the record it is, or its own, counted on where another has it.

    >>> final_names([("fact", "a"), ("fact", "b")], {("fact", "a"): ("fact", "old")}, [("fact", "old"), ("fact", "b")])
    {('fact', 'a'): 'old', ('fact', 'b'): 'b-2'}
    """
    used = defaultdict(set)
    for kind, identifier in taken:
        used[kind].add(identifier)
    names: dict[Key, str] = {key: matched[key][1] for key in matched}
    for key in new:
        if key not in names:
            names[key] = _free(key[1], used[key[0]])
        used[key[0]].add(names[key])
    return names


def renamed(cards: Cards, names: Names) -> Cards:
    """The cards under other ids, and every id in them."""

    def point(kind: str, identifier: str) -> str:
        return names.get((kind, identifier), identifier)

    made: Cards = {}
    for card in cards.values():
        other = Card(card.kind, point(*card.key), card.file, pointed(card.kind, card.fields, point))
        made[other.key] = other
    return made


def _free(wanted: str, used: set[str]) -> str:
    if wanted not in used:
        return wanted
    return next(name for number in range(2, len(used) + 3) if (name := f"{wanted}-{number}") not in used)


def _single(cards: list[Card], mark: str) -> dict[tuple[str, str], Card]:
    """Cards by what they are marked with, where only one of a kind has it."""
    seen: dict[tuple[str, str], list[Card]] = defaultdict(list)
    for card in cards:
        if mark in card.fields:
            seen[card.kind, repr(card.fields[mark])].append(card)
    return {key: those[0] for key, those in seen.items() if len(those) == 1}
