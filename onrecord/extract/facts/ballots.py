"""Results of an election: who got which share, votes or seats; only where nothing else can be meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from onrecord.model import FoundQuantity, Measure, Result, Span

from ..lexicons import lexicon
from .counted import found_of
from .filing import File, is_caption, is_dated_off
from .placed import Placed

LEAD = 3
"""The first sentences with a fact: where the result of an election is the news, one of them tells it."""
_KINDS = ("person", "organisation", "group")
_UNITS: Mapping[str, Measure] = {"percentage": "share", "percent": "share", "vote": "votes", "seat": "seats"}


def results_of(held: Mapping[File, Sequence[Placed]]) -> tuple[Result, ...]:
    """The rows of the table, in text order; none unless the article opens with somebody's votes or share of them.

    Polls and earlier elections are no results. What is not said of votes ("took 7 percent") is one only beside what is.
    """
    every = sorted((one for name in held for one in held[name] if not is_caption(one)), key=lambda one: one.sentence)
    first = sorted({one.sentence for one in every})[:LEAD]
    rows = [(one, *row) for one in every if _is_of_this_vote(one) for row in _rows(one)]
    if not any(sure and row.actor and one.sentence in first for one, row, sure in rows):
        return ()
    return tuple(dict.fromkeys(row for _, row, _ in rows))


def _is_of_this_vote(one: Placed) -> bool:
    """Whether a fact can tell how this vote ended: not of a plan, a poll, or a vote of long ago."""
    names, fact = lexicon("topics")["ballots"], one.fact
    if one.role == "history" or fact.certainty in ("planned", "analysis", "hedged"):
        return False
    if one.tense in ("pluperfect", "ahead") or any(t.tag_ == "MD" or t.dep_ == "neg" for t in one.root.children):
        return False
    if is_dated_off(one):
        return False
    told = {t.lemma_.lower() for t in one.root.sent}
    source = one.material.actor.get(fact.source)
    told |= set((f"{source.name} {source.role or ''}" if source is not None else "").lower().split())
    return not told & {*names["polls"], *names["before"]}


def _rows(one: Placed) -> Iterator[tuple[Result, bool]]:
    """Rows of one fact, and whether its own words say that it is of a vote."""
    for number, quantity in enumerate(one.fact.quantities, start=1):
        found = found_of(quantity, one.fact, one.material)
        tokens = one.material.reading.tokens(Span(*found.span)) if found is not None else None
        if found is None or tokens is None or found.vague or quantity.value is None:
            continue
        whole = _of_all(one, found, tokens.root)
        if whole is not None:
            yield Result(measure=whole, fact=one.fact.id, quantity=number), True
            continue
        measure, of_votes = _UNITS.get(quantity.unit or ""), _is_of_votes(found)
        actor = _winner(one, tokens.root, of_votes=of_votes)
        if measure and actor and (measure != "share" or found.of is None or of_votes):
            row = Result(actor=actor, measure=measure, fact=one.fact.id, quantity=number)
            yield row, measure == "votes" or of_votes


def _is_of_votes(found: FoundQuantity) -> bool:
    return bool(_lemmas(found.of) & set(lexicon("topics")["ballots"]["votes"]))


def _of_all(one: Placed, found: FoundQuantity, token: Token) -> Measure | None:
    """Turnout, or how much is counted."""
    names = lexicon("topics")["ballots"]
    if _UNITS.get(found.unit or "") != "share":
        return None
    of, verb = _lemmas(found.of), one.root.lemma_.lower()
    head = _clause_of(token)
    if head.i == one.root.i and one.subject is not None and one.subject.lemma_.lower() == "turnout":
        first = one.fact.quantities[0].text
        return "turnout" if first == " ".join(Span(*found.span).cut(one.material.text).split()) else None
    if of & set(names["voters"]) and verb in names["voting"] and _argument(token).dep_ in ("nsubj", "nsubjpass"):
        return "turnout"
    near = {t.lemma_.lower() for t in one.root.sent if 0 < t.i - token.i <= len(of) + 5}
    return "counted" if of & set(names["counted"]) and near & set(names["counting"]) else None


def _winner(one: Placed, token: Token, *, of_votes: bool) -> str | None:
    """Who a number is said to be of: the subject of the verb it is the object of, or stands behind "with"."""
    names, noun = lexicon("topics")["ballots"], _argument(token)
    verb, dep = noun.head, noun.dep_
    if dep == "pobj" and verb.lower_ == "with":
        verb, dep = verb.head, "with"
    fits = (dep == "dobj" and verb.lemma_.lower() in names["wins"]) or (
        dep == "with" and verb.lemma_.lower() in names["ends"]
    )
    if not fits or (verb.i != one.root.i and verb not in one.words):
        return None
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    subject = subject if subject is not None else one.subject if verb.i == one.root.i else None
    if subject is None or any(c.dep_ == "conj" for c in subject.children):
        return None
    kinds = (*_KINDS, "government") if of_votes else _KINDS
    named = {i for word in (subject, *_beside(subject)) for i in one.material.actors_at.get(word.i, ())}
    ids = [i for i in sorted(named) if one.material.actor[i].kind in kinds]
    return ids[0] if len(ids) == 1 and ids[0] in (*one.fact.actors, one.fact.source) else None


def _beside(subject: Token) -> Iterator[Token]:
    """Names beside a noun: "a third candidate, Amy Foss"."""
    return (c for c in subject.children if c.dep_ == "appos")


def _argument(token: Token) -> Token:
    """The noun that a number belongs to, or the number itself: "18,305 votes", "43 percent of the vote"."""
    while token.dep_ in ("nummod", "quantmod", "compound", "npadvmod") and token.head.pos_ in ("NOUN", "PROPN", "NUM"):
        token = token.head
    return token


def _clause_of(token: Token) -> Token:
    """The verb above a word."""
    return next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), token)


def _lemmas(words: str | None) -> set[str]:
    return {w for word in (words or "").lower().split() for w in (word, word.removesuffix("s"))}
