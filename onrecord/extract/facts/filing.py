"""Which page a fact belongs on, and under which heading it stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from onrecord.model import ARTICLE

from ..lexicons import lexicon
from .headings import field_of, place_of, question_of
from .material import Material
from .placed import Placed
from .warlike import FORCEFUL, is_military, is_warlike

File = Literal["events", "military", "reactions", "background"]
FILES: tuple[File, ...] = ("events", "military", "reactions", "background")
TALK = frozenset({"accusation", "denial", "demand", "threat", "statement", "death", "contest", "other"})
"""Kinds of event that are words, or say too little without what they are part of."""
WORDS = frozenset({"accusation", "denial", "demand", "threat"})
"""Kinds of event that answer or address someone."""
OPINION = frozenset({"evaluation", "expectation", "anecdote"})
EARLY = 5
"""Sentences from the first with a fact on, of which one tells the news where no sentence is known to."""
PLAIN = (None, "say", "show")
"""Senses of a cue that only passes on."""


def filed(facts: Sequence[Placed], material: Material) -> dict[File, tuple[Placed, ...]]:
    """The facts of each file under their headings: what happened in the order told, background by its questions.

    What happened is never empty where there is a fact: then it is what an early sentence tells.
    """
    military, field = is_military(material), field_of(material)
    found: dict[File, list[Placed]] = {name: [] for name in FILES}
    for one in facts:
        found[file_of(one, military=military)].append(one)
    if not found["events"]:
        _with_lead(found)
    found["military"] = [_headed(one, military_heading(one)) for one in found["military"]]
    background = [_headed(one, question_of(one, field)) for one in found["background"]]
    found["background"] = sorted(background, key=lambda one: place_of(one.fact.heading))
    return {name: tuple(held) for name, held in found.items()}


def file_of(one: Placed, *, military: bool) -> File:
    """The file a fact lives in, by its role in the article, its source and what it is about."""
    if is_caption(one):
        return "background"
    if _is_told(one):
        return "events"
    if military and is_warlike(one) and one.sense not in ("deny", "accuse") and _is_matter(one):
        return "military"
    return "reactions" if _is_reaction(one) else "background"


def military_heading(one: Placed) -> str:
    """What a military fact is about: what was hit, who moved, or what there is."""
    names, verb = lexicon("filing"), one.root.lemma_.lower()
    if verb in names["harms"] or (one.event is not None and one.event.type in ("attack", "bombing", "killing")):
        return "Targets and damage"
    moved = verb in names["moves"] or (one.event is not None and one.event.type in ("deployment", "movement"))
    return "Movements and bases" if moved else "Forces and equipment"


def is_caption(one: Placed) -> bool:
    """Whether a fact stands in the words under a picture: it tells what the picture shows, not what happened."""
    said = one.claim.sentence.span.cut(one.material.text)
    return any(re.search(pattern, said) for pattern in lexicon("filing")["captions"])


def _headed(one: Placed, heading: str | None) -> Placed:
    return replace(one, fact=one.fact.model_copy(update={"heading": heading}))


def _is_told(one: Placed) -> bool:
    """Whether a fact tells what happened."""
    real = one.event is None or one.event.mode in ("happened", "alleged")
    told = one.role == "main" or (real and one.role in ("consequence", "previous-event")) or _is_news(one)
    return told and one.fact.certainty != "analysis" and one.sense in PLAIN and not _answers(one)


def _is_news(one: Placed) -> bool:
    """Whether a fact tells of a deed that happened and is the news, whatever its sentence is to the article."""
    event, fact = one.event, one.fact
    if event is None or event.mode != "happened" or event.earlier or one.tense == "pluperfect":
        return False
    if event.type in TALK and not (event.casualties or event.losses):
        return False
    return one.role != "history" and fact.quote is None and fact.certainty not in ("planned", "hedged")


def _is_matter(one: Placed) -> bool:
    """Whether a fact of war tells what was used or done, rather than what someone makes of it."""
    if one.fact.equipment and one.fact.certainty != "analysis":
        return True
    return one.role not in OPINION and bool(one.fact.quantities or one.fact.event in FORCEFUL)


def _is_reaction(one: Placed) -> bool:
    """Whether a fact is what someone makes of the matter, answers or asks for, rather than a matter of its own."""
    fact = one.fact
    if fact.source == ARTICLE:
        return _answers(one)
    actor = one.material.actor.get(fact.source)
    if actor is not None and actor.kind == "document":
        return False
    if one.sense not in PLAIN or fact.quote is not None or _answers(one):
        return True
    if one.role == "history" or _is_notice(one):
        return False
    return one.role in OPINION or fact.certainty == "analysis"


def _is_notice(one: Placed) -> bool:
    """Whether a source only gives notice of what will be, and pledges nothing itself."""
    own = one.subject is not None and one.fact.source in one.material.actors_at.get(one.subject.i, ())
    return one.tense == "ahead" and not own and one.role == "expectation"


def _answers(one: Placed) -> bool:
    """Whether a clause tells that its subject reacts: condemns, declines to comment, calls on someone."""
    someone = one.subject is not None and one.subject.i in one.material.actors_at
    if one.role == "history" or not someone or not (one.fact.source == ARTICLE or one.claim.matrix):
        return False
    spoken = one.event is not None and one.event.type in WORDS
    return one.role != "main" and (spoken or one.root.lemma_.lower() in lexicon("filing")["answers"])


def _with_lead(found: dict[File, list[Placed]]) -> None:
    """Files under what happened the facts of one early sentence: of those, the one that tells most of a deed."""
    every = sorted((o for held in found.values() for o in held if not is_caption(o)), key=lambda one: one.sentence)
    early = [one for one in every if one.sentence < every[0].sentence + EARLY]
    if not early:
        return
    lead = max(early, key=lambda one: (one.event is not None, one.tense != "present", -one.sentence)).sentence
    for name in FILES[1:]:
        found["events"] += [one for one in found[name] if one.sentence == lead and not is_caption(one)]
        found[name] = [one for one in found[name] if one not in found["events"]]
