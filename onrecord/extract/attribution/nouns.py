"""Drafts from nouns that attribute: `the claim that ...`, `a report by ...`, `X's promise to ...`."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from .contents import tree
from .cues import Word, nouns, verb_of
from .draft import Draft
from .sources import noun_phrase, subject, without

_LIGHT = frozenset(
    [
        "make",
        "issue",
        "voice",
        "express",
        "repeat",
        "give",
        "send",
        "offer",
        "have",
        "deliver",
        "renew",
        "lodge",
        "file",
    ]
)
_OWNERS = frozenset({"by", "from", "of", "among"})


def drafts_from_nouns(tokens: list[Token]) -> Iterator[Draft]:
    """One draft for each attributive noun among `tokens` that has a content."""
    for token in tokens:
        entry = nouns().get(token.lemma_.lower())
        if entry is None or token.pos_ != "NOUN" or _is_setting(token):
            continue
        draft = _draft(token, entry)
        if draft is not None:
            yield draft


def _is_setting(noun: Token) -> bool:
    """`said in a statement that`: there the verb attributes, the noun only says where."""
    verb = noun.head.head
    return noun.dep_ == "pobj" and noun.head.lower_ in {"in", "on"} and verb_of(verb) is not None


def _draft(noun: Token, entry: Word) -> Draft | None:
    content = _clause(noun)
    owner = _owner(noun, clause=content is not None)
    if content is None and owner is not None:
        content = _phrase(noun, entry)
    if content is None:
        return None
    source = noun_phrase(owner) if owner is not None else []
    kept = without(content, source, [noun.i])
    return Draft([noun.i], noun.lemma_.lower(), entry.sense, source=source, content=kept, head=noun)


def _clause(noun: Token) -> set[int] | None:
    """A that-clause; only one whose `that` is no pronoun: "the claim that he lied", not "the claim that he made"."""
    for child in noun.children:
        if child.dep_ in {"acl", "ccomp", "relcl"} and any(
            c.dep_ == "mark" and c.lower_ == "that" for c in child.children
        ):
            return tree(child)
    return _parted_clause(noun)


def _parted_clause(noun: Token) -> set[int] | None:
    """`allegations, denied by the club, that ...`: the clause behind an insertion, wherever the parser hung it."""
    doc = noun.doc
    if noun.i + 1 >= len(doc) or doc[noun.i + 1].text != ",":
        return None
    for token in doc[noun.i + 2 : min(noun.i + 12, noun.sent.end)]:
        if token.lower_ == "that" and token.tag_ in {"IN", "DT"} and doc[token.i - 1].text == ",":
            clause = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)
            return {i for i in tree(clause) if i >= token.i} if clause is not None else None
    return None


def _phrase(noun: Token, entry: Word) -> set[int] | None:
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ == "prep" and child.lower_ in entry.leads:
            return tree(child)
        infinitive = child.dep_ in {"acl", "xcomp"} and any(c.lower_ == "to" and c.tag_ == "TO" for c in child.children)
        if infinitive and "to" in entry.leads:
            return tree(child)
    return None


def _owner(noun: Token, *, clause: bool) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in (_OWNERS if clause else {"by", "from"}):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in _LIGHT:
        return subject(noun.head)
    return None
