"""Drafts from turns of phrase: `put the toll at nine`, `as one trader put it`."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from .contents import parenthetical, tree
from .cues import words
from .draft import Draft
from .sources import noun_phrase, subject, without


def drafts_from_turns(tokens: list[Token]) -> Iterator[Draft]:
    """One draft for each turn of phrase among `tokens` that has a source."""
    for token in tokens:
        if token.lower_ == "in" and (view := _in_view(token)) is not None:
            yield view
        if token.pos_ != "VERB":
            continue
        draft = _as_put(token) or _estimate(token)
        if draft is not None and draft.source:
            yield draft
        elif (heard := _heard(token)) is not None:
            yield heard


def _in_view(preposition: Token) -> Draft | None:
    """`In her view, the bigger risk is labor.`: the content is the clause around it."""
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    owner = next((c for c in noun.children if c.dep_ == "poss"), None) if noun is not None else None
    if noun is None or owner is None or noun.lemma_.lower() not in words("views"):
        return None
    if preposition.head.pos_ not in {"VERB", "AUX"}:
        return None
    cue, source = [preposition.i, noun.i], noun_phrase(owner)
    content = without(tree(preposition.head), tree(preposition))
    return Draft(cue, f"in {noun.lemma_.lower()}", "say", source=source, content=content, head=preposition)


def _heard(verb: Token) -> Draft | None:
    """`The court heard that ...`, `..., jurors heard`: somebody said it there; who, is not told."""
    listener = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.lemma_.lower() != "hear" or listener is None or listener.lemma_.lower() not in words("hearers"):
        return None
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.pos_ in {"VERB", "AUX"}), None)
    content = tree(clause) if clause is not None else parenthetical(verb)
    return Draft([verb.i], "hear", "say", content=without(content, [verb.i]), head=verb) if content else None


def _as_put(verb: Token) -> Draft | None:
    """`As one trader put it, ...`: the content is the clause around it."""
    told = next((c for c in verb.children if c.lower_ == "it" and c.dep_ == "dobj"), None)
    if verb.lemma_.lower() != "put" or told is None or verb.left_edge.lower_ not in {"as", "like"}:
        return None
    source = _source(verb)
    content = without(tree(verb.head), tree(verb))
    return Draft([verb.i, told.i], "put", "say", source=source, content=content, head=verb)


def _estimate(verb: Token) -> Draft | None:
    """`put the toll at nine`: a thing, and a number behind "at"."""
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    at = next((c for c in verb.subtree if c.lower_ == "at" and c.i > verb.i and c.head in {verb, thing}), None)
    if (
        verb.lemma_.lower() not in words("estimating")
        or thing is None
        or at is None
        or not any(t.like_num or t.ent_type_ in _FIGURES for t in at.subtree)
    ):
        return None
    return Draft([verb.i], verb.lemma_.lower(), "say", source=_source(verb), content=tree(thing) | tree(at), head=verb)


_FIGURES = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})


def _source(verb: Token) -> list[int]:
    who = subject(verb)
    return noun_phrase(who, cue=verb) if who is not None and who.lower_ not in {"it", "this", "that", "which"} else []
