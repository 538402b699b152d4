"""Which event in a sentence had an effect that another word tells of: "a bomb went off, killing three"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from .kinds import is_weapon
from .parts import objects

_CAUSING = ("in", "by", "during", "from", "after")
_WHEN = ("when", "after", "as", "where")


def causes_of(effect: Token) -> Iterator[Token]:
    """The words that may tell of the event which had an effect, the likeliest first, with what stands at them."""
    if effect.pos_ != "VERB":
        return
    for cause in (*_by_subject(effect), *_by_clause(effect), *_by_place(effect)):
        yield cause
        yield from (c for c in cause.children if c.dep_ == "compound")
        if cause.pos_ == "VERB":
            yield from _what(cause)


def _by_subject(effect: Token) -> Iterator[Token]:
    """What killed or destroyed: the subject, the head of "which", the word that says that a weapon went off."""
    if effect.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in effect.children):
        return
    for subject in (c for c in effect.children if c.dep_ == "nsubj"):
        if subject.tag_ in ("WP", "WDT"):
            yield effect.head
        elif is_weapon(subject):
            yield from (c for c in subject.children if c.dep_ in ("acl", "relcl"))
        else:
            yield subject


def _by_clause(effect: Token) -> Iterator[Token]:
    """The clause that an effect hangs on: "..., killing three", "in which three died", "fired and killed three"."""
    head = effect.head
    if effect.dep_ == "relcl" and (_in_which(effect) or any(c.lower_ in _CAUSING for c in effect.children)):
        yield head
    if effect.dep_ == "advcl" and effect.tag_ == "VBG":
        yield head
    if effect.dep_ == "conj" and head.pos_ == "VERB" and not any(c.dep_ == "nsubjpass" for c in effect.children):
        yield head
    if effect.dep_ == "conj" and head.pos_ != "VERB":
        yield from (c for c in head.head.children if c.dep_ == "nsubj")


def _by_place(effect: Token) -> Iterator[Token]:
    """What stands behind "in" or "when": "killed in the raid", "died when a bomb exploded"."""
    yield from objects(effect, *_CAUSING)
    for child in effect.children:
        if child.dep_ == "advcl" and any(c.lower_ in _WHEN for c in child.children):
            yield child


def _what(verb: Token) -> Iterator[Token]:
    """What a verb does or what does it: "launched a wave of airstrikes", "Cyclone Ilona tore across"."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubj", "nsubjpass"):
            yield from (child, *objects(child, "of"), *(c for c in child.children if c.dep_ == "compound"))


def _in_which(verb: Token) -> bool:
    return any(c.lower_ == "where" or any(g.tag_ == "WDT" for g in c.children) for c in verb.children)
