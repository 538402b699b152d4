"""Gaps about circumstances: the exact spot and day, which place it was, when it is to be, whether anyone checked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.model import Gap

from ..lexicons import lexicon
from .inquiry import Inquiry
from .placed import Placed
from .wondering import asked

AREAS = ("country", "region", "continent", "area")
"""Kinds of places that do not say where exactly."""
WIDE = ("earthquake", "flood", "wildfire", "airstrike", "tornado", "eruption", "riot")
"""Deeds that have no one spot."""
LONG = 16
"""A line of more words makes no good question."""
_SCENES = ("at", "in", "from", "near", "to", "into", "on", "inside", "outside")
_OPENING = (*_SCENES, "by", "with", "for", "after", "under", "if", "when", "as", "while", "it", "they", "he", "she")
_ARTICLES = ("the", "a", "an", "this", "that", "its", "their", "his", "her", "some", "all", "many", "most", "no")


def where(inquiry: Inquiry) -> Iterator[Gap]:
    """Where exactly a deed happened that is placed only in a country or region, with nothing nearer named."""
    places = {place.id: place for place in inquiry.material.places}
    for one, _, noun in inquiry.deeds():
        known = [places[id] for id in one.fact.where if id in places]
        if not known or any(p.kind not in AREAS for p in known) or noun in WIDE:
            continue
        nearer = [p for p in places.values() if p.kind not in AREAS and p.country in (known[0].country, None)]
        if not nearer:
            yield Gap(question=f"Where exactly in {known[0].name} was the {noun}?", facts=(one.fact.id,))


def when(inquiry: Inquiry) -> Iterator[Gap]:
    """On which day something happened that is dated only by its week, month or year."""
    exact = any(one.fact.when is not None and one.fact.when.precision == "day" for one in inquiry.core)
    for one in inquiry.core[:2] if not exact else ():
        time, asks = one.fact.when, lexicon("gaps")["dates"]
        past = one.tense in ("past", "perfect") and one.event is not None and not one.event.earlier
        if time is None or time.relation != "on" or time.precision not in asks or not past:
            continue
        question = asked(asks[time.precision], one)
        if question is not None:
            yield Gap(question=f"{question} The article says “{time.text}”.", facts=(one.fact.id,))


def planned(inquiry: Inquiry) -> Iterator[Gap]:
    """When something is to be that is announced without a date, there or where else it is told of."""
    names = lexicon("gaps")
    for one in inquiry.every:
        fits = one.fact.certainty == "planned" and one.root.lemma_.lower() in names["planned"] and one.fact.when is None
        plain = one.fact.quote is None and not one.claim.clause.below and one.role not in ("evaluation", "history")
        if not fits or not plain or _is_dated(one, inquiry):
            continue
        question = _when_will(one) or asked("When", one, ahead=True)
        if question is not None:
            yield Gap(question=question, facts=(one.fact.id,))


def which(inquiry: Inquiry) -> Iterator[Gap]:
    """Which one of its kind a place is that is only called "a base", "a hospital"."""
    for one in inquiry.core:
        for noun in one.words if _is_scene(one) else ():
            if noun.lower_ in one.fact.text.lower() and _is_unnamed(noun, inquiry):
                told = " ".join(t.text for t in (*(c for c in noun.lefts if c.dep_ in ("compound", "amod")), noun))
                yield Gap(question=f"Which {told} was it?", facts=(one.fact.id,))


def checked(inquiry: Inquiry) -> Iterator[Gap]:
    """Whether anyone without a stake has looked into what one side says and the other denies."""
    sides = {one.fact.id: one for one in inquiry.every}
    for dispute in inquiry.disputes:
        about = " ".join(inquiry.near(sides[id]) for id in dispute.facts if id in sides)
        looked = any(re.search(pattern, about) for pattern in lexicon("gaps")["looked_into"])
        plain = re.match(lexicon("gaps")["checkable"], dispute.question) is not None
        if dispute.kind == "denial" and plain and not looked and len(dispute.question.split()) <= LONG - 2:
            yield Gap(question=f"Has anyone without a stake looked into this: {dispute.question}", facts=dispute.facts)


def _when_will(one: Placed) -> str | None:
    """The printed line as a question: of "The company will open a plant." when the company will."""
    subject, will, rest = one.fact.text.rstrip(".").partition(" will ")
    first = subject.split()[0].lower()
    told = rest.startswith(("not ", "never ")) or "“" in one.fact.text or "," in subject
    if not will or told or first in _OPENING or len(one.fact.text.split()) > LONG:
        return None
    return f"When will {_inside(subject, one)} {rest}?"


def _inside(subject: str, one: Placed) -> str:
    """The subject of a line as it stands inside a sentence: in lower case but for names, "the" put back."""
    first = subject.split()[0]
    names = {word for actor in one.material.actors for word in actor.name.split()}
    if first.lower() in _ARTICLES:
        return subject[:1].lower() + subject[1:]
    if first in names or (one.subject is not None and one.subject.pos_ == "PROPN"):
        return subject
    bare = one.subject is not None and one.subject.tag_ in ("NN", "PRP") and not first.endswith("s")
    return f"{'the ' if bare else ''}{subject[:1].lower()}{subject[1:]}"


def _is_dated(one: Placed, inquiry: Inquiry) -> bool:
    """Whether a time stands in the sentences around a fact, or in any that has its verb."""
    verb = one.root.lemma_.lower()[:4]
    about = [inquiry.near(one), *(line for line in inquiry.lines if verb in line)]
    return any(re.search(pattern, line) for pattern in lexicon("gaps")["dated"] for line in about)


def _is_unnamed(noun: Token, inquiry: Inquiry) -> bool:
    """Whether a place is one of many by its article, and none of its kind is named in the whole article."""
    if noun.lower_ not in lexicon("gaps")["which"] or noun.dep_ != "pobj" or noun.head.lower_ not in _SCENES:
        return False
    if not any(c.lower_ in ("a", "an") for c in noun.children):
        return False
    known = [*(p.name for p in inquiry.material.places), *(a.name for a in inquiry.material.actors)]
    names = {w.lower() for name in known for w in name.split()}
    told = any(c.pos_ == "PROPN" or c.dep_ in ("relcl", "acl") for c in noun.children)
    return not told and noun.lower_ not in names


def _is_scene(one: Placed) -> bool:
    """Whether a fact tells of one past deed, so that the place in it is the place of it."""
    return one.tense in ("past", "perfect") and one.event is not None and one.event.mode == "happened"
