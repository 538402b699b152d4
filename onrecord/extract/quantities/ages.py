"""Ages of people: "Maddon, 66, said", "she will be 35"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Span

from ..reading import Reading

_BESIDE = re.compile(r"(?<=[\w.”\"')]), (?P<age>\d{1,3})(?=,)")
_AGED = re.compile(r"\baged (?P<age>\d{1,3})\b(?! (?:to|and|or|-))", re.IGNORECASE)
OLDEST = 120


def ages(reading: Reading, sentence: Span) -> Iterator[tuple[Span, int]]:
    """Each age in a sentence that stands between commas behind a person's name, or behind "aged"."""
    for pattern in (_BESIDE, _AGED):
        for match in pattern.finditer(reading.plain, *sentence):
            age = int(match["age"])
            named = pattern is _AGED or _is_behind_name(reading, match.start())
            if 0 < age <= OLDEST and named:
                yield Span(*match.span("age")), age


def _is_behind_name(reading: Reading, end: int) -> bool:
    before = reading.tokens(Span(max(0, end - 1), end))
    if before is None:
        return False
    token = before[-1]
    return token.pos_ == "PROPN" and token.ent_type_ not in ("GPE", "LOC", "FAC", "NORP", "EVENT", "DATE")
