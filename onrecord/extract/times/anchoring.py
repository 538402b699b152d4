"""What a match is counted from: the story so far, the tense around it, the words right beside it."""

from __future__ import annotations

import re

from onrecord.model import Span

from ..reading import Reading
from .kinds import Match, meaning_of
from .meaning import Anchor
from .story import Story, results
from .tense import Outlook, outlook

_CLOCKS = frozenset({"clock", "clock24", "military", "oclock", "noon", "told_part"})
_DAYS = frozenset({"weekday", "today", "month_day", "day_month", "iso"})


def seen_at(reading: Reading, match: Match) -> Outlook:
    """The tense around a match, and the side of now it looks to.

    Words right beside it can say more than the verb: "Friday's ruling" is over, "until Friday to reply" is to come.
    """
    start, end = match[1].span()
    tokens = reading.tokens(Span(start, end))
    seen = outlook(tokens.root) if tokens is not None else Outlook(None, None)
    before, after = reading.plain[max(0, start - 24) : start], reading.plain[end : end + 12]
    if re.search(r"\b(?:ended|dated|since)\s+$", before, re.IGNORECASE):
        return Outlook(seen.tense or "past", False)
    if re.search(r"\b(?:until|till|by)\s+$", before) and re.match(r" to [a-z]", after):
        return Outlook("future", True)
    if match[0].name in _DAYS and re.match(r"(?:’|')s\b", after):
        subject = tokens is not None and tokens.root.head.dep_ in ("nsubj", "nsubjpass")
        return Outlook(seen.tense, seen.ahead is True and subject)
    return seen


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
