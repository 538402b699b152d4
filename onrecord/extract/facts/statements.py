"""Facts as they meet in a dispute: who says each, and whom and what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from onrecord.model import ARTICLE, Fact

from ..lexicons import lexicon
from .claims import Claim
from .denying import denial_of
from .material import Material

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "agent", "poss", "appos", "conj", "attr"})


@dataclass(frozen=True)
class Statement:
    """A fact, the claim it was made of, and the number of its sentence and paragraph in the article."""

    claim: Claim
    fact: Fact
    sentence: int
    paragraph: int
    material: Material

    @property
    def root(self) -> Token:
        """The predicate."""
        return self.claim.clause.root

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The words of its clause, its subject included, in text order."""
        clause = self.claim.clause
        return tuple(sorted({*clause.subject, *clause.shared, *clause.words}, key=lambda t: t.i))

    @cached_property
    def subject(self) -> Token | None:
        """The head of its subject."""
        heads = (t for t in self.words if t.dep_ in ("nsubj", "nsubjpass") and t.i < self.root.i)
        return next((t for t in heads if t.head.i in {self.root.i, self.root.head.i}), None)

    @cached_property
    def own_keys(self) -> frozenset[str]:
        """By what its subject is known."""
        return frozenset(keys_of(self.subject, self.material)) if self.subject is not None else frozenset()

    @cached_property
    def described(self) -> frozenset[str]:
        """The words that describe its subject."""
        below = self.subject.children if self.subject is not None else ()
        return frozenset(c.lemma_.lower() for c in below if c.dep_ in ("amod", "compound", "poss"))

    @cached_property
    def subject_keys(self) -> frozenset[str]:
        """By what its subject is known, and what stands beside it: "the club's manager, Gareth Pugh"."""
        if self.subject is None:
            return frozenset()
        heads = (self.subject, *(c for c in self.subject.children if c.dep_ in ("appos", "conj")))
        return frozenset(key for t in heads for key in keys_of(t, self.material))

    @cached_property
    def party(self) -> frozenset[str]:
        """Who stands behind it: its source; where the clause itself names who denies or blames, its subject."""
        keys = set()
        if self.fact.source != ARTICLE:
            keys |= {self.fact.source, _key(self.material.actor[self.fact.source].name.split()[-1])}
        if self.subject is not None and self.subject.dep_ == "nsubj" and self._takes_sides:
            keys |= keys_of(self.subject, self.material)
        return frozenset(keys)

    @property
    def _stands_accused(self) -> bool:
        return self.root.lemma_ == "stand" and any(c.lower_ == "accused" for c in self.root.children)

    @property
    def _takes_sides(self) -> bool:
        """Whether its subject is one who denies or accuses."""
        if self.claim.matrix:
            return True
        answers = denial_of(self.root) is not None or (self.accuses and not self._stands_accused)
        return self.fact.source == ARTICLE and answers

    @cached_property
    def about(self) -> frozenset[str]:
        """Whom and what it names, other than as its own source."""
        keys = set(self.fact.actors)
        for token in self.words:
            if token.dep_ in _ARGUMENTS and token.pos_ in ("NOUN", "PROPN"):
                keys |= keys_of(token, self.material)
        return frozenset(keys - self.party) if self.claim.matrix else frozenset(keys)

    @cached_property
    def accuses(self) -> bool:
        """Whether it holds something against someone."""
        attribution, lemmas = self.claim.attribution, lexicon("disputes")["accusing"]["verbs"]
        if any(c.dep_ == "neg" for c in self.root.children) and self.root.lemma_.lower() in lemmas:
            return False
        if attribution is not None and attribution.sense == "accuse":
            return True
        return (
            self._stands_accused
            or self.root.lemma_.lower() in lemmas
            or any(t.lemma_.lower() == "allegedly" for t in self.words)
        )


def keys_of(token: Token, material: Material) -> set[str]:
    """By what a word's referent is known: the id of the actor it names, or its head noun."""
    named = set(material.actors_at.get(token.i, ()))
    return named | ({_key(token.lemma_)} if token.pos_ in ("NOUN", "PROPN") else set())


def _key(word: str) -> str:
    return f"={word.lower()}"


def beside(first: Statement, second: Statement) -> bool:
    """Whether nothing says that the two are of another time or place, and neither is still to come."""
    times = [s.fact.when.date for s in (first, second) if s.fact.when is not None and s.fact.when.date]
    places = [set(s.fact.where) for s in (first, second) if s.fact.where]
    planned = any(s.fact.certainty == "planned" for s in (first, second))
    return not planned and len(set(times)) < 2 and (len(places) < 2 or bool(places[0] & places[1]))


def same_subject(first: Statement, second: Statement) -> bool:
    """Whether both have the same subject: the same actor, or the same noun told with no other description."""
    if first.subject is None or second.subject is None:
        return False
    if first.own_keys.isdisjoint(second.own_keys):
        return False
    told = first.described, second.described
    return told[0] == told[1] or not told[0] or not told[1]
