"""What a match is counted from: the story so far, the tense around it, the words right beside it."""

from __future__ import annotations

import re

from spacy.tokens import Token

from onrecord.model import Span

from ..lexicons import lexicon
from ..reading import Reading
from .kinds import Match, meaning_of
from .meaning import Anchor
from .story import Story, results
from .tense import Outlook, outlook

_CLOCKS = frozenset({"clock", "clock24", "military", "oclock", "noon", "told_part"})
_OVER = frozenset({"after", "following", "since", "over", "despite", "amid", "about", "from"})
"""Words before what has happened: "will appear in court after his arrest on Monday"."""
_DAYS = frozenset({"weekday", "today", "month_day", "day_month", "iso"})


def seen_at(reading: Reading, match: Match) -> Outlook:
    """The tense around a match, and the side of now it looks to.

    Words right beside it can say more than the verb: "Friday's ruling" is over, "until Friday to reply" is to come.
    """
    start, end = match[1].span()
    tokens = reading.tokens(Span(start, end))
    seen = outlook(tokens.root) if tokens is not None else Outlook(None, None)
    before, after = reading.plain[max(0, start - 24) : start], reading.plain[end : end + 12]
    if re.search(r"\b(?:ended|dated|since(?: at least| about)?)\s+$", before, re.IGNORECASE):
        return Outlook(seen.tense or "past", False)
    if re.search(r"\b(?:until|till|by)\s+$", before) and re.match(r" to [a-z]", after):
        return Outlook("future", True)
    owner = _owner(tokens.root, seen) if tokens is not None and match[0].name in _DAYS else None
    return seen if owner is None else Outlook(seen.tense, seen.ahead is True and _is_to_be_held(owner))


def _owner(day: Token, seen: Outlook) -> Token | None:
    """What a day belongs to as its property, not the verb's: "Friday's match", "the attack on Friday will"."""
    if day.dep_ == "poss":
        return day.head
    noun = day.head.head if day.dep_ == "pobj" else day.head
    if noun.pos_ not in ("NOUN", "PROPN") or day.i < noun.i:
        return None
    over = noun.dep_ == "pobj" and noun.head.lower_ in _OVER
    told = noun.pos_ == "NOUN" and seen.tense == "present" and noun.lemma_.lower() not in lexicon("times")["held"]
    return noun if over or told or noun.dep_ in ("nsubj", "nsubjpass") else None


def _is_to_be_held(owned: Token) -> bool:
    """Whether what a day owns is still to be: "Friday's vote will", "will sing at Friday's match".

    What somebody will undo or appeal, Monday's ruling, has happened, and so has Monday's attack that will cost votes.
    """
    if owned.dep_ == "pobj" and owned.head.lower_ in ("during", "at", "in", "for", "on"):
        return True
    return owned.dep_ in ("nsubj", "nsubjpass") and owned.lemma_.lower() in lexicon("times")["held"]


def anchor_of(reading: Reading, match: Match, story: Story, *, seen: Outlook, following: list[Match]) -> Anchor:
    """Everything that the resolver of a match may count from. `following` are the matches right behind it."""
    start, end = match[1].span()
    before, quarter = reading.plain[max(0, start - 8) : start], story.quarter(start)
    compared = quarter and results().search(reading.plain, max(0, start - 220), min(len(reading.plain), end + 120))
    return Anchor(
        story.day,
        seen.ahead,
        seen.tense,
        told=story.told(start),
        told_day=story.told_day(start),
        beside=_beside(reading, match, story, following) if match[0].name in _CLOCKS else None,
        results=quarter if compared else None,
        quarter=quarter,
        ended=bool(re.search(r"\bended\s+$", before)),
        since=bool(re.search(r"\b(?:since|from)\s+$", before)),
        day_first=story.day_first,
    )


def _beside(reading: Reading, match: Match, story: Story, following: list[Match]) -> str | None:
    """The day that a time of day belongs to: the next one in its sentence, else the last one told just before."""
    start, end = match[1].span()
    for other in following:
        gap = re.sub(r"[ap]\.m\.", "", reading.plain[end : other[1].start()])
        if re.search(r"\([^)]*(?:GMT|UTC)[^)]*$", gap):
            break  # "6:47 a.m. (2247 GMT Saturday)": the day in brackets is Greenwich's.
        if other[0].name in _DAYS and other[1].start() >= end and len(gap) < 40 and not re.search(r"[.;!?]\s", gap):
            seen = seen_at(reading, other)
            meaning = meaning_of(other, Anchor(story.day, seen.ahead, seen.tense))
            return meaning.value[:10] if meaning and meaning.value and len(meaning.value) >= 10 else None
    told = story.told_day(start)
    last = story.found[-1] if story.found else None
    near = told and last and "\n\n" not in reading.text[last.span[1] : start]
    return told.isoformat() if told and near else None
