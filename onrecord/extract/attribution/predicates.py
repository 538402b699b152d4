"""Drafts from predicates: `is sure that ...`, `was critical of ...`, `made clear that ...`, `her view is that ...`."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from .contents import tree
from .cues import Word, adjectives, nouns
from .draft import Draft
from .sources import noun_phrase, subject, without

_COPULAS = frozenset({"be", "feel", "remain", "seem", "become", "sound", "look", "appear", "stay", "grow", "get"})
_NOBODY = frozenset({"it", "there", "that", "this", "what", "all"})


def drafts_from_predicates(tokens: list[Token]) -> Iterator[Draft]:
    """One draft for each adjective or noun among `tokens` that a verb makes a predicate with a content."""
    for token in tokens:
        draft = _adjective(token) or _noun(token)
        if draft is not None:
            yield draft


def _adjective(token: Token) -> Draft | None:
    entry = adjectives().get(token.lower_)
    if entry is None or token.tag_[:2] not in {"JJ", "VB"}:
        return None
    verb = token if token.dep_ in {"ROOT", "conj", "relcl", "ccomp", "advcl"} and token.tag_ == "VBN" else token.head
    if verb != token and verb.lemma_.lower() not in _COPULAS and not _made(token, verb):
        return None
    who, content = _bearer(verb), _content(token, verb, entry)
    if who is None or who.lower_ in _NOBODY or content is None or _is_negated(token, verb):
        return None
    cue = [verb.i, token.i] if _made(token, verb) else [token.i]
    source = noun_phrase(who, cue=token)
    return Draft(cue, token.lower_, entry.sense, source=source, content=without(content, cue, source), head=verb)


def _made(token: Token, verb: Token) -> bool:
    """`made clear that`, `made it clear that`."""
    return verb != token and verb.lemma_.lower() == "make" and token.lower_ in {"clear", "plain"} and token.i > verb.i


def _bearer(verb: Token) -> Token | None:
    """Whose mind it is; the parser may hang the subject on the auxiliary."""
    helpers = [verb, *(c for c in verb.children if c.dep_ == "auxpass")]
    passive = next(
        (c for h in helpers for c in h.children if c.dep_ == "nsubjpass" or (h != verb and c.dep_ == "nsubj")), None
    )
    return passive if passive is not None else subject(verb)


def _content(token: Token, verb: Token, entry: Word) -> set[int] | None:
    clauses = [c for c in (*token.children, *verb.children) if c.dep_ in {"ccomp", "advcl"} and c.i > token.i]
    clause = next((c for c in clauses if c != token and _is_told(c)), None)
    if clause is not None:
        return tree(clause)
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in entry.leads:
            return tree(child)
    return None


def _is_told(clause: Token) -> bool:
    """A clause with its subject; with a "that" or a "whether" or with nothing before it."""
    mark = next((c.lower_ for c in clause.children if c.dep_ == "mark"), None)
    return mark in {None, "that", "whether", "if"} and any(
        c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in clause.children
    )


def _is_negated(token: Token, verb: Token) -> bool:
    return any(c.dep_ == "neg" for t in (token, verb) for c in t.children)


def _noun(verb: Token) -> Draft | None:
    """`His contention was that ...`: the content is what the noun is said to be."""
    if verb.lemma_.lower() != "be":
        return None
    noun = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    clause = next((c for c in verb.children if c.dep_ in {"ccomp", "advcl"} and c.i > verb.i and _is_told(c)), None)
    entry = nouns().get(noun.lemma_.lower()) if noun is not None else None
    if noun is None or entry is None or clause is None or not any(c.lower_ == "that" for c in clause.children):
        return None
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    source = noun_phrase(owner) if owner is not None else []
    cue = [noun.i, verb.i]
    return Draft(cue, noun.lemma_.lower(), entry.sense, source=source, content=without(tree(clause), cue), head=verb)
