"""Which step of a court case a clause tells, and of whom: charge, plea, hearing, demand, verdict, sentence, appeal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.model import Stage

from ..lexicons import lexicon
from .placed import Placed
from .predicates import object_of

_KINDS = ("person", "company", "organisation")
_LOOSE = frozenset({"accuse", "deny"})
RANKS: tuple[Stage, ...] = ("charge", "plea", "hearing", "demand", "verdict", "sentence", "appeal")
"""The order of a trial."""


class Told(NamedTuple):
    """A step as one fact tells it; without an actor where its words name nobody: "a former mayor was convicted"."""

    stage: Stage
    actor: str | None
    one: Placed
    in_court: bool = False
    """Whether it is one only where a court is at work: elsewhere, too, people are accused of things and deny them."""


def step_of(one: Placed) -> Told | None:
    """The step that the fact's predicate tells of; None where it tells none, may only come, or is of nobody sure."""
    root, names = one.root, lexicon("topics")["courts"]
    helpers = [*one.claim.clause.shared, *root.children]
    if any(c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in names["may"]) for c in helpers):
        return None
    if one.fact.certainty == "analysis" or any(c.dep_ == "mark" and c.lower_ == "if" for c in root.children):
        return None
    for stage, accused in _readings(one):
        if one.fact.certainty != "planned" or stage == "appeal":
            actor = _actor(one, accused) if accused is not None else None
            return Told(stage, actor, one, one.root.lemma_.lower() in _LOOSE)
    return None


def _readings(one: Placed) -> Iterator[tuple[Stage, Token | None]]:
    """What the predicate can be, and the word for whom it is done to or does it."""
    root, subject = one.root, _subject(one)
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in root.children)
    whom = subject if passive else object_of(root)
    if whom is not None:
        yield from ((stage, whom) for stage in _done_to(one))
    if passive and _is_now_accused(root):
        yield "charge", subject
    if subject is not None and not passive:
        yield from _does(one, subject)
        yield from _appeals(one, subject)


def _done_to(one: Placed) -> Iterator[Stage]:
    """What is done to somebody: charged, found guilty, sentenced, brought before a judge."""
    root, names = one.root, lexicon("topics")["courts"]
    verb = root.lemma_.lower()
    if verb in names["charging"] and any(_has(root, word) for word in names["charged"]):
        yield "charge"
    if verb in names["judging"] or (verb == "find" and _is_found(root)) or (verb == "clear" and _has(root, "of")):
        yield "verdict"
    if (verb in names["sentencing"] and _has(root, "to")) or (verb in names["confining"] and _is_long(one)):
        yield "sentence"
    if verb == "fine" and _is_of_court(one):
        yield "sentence"
    if verb == "arraign":
        yield "hearing"


def _does(one: Placed, subject: Token) -> Iterator[tuple[Stage, Token | None]]:
    """What somebody does: pleads, denies, appears in court, stands trial."""
    root, names = one.root, lexicon("topics")["courts"]
    verb = root.lemma_.lower()
    guilt = {t.lemma_.lower() for t in root.subtree} & set(names["pleas"])
    if (verb == "plead" and guilt) or (verb == "deny" and object_of(root) is not None):
        yield "plea", subject
    if (verb == "appear" and _is_of_court(one)) or (verb in names["standing"] and _trial(root) is not None):
        yield "hearing", subject
    if verb in names["starting"] and subject.lemma_.lower() == "trial":
        yield "hearing", _owner(subject)


def _is_now_accused(root: Token) -> bool:
    """Whether a clause says what somebody stands accused of now; of who was accused, nobody knows where."""
    now = any(c.dep_ == "auxpass" and c.tag_ in ("VBZ", "VBP") for c in root.children)
    return root.lemma_.lower() == "accuse" and now and _has(root, "of")


def _appeals(one: Placed, subject: Token) -> Iterator[tuple[Stage, Token | None]]:
    root, names = one.root, lexicon("topics")["courts"]
    verb, target = root.lemma_.lower(), object_of(root)
    of_appeal = verb in names["reviewing"] and target is not None and target.lemma_.lower() in names["reviewed"]
    if of_appeal and target is not None and (owner := _owner(target)) is not None:
        yield "appeal", owner
    against = target or next((p for c in root.children if c.lower_ == "against" for p in c.children), None)
    if verb == "appeal" and against is not None and against.lemma_.lower() in names["reviewed"]:
        yield "appeal", subject
    if verb == "appeal" and against is None and any(c.lower_ == "to" and _is_court(c) for c in root.children):
        yield "appeal", subject
    asks = verb in names["asking"] and subject.lemma_.lower() in names["prosecutors"]
    if asks and _is_long(one):
        yield "demand", None


def _actor(one: Placed, word: Token) -> str | None:
    """The one who is accused, where exactly one record is named and the fact is about them."""
    if any(c.dep_ == "conj" for c in word.children) or word.dep_ == "conj":
        return None
    material, about = one.material, (*one.fact.actors, one.fact.source)
    named = material.actors_at.get(word.i, ()) if word.pos_ != "PRON" else _begun_with(one)
    ids = [i for i in named if material.actor[i].kind in _KINDS and i in about]
    return ids[0] if len(ids) == 1 else None


def _begun_with(one: Placed) -> Iterator[str]:
    """Whom the line begins with, where it prints a name for a pronoun."""
    for identifier in dict.fromkeys((*one.fact.actors, one.fact.source)):
        actor = one.material.actor.get(identifier)
        if actor is not None and one.fact.text.startswith((actor.name, *actor.aliases)):
            yield identifier


def _subject(one: Placed) -> Token | None:
    own = next((c for c in one.root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if own is not None and own.tag_ in ("WP", "WDT") and one.root.dep_ == "relcl":
        return one.root.head
    return own if own is not None else one.subject


def _is_found(root: Token) -> bool:
    guilt = lexicon("topics")["courts"]["finding"]
    return any(t.lemma_.lower() in guilt for t in root.children)


def _has(root: Token, preposition: str) -> bool:
    return any(c.dep_ in ("prep", "dative") and c.lower_ == preposition for c in root.children)


def _is_long(one: Placed) -> bool:
    """Whether a length of time, or for life, stands in the fact."""
    units = lexicon("topics")["courts"]["lengths"]
    return any(q.unit in units for q in one.fact.quantities) or "life" in one.nouns


def _is_of_court(one: Placed) -> bool:
    """Whether the clause names a court or a judge."""
    return any(_is_court(c) for c in one.root.children if c.dep_ in ("prep", "agent", "nsubj"))


def _is_court(word: Token) -> bool:
    places = lexicon("topics")["courts"]["places"]
    return any(t.lemma_.lower() in places for t in (word, *word.children))


def _trial(root: Token) -> Token | None:
    """The trial that somebody stands, goes on, or faces."""
    below = (t for c in root.children for t in (c, *c.children))
    return next((t for t in below if t.lemma_.lower() == "trial" and t.dep_ in ("dobj", "pobj", "attr")), None)


def _owner(noun: Token) -> Token | None:
    """Whose something is: "Holt's appeal", "the trial of Konrad Holt"."""
    own = next((c for c in noun.children if c.dep_ == "poss"), None)
    of = (p for c in noun.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj")
    return own if own is not None else next(of, None)
