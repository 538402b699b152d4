"""Places that a pattern shows: bases in a sentence on bases, towns before their state, roads, streets and sites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.model import PlaceKind, Span

from ..gazetteer import Entry, lookup, lookup_folded
from ..lexicons import lexicon
from ..reading import Reading
from .toponym import Toponym, larger_behind, state_of

_BASE = re.compile(r"\b(?:air ?base|airfield|[Aa]ir [Bb]ase|naval base|Air Force Base)\b", re.IGNORECASE)
_NAMES = re.compile(r"\b(?:[Aa]l-|[Ee]l-)?[A-Z][\w’'-]{3,}(?: [A-Z][\w’'-]+)*")
_TOWN = re.compile(
    r"(?:[A-Z][\w’'-]+ ){0,3}[A-Z][\w’'-]+(?=, (?:[A-Z]\. ?[A-Z]\.|[A-Z][a-z]{1,4}\.|[A-Z]{2}\b|[A-Z][a-z]+))"
)
_STATE = re.compile(r", ((?:[A-Z]\. ?[A-Z]\.|[A-Z][a-z]{1,4}\.|[A-Z]{2}\b|W\. ?Va\.))")
_ROAD = re.compile(
    r"(?<![\w-])(?:[AMB]\d{1,4}(?:\(M\))?|I-\d{1,3}|(?:US|U\.S\.|State) (?:Route|Highway) \d{1,3})(?![\w-])"
)


def named_bases(reading: Reading, taken: Sequence[Span]) -> Iterator[Toponym]:
    """Air bases in a sentence that speaks of a base, whatever the parser takes their names for."""
    for _, sentence in reading.sentences:
        if not _BASE.search(sentence.text):
            continue
        for run in _NAMES.finditer(sentence.text):
            span = Span(sentence[0].idx + run.start(), sentence[0].idx + run.end())
            words = run[0].split()
            spellings = [run[0], *([" ".join(words[1:])] if words[0] in ("Shahid", "Prince", "King") else [])]
            entries = [e for name in spellings for e in lookup(name) or lookup_folded(name)]
            if any(e.kind == "base" for e in entries) and not any(span.overlaps(other) for other in taken):
                yield Toponym(span, run[0], "base")


def towns_with_states(reading: Reading, taken: Sequence[Span]) -> Iterator[Toponym]:
    """A name, a comma, and the state or country in which the gazetteer has a town of that name."""
    for found in _TOWN.finditer(reading.text):
        span, words = Span(*found.span()), found[0].split()
        for size in range(len(words), 0, -1):
            name = " ".join(words[-size:])
            start = span.end - len(name)
            town = Toponym(Span(start, span.end), name, within=larger_behind(reading.text, span))
            if town.within and larger_of(town) and not any(town.span.overlaps(other) for other in taken):
                yield town
                break


def larger_of(town: Toponym) -> PlaceKind | None:
    """Whether the name behind the comma is the region or the country in which the gazetteer has a town of that name."""
    if town.within in ("May", "March") or town.name in ("May", "March"):
        return None
    towns = [e for e in lookup(town.name) if e.kind == "city" and e.own]
    larger = sorted(lookup(town.within or ""), key=lambda e: e.kind)
    found = (x for x in larger if x.kind in ("country", "region") and any(_is_in(e, x, town.within) for e in towns))
    return next((x.kind for x in found), None)


def _is_in(town: Entry, larger: Entry, printed: str | None) -> bool:
    named = larger.kind == "country" or larger.name == town.region or town.region == printed
    return town.country == larger.country and named


def states_behind_towns(text: str, found: Sequence[Toponym]) -> Iterator[Toponym]:
    """Abbreviated states behind a place and a comma."""
    for toponym in found:
        follow = _STATE.match(text, toponym.span.end)
        if follow and state_of(follow[1]) and toponym.span.end < follow.end(1):
            yield Toponym(Span(*follow.span(1)), follow[1], "region")


def roads(reading: Reading, taken: Sequence[Span]) -> Iterator[Toponym]:
    """Numbered roads in a sentence that speaks of traffic: the A417, the M25, I-95."""
    for _, sentence in reading.sentences:
        if not any(t.lower_ in lexicon("places")["traffic"] for t in sentence):
            continue
        for found in _ROAD.finditer(reading.text, sentence.start_char, sentence.end_char):
            span = Span(*found.span())
            if not any(span.overlaps(other) for other in taken):
                yield Toponym(span, found[0], "other")


def sites(reading: Reading, taken: Sequence[Span]) -> Iterator[Toponym]:
    """Streets, bridges, hospitals and the like behind a word of place, whatever the parser takes them for."""
    for found in _site().finditer(reading.text):
        span = Span(*found.span("name"))
        if not any(span.overlaps(other) for other in taken) and "\n" not in found["name"]:
            yield Toponym(span, found["name"], "building")


@cache
def _site() -> re.Pattern[str]:
    rules = lexicon("places")
    ends = "|".join(sorted(rules["sites"], key=len, reverse=True))
    return re.compile(
        rf"\b(?:in|at|on|near|outside|from|to|of|into|along|inside|off|behind|opposite)(?: the| a)? [“\"'‘]?"
        rf"(?P<name>(?:(?:[A-Z][\w.’'&-]*|\d+(?:st|nd|rd|th)) ){{1,4}}(?:{ends}))\b(?! [A-Z][a-z])"
    )
