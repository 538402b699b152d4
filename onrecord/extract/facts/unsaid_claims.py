"""Gaps about claims: whose word hearsay is, what a figure rests on, how many a poll asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import ARTICLE, Gap, Quantity

from ..lexicons import lexicon
from .inquiry import Inquiry
from .matching import source_noun
from .placed import Placed

_HEARSAY = re.compile(
    r"^(?P<who>.+?) (?:is|are|was|were) (?:widely |now |also )?"
    r"(?:said|believed|thought|reported|rumou?red|understood) to "
    r"(?P<verb>be|have) (?P<what>.+?)\.$"
)
_NOW = {("be", False): "is", ("be", True): "are", ("have", False): "has", ("have", True): "have"}
_POLLS = ("poll", "survey")
LARGE = 1000
"""A smaller count is no figure that someone would have to base on anything."""


def hearsay(inquiry: Inquiry) -> Iterator[Gap]:
    """Who says what is only said to be so: of "players are said to be furious" who says that they are."""
    for one in inquiry.every:
        told = _HEARSAY.match(one.fact.text) if one.fact.source == ARTICLE and one.role != "history" else None
        if told is None or one.subject is None:
            continue
        plural = one.subject.tag_ in ("NNS", "NNPS")
        who = told["who"] if one.subject.pos_ == "PROPN" else told["who"][:1].lower() + told["who"][1:]
        question = f"Who says that {who} {_NOW[told['verb'], plural]} {told['what']}?"
        yield Gap(question=question, facts=(one.fact.id,))


def basis(inquiry: Inquiry) -> Iterator[Gap]:
    """What a figure is based on that one person gives and nothing else in the article bears out."""
    names = lexicon("gaps")
    for one in inquiry.every:
        actor = inquiry.material.actor.get(one.fact.source)
        fits = actor is not None and actor.kind == "person" and one.tense in ("present", "perfect", "past")
        if not fits or actor is None or _is_own(one) or re.search(names["based"], inquiry.near(one)):
            continue
        if {w.lower().strip(",") for w in f"{actor.role or ''} {actor.title or ''}".split()} & set(names["knowing"]):
            continue
        for quantity in one.fact.quantities:
            if _is_figure(quantity) and not _is_repeated(quantity, one, inquiry):
                yield Gap(
                    question=f"What does {actor.name} base the figure of {quantity.text} on?", facts=(one.fact.id,)
                )


def polls(inquiry: Inquiry) -> Iterator[Gap]:
    """How many a poll asked, where its shares are told and its size is not."""
    if inquiry.has(lexicon("gaps")["asked"]):
        return
    for one in (o for o in inquiry.every if o.role != "history"):
        said = next((n for n in _POLLS if n == source_noun(one)), None)
        shares = any(q.unit == "percentage" for q in one.fact.quantities)
        noun = said or next((n for n in _POLLS if n in one.nouns and shares), None)
        if noun is not None:
            yield Gap(question=f"How many people did the {noun} ask?", facts=(one.fact.id,))


def _is_own(one: Placed) -> bool:
    """Whether a source speaks of itself, which it may know: "we have 300 trucks"."""
    own = one.subject is not None and one.fact.source in one.material.actors_at.get(one.subject.i, ())
    return (
        own or bool(re.search(r"\b(I|we|We|our|Our|my|My|us|me)\b", one.fact.text)) or one.fact.certainty == "planned"
    )


def _is_figure(quantity: Quantity) -> bool:
    value = quantity.value
    if not isinstance(value, int | float) or quantity.unit in (None, *lexicon("figures")["times"]):
        return False
    return quantity.unit == "percentage" or value >= LARGE


def _is_repeated(quantity: Quantity, one: Placed, inquiry: Inquiry) -> bool:
    """Whether another fact of another source has the same number."""
    others = (o for o in inquiry.every if o.fact.source != one.fact.source)
    return any(q.value == quantity.value for o in others for q in o.fact.quantities)
