"""Gaps about the other side: what the accused says, and whether anyone without a stake confirms a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import ARTICLE, Actor, Gap

from ..lexicons import lexicon
from .inquiry import Inquiry
from .placed import Placed
from .wondering import phrase

PEOPLE = ("killed", "wounded", "injured")


def confirmation(inquiry: Inquiry) -> Iterator[Gap]:
    """Whether anyone but a party to the fight confirms what it says was destroyed, hit or taken."""
    rule = lexicon("gaps")["confirm"]
    if inquiry.has(rule["answered"]):
        return
    # What is counted first: "destroyed five depots" says more than "hit targets".
    for one in sorted(inquiry.every, key=lambda o: not any(q.value is not None for q in o.fact.quantities)):
        actor = inquiry.material.actor.get(one.fact.source)
        done = rule["verbs"].get(one.root.lemma_.lower())
        claimed = one.fact.certainty in ("attributed", "hedged")
        if actor is None or done is None or not claimed or not _is_party(actor, one):
            continue
        if any(c.dep_ == "neg" for c in one.root.children) or (done in PEOPLE and not _is_toll(one)):
            continue
        if one.role not in ("history", "evaluation") and not _is_shared(one, inquiry):
            who = "else" if actor.kind == "document" else f"but {_the(actor)}"
            yield Gap(question=f"Does anyone {who} confirm {_what(one, done)}?", facts=(one.fact.id,))
            return


def reply(inquiry: Inquiry) -> Iterator[Gap]:
    """What someone accused says to it, where nobody speaks for them and no one is said to answer or be silent."""
    names, voices = lexicon("gaps"), {one.fact.source for one in inquiry.every}
    for one in inquiry.every:
        verb = one.root.lemma_.lower()
        if verb not in names["charging"] or one.tense == "ahead" or one.role == "history" or one.fact.denies:
            continue
        if any(c.dep_ == "neg" for c in one.root.children) or _is_answered(one, inquiry):
            continue
        word = names["replied_to"].get(verb, "accusation")
        for target in _targets(one, inquiry):
            if target.id not in voices and not _spoken_for(target, voices, inquiry):
                yield Gap(question=f"What does {_the(target)} say to the {word}?", facts=(one.fact.id,))


def accusers(inquiry: Inquiry) -> Iterator[Gap]:
    """Who accuses someone who is only said to stand accused."""
    for one in inquiry.every:
        accused = one.root.lemma_ == "accuse" and one.subject is not None and one.subject.dep_ == "nsubjpass"
        stands = one.root.lemma_ == "stand" and " accused " in one.line
        bare = not any(c.dep_ == "agent" for c in one.root.children) and one.fact.source == ARTICLE
        if not (accused or stands) or not bare or one.subject is None or inquiry.field == "court":
            continue
        if re.search(lexicon("gaps")["prosecuted"], inquiry.near(one)):
            continue
        who = phrase(one.subject)
        if who is not None:
            yield Gap(question=f"Who accuses {who}?", facts=(one.fact.id,))


def _is_answered(one: Placed, inquiry: Inquiry) -> bool:
    """Whether an answer, or that there is none, is told where the accusation is or where one accused is named."""
    last = {target.name.split()[-1].lower() for target in _targets(one, inquiry)}
    about = [inquiry.near(one), *(line for line in inquiry.lines if any(name in line for name in last))]
    return any(re.search(pattern, line) for pattern in lexicon("gaps")["silent"] for line in about)


def _is_party(actor: Actor, one: Placed) -> bool:
    """Whether a source is a force, speaks for one, or is of the state whose forces did it."""
    words = set(re.findall(r"[a-z]+", f"{actor.name} {actor.role or ''} {actor.affiliation or ''}".lower()))
    if actor.kind == "armed-group" or words & set(lexicon("gaps")["confirm"]["interested"]):
        return True
    acts = one.subject is not None and one.subject.dep_ == "nsubj"
    return acts and bool({"police", "security", "force"} & one.lemmas) and actor.kind in ("government", "document")


def _is_shared(one: Placed, inquiry: Inquiry) -> bool:
    """Whether someone else tells of the same; the article itself only passes on."""
    return any(
        other.fact.source not in (one.fact.source, ARTICLE)
        and ((other.event is not None and other.event is one.event) or other.root.lemma_ == one.root.lemma_)
        for other in inquiry.every
    )


def _what(one: Placed, done: str) -> str:
    return f"how many were {done}" if _is_toll(one) else f"what was {done}"


def _is_toll(one: Placed) -> bool:
    """Whether it counts people who came to harm."""
    return one.event is not None and any(c.value is not None for c in (*one.event.casualties, *one.event.losses))


def _targets(one: Placed, inquiry: Inquiry) -> list[Actor]:
    """Whom an accusation names as its object: a person or a body that could answer."""
    heads = [c for c in one.root.children if c.dep_ in ("dobj", "nsubjpass")]
    ids = {id for head in heads for id in inquiry.material.actors_at.get(head.i, ())}
    kinds = ("person", "company", "organisation", "government", "armed-group")
    return [inquiry.material.actor[id] for id in sorted(ids) if inquiry.material.actor[id].kind in kinds]


def _spoken_for(target: Actor, voices: set[str], inquiry: Inquiry) -> bool:
    """Whether someone of the same body, or of that name, speaks."""
    last = target.name.split()[-1].lower()
    for id in voices - {ARTICLE}:
        actor = inquiry.material.actor[id]
        about = f"{actor.name} {actor.role or ''} {actor.affiliation or ''}".lower()
        if actor.affiliation == target.id or last in about or target.affiliation == id:
            return True
    return False


def _the(actor: Actor) -> str:
    """A name with the article that it takes: "the Defense Ministry", "Ana Ruiz", "Vantor"."""
    if actor.kind in ("person", "company", "media") or actor.name.lower().startswith(("the ", "a ")):
        return actor.name
    last = actor.name.split()[-1].lower()
    common = last in lexicon("gaps")["common"] or (actor.kind == "armed-group" and last.endswith("s"))
    return f"the {actor.name}" if common and "’s " not in actor.name and "'s " not in actor.name else actor.name
