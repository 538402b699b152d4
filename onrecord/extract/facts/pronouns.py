"""Pronouns that a line may not leave hanging: replaced by a name where it is sure, refused where it is not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from ..lexicons import lexicon
from ..reading import span_of
from .antecedents import PERSON, PLURAL, THING, antecedent, is_ahead
from .claims import Claim
from .denying import points_at_claim
from .material import Material, covers
from .speaking import denier, first_subject, speaker
from .whereabouts import place_of

FIRST = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "you", "your", "yours", "ourselves", "myself"})
_BARE = frozenset({"this", "that", "these", "those", "both", "former", "latter", "such"})
_POSSESSIVE = frozenset({"his", "her", "its", "their"})


_ECHOING = frozenset({"say", "think", "believe", "do", "hope", "suppose", "suggest", "make"})
"""Verbs after which "so" stands for what was said before."""
_LINKING = frozenset({"be", "take", "seem", "appear", "remain", "become", "'s", "’s"})


class Unclear(Exception):
    """A word that a reader of the line alone could not understand."""

    def __init__(self, token: Token) -> None:
        self.token = token
        super().__init__(token.lower_)


def first_person(words: Sequence[Token]) -> bool:
    """Whether a line speaks as "I", "we" or "you"."""
    let_us = any(t.lower_ in ("'s", "’s") and t.i and t.nbor(-1).lower_ == "let" for t in words)
    return let_us or any(t.lower_ in FIRST and t.pos_ in ("PRON", "DET") for t in words)


def spoken(words: Sequence[Token], claim: Claim, material: Material) -> dict[int, str]:
    """Names to print in place of pronouns, by the place of the word. Raises `Unclear` where a pronoun stays dark."""
    names: dict[int, str] = {}
    for number, token in enumerate(words):
        low = token.lower_
        if low == "there" and token.dep_ == "advmod" and token.tag_ == "RB":
            if (place := place_of(token, claim, material)) is None:
                raise Unclear(token)
            names[token.i] = place
            continue
        if low == "so" and token.head.lemma_ in _ECHOING and token.i > token.head.i and not list(token.children):
            raise Unclear(token)
        if points_at_claim(token):
            names[token.i] = "the claim"
            continue
        if _points(token):
            raise Unclear(token)
        if low in _BARE and token.dep_ in ("nsubj", "nsubjpass") and token.tag_ in ("DT", "PRP", "NN", "JJ"):
            raise Unclear(token)
        if low in PERSON | PLURAL | THING and token.tag_ in ("PRP", "PRP$") and not _is_empty(token):
            name = _named(token, words[:number], claim, material)
            # Where the line has the name, the pronoun is clear: "Ruiz lost his keys", not "Ruiz lost Ruiz’s keys".
            if name is not None and re.sub("’s?$", "", name) not in names.values():
                names[token.i] = name
    return names


def _points(token: Token) -> bool:
    """Whether "this" or "that" stands alone as an object: "the records bear that out"; not "those who came"."""
    alone = token.tag_ == "DT" and token.dep_ in ("dobj", "pobj")
    told = any(c.dep_ in ("relcl", "prep", "acl") for c in token.children)
    return alone and not told and token.lower_ in ("this", "that", "these", "those")


def clear(words: Sequence[Token], claim: Claim, material: Material) -> list[Token]:
    """The words without a side clause that cannot be understood alone.

    Raises `Unclear` where the main line itself cannot be understood.
    """
    words = list(words)
    while True:
        try:
            spoken(words, claim, material)
            return words
        except Unclear as unclear:
            aside = _aside_with(unclear.token, claim)
            left = [t for t in words if t.i not in aside]
            if len(left) in (0, len(words)):
                raise
            words = left


def _aside_with(token: Token, claim: Claim) -> set[int]:
    """The side clause or opening phrase that a word stands in; nothing if it stands in the main line."""
    head = token
    while head.i != claim.clause.root.i and head.head.i != head.i:
        told = {c.lower_ for c in head.children} & {"if", "unless", "until", "without", "except", "not", "n't", "never"}
        if head.dep_ in ("advcl", "relcl") and not told:
            return {t.i for t in head.subtree}
        if _is_fronted(head, claim) and not told and head.lower_ not in lexicon("facts")["conditions"]:
            return {t.i for t in head.subtree}
        head = head.head
    return set()


def _is_fronted(phrase: Token, claim: Claim) -> bool:
    """Whether a phrase opens the clause, with a comma behind it: "At his request, the court adjourned"."""
    last = phrase.right_edge
    behind = last.i + 1 < len(last.doc) and last.nbor(1).text == ","
    return phrase.dep_ == "prep" and phrase.head.i == claim.clause.root.i and phrase.i < phrase.head.i and behind


def _is_empty(token: Token) -> bool:
    """Whether "it" stands for nothing: "it is clear that", "it is likely the plan fails"."""
    if token.dep_ == "expl":
        return True
    head = token.head
    if token.lower_ != "it":
        return False
    if token.dep_ == "nsubjpass":
        return any(c.dep_ == "ccomp" and c.i > head.i for c in head.children)
    if token.dep_ != "nsubj" or head.lemma_ not in _LINKING:
        return head.lemma_ in ("look", "sound") and any(c.dep_ == "advcl" for c in head.children)
    judged = [c for c in head.children if c.dep_ in ("acomp", "attr")]
    after = [c for t in (head, *judged) for c in t.children if c.i > head.i]
    clauses = [c for c in after if c.dep_ in ("ccomp", "xcomp", "csubj", "advcl", "acl")]
    return any(_is_clausal(c) or c.dep_ == "ccomp" for c in clauses)


def _is_clausal(token: Token) -> bool:
    return any(c.lower_ in ("that", "to", "whether", "for") for c in token.children)


def _named(token: Token, before: Sequence[Token], claim: Claim, material: Material) -> str | None:
    """The name for a pronoun; None when its antecedent is printed before it. Raises `Unclear`."""
    low = token.lower_
    own = next((actor for span, actor in material.mentions if span == span_of(token)), None)
    if _antecedent(low, _possible(token, before), material) and (own is None or _names(own.id, before, material)):
        return None
    if is_ahead(token, material):
        return None
    if (source := denier(token, claim, material)) is not None:
        return source
    actor = material.actor[own.id] if own is not None else speaker(token, claim, material)
    name = actor.name if actor is not None else first_subject(low, claim) or antecedent(token, claim, material)
    if name is None:
        raise Unclear(token)
    if actor is not None and actor.kind in ("document", "unnamed", "group") and name[:1].islower():
        name = name if name.endswith("s") else f"the {name}"
    return name if token.tag_ != "PRP$" else f"{name}’" if low == "their" and name.endswith("s") else f"{name}’s"


def _possible(token: Token, before: Sequence[Token]) -> list[Token]:
    """The words before a pronoun that it can stand for: not the subject of its own verb, which would be "himself"."""
    if token.dep_ not in ("dobj", "dative") or token.lower_ in THING or token.lower_.endswith(("self", "selves")):
        return list(before)
    own = {t.i for c in token.head.children if c.dep_ in ("nsubj", "nsubjpass") for t in c.subtree}
    return [t for t in before if t.i not in own]


def _names(actor: str, words: Sequence[Token], material: Material) -> bool:
    """Whether one of the words is part of a name of an actor."""
    return any(actor in material.actors_at.get(t.i, ()) and t.pos_ != "PRON" for t in words)


def _antecedent(low: str, before: Sequence[Token], material: Material) -> bool:
    """Whether the line itself names, before the pronoun, what the pronoun can stand for."""
    nouns = [t for t in before if t.pos_ in ("NOUN", "PROPN") and t.ent_type_ not in ("DATE", "TIME")]
    if low in PERSON:
        people = [span for span, actor in material.mentions if actor.kind == "person"]
        human = lexicon("harm")["human"]
        heads = [t for t in nouns if t.dep_ not in ("compound", "nmod", "poss") or t.ent_type_ == "PERSON"]
        return any(t.ent_type_ == "PERSON" or t.lemma_.lower() in human or covers(people, t) for t in heads)
    if low in PLURAL:
        return any(t.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in t.children) for t in nouns)
    return any(t.tag_ in ("NN", "NNP") for t in nouns)
