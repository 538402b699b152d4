"""A toponym, and what the words around it say: the kind of place, the larger place behind a comma, a person instead."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from onrecord.model import PlaceKind, Span

from ..gazetteer import lookup
from ..lexicons import lexicon
from ..reading import Reading

_AFTER_COMMA = re.compile(r", ((?:[A-Z][\w.’'-]*)(?: (?:[A-Z][\w.’'-]*|of|and)){0,3})")


@dataclass(frozen=True)
class Toponym:
    """A name of a place in the text."""

    span: Span
    name: str
    kind: PlaceKind | None = None
    """What the words around it call it."""
    adjective: bool = False
    """"Danish" before a noun: it names the country without being its name."""
    within: str | None = None
    """The name behind a comma that says where it lies: "Kansas" in "Paris, Kansas"."""


def is_borne_out(reading: Reading, toponym: Toponym, *, found: Sequence[Toponym], people: Set[str]) -> bool:
    """Whether a name the parser calls a place is one: well known, or once in words that only places follow."""
    known = lookup(state_of(toponym.name) or toponym.name)
    if not known and never_a_place(toponym.name):
        return False
    if toponym.name in people:
        return any(_follows(reading, t, "strong_locatives") for t in found if t.name == toponym.name)
    if known and known[0].kind == "country":
        return True
    if known and known[0].own and (known[0].weight >= 200_000 or known[0].kind in ("region", "continent")):
        return True
    if len(toponym.name.split()) > 1 and known:
        return True
    same = [t for t in found if t.name == toponym.name]
    borne_out = [t for t in same if _is_borne_out_here(reading, t, known=bool(known))]
    return bool(borne_out) and (bool(known) or len(borne_out) * 2 >= len(same))


def _is_borne_out_here(reading: Reading, toponym: Toponym, *, known: bool) -> bool:
    return bool(
        _follows(reading, toponym, "locatives")
        or toponym.within
        or kind_beside(reading.text, toponym.span)
        or (known and _opens_list(reading, toponym))
    )


def never_a_place(name: str) -> bool:
    """Whether a name that the gazetteer lacks is an abbreviation, or a given name and another."""
    first, *others = name.split()
    if others and others[-1] in lexicon("places")["facilities"]:
        return False
    return (name.isupper() and len(name) > 2) or (len(others) == 1 and first in _given_names())


@cache
def _given_names() -> frozenset[str]:
    names = lexicon("names")
    return frozenset([*names["male"], *names["female"], *names["both"]])


def people_in(doc: Doc) -> set[str]:
    """Parts of the names of people of two and more words, but for those of well-known places."""
    parts = {t.text for e in doc.ents if e.label_ == "PERSON" and len(e) > 1 for t in e if t.text[0].isupper()}
    return {p for p in parts if not any(e.own and e.weight >= 10**6 for e in lookup(p)[:1])}


def _follows(reading: Reading, toponym: Toponym, words: str) -> bool:
    before = reading.text[max(0, toponym.span.start - 30) : toponym.span.start].split()
    skipped = [w for w in before if w not in ("the", "The")]
    return bool(skipped) and skipped[-1].casefold().strip('“"(') in lexicon("places")[words]


def _opens_list(reading: Reading, toponym: Toponym) -> bool:
    """Whether it stands beside another name with a comma or "and" between, as places in a list do."""
    text = reading.text
    around = text[max(0, toponym.span.start - 2) : toponym.span.start], text[toponym.span.end : toponym.span.end + 1]
    return around[0] == ", " or around[1] in (",", ")") or text[: toponym.span.start].endswith((" and ", " or ", "("))


def kind_beside(text: str, span: Span) -> PlaceKind | None:
    """What the noun at the end of a name, behind it or before "of" calls it; None without such a noun."""
    inside = kind_pattern().search(span.cut(text))
    if inside and inside.end() == span.end - span.start:
        return kind_nouns()[inside[1].casefold()]
    after = kind_pattern().match(text[span.end : span.end + 30].lstrip(" "))
    if after and text[span.end : span.end + 1] == " ":
        return kind_nouns()[after[1].casefold()]
    before = re.search(r"([a-z]+(?: [a-z]+)?) (?:of|at|in) $", text[max(0, span.start - 30) : span.start])
    words = before[1].split() if before else []
    for size in range(len(words)):
        found = kind_nouns().get(" ".join(words[size:]))
        if found and (text[: span.start].endswith("of ") or found == "base"):
            return found
    return None


@cache
def kind_nouns() -> dict[str, PlaceKind]:
    """Nouns for places, singular, with their kind."""
    return {noun: kind for kind, nouns in lexicon("places")["types"].items() for noun in nouns}


@cache
def kind_pattern() -> re.Pattern[str]:
    """Matches one of those nouns."""
    nouns = "|".join(sorted(kind_nouns(), key=len, reverse=True))
    return re.compile(rf"\b({nouns})\b", re.IGNORECASE)


def larger_behind(text: str, span: Span) -> str | None:
    """The country or state behind a comma: "Kansas" in "Paris, Kansas"."""
    follow = _AFTER_COMMA.match(text, span.end)
    words = follow[1].split() if follow else []
    for size in range(len(words), 0, -1):
        name = state_of(" ".join(words[:size])) or " ".join(words[:size]).rstrip(".,")
        if any(entry.kind in ("country", "region") for entry in lookup(name)):
            return name
    return None


@cache
def _abbreviations() -> dict[str, str]:
    return {short: state for state, shorts in lexicon("states")["states"].items() for short in shorts}


def state_of(short: str) -> str | None:
    """The state an abbreviation stands for; None if it is none.

    >>> state_of("Ore."), state_of("OR"), state_of("Or")
    ('Oregon', 'Oregon', None)
    """
    return _abbreviations().get(short)
