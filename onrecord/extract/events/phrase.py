"""The words by which a person or a thing is named: the noun with what stands before it, as printed."""

from __future__ import annotations

from spacy.tokens import Token

from ..reading import span_of
from .kinds import listed
from .parts import objects
from .scene import Scene

_BEFORE = ("compound", "amod", "nummod", "nmod", "poss")


def phrase_of(noun: Token, scene: Scene, *, counted: bool = True) -> str | None:
    """The noun and the words that stand before it, without article, cut from the article; None for a pronoun.

    Without `counted` numbers and words like "several" are left out too. A noun that says little by itself takes the
    "of" behind it along: "offices of the bank", "members of the group".
    """
    if noun.pos_ == "PRON":
        return None
    left = _left(noun, scene, counted=counted)
    end = span_of(_right(noun)).end
    return scene.reading.article.text[left.idx : end] or None


def name_of(noun: Token, scene: Scene) -> str | None:
    """A person's full name as printed, without title; None where the noun names nobody."""
    actor = scene.actor_at.get(noun.i)
    if actor is not None and actor.kind == "person":
        return actor.name
    if noun.pos_ != "PROPN":
        return None
    left = noun
    while left.i > noun.sent.start and _is_name(left.nbor(-1), noun):
        left = left.nbor(-1)
    return scene.reading.article.text[left.idx : span_of(noun).end]


def _left(noun: Token, scene: Scene, *, counted: bool) -> Token:
    left = noun
    for child in reversed([c for c in noun.lefts if c.pos_ != "PUNCT"]):
        if child.dep_ not in _BEFORE or child.pos_ in ("PRON", "DET") or child.lower_ in ("alleged", "same"):
            break
        number = child.dep_ == "nummod" or child.lower_ in listed("harm", "vague")
        owned = child.dep_ == "poss" and not _is_house(noun)
        gap = child.right_edge.i not in (left.i - 1, left.i - 2) and child.i != left.i - 1
        if owned or gap or (number and (not counted or _hedged(child))):
            break
        left = _without_time(child, scene)
        if left.i > child.left_edge.i:
            break
    return left


def _is_house(noun: Token) -> bool:
    """Whether the owner's name belongs to a thing: "the minister's residence"."""
    return noun.lemma_.lower() in listed("harm", "of_what")


def _hedged(number: Token) -> bool:
    return any(c.dep_ in ("advmod", "quantmod", "amod") for c in number.children)


def _without_time(child: Token, scene: Scene) -> Token:
    """The first token of a modifier, without a time that the parser hung on it ("yesterday heavily armed men")."""
    left_out = ("det", "case", "mark", "cc")
    below = [t for t in child.subtree if t.i <= child.i and t.dep_ not in left_out and t.tag_ != "WRB"]
    inner = [t for t in below if t.i not in scene.time_at]
    first = child
    for token in reversed(inner):
        if token.i >= first.i - 1:
            first = token
    return first


def _right(noun: Token) -> Token:
    """The last token of the phrase: the noun, or what its "of" ends with."""
    if noun.lemma_.lower() not in listed("harm", "of_what") | listed("harm", "parts"):
        return noun
    for owner in objects(noun, "of"):
        if owner.i - noun.i <= 8 and owner.pos_ != "PRON" and owner.pos_ != "NUM":
            return owner
    return noun


def _is_name(token: Token, noun: Token) -> bool:
    near = (noun.i, *(c.i for c in noun.children))
    title = token.lower_.strip(".") in listed("harm", "titles")
    return token.pos_ == "PROPN" and token.head.i in near and not title
