"""The dossier's records of places: what each is in the briefing, as far as simple words say it."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache
from typing import Literal

from onrecord.model import At, FoundPlace, Place, PlaceRole, Sentence, Span, text_hash

from ..lexicons import lexicon
from ..reading import Reading
from .adjectives import is_adjective
from .parts import clause_roles, tells_of_nature
from .stated import stated_distances

AREAS = ("country", "region", "continent", "sea", "river", "mountain", "island", "area", "district")
"""Kinds whose coordinates are the middle of something large."""
_ROLES: dict[bool, tuple[PlaceRole, ...]] = {False: ("departure", "target", "base"), True: ("target",)}
"""Roles that fixed words give, by whether the place is a whole country: "a base in Iran" does not make Iran a base."""

_CLAUSE_ROLES: dict[bool, tuple[PlaceRole, ...]] = {
    False: ("departure", "target", "base", "scene", "route"),
    True: ("target", "scene", "route"),
}


def place_records(reading: Reading, found: Sequence[FoundPlace]) -> tuple[Place, ...]:
    """Records for the places in `found`, with the same ids and order.

    A country named only by its adjective ("Danish trawlers") gets none: nothing is said to happen there.
    """
    kept = [place for place in found if not _only_adjectives(reading, place)]
    records = [_record(reading, place, kept) for place in kept]
    closer = {r.country for r in records if r.role == "scene" and r.kind != "country"}
    return tuple(_unless_closer(record, closer) for record in records)


def _unless_closer(record: Place, closer: Container[str | None]) -> Place:
    """The record; a country is no scene where a place in it is."""
    wide = record.kind == "country" and record.role == "scene" and record.name in closer
    return record.model_copy(update={"role": "mention"}) if wide else record


def _only_adjectives(reading: Reading, place: FoundPlace) -> bool:
    words = (mention.cut(reading.article.text) for mention in place.mentions)
    return all(is_adjective(word) and "." not in word for word in words)


def _record(reading: Reading, place: FoundPlace, found: Sequence[FoundPlace]) -> Place:
    text = reading.article.text
    printed = dict.fromkeys(" ".join(m.cut(text).split()) for m in place.mentions)
    aliases = tuple(name for name in printed if name != place.name and not is_adjective(name))
    pinned = place.latitude is not None
    return Place(
        id=place.id,
        name=place.name,
        kind=place.kind,
        country=place.country if place.country != place.name else None,
        role=_role(reading, place),
        latitude=place.latitude,
        longitude=place.longitude,
        origin="gazetteer" if pinned else None,
        precision=_precision(place) if pinned else None,
        aliases=aliases,
        distances=tuple(stated_distances(reading, place, found)),
        at=_at(reading, place.mentions),
    )


def _precision(place: FoundPlace) -> Literal["point", "area"]:
    return "area" if place.kind in AREAS else "point"


def _at(reading: Reading, mentions: Sequence[Span]) -> At | None:
    for mention in mentions:
        sentence = _sentence(reading, mention)
        if sentence:
            span = sentence.span
            return At(
                sentence=sentence.id, start=span.start, end=span.end, hash=text_hash(span.cut(reading.article.text))
            )
    return None


def _sentence(reading: Reading, mention: Span) -> Sentence | None:
    tokens = reading.tokens(mention)
    return reading.sentence_of(tokens[0]) if tokens else None


def _role(reading: Reading, place: FoundPlace) -> PlaceRole:
    """What the words right before a mention say, then what its clause does; `dateline` if it is named nowhere else."""
    dateline = reading.article.dateline
    large = place.kind in ("country", "continent")
    for role in _ROLES[large]:
        for mention in place.mentions:
            sentence = _sentence(reading, mention)
            if sentence and _says(role, reading.article.text, sentence.span, mention):
                return role
    roles = set(clause_roles(reading, place))
    for role in _CLAUSE_ROLES[large]:
        if role in roles:
            return role
    if dateline and all(dateline.span.holds(mention) for mention in place.mentions):
        return "dateline"
    return "mention"


def _says(role: PlaceRole, text: str, sentence: Span, mention: Span) -> bool:
    before = text[sentence.start : mention.start]
    if _unsure().search(sentence.cut(text)) or (role == "target" and tells_of_nature(before)):
        return False
    return bool(_phrases(role).search(before))


@cache
def _phrases(role: PlaceRole) -> re.Pattern[str]:
    """The words of a role right before a name: articles, points of the compass and nouns of places may lie between."""
    phrases = "|".join(map(re.escape, sorted(lexicon("places")["roles"][role], key=len, reverse=True)))
    words = "the|a|an|its|their|his|city|town|province|of|in|near|northern|southern|eastern|western|central"
    between = rf"(?:(?:{words}|[A-Z]\w+) )*"
    return re.compile(rf"\b(?:{phrases}) {between}$")


@cache
def _unsure() -> re.Pattern[str]:
    words = "|".join(map(re.escape, lexicon("places")["roles"]["unsure"]))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
