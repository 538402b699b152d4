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
        if kind is None or not _suits(token, low):
            return None
        if kind == "killing" and _hits_thing(token):
            return "attack"
        return None if kind == "attack" and _is_verbal(token) else kind
    if token.pos_ == "PROPN" and _types("nouns").get(low) == "disaster":
        return "disaster" if token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "PROPN" else None
    if token.pos_ == "NOUN" and token.dep_ != "compound":
        if low == "strike":
            return _strike(token)
        return None if _is_figure(token) else _types("nouns").get(low)
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


def _suits(verb: Token, low: str) -> bool:
    """Whether a verb of several meanings tells of an event here, by whom or what it is done to."""
    if verb.tag_ == "VBN" and any(c.dep_ == "det" for c in verb.children):
        return False
    only = lexicon("events")["only_of"]
    done_to = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    if low in only["people"]:
        return not done_to or any(_is_human(t) for t in done_to)
    if low in only["things"]:
        hit = done_to or [c for c in verb.children if c.dep_ == "nsubj"] or [verb.head]
        return any(t.lemma_.lower() in listed("harm", "things") or t.tag_ == "WDT" for t in hit)
    if low in only["armed"]:
        return any(_is_armed(t) for t in (*done_to, *(g for c in verb.children for g in (c, *c.children))))
    if low in ("demonstrate", "rally") and done_to:
        return False
    if low == "rule" and any(c.dep_ == "prt" for c in verb.children):
        return False
    if low in only["for"]:
        return any(c.lower_ in ("for", "on") or c.dep_ == "xcomp" for c in verb.children)
    return low not in only["also"] or any(c.dep_ in ("oprd", "attr") or c.lower_ == "as" for c in verb.children)


def _is_armed(token: Token) -> bool:
    low = token.lemma_.lower()
    return low in listed("harm", "armed") | listed("harm", "military") | listed("harm", "combatants")


def _hits_thing(verb: Token) -> bool:
    """Whether what is shot or shot down is a thing: "shot down a drone"."""
    hit = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
    return any(t.lemma_.lower() in listed("harm", "things") | listed("harm", "weapons") for t in hit)


def _is_human(token: Token) -> bool:
    named = token.pos_ == "PROPN" and token.ent_type_ in ("PERSON", "")
    return named or token.pos_ == "PRON" or token.lemma_.lower() in listed("harm", "human")


def _strike(noun: Token) -> EventType | None:
    """A strike is an attack or a protest by the words beside it; alone it is what the text's other strikes are."""
    for token in (noun, *(t for t in noun.doc if t.lower_ in ("strike", "strikes") and t.i != noun.i)):
        before = {c.lemma_.lower() for c in token.children if c.i < token.i}
        for kind, marks in lexicon("events")["strikes"].items():
            if before & set(marks):
                found: EventType = kind
                return found
    return "protest" if noun.dep_ == "pobj" and noun.head.lower_ == "on" else None


def _sets_off(verb: Token) -> bool:
    """Whether the verb is about a weapon put in place or thrown: "planted a bomb", "a grenade was hurled"."""
    things = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "nsubj"))
    low, off = verb.lemma_.lower(), any(c.lower_ == "off" for c in verb.children)
    sets = low in listed("events", "setting_off") or (low == "go" and off)
    return sets and any(is_weapon(t) for t in things)


def _is_verbal(verb: Token) -> bool:
    """Whether an attack is one of words: "sharply attacked", "attacked the minister as a liar"."""
    manner = any(c.lower_ in listed("events", "verbally") for c in verb.children if c.dep_ == "advmod")
    return manner or any(c.lower_ in ("as", "for") and c.dep_ == "prep" and c.i > verb.i for c in verb.children)


def _is_figure(noun: Token) -> bool:
    """Whether an attack is of an illness or in words, a battle one of lawyers, talk mere talk."""
    before = {c.lower_ for c in noun.children if c.dep_ in ("compound", "amod")}
    if noun.lower_ in ("talk", "conviction"):  # "talk of a deal", "the conviction that it can be done"
        believed = any(g.lower_ == "that" for c in noun.children for g in c.children)
        return noun.lower_ == "talk" or believed
    if noun.lower_.startswith("attack") and before & {"heart", "panic", "asthma", "anxiety", "personal"}:
        return True
    return bool(before & listed("events", "no_war"))
