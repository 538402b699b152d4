"""Ages of people: "Maddon, 66, said", "she will be 35", "children aged 5 to 11", "the over-65s"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import FoundQuantity, Operator, Span, Value

from ..reading import Reading
from .bounding import operator_of
from .harmed import is_human

_BESIDE = re.compile(r"(?<=[\w.”\"')]), (?:both |now |then )?(?P<age>\d{1,3})(?=,(?!\d)|(?P<last>\.(?:\s|$)|;))")
_AGED = re.compile(
    r"\b(?:aged|ages|between the ages of|at the age of|age) (?:between |over |under |about |around )?(?P<age>\d{1,3})\b"
    r"(?:(?: to | and | ?[-–] ?)(?P<old>\d{1,3})\b)?",
    re.IGNORECASE,
)
_AT = re.compile(r"(?:^|(?<=\s))[Aa]t (?P<age>[1-9]\d), (?=(?:he|she)\b)")
_GROUP = re.compile(r"\b(?P<bound>over|under)[- ](?P<age>\d{1,2})s\b", re.IGNORECASE)
_WHO = (
    r"\b(?:people|adults|children|those|anyone|everyone|men|women|residents|voters|citizens|patients|drivers|kids|Americans|"
    r"Britons|workers|girls|boys|teenagers|pensioners|persons) "
)
_PEOPLE = re.compile(_WHO + r"(?P<age>\d{1,2})(?= (?:and|or) (?:older|over|up|above|younger|under)\b)", re.IGNORECASE)
_BOUNDED = re.compile(
    _WHO + r"(?:over|under|above|below|older than|younger than|between)(?: the age of)? (?P<age>[1-9]\d)\b"
    r"(?:(?: to | and | ?[-–] ?)(?P<old>\d{1,3})\b)?"
    r"(?![,.]\d| ?%| ?(?:per|pc|years?|days?|hours?|miles?|km|kg|st|th|nd|rd)\b)",
    re.IGNORECASE,
)
OLDEST = 120
_DATES = frozenset(
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"}
    | {"December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
)


def ages(reading: Reading, sentence: Span) -> Iterator[FoundQuantity]:
    """Each age in a sentence that a name, a word such as "aged", or a bound such as "and older" shows to be one."""
    for match in _BESIDE.finditer(reading.plain, *sentence):
        if _is_behind_name(reading, match.start(), sure=match["last"] is not None):
            yield from _age(reading, match)
    for pattern in (_AGED, _AT, _PEOPLE, _BOUNDED):
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


def _is_behind_name(reading: Reading, end: int, *, sure: bool) -> bool:
    """Whether a person's name ends at `end`; with `sure` only what the parser takes for a person."""
    before = reading.tokens(Span(max(0, end - 1), end))
    if before is None:
        return False
    token = before[-1]
    if token.tag_ == "NN" and is_human(token):
        return True  # "his wife, 31,"
    if token.pos_ != "PROPN" or token.ent_type_ in ("LOC", "FAC", "NORP", "EVENT") or token.text in _DATES:
        return False
    if sure:
        return token.ent_type_ == "PERSON"
    return token.ent_type_ not in ("GPE", "DATE") or token.dep_ in ("nsubj", "nsubjpass", "dobj")
