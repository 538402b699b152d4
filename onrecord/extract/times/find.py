"""Every time that an article's text names, in order: found by pattern, read with the tense around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from spacy.tokens import Token

from onrecord.model import FoundTime, Span

from ..lexicons import lexicon
from ..reading import Reading
from .calendar import Anchor
from .patterns import patterns
from .resolve import Meaning, meaning_of
from .tense import looks_ahead

Relation = Literal["on", "since", "until", "before", "after", "for"]


def find_times(reading: Reading) -> tuple[FoundTime, ...]:
    """Dates, times of day, lengths of time and repeated times of all paragraphs but boilerplate, in text order.

    Relative times are resolved against `article.published`; without it their value is None. Of overlapping readings
    the longest counts.
    """
    found: list[FoundTime] = []
    for paragraph in reading.article.paragraphs:
        if paragraph.kind != "boilerplate":
            found += _in_span(reading, paragraph.span)
    return tuple(found)


def _in_span(reading: Reading, span: Span) -> Iterator[FoundTime]:
    matches = [(kind, match) for kind, pattern in patterns() for match in pattern.finditer(reading.plain, *span)]
    order = {kind: number for number, (kind, _) in enumerate(patterns())}
    matches.sort(key=lambda pair: (pair[1].start(), -pair[1].end(), order[pair[0]]))
    end = span.start
    for kind, match in matches:
        if match.start() >= end and (time := _time(reading, kind, match)):
            end = time.span.end
            yield time


def _time(reading: Reading, kind: str, match: re.Match[str]) -> FoundTime | None:
    span = Span(*match.span())
    tokens = reading.tokens(span)
    if tokens is None or not _is_time(kind, match, reading):
        return None
    published = reading.article.published
    anchor = Anchor(date.fromisoformat(published) if published else None, looks_ahead(tokens.root))
    meaning = meaning_of(kind, match, anchor)
    return _found(span, meaning, reading.plain) if meaning else None


def _found(span: Span, meaning: Meaning, text: str) -> FoundTime:
    return FoundTime(
        span=span,
        value=meaning.value,
        type=meaning.type,
        modifier=meaning.modifier,
        relation=_relation(text[: span.start], meaning),
        origin="computed" if meaning.computed else "stated",
    )


def _relation(before: str, meaning: Meaning) -> Relation:
    word = re.search(r"(\w+)\s+$", before[-20:])
    relation: Relation = lexicon("times")["relations"].get(word[1].lower(), "on") if word else "on"
    return "on" if relation == "for" and meaning.type != "DURATION" else relation


_LEAD = re.compile(
    r"(?:\b(?:in|of|since|by|until|till|before|after|during|from|to|for|and|or|between|the|that|year|through|late|early)|[,(–-])\s*$",
    re.I,
)


def _is_time(kind: str, match: re.Match[str], reading: Reading) -> bool:
    """Whether words of a time's shape are one: "2,000 troops" and "May" the minister are not."""
    before, after = (
        reading.plain[max(0, match.start() - 24) : match.start()],
        reading.plain[match.end() : match.end() + 12],
    )
    token = (reading.tokens(Span(*match.span())) or [None])[0]
    if kind in ("year", "years"):
        entity = token is not None and token.ent_type_ in ("DATE", "EVENT")
        counted = re.match(r"\s*(?:%|percent|people|[-–]?\w*(?:meters|miles|points))", after)
        return bool(_LEAD.search(before) or (entity and not _counts(token))) and not counted
    if kind == "month" and match["mon"] in ("May", "March", "August", "April", "June"):
        led = re.search(
            r"\b(?:in|since|by|until|last|next|this|late|early|mid|of|and|to|from|before|after)[\s-]*$", before, re.I
        )
        return bool(led or match["rel"] or match["mod"] or (token is not None and token.ent_type_ == "DATE"))
    if kind == "season":
        return bool(re.search(r"\b(?:in|during|by|since|until|before|after|through|over)\s+$", before, re.IGNORECASE))
    if kind == "duration" and re.match(r"\s*(?:of age|old)\b", after):
        return True
    if kind == "bare_units":
        return not re.search(r"\d\s*$", before)
    if kind == "clock" and match["h24"] and not match["half"]:
        return bool(re.search(r"\b(?:at|by|from|to|until|before|after|around|about|and)\s*$", before))
    return True


def _counts(token: Token | None) -> bool:
    """Whether a number stands before a plural that it counts: "2000 soldiers"."""
    return token is not None and token.dep_ == "nummod" and token.head.tag_ == "NNS"
