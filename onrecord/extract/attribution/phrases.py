"""Drafts from prepositions and set phrases: `according to`, `in the words of`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby

from spacy.tokens import Doc, Token

from .contents import tree
from .cues import words
from .draft import Draft
from .sources import noun_phrase, without


def drafts_from_phrases(doc: Doc, tokens: list[Token]) -> Iterator[Draft]:
    """One draft for each attributive preposition among `tokens`."""
    for token in tokens:
        for phrase in _phrases().get(token.lower_, ()):
            if _stands(doc, token.i, phrase):
                draft = _draft(doc, token, phrase)
                if draft is not None:
                    yield draft


@cache
def _phrases() -> dict[str, list[list[str]]]:
    """The phrases by their first word."""
    split = sorted(phrase.split() for phrase in words("prepositions"))
    return {first: list(group) for first, group in groupby(split, key=lambda phrase: phrase[0])}


def _stands(doc: Doc, start: int, phrase: list[str]) -> bool:
    return [t.lower_ for t in doc[start : start + len(phrase)]] == phrase


def _draft(doc: Doc, first: Token, phrase: list[str]) -> Draft | None:
    last = doc[first.i + len(phrase) - 1]
    source = next((c for c in last.children if c.dep_ in {"pobj", "pcomp"}), None)
    if source is None:
        return None
    cue = list(range(first.i, last.i + 1))
    named = noun_phrase(source)
    sentence = {t.i for t in first.sent}
    scope = _scope(first) & sentence
    aside = tree(first)
    content = without(scope, cue, named, aside)
    return Draft(cue, " ".join(phrase), "say", source=named, content=content, head=first)


def _scope(first: Token) -> set[int]:
    """What the phrase covers: the clause it stands in; the whole sentence behind or before a comma."""
    clause = first.head
    while clause.dep_ != "ROOT" and clause.pos_ not in {"VERB", "AUX"}:
        clause = clause.head
    if first.i == first.sent.start:
        return {t.i for t in first.sent}
    if clause.dep_ == "relcl" and first.i < clause.i:
        return tree(clause)
    apart = first.nbor(-1).text in {",", "—"}
    if apart:
        while clause.dep_ in {"advcl", "ccomp", "xcomp", "relcl", "acl", "conj", "pcomp"} and not _is_reported(clause):
            up = clause.head
            while up.dep_ != "ROOT" and up.pos_ not in {"VERB", "AUX"}:
                up = up.head
            if up == clause:
                break
            clause = up
    return tree(clause)


def _is_reported(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
