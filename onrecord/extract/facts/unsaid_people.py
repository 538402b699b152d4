"""Gaps about people: who the dead are, and who the sources without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Actor, Gap

from ..lexicons import lexicon
from ..reading import is_word
from .inquiry import Inquiry

FEW_DEAD = 20
"""Of more dead than this no reader expects every name."""
UNNAMED_DEAD = ("court", "war", "study")
"""Fields in which no reader expects the names of all dead."""
WEIGHTY = 2
"""Facts that rest on a source whom a reader would like to know."""
_OPENING = re.compile(
    r"^(the|a|an|one|some|two|three|four|five|several|other|another|many|most|even|few|both) ", re.IGNORECASE
)
NAMED = 3
"""Most unnamed sources that one question names."""


def victims(inquiry: Inquiry) -> Iterator[Gap]:
    """Who the dead are, where they are few and none has a name."""
    named = any(event.victims for event in inquiry.material.findings.events)
    if named or inquiry.has(lexicon("gaps")["victims"]["answered"]) or inquiry.field in UNNAMED_DEAD:
        return
    for one in inquiry.core:
        event = one.event
        for count in event.casualties if event is not None and event.mode == "happened" and not event.earlier else ():
            if count.effect == "death" and isinstance(count.value, int) and 1 < count.value <= FEW_DEAD:
                yield Gap(question=f"Who are the {_spelled(count.value, count.of)} who died?", facts=(one.fact.id,))


def unnamed(inquiry: Inquiry) -> Iterator[Gap]:
    """Who the sources without a name are, all in one question: those who want none, and those on whom much rests."""
    facts: dict[str, list[str]] = {}
    for one in inquiry.every:
        actor = inquiry.material.actor.get(one.fact.source)
        if actor is not None and (_is_vague(actor) or (actor.kind == "unnamed" and _is_someone(actor.name))):
            facts.setdefault(_told(actor, inquiry), []).append(one.fact.id)
    telling = {*_hidden(inquiry), *lexicon("gaps")["weighty"]} - {"officials"}
    weighty = {name: ids for name, ids in facts.items() if " " in name or len(ids) >= WEIGHTY or name in telling}
    if not weighty:
        return
    names = [f"the {name}" for name in weighty]
    told = names if len(names) <= NAMED + 1 else [*names[:NAMED], f"{len(names) - NAMED} more"]
    listed = f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else told[0]
    plural = len(names) > 1 or _is_plural(names[0])
    ids = tuple(id for those in weighty.values() for id in those)
    comma = "," if len(names) > 1 else ""
    yield Gap(question=f"Who {'are' if plural else 'is'} {listed}{comma} whom the article does not name?", facts=ids)


def _hidden(inquiry: Inquiry) -> set[str]:
    """Those who asked for their names to be left out."""
    return {_told(a, inquiry) for a in inquiry.material.actors if a.kind == "unnamed" and a.anonymity}


def _told(actor: Actor, inquiry: Inquiry) -> str:
    """What an unnamed source is called, without an article and in lower case but for names."""
    name = _OPENING.sub("", actor.name)
    mentions = (span for span, found in inquiry.material.mentions if found.id == actor.id)
    tokens = [t for span in mentions for t in inquiry.material.reading.tokens(span) or ()]
    first = next((t for t in tokens if t.text == name.split()[0]), None)
    if first is None:
        common = is_word(name.split()[0].lower())
    else:
        named = first.pos_ == "PROPN" or first.ent_type_ in ("NORP", "GPE", "ORG", "PERSON")
        common = not named or (bool(first.is_sent_start) and not first.ent_type_ and is_word(first.lower_))
    return name[:1].lower() + name[1:] if common and not name[:2].isupper() else name


def _is_vague(actor: Actor) -> bool:
    """Whether a source is only a kind of people whose word counts: "critics", "senior aides"."""
    last = actor.name.split()[-1].lower()
    return actor.kind in ("unnamed", "group") and last in lexicon("gaps")["weighty"] and len(actor.name.split()) <= 4


def _is_someone(name: str) -> bool:
    """Whether a source that is not named is someone who could be: an official, not a poll, a crowd or the public."""
    words = {w.lower() for w in re.findall(r"[^\W\d_]+", name)}
    people, crowd = lexicon("facts")["people"], lexicon("gaps")["crowds"]
    singular = {w.removesuffix("s") for w in words} | words
    return bool(singular & set(people)) and not singular & set(crowd) and len(words) <= 8


def _is_plural(name: str) -> bool:
    """Whether a name is of several.

    >>> _is_plural("the aides to the mayor"), _is_plural("the senior official"), _is_plural("the U.S. officials")
    (True, False, True)
    """
    head = re.split(r" (?:of|to|at|in|with|from|for|close|familiar|who|on|by|there|here)\b", name)[0].split()[-1]
    return (head.endswith("s") and not head.endswith("ss")) or head in ("people", "police")


def _spelled(number: int, of: str | None) -> str:
    """A number of people, in words up to ten; who they are where the article says so in the plural.

    >>> _spelled(3, None), _spelled(14, "police officers")
    ('three people', '14 police officers')
    """
    words = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    plural = of is not None and len(of.split()) <= 3 and of.endswith("s")
    return f"{words[number - 2] if number <= len(words) + 1 else number} {of if plural else 'people'}"
