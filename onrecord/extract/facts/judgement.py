"""What is a judgement, and not an observation: the writer's own, or that of someone whose trade it is to judge."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from onrecord.model import Actor, Role

from ..lexicons import lexicon
from .claims import Claim
from .clauses import Clause
from .predicates import head_of


def is_judgement(
    words: Sequence[Token], claim: Claim, *, role: Role | None, source: Actor | None, named: Callable[[Token], bool]
) -> bool:
    """Whether the clause says what something means or is worth, rather than what happened.

    Three signs suffice anywhere: a thing that "suggests" or "raises questions", a set phrase ("amounts to"), and "a
    sign that". Words of value ("crucial", "ironically") count only where the sentence evaluates, or where an analyst
    speaks. `named` tells whether a word names an actor: what a person signals is an act.
    """
    if claim.matrix:
        return False
    if _draws(claim.clause, named) or _phrased(words) or _is_sign(claim.clause.root):
        return True
    trade = source is not None and is_judge(source)
    if role != "evaluation" and not trade:
        return False
    return _values(words, claim.clause.root)


def is_judge(actor: Actor) -> bool:
    """Whether someone's trade is to judge: an analyst, a professor, experts."""
    judges = lexicon("certainty")["judgement"]["judges"]
    said = f"{actor.name} {actor.role or ''} {actor.title or ''}".lower().replace(",", " ").split()
    return any(word in judges or word.removesuffix("s") in judges for word in said)


def reserving(claim: Claim) -> Token | None:
    """The verb that draws a meaning with a reservation: "suggests", "indicates"; else None."""
    root = claim.clause.root
    return root if root.lemma_.lower() in lexicon("certainty")["judgement"]["reserved"] else None


def _draws(clause: Clause, named: Callable[[Token], bool]) -> bool:
    root = clause.root
    names, lemma = lexicon("certainty")["judgement"], root.lemma_.lower()
    subject = _subject(root) or head_of(clause.subject)
    if subject is None or named(subject) or _is_someone(subject):
        return False
    if lemma in names["own"]:
        return any(c.dep_ in ("dobj", "ccomp", "prep") for c in root.children)
    nouns = names["pairs"].get(lemma, ())
    return any(c.dep_ in ("dobj", "dative", "prep") and _meets(c, nouns) for c in root.children)


def _subject(root: Token) -> Token | None:
    """The subject of a predicate, or of the one it is joined to."""
    own = next((c for c in root.children if c.dep_ in ("nsubj", "csubj")), None)
    if own is None and root.dep_ == "conj" and root.head.pos_ in ("VERB", "AUX"):
        return _subject(root.head)
    return own


def _is_someone(subject: Token) -> bool:
    """Whether a subject is people: what they signal or raise is an act, not a meaning."""
    if subject.lower_ in ("he", "she", "they", "we", "i", "you", "who", "some", "many", "others"):
        return True
    human = (*lexicon("harm")["human"], *lexicon("facts")["people"], *lexicon("certainty")["judgement"]["judges"])
    return subject.ent_type_ in ("PERSON", "NORP") or subject.lemma_.lower() in human


def _meets(child: Token, nouns: Sequence[str]) -> bool:
    own = child if child.dep_ != "prep" else next((c for c in child.children if c.dep_ == "pobj"), child)
    return own.lemma_.lower() in nouns


def _phrased(words: Sequence[Token]) -> bool:
    if any(t.lemma_ == "amount" and any(c.like_num for c in t.subtree) for t in words):
        return False
    line = f" {' '.join(t.lower_ for t in words)} "
    return any(f" {phrase} " in line for phrase in lexicon("certainty")["judgement"]["phrases"])


def _is_sign(root: Token) -> bool:
    """Whether something is said to be "a sign that", "a blow to", "the latest test of" something."""
    if root.lemma_ not in ("be", "become", "remain", "represent", "mark", "constitute"):
        return False
    for noun in root.children:
        if noun.dep_ in ("attr", "dobj") and noun.lemma_.lower() in lexicon("certainty")["judgement"]["nouns"]:
            existing = any(c.dep_ == "expl" for c in root.children)
            opened = any(c.dep_ in ("prep", "acl", "relcl") for c in noun.children)
            return opened and not existing and not any(c.lower_ == "no" for c in noun.children)
    return False


def _values(words: Sequence[Token], root: Token) -> bool:
    names = lexicon("certainty")["judgement"]
    own = (t for t in words if t.head.i == root.i or t.head.head.i == root.i or t.i == root.i)
    for token in own:
        if token.lower_ in names["adjectives"] and token.dep_ in ("acomp", "attr", "oprd", "amod", "conj"):
            return True
        if token.lower_ in names["adverbs"] and token.pos_ == "ADV":
            return True
        if token.tag_ in ("JJS", "RBS") and root.lemma_ == "be":
            return True
    return root.lemma_ == "mean" and any(c.dep_ in ("ccomp", "dobj") for c in root.children)
