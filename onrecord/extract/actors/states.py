"""States: a country's name, its people in the plural, and its capital or seat where it acts, joined to one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Token

from onrecord.extract.gazetteer import country_of, nations

from .kinds import seats
from .names import Name
from .stage import Player

_ACTING = frozenset({"nsubj", "agent", "nsubjpass"})


def find_states(doc: Doc, names: Sequence[Name]) -> tuple[list[Player], list[Player]]:
    """One player for each state that acts or speaks, under its name or its seat's; and those that are only named."""
    groups: dict[str, list[Name]] = {}
    for name in names:
        if name.country and _names_state(doc, name):
            groups.setdefault(name.country, []).append(name)
    acting: list[Player] = []
    named: list[Player] = []
    for country, mentions in groups.items():
        player = Player(country, "government", country=country)
        for name in mentions:
            player.alias(name.text)
            player.names.append(name)
            player.mention(name.span)
        (acting if any(_acts(doc, n) for n in mentions) else named).append(player)
    return acting, named


def _names_state(doc: Doc, name: Name) -> bool:
    """A country's name; a capital only where it acts; the noun for its people only in the plural."""
    head = doc[name.start : name.end].root
    if name.label == "people":
        return head.pos_ in {"PROPN", "NOUN"} and head.text.endswith("s") and head.dep_ in _ACTING | {"conj", "pobj"}
    if head.dep_ in {"compound", "amod", "nmod"}:
        return False
    if _is_seat(name):
        return _is_actor_word(head)
    return True


def is_people(word: str) -> bool:
    """Whether a word is an adjective or a noun for the people of a country, and not its name: "Danish", "Frenchman"."""
    return word.lower().removeprefix("the ") in _peoples()


@cache
def _peoples() -> frozenset[str]:
    every = nations().values()
    return frozenset(w.lower() for n in every for w in (*n.adjectives, *n.nouns) if w not in (n.name, *n.names))


def _is_seat(name: Name) -> bool:
    from_gazetteer = country_of(name.text)
    return name.text.lower() in seats("seats") or (
        from_gazetteer is not None and _is_capital(name.text, from_gazetteer)
    )


def _is_capital(word: str, country: str) -> bool:
    nation = next((n for n in nations().values() if n.name == country), None)
    return nation is not None and word.lower() in {c.lower() for c in nation.capitals}


def _is_actor_word(head: Token) -> bool:
    """A subject, an owner, or one of two joined to such: "ties between Oslo and Rome"."""
    while head.dep_ == "conj":
        head = head.head
    return head.dep_ in _ACTING | {"poss"} or (head.dep_ == "pobj" and head.head.lower_ in {"between", "by"})


def _acts(doc: Doc, name: Name) -> bool:
    head = doc[name.start : name.end].root
    while head.dep_ == "conj":
        head = head.head
    return head.dep_ in _ACTING and head.head.pos_ == "VERB"
