"""What was done to the people that a number counts: killed, injured, missing, displaced, arrested."""

from __future__ import annotations

from functools import cache
from typing import Literal

from spacy.tokens import Token

from onrecord.model import Effect

from ..lexicons import lexicon

Done = Effect | Literal["arrest"]
_ARREST = ("arrest", "detain", "jail", "imprison", "apprehend")
_DEATHLY = frozenset({"shoot", "gun", "stab", "beat", "burn"})


def effect_of(head: Token) -> Done | None:
    """The effect that the sentence tells of those whom `head` names, a number or a counted noun; None = it tells none.

    Whether it happened, is feared or denied is the event's to say.
    """
    first = head
    while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "NUM", "PROPN"):
        first = first.head
    return _noun(head) or _state(head) or _done_to(first) or _toll(first)


def is_human(noun: Token) -> bool:
    """Whether a noun names people, so that what befell them is told as theirs."""
    return noun.lemma_.lower() in _people() or noun.lemma_.lower() in _forms()["nouns"]


@cache
def _people() -> frozenset[str]:
    harm = lexicon("harm")
    return frozenset(
        {*harm["human"], *harm["combatants"], *harm["armed"], *harm["anybody"], *lexicon("operators")["people"]}
    )


@cache
def _forms() -> dict[str, dict[str, Done]]:
    """Effects by the kind of word that tells of them: verbs, dying, nouns, states."""
    forms: dict[str, dict[str, Done]] = {kind: {} for kind in ("verbs", "dying", "nouns", "states")}
    for effect, words in lexicon("harm")["effects"].items():
        for kind, table in forms.items():
            table.update(dict.fromkeys(words[kind], effect))
    forms["verbs"].update(dict.fromkeys(_ARREST, "arrest"))
    forms["nouns"].update({"arrest": "arrest", "detention": "arrest"})
    forms["states"].update({"arrested": "arrest", "detained": "arrest"})
    return forms


def _noun(head: Token) -> Done | None:
    """As in "12 deaths", "30 arrests"."""
    return _forms()["nouns"].get(head.lemma_.lower()) if head.pos_ == "NOUN" else None


def _state(head: Token) -> Done | None:
    """As in "12 dead", "three missing miners", "40 people were homeless", "40 people, injured by glass"."""
    states, verbs = _forms()["states"], _forms()["verbs"]
    if head.lower_ in states:
        return states[head.lower_]
    if head.dep_ in ("nummod", "quantmod") and head.head.lower_ in states:
        return states[head.head.lower_]
    beside = [c for c in head.children if c.dep_ in ("amod", "acl", "appos", "acomp")]
    if head.dep_ == "nsubj":
        beside += [c for c in head.head.children if c.dep_ in ("acomp", "oprd", "attr")]
        beside += [] if _has_object(head.head) else [head.head]
    return next((states[c.lower_] for c in beside if c.lower_ in states), None) or next(
        (verbs[c.lemma_.lower()] for c in beside if c.tag_ == "VBN" and c.lemma_.lower() in verbs), None
    )


def _done_to(head: Token) -> Done | None:
    """As in "12 people were killed", "the blast wounded 40", "three miners died", "left 12 people dead"."""
    verb, forms = head.head, _forms()
    low = verb.lemma_.lower()
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    if head.dep_ in ("nsubjpass", "dobj") or (head.dep_ == "nsubj" and verb.tag_ == "VBN" and not _has_object(verb)):
        dead = any(c.lower_ == "dead" or any(g.lower_ == "death" for g in c.children) for c in verb.children)
        told = next((c for c in verb.children if c.dep_ in ("oprd", "acomp", "ccomp", "xcomp")), None)
        left = None if told is None else forms["states"].get(told.lower_) or forms["verbs"].get(_participle(told))
        return "death" if low in _DEATHLY and dead else forms["verbs"].get(low) or left
    return forms["dying"].get(low) if head.dep_ == "nsubj" else None


def _participle(token: Token) -> str:
    """The dictionary form of what was confirmed or reported: "confirmed killed"."""
    return token.lemma_.lower() if token.tag_ == "VBN" else ""


def _has_object(verb: Token) -> bool:
    return any(c.dep_ == "dobj" for c in verb.children)


def _toll(head: Token) -> Done | None:
    """As in "the death toll rose to 45", "a death toll of 45"."""
    if head.dep_ not in ("pobj", "attr", "dobj"):
        return None
    governor = head.head.head if head.dep_ == "pobj" else head.head
    tolls = [governor, *(c for c in governor.children if c.dep_ == "nsubj")]
    return "death" if any(t.lemma_ == "toll" and any(c.lower_ == "death" for c in t.children) for t in tolls) else None
