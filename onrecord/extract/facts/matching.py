"""What a fact is about, asked by the keys that lexicons use: predicate, subject, object, words, tense, role."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from spacy.tokens import Token

from onrecord.model import ARTICLE

from .placed import Placed

_LEADING = frozenset({"agree", "plan", "decide", "intend", "offer", "vow", "pledge", "begin", "start"})
Alternative = Mapping[str, Any]
"""Keys that must all hold."""


def fits(alternatives: Sequence[Alternative], placed: Placed) -> bool:
    """Whether one of the alternatives holds of a fact with all its keys."""
    return any(all(KEYS[key](value, placed) for key, value in one.items()) for one in alternatives)


def has_words(phrases: Sequence[str], placed: Placed) -> bool:
    """Whether one of these runs of words stands in a fact's clause."""
    return any(f" {words} " in placed.line for words in phrases)


def deed_of(placed: Placed) -> Token:
    """The verb of what is done: the predicate, or what it agrees, plans or decides to do."""
    below = (c for c in placed.root.children if c.dep_ == "xcomp" and c.tag_ == "VB")
    return next(below, placed.root) if placed.root.lemma_.lower() in _LEADING else placed.root


def object_of(placed: Placed) -> Token | None:
    """The head of what is done something to: the object, in the passive the subject."""
    found = next((c for c in deed_of(placed).children if c.dep_ == "dobj"), None)
    passive = placed.subject if placed.subject is not None and placed.subject.dep_ == "nsubjpass" else None
    return found or passive


def _is(token: Token | None, lemmas: Sequence[str]) -> bool:
    return token is not None and token.lemma_.lower() in lemmas


def _is_kind(token: Token | None, kind: str, placed: Placed) -> bool:
    """Whether a word names an actor (`kind` actor) or does not (thing)."""
    return (kind == "actor") is (token is not None and token.i in placed.material.actors_at)


def _numbers_are(wanted: str, placed: Placed) -> bool:
    return (wanted == "given") is any(q.value is not None for q in placed.fact.quantities)


def _is_passive(wanted: str, placed: Placed) -> bool:
    return (wanted == "yes") is any(c.dep_ == "auxpass" for c in placed.root.children)


def source_noun(placed: Placed) -> str | None:
    """The noun that a fact's source is called by, if it has one: "poll"; None for the article."""
    actor = placed.material.actor.get(placed.fact.source)
    return actor.name.split()[-1].lower() if actor is not None else None


def _is_source(lemmas: Sequence[str], placed: Placed) -> bool:
    return source_noun(placed) in lemmas


def _is_superlative(wanted: str, placed: Placed) -> bool:
    found = (t for t in placed.words if t.tag_ in ("JJS", "RBS"))
    return (wanted == "yes") is any(t.i == 0 or t.nbor(-1).lower_ != "at" for t in found)


KEYS: dict[str, Callable[[Any, Placed], bool]] = {
    "roots": lambda lemmas, placed: deed_of(placed).lemma_.lower() in lemmas,
    "subjects": lambda lemmas, placed: _is(placed.subject, lemmas),
    "objects": lambda lemmas, placed: _is(object_of(placed), lemmas),
    "nouns": lambda lemmas, placed: not placed.nouns.isdisjoint(lemmas),
    "phrases": has_words,
    "patterns": lambda patterns, placed: any(re.search(pattern, placed.line) for pattern in patterns),
    "tenses": lambda tenses, placed: placed.tense in tenses,
    "roles": lambda roles, placed: placed.role in roles,
    "events": lambda events, placed: placed.event is not None and placed.event.type in events,
    "certainty": lambda kinds, placed: placed.fact.certainty in kinds,
    "sources": _is_source,
    "source": lambda kind, placed: (kind == "someone") is (placed.fact.source != ARTICLE),
    "subject": lambda kind, placed: _is_kind(placed.subject, kind, placed),
    "object": lambda kind, placed: _is_kind(object_of(placed), kind, placed),
    "numbers": _numbers_are,
    "passive": _is_passive,
    "superlative": _is_superlative,
}
"""What each key asks of a fact."""
