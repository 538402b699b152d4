"""Verbs that the parser tags as nouns."""

from __future__ import annotations

from spacy.tokens import Token

from .tree import attach


def base(word: str) -> str:
    """The dictionary form of a verb's present tense.

    >>> base("shows"), base("say")
    ('show', 'say')
    """
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def take_for_verb(noun: Token) -> None:
    """`Satellite images show nine craters`, `..., the charity Lund estimates.`: a verb tagged as a noun."""
    if any(c.dep_ == "nsubj" for c in noun.children) and any(c.dep_ in {"dobj", "ccomp"} for c in noun.children):
        _tag(noun)
    elif noun.dep_ == "appos" and noun.tag_ == "NNS" and _ends_sentence(noun):
        _take_last_for_verb(noun)


def _tag(noun: Token) -> None:
    noun.pos_, noun.tag_ = "VERB", "VBZ" if noun.tag_ == "NNS" else "VBP"
    noun.lemma_ = base(noun.lower_)


def _ends_sentence(token: Token) -> bool:
    return token.i + 1 == len(token.doc) or bool(token.doc[token.i + 1].is_sent_end or token.is_sent_end)


def _take_last_for_verb(noun: Token) -> None:
    """The cue at a sentence's end: behind a comma, a name, and nothing after it."""
    named = [c for c in noun.children if c.i < noun.i and c.dep_ in {"compound", "nmod"}]
    main = next((t for t in noun.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    start = min((c.left_edge.i for c in noun.children if c.dep_ != "punct"), default=noun.i)
    if main is None or not named or named[-1].pos_ != "PROPN" or noun.doc[start - 1].text != ",":
        return
    _tag(noun)
    attach(noun, main, "parataxis")
    for child in [c for c in noun.children if c.i < noun.i and c is not named[-1]]:
        attach(child, named[-1], child.dep_)
    attach(named[-1], noun, "nsubj")


def take_for_noun(verb: Token) -> None:
    """`The court disputes that figure.`: "that figure" is a thing, not a clause."""
    for clause in [c for c in verb.children if c.dep_ in {"ccomp", "relcl"} and c.i > verb.i and c.tag_[:2] == "VB"]:
        below = [c for c in clause.children if c.dep_ != "punct"]
        if (
            len(below) == 1
            and below[0].lower_ == "that"
            and below[0].i == clause.i - 1
            and clause.tag_ in {"VB", "VBP"}
        ):
            clause.tag_, clause.pos_, clause.lemma_ = "NN", "NOUN", clause.lower_
            attach(clause, verb, "dobj")
            below[0].tag_, below[0].pos_ = "DT", "DET"
            attach(below[0], clause, "det")
