"""A court case: which of the steps that facts tell belong to the case that is the news."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from onrecord.model import Step

from ..lexicons import lexicon
from .court import RANKS, Told, step_of
from .filing import File, is_caption
from .placed import Placed

LEAD = 2
"""The first sentences with a fact: where the news is a step of a case, one of them tells it."""


def case_of(held: Mapping[File, Sequence[Placed]]) -> tuple[Step, ...]:
    """The steps of the case, in text order; none unless the article opens with one.

    Of those whom it does not open with only what is the news, too: others in the background had trials of their own.
    """
    facts = sorted((one for name in held for one in held[name] if not is_caption(one)), key=lambda one: one.sentence)
    first = sorted({one.sentence for one in facts})[:LEAD]
    in_court = any(_is_in_court(one) for one in facts if one.sentence in first)
    every = [told for one in facts if (told := step_of(one)) and (in_court or not told.in_court)]
    charged = {told.actor for told in every if told.stage == "charge"}
    every = [told for told in every if not told.in_court or told.actor in charged]
    if not in_court and not any(told.one.sentence in first for told in every):
        return ()
    return tuple(dict.fromkeys(_row(told) for told in _kept(every, first, {one.fact.id for one in held["events"]})))


def _kept(every: Sequence[Told], first: Sequence[int], news: Container[str]) -> list[Told]:
    """The steps of those whom the article opens with, those that are news, and what is asked for one alone."""
    lead = {told.actor: told for told in reversed(every) if told.actor and told.one.sentence in first}
    mine = [told for told in every if told.actor in lead and _is_same_case(told, lead[told.actor])]
    loose = [told for told in every if told.in_court and told not in mine]
    others = [told for told in every if told.actor and told.actor not in lead and told.one.fact.id in news]
    named = [told for told in dict.fromkeys((*mine, *others, *loose)) if told.actor]
    accused = {told.actor for told in named}
    asked = [told._replace(actor=next(iter(accused))) for told in every if told.stage == "demand" and len(accused) == 1]
    return sorted((*named, *asked), key=lambda told: told.one.sentence)


def _is_in_court(one: Placed) -> bool:
    """Whether a fact of the lead is told in a court: "a jury was told", "the court heard"."""
    return any(t.lemma_.lower() in lexicon("topics")["courts"]["hearing"] for t in one.root.sent if t.pos_ == "NOUN")


def _row(told: Told) -> Step:
    assert told.actor is not None
    return Step(actor=told.actor, stage=told.stage, fact=told.one.fact.id)


def _is_same_case(told: Told, lead: Told) -> bool:
    """Whether a step of somebody is of the case that the article opens with, not of an earlier one of theirs."""
    if told is lead:
        return True
    held, own = _offences(told), _offences(lead)
    if held and own and not held & own:
        return False
    if RANKS.index(told.stage) < RANKS.index(lead.stage):
        return True
    if told.one.role == "history" or told.one.tense == "pluperfect":
        return False
    when, now = _day(told), _day(lead) or lead.one.material.reading.article.published
    return when is None or now is None or when >= now[: len(when)]


def _day(told: Told) -> str | None:
    when = told.one.fact.when
    return when.date if when is not None else None


def _offences(told: Told) -> set[str]:
    """Nouns of what somebody is charged with, convicted of or sentenced for."""
    return set(_nouns(told)) if told.stage in ("charge", "verdict", "sentence") else set()


def _nouns(told: Told) -> Iterator[str]:
    lengths = lexicon("topics")["courts"]["lengths"]
    for child in told.one.root.children:
        if child.dep_ == "prep" and child.lower_ in ("with", "of", "for", "over"):
            nouns = (t for t in child.subtree if t.pos_ == "NOUN" and t.dep_ in ("pobj", "conj"))
            yield from (t.lemma_.lower() for t in nouns if t.lemma_.lower() not in (*lengths, "count", "charge"))
