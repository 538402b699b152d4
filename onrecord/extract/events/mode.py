"""Whether an event happened, is planned, alleged, denied, or only thought of."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from .kinds import listed
from .scene import Scene

Mode = Literal["happened", "planned", "alleged", "denied", "hypothetical"]
_MAYBE = frozenset({"would", "could", "may", "might", "should", "can", "must"})
_IF = frozenset({"if", "unless", "whether", "lest", "should"})
_SAID_TO_BE = frozenset({"alleged", "suspected", "reported", "presumed", "apparent", "supposed", "attempted"})
_SAID_SO = frozenset({"allegedly", "reportedly", "apparently", "presumably", "supposedly", "purportedly"})


def mode_of(word: Token, scene: Scene) -> Mode:
    """How real an event is, by the words around the one that tells of it."""
    verb = clause_of(word)
    told = scene.told_at.get(word.i)
    if _is_denied(word, verb) or (told is not None and told.sense == "deny"):
        return "denied"
    if _is_planned(word, verb):
        return "planned"
    if _is_thought(verb):
        return "hypothetical"
    if told is not None and (told.sense == "doubt" or told.lemma in listed("events", "alleging")):
        return "alleged"
    return "alleged" if _is_alleged(word, verb) else "happened"


def clause_of(word: Token) -> Token:
    """The verb that says what became of an event: the word itself, or for a noun the verb it depends on."""
    token = word
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def _is_denied(word: Token, verb: Token) -> bool:
    own = [word, *(c for c in word.children if c.dep_ in ("nsubj", "nsubjpass", "dobj"))]
    no = any(c.dep_ == "neg" or (c.dep_ == "det" and c.lower_ in ("no", "neither")) for t in own for c in t.children)
    near = word.head.i == verb.i and verb.i != word.i
    acting = near and verb.lemma_.lower() in listed("events", "acting") | {"be", "have"}
    return no or (acting and any(c.dep_ == "neg" for c in verb.children))


def _is_planned(word: Token, verb: Token) -> bool:
    ahead = any(c.dep_ == "aux" and c.lower_ in ("will", "shall", "'ll", "’ll") for c in verb.children)
    near = word.i == verb.i or verb.lemma_.lower() in listed("events", "taking_place") | listed("events", "acting")
    if ahead and near:
        return True
    if _is_infinitive(word) and word.head.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
        low = word.head.lemma_.lower()
        return low in listed("events", "planning") | listed("events", "plans") | {"go", "ready", "able", "will", "be"}
    low = verb.lemma_.lower()
    if verb.i != word.i and low in listed("events", "planning") and word.dep_ == "dobj":
        return low not in ("attempt", "try", "order")
    of = word.head if word.dep_ in ("pobj", "pcomp") else None
    return of is not None and of.head.lemma_.lower() in listed("events", "plans") - {"order", "attempt"}


def _is_infinitive(word: Token) -> bool:
    return word.dep_ in ("xcomp", "acl", "relcl", "ccomp") and any(
        c.dep_ == "aux" and c.lower_ == "to" for c in word.children
    )


def _is_thought(verb: Token) -> bool:
    maybe = any(c.dep_ == "aux" and c.lower_ in _MAYBE for c in verb.children)
    if maybe and not any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children):
        return True
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in _IF for c in verb.children)


def _is_alleged(word: Token, verb: Token) -> bool:
    marks = {c.lower_ for c in word.children if c.dep_ == "amod"}
    manner = {c.lower_ for v in (word, verb) for c in v.children if c.dep_ == "advmod"}
    return bool(marks & _SAID_TO_BE or manner & _SAID_SO)
