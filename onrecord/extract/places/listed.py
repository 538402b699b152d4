"""Names of the gazetteer that the parser did not take for places, where the words around them do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from spacy.tokens import Token

from onrecord.model import PlaceKind, Span

from ..gazetteer import lookup, lookup_folded
from ..lexicons import lexicon
from ..reading import Reading
from .toponym import Toponym, kind_nouns, kind_pattern, larger_behind, state_of

NAME_LABELS = ("PERSON", "ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW")


_BASE = re.compile(r"\b(?:air ?base|airfield|[Aa]ir [Bb]ase|naval base|Air Force Base)\b", re.IGNORECASE)


_NAMES = re.compile(r"\b(?:[Aa]l-|[Ee]l-)?[A-Z][\w’'-]{3,}(?: [A-Z][\w’'-]+)*")


_TOWN = re.compile(
    r"(?:[A-Z][\w’'-]+ ){0,3}[A-Z][\w’'-]+(?=, (?:[A-Z]\. ?[A-Z]\.|[A-Z][a-z]{1,4}\.|[A-Z]{2}\b|[A-Z][a-z]+))"
)


_STATE = re.compile(r", ((?:[A-Z]\. ?[A-Z]\.|[A-Z][a-z]{1,4}\.|[A-Z]{2}\b|W\. ?Va\.))")


LONGEST = 5


def listed_places(tokens: Sequence[Token], taken: Sequence[Span], people: Set[str]) -> Iterator[Toponym]:
    """Names of the gazetteer that the parser did not take for places, where the words around them do."""
    free = [t for t in tokens if not any(s.start <= t.idx < s.end for s in taken)]
    i = 0
    while i < len(free):
        run = _longest_name(free, i)
        if run and _is_place_here(run, people):
            yield Toponym(Span(run[0].idx, run[-1].idx + len(run[-1])), _text(run))
        i += len(run) if run else 1


def _longest_name(tokens: Sequence[Token], i: int) -> Sequence[Token] | None:
    if not tokens[i].text[0].isupper() and tokens[i].lower_ not in ("al", "el", "sub"):
        return None
    for size in range(min(LONGEST, len(tokens) - i), 0, -1):
        run = tokens[i : i + size]
        joined = all(b.i - a.i == 1 and "\n" not in b.doc[a.i : b.i].text_with_ws for a, b in pairwise(run))
        if joined and run[-1].text[0].isupper() and any(t.text[0].isupper() for t in run):
            text = _text(run)
            if text.casefold() not in lexicon("places")["not_places"] and len(text) > 2 and lookup(text):
                return run
    return None


def _text(run: Sequence[Token]) -> str:
    return " ".join(run[0].doc[run[0].i : run[-1].i + 1].text.split())


def _is_place_here(run: Sequence[Token], people: Set[str]) -> bool:
    doc, rules = run[0].doc, lexicon("places")
    before = doc[run[0].i - 1] if run[0].i else None
    after = doc[run[-1].i + 1] if run[-1].i + 1 < len(doc) else None
    entity = {t.ent_type_ for t in run}
    if inside_longer_name(run, before, after) or (before is not None and before.lower_.rstrip(".") in rules["titles"]):
        return False
    heaviest = lookup(_text(run))[0]
    if (heaviest.kind == "country" and entity <= {"", "ORG", "NORP", "PERSON", "GPE"}) or _text(run) in rules["always"]:
        return True
    person = "PERSON" in entity or run[0].text in people
    if run[0].text not in people and _is_called_place(run, heaviest.kind):
        return True
    place = doc[before.i - 1] if before is not None and before.lower_ == "the" and before.i else before
    if place is None or place.lower_ not in rules["locatives"] or heaviest.weight < 2000:
        return False
    return not person or (heaviest.own and place.lower_ in rules["strong_locatives"] and heaviest.weight >= 10_000)


def _is_called_place(run: Sequence[Token], kind: PlaceKind) -> bool:
    """Whether "city of" stands before it or "province" behind it, or "the" before the name of a sea or river."""
    first, last = run[0].i, run[-1].i + 1
    before = run[0].doc[max(0, first - 3) : first].text_with_ws
    behind = run[-1].whitespace_ + run[0].doc[last : last + 4].text
    natural = kind in ("sea", "river", "mountain", "continent")
    if natural and before.casefold().endswith("the "):
        return True
    after = kind_pattern().match(behind.lstrip(" "))
    if after and after[0].islower() and behind[:1] == " ":
        return True
    called = re.search(r"([a-z]+) of $", before)
    return called is not None and called[1] in kind_nouns()


def inside_longer_name(run: Sequence[Token], before: Token | None, after: Token | None) -> bool:
    """Whether a capitalised neighbour belongs to the same name: the Bank of England, Paris Hilton."""
    glue = ("of", "for", "and", "&", "-")
    left = before is not None and ((before.text[0].isupper() and before.pos_ == "PROPN") or before.text in ("-", "&"))
    right = after is not None and ((after.text[0].isupper() and after.pos_ == "PROPN") or after.text in ("-", "&"))
    doc = run[0].doc
    in_entity = run[0].ent_iob_ == "I" or (after is not None and after.ent_iob_ == "I")
    of_entity = (
        before is not None and before.lower_ in glue and before.ent_type_ in NAME_LABELS and before.ent_type_ != ""
    )
    return bool(left or right or (in_entity and doc[run[0].i].ent_type_ in NAME_LABELS) or of_entity)


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
            if town.within and _has_town(town) and not any(town.span.overlaps(other) for other in taken):
                yield town
                break


def _has_town(town: Toponym) -> bool:
    larger = [e for e in lookup(town.within or "") if e.kind in ("country", "region")]
    return any(
        e.kind == "city" and e.own and any(e.country == x.country and x.name in (e.region, town.within) for x in larger)
        for e in lookup(town.name)
        if town.within not in ("May", "March") and town.name not in ("May", "March")
    )


def states_behind_towns(text: str, found: Sequence[Toponym]) -> Iterator[Toponym]:
    """Abbreviated states behind a place and a comma."""
    for toponym in found:
        follow = _STATE.match(text, toponym.span.end)
        if follow and state_of(follow[1]):
            yield Toponym(Span(*follow.span(1)), follow[1], "region")
