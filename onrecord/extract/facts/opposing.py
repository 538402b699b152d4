"""Claims that cannot both be right: two sources on the same question, or the article against itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from spacy.tokens import Token

from onrecord.model import ARTICLE

from ..lexicons import lexicon
from .counting import differing_count
from .deeds import one_denies_the_deed, one_says_it_failed
from .statements import Statement, beside, keys_of, same_subject

Kind = Literal["contradiction", "explanation", "tension"]
NEAR = 6
"""Paragraphs between two accounts of one thing."""


@dataclass(frozen=True)
class Opposition:
    """Two statements that stand against each other, the earlier first, and what they differ on."""

    first: Statement
    second: Statement
    kind: Kind
    over: Literal["number", "change", "truth", "blame", "account", "time", "place", "figure"]
    counted: str | None = None


def oppositions(statements: Sequence[Statement]) -> Iterator[Opposition]:
    """Every pair that stands against each other, in text order. Refuses where a time, place or subject differs."""
    for first, second in combinations(statements, 2):
        if second.paragraph - first.paragraph > NEAR or first.party & second.party:
            continue
        found = next((o for rule in _RULES if (o := rule(first, second)) is not None), None)
        if found is not None:
            yield found


def _counts(first: Statement, second: Statement) -> Opposition | None:
    """Two numbers for the same thing counted in the same event: "20 people died", "45 people were killed"."""
    counted = differing_count(first, second)
    if counted is None:
        return None
    moves = first.root.lemma_.lower() in lexicon("disputes")["moving"]
    return Opposition(first, second, "contradiction", "change" if moves else "number", counted)


def _truth(first: Statement, second: Statement) -> Opposition | None:
    """The same said of the same subject, once with "not" or its opposite: "was safe", "was not safe", "was unsafe"."""
    if not same_subject(first, second) or not beside(first, second) or _asks_or_may(first) or _asks_or_may(second):
        return None
    if first.claim.matrix or second.claim.matrix or first.root.tag_ == "VBG" or _tense(first) != _tense(second):
        return None
    said = [said_of(s) for s in (first, second)]
    negated = [is_negated(s) for s in (first, second)]
    same = said[0] == said[1] and negated[0] != negated[1]
    opposite = negated[0] == negated[1] and _opposite(said[0][0], said[1][0]) and said[0][1:] == said[1][1:]
    if not same and not opposite:
        return None
    sources = {first.fact.source, second.fact.source}
    own = sources == {ARTICLE}
    return Opposition(first, second, "tension" if own else "contradiction", "truth")


def _tense(statement: Statement) -> bool:
    """Whether it is told of the past."""
    root = statement.root
    finite = next((c for c in root.children if c.dep_ in ("aux", "auxpass")), root)
    return finite.tag_ in ("VBD", "VBN") or finite.lower_ == "had"


def _asks_or_may(statement: Statement) -> bool:
    return any(c.tag_ == "MD" or (c.dep_ == "advcl" and c.i < statement.root.i) for c in statement.root.children)


def said_of(statement: Statement) -> tuple[str, ...]:
    """What is said of the subject: the predicate's own word, then its object and phrases."""
    root = statement.root
    core = [
        c
        for c in root.children
        if c.dep_ in ("acomp", "attr", "oprd", "dobj", "xcomp", "prep", "agent", "prt", "ccomp")
    ]
    if root.lemma_ in ("be", "remain", "seem") and core:
        head, rest = core[0], core[1:]
        below = [c for c in head.children if c.dep_ in ("prep", "amod", "compound", "xcomp")]
        return (head.lemma_.lower(), *(_form(t) for t in (*below, *rest)))
    return (root.lemma_.lower(), *(_form(t) for t in core))


def _form(token: Token) -> str:
    dropped = ("det", "punct", "neg")
    return " ".join(t.lemma_.lower() for t in token.subtree if t.dep_ not in dropped and t.lower_ not in ("any", "no"))


def is_negated(statement: Statement) -> bool:
    """Whether its predicate or object is negated."""
    near = [
        *statement.root.children,
        *(g for c in statement.root.children if c.dep_ in ("dobj", "attr") for g in c.children),
    ]
    return any(t.dep_ == "neg" or t.lower_ in ("no", "never", "none", "neither") for t in near)


def _opposite(one: str, other: str) -> bool:
    return any(
        one in row and other in row and one != other and 0 in (row.index(one), row.index(other))
        for row in lexicon("disputes")["opposites"]
    )


def _beyond(first: Statement, second: Statement) -> Opposition | None:
    """A figure, and someone else who says that the true one is higher or lower."""
    names, root = lexicon("disputes"), second.root
    if first.fact.source == second.fact.source or second.paragraph - first.paragraph > 1:
        return None
    subject = second.subject
    if subject is None or subject.lemma_.lower() not in names["figures"] or root.lemma_ != "be":
        return None
    compared = any(c.dep_ == "acomp" and c.lower_ in names["beyond"] for c in root.children)
    figures = [q for q in first.fact.quantities if q.value is not None]
    told = any(t.lemma_.lower() in names["figures"] or t.lemma_ in ("dead",) for t in first.words)
    number = figures[0].text if len(figures) == 1 else next((t.text for t in first.words if t.like_num), None)
    dead = first.root.lemma_.lower() in names["tolls"]["death"]
    if not compared or number is None or len(figures) > 1 or not (told or dead) or second.sentence - first.sentence > 2:
        return None
    return Opposition(first, second, "contradiction", "figure", number)


def _but(first: Statement, second: Statement) -> Opposition | None:
    """What "but" sets right against the sentence before, by another source: one has it and the other says "no"."""
    if second.sentence - first.sentence != 1 or ARTICLE in (first.fact.source, second.fact.source):
        return None
    opening = next((t for t in second.root.sent if not t.is_punct and not t.is_space), second.root)
    if opening.lower_ not in lexicon("disputes")["contrast"] or is_negated(first) == is_negated(second):
        return None
    shared = first.subject_keys & second.subject_keys
    quoted = any(s.fact.text.startswith("“") for s in (first, second))
    plain = not any(s.claim.matrix or _asks_or_may(s) for s in (first, second))
    return (
        Opposition(first, second, "contradiction", "truth")
        if shared and plain and not quoted and beside(first, second)
        else None
    )


def _when_and_where(first: Statement, second: Statement) -> Opposition | None:
    """Two times, or two places, of the one thing that happened: "started in a kitchen", "started in the attic"."""
    if first.fact.source == second.fact.source or not same_subject(first, second) or not _is_single(first):
        return None
    lemma = first.root.lemma_.lower()
    if lemma != second.root.lemma_.lower() or lemma not in lexicon("disputes")["happening"]:
        return None
    if any(is_negated(s) or _asks_or_may(s) or s.claim.matrix for s in (first, second)):
        return None
    times = [s.fact.when.date or s.fact.when.text if s.fact.when is not None else None for s in (first, second)]
    spots = [_spots(s) for s in (first, second)]
    if all(times) and times[0] != times[1] and spots[0] == spots[1]:
        return Opposition(first, second, "contradiction", "time")
    if times[0] == times[1] and len(spots[0]) == len(spots[1]) == 1 and spots[0] != spots[1]:
        return Opposition(first, second, "contradiction", "place")
    return None


def _is_single(statement: Statement) -> bool:
    """Whether its subject is one known thing: "the fire", "Flight 17"; not "fires"."""
    subject = statement.subject
    known = subject is not None and any(c.lower_ in ("the", "this", "that") for c in subject.children)
    return subject is not None and subject.tag_ in ("NN", "NNP") and (known or subject.pos_ == "PROPN")


def _spots(statement: Statement) -> list[str]:
    """The places its predicate names, by their nouns."""
    phrases = (c for c in statement.root.children if c.dep_ == "prep" and c.lower_ in lexicon("disputes")["spots"])
    nouns = (c for p in phrases for c in p.children if c.dep_ == "pobj" and c.ent_type_ not in ("DATE", "TIME"))
    return [c.lemma_.lower() for c in nouns]


def _cause_named(first: Statement, second: Statement) -> Opposition | None:
    """Two explanations of the same thing: "the fire was an accident", "the fire was arson"."""
    if first.fact.source == second.fact.source or not same_subject(first, second) or not _is_single(first):
        return None
    named = [_attribute(s) for s in (first, second)]
    causes = lexicon("disputes")["causes"]
    if any(n not in causes for n in named) or named[0] == named[1] or any(is_negated(s) for s in (first, second)):
        return None
    return Opposition(first, second, "explanation", "truth")


def _attribute(statement: Statement) -> str | None:
    if statement.root.lemma_ != "be" or _asks_or_may(statement):
        return None
    return next((c.lemma_.lower() for c in statement.root.children if c.dep_ == "attr"), None)


def _blame(first: Statement, second: Statement) -> Opposition | None:
    """Two that blame different ones for the same, or each other."""
    blaming = lexicon("disputes")["blaming"]
    if any(s.root.lemma_.lower() not in blaming or not s.claim.matrix for s in (first, second)):
        return None
    if second.paragraph - first.paragraph > 2:
        return None
    blamed = [_blamed(s) for s in (first, second)]
    mutual = bool(blamed[0] & second.party) and bool(blamed[1] & first.party)
    causes = [_cause(s) for s in (first, second)]
    same = bool(causes[0]) and causes[0] == causes[1] and not blamed[0] & blamed[1]
    return Opposition(first, second, "explanation", "blame") if mutual or same else None


def _blamed(statement: Statement) -> set[str]:
    objects = [c for c in statement.root.children if c.dep_ == "dobj"]
    return {key for t in objects for key in keys_of(t, statement.material)}


def _cause(statement: Statement) -> str:
    for token in statement.words:
        if token.dep_ == "prep" and token.lower_ == "for":
            return " ".join(t.lemma_.lower() for t in token.subtree if t.pos_ in ("NOUN", "PROPN"))
    return ""


def _explicit(first: Statement, second: Statement) -> Opposition | None:
    """A claim that says itself that it goes against someone: "contrary to the ministry", "contradicted the police"."""
    if second.sentence - first.sentence > 3 or first.claim.matrix or first.fact.source == ARTICLE:
        return None
    opening = [t for t in second.root.sent if t.lower_ == "contrary" and t.i < second.root.i]
    for token in (second.root, *opening):
        if token.lemma_.lower() in ("contradict", "contrary"):
            named = {
                k for t in token.subtree if t.dep_ in ("pobj", "dobj", "poss") for k in keys_of(t, second.material)
            }
            if named & first.party:
                return Opposition(first, second, "contradiction", "account")
    return None


def _done(first: Statement, second: Statement) -> Opposition | None:
    """What one says was done and another says was not: "fired rockets", "no missile had been launched"."""
    if ARTICLE in (first.fact.source, second.fact.source) or not beside(first, second):
        return None
    if any(s.fact.text.startswith("“") for s in (first, second)):
        return None
    against = one_denies_the_deed(first, second) or one_says_it_failed(first, second)
    return Opposition(first, second, "contradiction", "truth") if against else None


_RULES = (_counts, _truth, _done, _cause_named, _beyond, _but, _when_and_where, _blame, _explicit)
"""Each tells whether two statements stand against each other, and on what."""
