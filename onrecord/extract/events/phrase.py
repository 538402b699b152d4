"""The words by which a person or a thing is named: the noun with what stands before it, as printed."""

from __future__ import annotations

from spacy.tokens import Token

from ..lexicons import lexicon
from ..reading import span_of


def phrase_of(noun: Token, text: str, *, counted: bool = True) -> str | None:
    """The noun and the words that stand before it, without article, cut from `text`; None for a pronoun.

    Without `counted` numbers and words like "several" are left out too.
    """
    if noun.pos_ == "PRON":
        return None
    left = noun
    for child in reversed(list(noun.lefts)):
        if child.dep_ not in ("compound", "amod", "nummod", "nmod", "poss") or child.pos_ in ("PRON", "DET"):
            break
        number = child.dep_ == "nummod" or child.lower_ in lexicon("events")["vague"]
        if (
            child.dep_ == "poss"
            or (number and not counted)
            or (child.right_edge.i != left.i - 1 and child.i != left.i - 1)
        ):
            break
        left = child.left_edge
    return text[left.idx : span_of(noun).end] or None


def name_of(noun: Token, text: str) -> str | None:
    """A person's name without title; for a common noun the phrase."""
    if noun.pos_ != "PROPN":
        named = [c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.ent_type_ == "PERSON"]
        return name_of(named[0], text) if named else phrase_of(noun, text)
    left = noun
    while left.i > noun.sent.start and _is_name(left.nbor(-1), noun):
        left = left.nbor(-1)
    return text[left.idx : span_of(noun).end]


def _is_name(token: Token, noun: Token) -> bool:
    titles = lexicon("events")["titles"]
    return (
        token.pos_ == "PROPN"
        and token.head.i in (noun.i, *(c.i for c in noun.children))
        and token.lower_.strip(".") not in titles
    )
