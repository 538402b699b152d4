"""Which page a fact belongs on, and under which heading it stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from onrecord.model import ARTICLE

from ..lexicons import lexicon
from .headings import field_of, is_apart, is_unusual, place_of, question_of
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
BEHIND = 30
"""Characters behind a paragraph in which the photographer stands."""
RECENT = 31
"""Days before the publication within which a deed is news."""
HEAD = 3
"""Sentences at the head of an article in which a deed without a date is of now."""
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
    if is_caption(one) or (one.sentence > 0 and is_apart(one)):
        return "background"
    if _is_told(one):
        return "events"
    if is_unusual(one):
        return "background"
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
    """Whether a fact stands in the words under a picture, or in a note to the reader: it tells not what happened."""
    span, text = one.claim.sentence.span, one.material.text
    if any(re.search(pattern, span.cut(text)) for pattern in lexicon("filing")["notes"]):
        return True
    end = text.find("\n", span.end)
    said = text[span.start : (end if end >= 0 else len(text)) + BEHIND]
    opening = re.search(lexicon("filing")["dateline"], text)
    if opening is not None and re.search(lexicon("filing")["credit"], text[span.start : opening.start()]):
        return True
    return any(re.search(pattern, said) for pattern in lexicon("filing")["captions"])


def _headed(one: Placed, heading: str | None) -> Placed:
    return replace(one, fact=one.fact.model_copy(update={"heading": heading}))


def _is_told(one: Placed) -> bool:
    """Whether a fact tells what happened."""
    real = one.event is None or one.event.mode in ("happened", "alleged")
    told = one.role == "main" or (real and one.role in ("consequence", "previous-event")) or _is_news(one)
    told = told or (one.sentence == 0 and one.role != "history") or (_is_report(one) and _is_deed(one))
    judged = one.fact.certainty == "analysis" or _demands(one) or one.fact.text.startswith("“")
    said = one.sense == "promise" or (one.sense is not None and one.sentence == 0)
    vowed = said and one.claim.matrix and one.fact.quote is None
    return told and not judged and (one.sense in PLAIN or vowed) and not _answers(one)


def _demands(one: Placed) -> bool:
    """Whether a source says what should be, or what they think or want, rather than what is."""
    names, root = lexicon("filing"), one.root
    actor = one.material.actor.get(one.fact.source)
    if actor is None or one.claim.matrix:
        return False
    modals = [c for c in (*root.children, *one.claim.clause.shared) if c.dep_ == "aux"]
    if actor.kind == "document":
        return any(m.lower_ in names["ought"] for m in modals)
    return root.lemma_.lower() in names["thinks"] or any(m.lower_ in names["ought"] for m in modals)


def _is_news(one: Placed) -> bool:
    """Whether a fact tells of a deed that happened and is the news, whatever its sentence is to the article."""
    event, fact = one.event, one.fact
    if one.role in ("history", "evaluation") or fact.quote is not None or fact.certainty in ("planned", "hedged"):
        return False
    if event is None or event.mode != "happened" or event.earlier or one.tense == "pluperfect":
        return is_recent(one) and one.tense == "past" and one.role == "current-context" and event is None
    if event.type in TALK and not (event.casualties or event.losses):
        return False
    told = event.type in _main_types(one) or (one.sentence < HEAD and one.tense == "past")
    return is_recent(one) or (fact.when is None and told)


def is_recent(one: Placed) -> bool:
    """Whether a fact is dated within a month of the publication, or by a day of the week."""
    when, published = one.fact.when, one.material.reading.article.published
    if when is None or when.relation in ("since", "until"):
        return False
    if when.date is None or published is None or len(when.date) < len("2016-08-16"):
        return bool(re.search(lexicon("filing")["recent"], when.text.lower()))
    days = (date.fromisoformat(published) - date.fromisoformat(when.date[:10])).days
    return 0 <= days <= RECENT


def is_dated_off(one: Placed) -> bool:
    """Whether a fact is dated outside the month before the publication: of another year, or still to come."""
    when, published = one.fact.when, one.material.reading.article.published
    if when is None or when.date is None or published is None:
        return False
    if len(when.date) == len("2016-08-16"):
        return not is_recent(one)
    return when.date != published[: len(when.date)]


def _main_types(one: Placed) -> set[str]:
    """The kinds of events that the sentences with the main event tell of."""
    sentences = one.material.sentence
    return {e.type for e in one.material.findings.events if sentences[e.sentence].role == "main"}


def _is_deed(one: Placed) -> bool:
    """Whether a report is of a deed of now: dated lately or not at all, and not told as past before the past."""
    event, when = one.event, one.fact.when
    if one.nouns & {"toll", "casualty"} and one.fact.quantities and one.role != "history":
        return True
    if event is None or event.mode != "happened" or event.earlier or event.type in TALK or one.tense != "past":
        return False
    return one.role != "history" and (when is None or is_recent(one))


def _is_matter(one: Placed) -> bool:
    """Whether a fact of war tells what was used or done now, rather than what someone makes of it or did long ago."""
    if one.fact.equipment and one.fact.certainty != "analysis":
        return True
    if one.role == "history" or one.tense == "pluperfect" or (one.event is not None and one.event.earlier):
        return False
    return one.role not in OPINION and bool(one.fact.quantities or one.fact.event in FORCEFUL)


def _is_reaction(one: Placed) -> bool:
    """Whether a fact is what someone makes of the matter, answers or asks for, rather than a matter of its own."""
    fact = one.fact
    if fact.source == ARTICLE:
        return _answers(one)
    quoted = fact.quote is not None or fact.text.startswith("“")
    if one.sense not in PLAIN or quoted or _answers(one) or _demands(one):
        return True
    actor = one.material.actor.get(fact.source)
    if one.sense == "show" or (actor is not None and actor.kind == "document"):
        return False
    if one.role == "history" or _is_notice(one) or _is_report(one):
        return False
    return one.role in OPINION or fact.certainty == "analysis"


def _is_notice(one: Placed) -> bool:
    """Whether a source only gives notice of what will be, and pledges nothing itself."""
    own = one.subject is not None and one.fact.source in one.material.actors_at.get(one.subject.i, ())
    return one.tense == "ahead" and not own and one.role == "expectation"


def _is_report(one: Placed) -> bool:
    """Whether a source reports in the past tense what was done, and neither judges nor answers."""
    fact = one.fact
    if fact.certainty not in ("attributed", "hedged") or fact.denies or fact.contradicts:
        return False
    return one.tense in ("past", "pluperfect") and one.root.lemma_ not in ("be", "feel", "seem", "appear")


def _answers(one: Placed) -> bool:
    """Whether a clause tells that someone reacts: condemns, calls on someone, declines to comment."""
    verb, own = one.root.lemma_.lower(), one.fact.source == ARTICLE or one.claim.matrix
    silent = verb in (*lexicon("filing")["answers"], "reach", "return", "have")
    if own and " comment " in one.line and silent:
        return True
    if one.role in ("history", "main") or not own:
        return False
    subject = one.subject if one.subject is not None and one.subject.dep_ == "nsubj" else None
    kinds = (*lexicon("facts")["people"], *lexicon("filing")["forces"])
    someone = subject is not None and (subject.i in one.material.actors_at or subject.lemma_.lower() in kinds)
    spoken = one.event is not None and one.event.type in WORDS
    if subject is not None and subject.lemma_.lower() in lexicon("filing")["deciding"]:
        return False
    return someone and (spoken or verb in lexicon("filing")["answers"])


def _with_lead(found: dict[File, list[Placed]]) -> None:
    """Files under what happened the facts of one early sentence: of those, the one that tells most of a deed."""
    every = sorted((o for held in found.values() for o in held if not is_caption(o)), key=lambda one: one.sentence)
    early = [one for one in every if one.sentence < every[0].sentence + EARLY]
    if not early:
        return
    lead = max(early, key=lambda one: (not _is_reaction(one), one.event is not None, -one.sentence)).sentence
    for name in FILES[1:]:
        found["events"] += [one for one in found[name] if one.sentence == lead and not is_caption(one)]
        found[name] = [one for one in found[name] if one not in found["events"]]
