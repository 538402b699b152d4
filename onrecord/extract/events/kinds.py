"""Which kind of event a word tells of."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from onrecord.model import EventType

from ..lexicons import lexicon


@cache
def _types(part: str) -> dict[str, EventType]:
    """Kinds of event by dictionary form, of verbs or nouns. The first kind that lists a form has it."""
    table: dict[str, EventType] = {}
    for kind, forms in lexicon("events")[part].items():
        for form in forms:
            table.setdefault(form, kind)
    return table


@cache
def listed(name: str, part: str) -> frozenset[str]:
    """A list of words from a lexicon."""
    return frozenset(lexicon(name)[part])


def kind_of(token: Token) -> EventType | None:
    """The kind of event a word tells of; None for most words, and for a verb that is only an auxiliary."""
    low = token.lemma_.lower()
    if token.pos_ == "VERB" and token.dep_ not in ("amod", "compound"):
        if _sets_off(token):
            return "bombing"
        kind = _phrase(token) or _types("verbs").get(low)
        return None if kind == "attack" and _is_verbal(token) else kind
    if token.pos_ == "NOUN" and token.dep_ != "compound":
        return None if _is_sick(token) else _types("nouns").get(low)
    return None


def is_violent(token: Token, kind: EventType) -> bool:
    """Whether an event of this kind can have a perpetrator, a target and victims."""
    low = token.lemma_.lower()
    return kind in listed("events", "violent") or low in listed("events", "destroying") | listed("harm", "victims")


def is_general(token: Token) -> bool:
    """Whether a word may stand for an event told before, whatever its kind: "the incident"."""
    return token.pos_ == "NOUN" and token.lemma_.lower() in listed("events", "general")


def is_weapon(token: Token) -> bool:
    """Whether a word names a weapon, by itself or by the words before it."""
    low = token.lemma_.lower()
    if low not in listed("harm", "weapons") or token.pos_ not in ("NOUN", "PROPN"):
        return False
    if low not in listed("harm", "weak_weapons"):
        return True
    return any(c.lemma_.lower() in listed("harm", "weapon_words") for c in token.children)


def _phrase(verb: Token) -> EventType | None:
    low = verb.lemma_.lower()
    for kind, phrases in lexicon("events")["phrases"].items():
        partners = phrases.get(low, ())
        if any(c.lemma_.lower() in partners and c.i > verb.i for c in verb.children):
            found: EventType = kind
            return found
    return None


def _sets_off(verb: Token) -> bool:
    """Whether the verb is about a weapon put in place or thrown: "planted a bomb", "a grenade was hurled"."""
    things = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "nsubj"))
    return verb.lemma_.lower() in listed("events", "setting_off") and any(is_weapon(t) for t in things)


def _is_verbal(verb: Token) -> bool:
    """Whether an attack is one of words: "sharply attacked", "attacked the minister as a liar"."""
    manner = any(c.lower_ in listed("events", "verbally") for c in verb.children if c.dep_ == "advmod")
    return manner or any(c.lower_ in ("as", "for") and c.dep_ == "prep" and c.i > verb.i for c in verb.children)


def _is_sick(noun: Token) -> bool:
    """Whether an attack is of an illness, or a strike one of workers."""
    before = {c.lower_ for c in noun.children if c.dep_ in ("compound", "amod")}
    if noun.lower_.startswith("attack"):
        return bool(before & {"heart", "panic", "asthma", "anxiety", "personal", "verbal"})
    return False
