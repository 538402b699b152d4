"""Which page a fact belongs on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from onrecord.model import ARTICLE, Fact, FoundEvent, Role

from ..lexicons import lexicon
from .claims import Claim
from .material import Material, covers

File = Literal["events", "military", "reactions", "background"]
FORCEFUL = frozenset({"attack", "bombing", "clash", "killing", "deployment", "movement"})
"""Kinds of event in which forces act."""
TALK = frozenset({"accusation", "denial", "demand", "threat", "statement", "death", "contest", "other"})
"""Kinds of event that are words, or say too little without what they are part of."""
OPINION = frozenset({"evaluation", "expectation", "anecdote"})
NEEDED = 3
"""Sentences with military words that an article needs to be about something military."""


def is_military(material: Material) -> bool:
    """Whether the article as a whole is about something military, not merely one sentence of it."""
    needed = NEEDED if material.findings.equipment else 2 * NEEDED
    return sum(bool(_military_words(tokens)) for _, tokens in material.reading.sentences) >= needed


def _military_words(tokens: object) -> set[str]:
    words = set(lexicon("facts")["military"])
    return {t.lemma_.lower() for t in tokens} & words  # type: ignore[attr-defined]


def event_of(claim: Claim, material: Material) -> FoundEvent | None:
    """The event that a claim's predicate tells of."""
    events = material.findings.events
    return next((e for e in events if covers((e.span, *e.told), claim.clause.root)), None)


def file_of(
    fact: Fact,
    role: Role | None,
    *,
    military: bool,
    words: set[str],
    sense: str | None,
    event: FoundEvent | None = None,
) -> File:
    """The file a fact lives in, by its role in the article, its source and what it is about.

    `words` are the dictionary forms of its words, `sense` that of its cue, `event` what its predicate tells of.
    """
    warlike = military and bool(words & set(lexicon("facts")["military"]) or fact.equipment)
    real = event is None or event.mode in ("happened", "alleged")
    told = role == "main" or (real and role in ("consequence", "previous-event")) or _is_news(fact, role, event)
    if told and fact.certainty != "analysis" and sense in (None, "say", "show"):
        return "events"
    if warlike and sense not in ("deny", "accuse") and _is_matter(fact, role):
        return "military"
    if fact.source != ARTICLE and (role in OPINION or sense not in (None, "say", "show") or fact.quote is not None):
        return "reactions"
    return "background"


def _is_news(fact: Fact, role: Role | None, event: FoundEvent | None) -> bool:
    """Whether a fact tells of a deed that happened and is the news, whatever its sentence is to the article."""
    if event is None or event.mode != "happened" or event.earlier:
        return False
    if event.type in TALK and not (event.casualties or event.losses):
        return False
    return role != "history" and fact.quote is None and fact.certainty not in ("planned", "hedged")


def _is_matter(fact: Fact, role: Role | None) -> bool:
    """Whether a fact of war tells what was used or done, rather than what someone makes of it."""
    if fact.equipment and fact.certainty != "analysis":
        return True
    return role not in OPINION and bool(fact.quantities or fact.event in FORCEFUL)


def heading_of(role: Role | None, file: File, words: set[str]) -> str | None:
    """The heading under which a fact stands on its page; None where the page has none."""
    names = lexicon("facts")
    if file == "background":
        return str(names["headings"][role or "current-context"])
    if file != "military":
        return None
    if words & set(names["harms"]):
        return "Targets and damage"
    return "Movements and bases" if words & set(names["moves"]) else "Forces and equipment"


def words_of_claim(words: Sequence[object]) -> set[str]:
    """Dictionary forms of a claim's words."""
    return {w.lemma_.lower() for w in words}  # type: ignore[attr-defined]
