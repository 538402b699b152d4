"""Datelines: the article's own, and those inside a round-up of agency news."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Dateline, Span

from ..gazetteer import lookup
from ..reading import Reading
from .toponym import Toponym, larger_behind, never_a_place, state_of

_LARGER = r"(?:, (?P<larger>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}))?"
_AGENCY = r"(?:AP|AFP|UPI|Reuters|REUTERS|TASS|Tass|Xinhua|dpa|DPA|PTI|ANI|IANS|EFE|ANSA|PA|CNN|KYODO|Kyodo|SANA|IRNA)"
_INNER = re.compile(rf"(?:(?<=\s)|^)(?P<place>[A-Z][A-Z.’' -]+[A-Z]){_LARGER} \({_AGENCY}\)")
_CAPITALS = re.compile(r"(?P<place>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,2})(?=(?: [A-Z][a-z]|[:,]? [—–-]|: ))")
_COLON = re.compile(r"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?=: [A-Z“\"])")
GREAT_TOWN = 100_000


def datelines(reading: Reading) -> Iterator[Toponym]:
    """The places that datelines name, with the state behind a comma; then a great town that opens the body."""
    text = reading.article.text
    dateline = reading.article.dateline
    own = tuple(_of_article(text, dateline)) if dateline is not None and dateline.place else ()
    yield from own
    spans = [dateline.span] if dateline and own else []
    for found in _INNER.finditer(text):
        if not any(span.overlaps(Span(*found.span())) for span in spans):
            yield from _pair(text, Span(*found.span("place")), found["place"].title())
    body = next((p.span for p in reading.article.paragraphs if p.kind == "body"), None)
    if body is not None and dateline is None:
        yield from _opening(text, body)


def _of_article(text: str, dateline: Dateline) -> Iterator[Toponym]:
    city, _, larger = (dateline.place or "").partition(",")
    start = dateline.span.cut(text).casefold().find(city.casefold())
    if start < 0 or (not lookup(city.strip()) and never_a_place(city.strip().title())):
        return
    span = Span(dateline.span.start + start, dateline.span.start + start + len(city))
    name = city.strip().title() if city.isupper() else city.strip()
    pair = list(_pair(text, span, name))
    yield from pair if len(pair) > 1 or not larger else (_within(span, name, larger.strip()),)


def _within(span: Span, name: str, larger: str) -> Toponym:
    return Toponym(span, name, within=state_of(larger) or larger)


def _pair(text: str, span: Span, name: str) -> Iterator[Toponym]:
    larger = larger_behind(text, span)
    yield Toponym(span, name, within=larger)
    behind = re.match(r", ([A-Z][\w.’' -]*?\.?)(?=[ ,]*(?:\(|—|–|--|-|$))", text[span.end : span.end + 40])
    if larger and behind and (state_of(behind[1]) or behind[1]) == larger:
        yield Toponym(Span(span.end + 2, span.end + 2 + len(behind[1])), larger, "region" if lookup(larger) else None)


def _opening(text: str, body: Span) -> Iterator[Toponym]:
    """A great town in capitals, or before a colon, at the head of the first paragraph."""
    for form in (_CAPITALS, _COLON):
        found = form.match(text, body.start, body.end)
        known = lookup(found["place"]) if found else ()
        if found and known and known[0].own and known[0].kind == "city" and known[0].weight >= GREAT_TOWN:
            place = found["place"]
            yield Toponym(Span(*found.span("place")), place.title() if place.isupper() else place)
            return
