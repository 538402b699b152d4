"""Ages of people: "Maddon, 66, said", "she will be 35", "children aged 5 to 11", "the over-65s"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import FoundQuantity, Operator, Span, Value

from ..reading import Reading
from .bounding import operator_of

_BESIDE = re.compile(r"(?<=[\w.”\"')]), (?P<age>\d{1,3})(?=,)")
_AGED = re.compile(
    r"\b(?:aged|ages|between the ages of|at the age of|age) (?:between )?(?P<age>\d{1,3})\b"
    r"(?:(?: to | and | ?[-–] ?)(?P<old>\d{1,3})\b)?",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\b(?P<bound>over|under)[- ](?P<age>\d{1,2})s\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\b(?:people|adults|children|those|anyone|everyone|men|women|residents|voters|citizens|patients|drivers|kids) "
    r"(?P<age>\d{1,2})(?= (?:and|or) (?:older|over|up|above|younger|under)\b)",
    re.IGNORECASE,
)
OLDEST = 120


def ages(reading: Reading, sentence: Span) -> Iterator[FoundQuantity]:
    """Each age in a sentence that a name, a word such as "aged", or a bound such as "and older" shows to be one."""
    for match in _BESIDE.finditer(reading.plain, *sentence):
        if _is_behind_name(reading, match.start()):
            yield from _age(reading, match)
    for pattern in (_AGED, _PEOPLE):
        for match in pattern.finditer(reading.plain, *sentence):
            yield from _age(reading, match)
    for match in _GROUP.finditer(reading.plain, *sentence):
        yield from _age(reading, match, ">" if match["bound"].lower() == "over" else "<")


def _age(reading: Reading, match: re.Match[str], operator: Operator | None = None) -> Iterator[FoundQuantity]:
    low = int(match["age"])
    high = int(match["old"]) if "old" in match.re.groupindex and match["old"] else None
    start, end = match.start("age"), match.end("old") if high is not None else match.end("age")
    value: Value = low if high is None else (low, high)
    if 0 < low <= OLDEST and (high is None or low < high <= OLDEST):
        span = Span(start, end)
        sign = operator or operator_of(reading.plain, span)
        yield FoundQuantity(span=span, value=value, unit="year of age", operator=sign)


def _is_behind_name(reading: Reading, end: int) -> bool:
    before = reading.tokens(Span(max(0, end - 1), end))
    if before is None:
        return False
    token = before[-1]
    if token.pos_ != "PROPN" or token.ent_type_ in ("LOC", "FAC", "NORP", "EVENT", "DATE"):
        return False
    return token.ent_type_ != "GPE" or token.dep_ in ("nsubj", "nsubjpass", "dobj")
