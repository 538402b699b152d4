"""Toponyms: the names of places where they stand in the text, from the parser, the gazetteer and adjectives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.model import Span

from ..gazetteer import lookup, nation_of_adjective
from ..reading import Reading, span_of
from .adjectives import adjectives
from .listed import inside_longer_name, listed_places
from .parsed import parsed_places, readable
from .patterns import larger_of, named_bases, roads, sites, states_behind_towns, towns_with_states
from .toponym import Toponym, is_borne_out, kind_beside, larger_behind, people_in


def find_toponyms(reading: Reading, taken: Sequence[Span]) -> tuple[Toponym, ...]:
    """Every toponym of the article but for boilerplate, in order. Nothing is found in the spans `taken`."""
    tokens = [t for t in readable(reading) if not t.is_space]
    people = people_in(reading.doc)
    found = [t for t in parsed_places(reading) if not any(t.span.overlaps(other) for other in taken)]
    found += named_bases(reading, [*taken, *(t.span for t in found)])
    found += towns_with_states(reading, [*taken, *(t.span for t in found)])
    found += states_behind_towns(reading.text, found)
    spans = [t.span for t in found]
    found += listed_places(tokens, [*taken, *spans], found=spans, people=people, home=_home(reading))
    found += roads(reading, [*taken, *(t.span for t in found)])
    found += sites(reading, [*taken, *(t.span for t in found)])
    found = [
        t
        for t in found
        if t.kind in ("building", "base", "other") or is_borne_out(reading, t, found=found, people=people)
    ]
    known = {t.name for t in found}
    found += _again(tokens, known, [*taken, *(t.span for t in found)])
    found += adjectives(reading, [*taken, *(t.span for t in found)])
    every = {t.span: t for t in found}
    return _states_beside_towns(reading.text, [_with_surroundings(reading, every[span]) for span in sorted(every)])


def _states_beside_towns(text: str, found: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """The toponyms; what lies behind a town and a comma, and has that town, is what has it: "Tacoma, Washington"."""
    beside = (t for t in found if t.within and text[t.span.end : t.span.end + 2] == ", ")
    behind = {t.span.end + 2: larger_of(t) for t in beside}
    return tuple(
        replace(t, kind=behind[t.span.start]) if t.kind is None and behind.get(t.span.start) else t for t in found
    )


def _home(reading: Reading) -> set[str]:
    """Codes of the countries that the article's words name, by their names and adjectives."""
    words = {t.text for t in reading.doc if t.text[0].isupper() and t.ent_type_ in ("GPE", "NORP")}
    by_name = {e.country for word in words for e in lookup(word)[:1] if e.kind == "country"}
    return by_name | {nation.code for word in words if (nation := nation_of_adjective(word))}


def _again(tokens: Sequence[Token], known: set[str], taken: Sequence[Span]) -> Iterator[Toponym]:
    """Single names already taken for places elsewhere in the article, where no longer name holds them."""
    single = {name for name in known if " " not in name and len(name) > 3}
    for token in tokens:
        if token.text in single and not any(s.start <= token.idx < s.end for s in taken):
            before = token.doc[token.i - 1] if token.i else None
            after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
            if not inside_longer_name([token], before, after):
                yield Toponym(span_of(token), token.text)


def _with_surroundings(reading: Reading, toponym: Toponym) -> Toponym:
    kind = toponym.kind or kind_beside(reading.text, toponym.span)
    within = None if toponym.adjective else larger_behind(reading.text, toponym.span)
    return Toponym(toponym.span, toponym.name, kind, toponym.adjective, within)
