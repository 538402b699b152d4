"""Verbs that the parser tags as nouns."""

from __future__ import annotations

from functools import cache

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


def take_root_for_verb(word: Token) -> None:
    """`Many people live and work here.`, `He is treading softly.`: the main verb tagged as another word."""
    if word.dep_ != "ROOT" or word.pos_ in {"VERB", "AUX"} or not any(c.dep_ == "nsubj" for c in word.children):
        return
    helped = any(c.dep_ == "aux" and c.lemma_ == "be" for c in word.children)
    joined = next((c for c in word.children if c.dep_ == "conj" and c.tag_ in {"VBD", "VBP", "VBZ"}), None)
    if helped and word.lower_.endswith("ing"):
        word.pos_, word.tag_, word.lemma_ = "VERB", "VBG", _lemma(word.lower_)
    elif joined is not None and word.lower_ in _forms(_lemma(word.lower_), joined.tag_):
        word.pos_, word.tag_, word.lemma_ = "VERB", joined.tag_, _lemma(word.lower_)


@cache
def _lemma(form: str) -> str:
    from lemminflect import getLemma  # reads its tables, which no part needs that only looks at facts

    return str((getLemma(form, "VERB") or (form,))[0])


@cache
def _forms(lemma: str, tag: str) -> frozenset[str]:
    from lemminflect import getInflection

    return frozenset(getInflection(lemma, tag))


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
