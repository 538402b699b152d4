"""Every kind of time, in the order in which equally long readings of the same words are preferred."""

from __future__ import annotations

import re
from functools import cache

from ..lexicons import lexicon
from . import clock, counted, dates, days, lengths, periods, quarters, repeated, vague
from .meaning import Anchor, Kind, Meaning, Words
from .shapes import compiled

Match = tuple[Kind, re.Match[str]]

_ROOMS = (dates, days, clock, periods, quarters, counted, repeated, lengths, vague)
_MODIFIER = re.compile(
    r"beginning|start|outset|opening|first|middle|mid|end|close|second|last|latter|early|earlier|late|later"
)


@cache
def kinds() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """Each kind with its pattern, compiled once."""
    return tuple((kind, compiled(kind.pattern)) for room in _ROOMS for kind in room.KINDS)


def meaning_of(match: Match, anchor: Anchor) -> Meaning | None:
    """What a match of a kind means, with the modifier that stands in it; None where it means no time after all."""
    words = _words(match[1])
    meaning = match[0].resolve(words, anchor)
    if meaning is None or meaning.modifier:
        return meaning
    times = lexicon("times")
    found = _MODIFIER.search(words.get("mod", ""))
    modifier = times["modifiers"].get(found[0] if found else "") or times["limits"].get(words.get("limit"))
    return Meaning(meaning.value, meaning.type, modifier, meaning.computed)


def _words(match: re.Match[str]) -> Words:
    """The named parts. One that may stand in either of two places, `rel` and `rel2`, goes by its first name."""
    groups = ((name.rstrip("2"), value) for name, value in match.groupdict().items() if value)
    return {name: re.sub(r"\s+", " ", value).lower() for name, value in groups}
