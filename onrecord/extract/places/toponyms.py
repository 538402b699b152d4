"""Toponyms: the names of places where they stand in the text, from the parser's entities and from the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from onrecord.model import PlaceKind, Span

from ..gazetteer import lookup, lookup_folded, nation_of_adjective
from ..lexicons import lexicon
from ..reading import Reading, span_of

PLACE_LABELS = ("GPE", "LOC", "FAC")
NAME_LABELS = ("PERSON", "ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW")
_AFTER_COMMA = re.compile(r", ((?:[A-Z][\w.’'-]*)(?: (?:[A-Z][\w.’'-]*|of|and)){0,3})")
_STATE = re.compile(r", ((?:[A-Z]\. ?[A-Z]\.|[A-Z][a-z]{1,4}\.|[A-Z]{2}\b|W\. ?Va\.))")
_BASE = re.compile(r"\b(?:air ?base|airfield|[Aa]ir [Bb]ase|naval base|Air Force Base)\b", re.IGNORECASE)
_NAMES = re.compile(r"\b(?:[Aa]l-|[Ee]l-)?[A-Z][\w’'-]{3,}(?: [A-Z][\w’'-]+)*")
_ADJECTIVE = re.compile(
    r"\b(?:(?:North|South|East|West|Central|Latin|Southeast|Northern|Eastern|Western|Middle|Saudi|Sri|New|"
    r"Puerto|Costa|Sierra) )?[A-Z][A-Za-z.]+\b"
)
_TOWN = re.compile(
    r"(?:[A-Z][\w’'-]+ ){0,3}[A-Z][\w’'-]+(?=, (?:[A-Z]\. ?[A-Z]\.|[A-Z][a-z]{1,4}\.|[A-Z]{2}\b|[A-Z][a-z]+))"
)
LONGEST = 5
"""No toponym is looked up with more words than this."""


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


def find_toponyms(reading: Reading, taken: Sequence[Span]) -> tuple[Toponym, ...]:
    """Every toponym of the article but for boilerplate, in order. Nothing is found in the spans `taken`."""
    tokens = [t for t in _readable(reading) if not t.is_space]
    found = [t for t in _entities(reading) if not any(t.span.overlaps(other) for other in taken)]
    found += _bases(reading, [*taken, *(t.span for t in found)])
    found += _towns(reading, [*taken, *(t.span for t in found)])
    found += _states(reading.doc.text, found)
    found += _listed(tokens, [*taken, *(t.span for t in found)])
    found = [t for t in found if t.kind in ("building", "base") or _is_borne_out(reading, t, found)]
    known = {t.name for t in found}
    found += _again(tokens, known, [*taken, *(t.span for t in found)])
    found += _adjectives(reading, [*taken, *(t.span for t in found)])
    every = {t.span: t for t in found}
    return tuple(_with_surroundings(reading, every[span]) for span in sorted(every))


def _is_borne_out(reading: Reading, toponym: Toponym, found: Sequence[Toponym]) -> bool:
    """Whether a name the parser calls a place is one: well known, or once in words that only places follow."""
    known = lookup(toponym.name)
    if toponym.name in _people(reading.doc):
        return any(_follows(reading, t, "strong_locatives") for t in found if t.name == toponym.name)
    if known and known[0].kind == "country":
        return True
    if known and known[0].own and (known[0].weight >= 200_000 or known[0].kind in ("region", "continent")):
        return True
    if len(toponym.name.split()) > 1 and known:
        return True
    return any(
        _follows(reading, t, "locatives")
        or t.within
        or _kind_beside(reading.doc.text, t.span)
        or _opens_list(reading, t)
        for t in found
        if t.name == toponym.name
    )


def _people(doc: Doc) -> set[str]:
    """Parts of the names of people of two and more words, but for those of well-known places."""
    parts = {t.text for e in doc.ents if e.label_ == "PERSON" and len(e) > 1 for t in e if t.text[0].isupper()}
    return {p for p in parts if not any(e.own and e.weight >= 10**6 for e in lookup(p)[:1])}


def _follows(reading: Reading, toponym: Toponym, words: str) -> bool:
    before = reading.doc.text[max(0, toponym.span.start - 30) : toponym.span.start].split()
    skipped = [w for w in before if w not in ("the", "The")]
    return bool(skipped) and skipped[-1].casefold().strip('“"(') in lexicon("places")[words]


def _opens_list(reading: Reading, toponym: Toponym) -> bool:
    """Whether it stands beside another name with a comma or "and" between, as places in a list do."""
    text = reading.doc.text
    around = text[max(0, toponym.span.start - 2) : toponym.span.start], text[toponym.span.end : toponym.span.end + 1]
    return around[0] == ", " or around[1] in (",", ")") or text[: toponym.span.start].endswith((" and ", " or ", "("))


def _readable(reading: Reading) -> Iterator[Token]:
    blocked = [p.span for p in reading.article.paragraphs if p.kind == "boilerplate"]
    dateline = reading.article.dateline
    blocked += [dateline.span] if dateline else []
    return (t for t in reading.doc if not any(s.start <= t.idx < s.end for s in blocked))


def _entities(reading: Reading) -> Iterator[Toponym]:
    readable = {t.i for t in _readable(reading)}
    for entity in reading.doc.ents:
        tokens = _trimmed(entity)
        if tokens is None or tokens.start not in readable:
            continue
        text = " ".join(tokens.text.split())
        if entity.label_ in PLACE_LABELS and _name_like(tokens):
            yield Toponym(span_of(tokens), text)
        elif entity.label_ in ("ORG", "PERSON") and _is_site(tokens):
            yield Toponym(span_of(tokens), text, "building")


def _trimmed(entity: Tokens) -> Tokens | None:
    """The entity without article, possessive, punctuation and words in small letters at its ends."""
    start, end = entity.start, entity.end
    doc = entity.doc
    quiet = ("the", "a", "an", "'s", "’s", "s", "'", "’")
    while start < end and (doc[start].lower_ in quiet or doc[start].is_space or not doc[start].text[0].isalnum()):
        start += 1
    while end > start and (doc[end - 1].lower_ in quiet or doc[end - 1].is_space or doc[end - 1].text in '",”“-–—:;()'):
        end -= 1
    while end - start > 1 and doc[start].lower_ in lexicon("places")["locatives"] and doc[start].is_lower:
        start += 1
    return doc[start:end] if start < end and "\n" not in doc[start:end].text else None


def _name_like(tokens: Tokens) -> bool:
    words = lexicon("places")
    text = tokens.text
    if (
        not any(c.isupper() for c in text)
        or any(c.isdigit() for c in text.split()[0])
        or text.casefold() in words["not_places"]
    ):
        return bool(re.fullmatch(r"[AM]\d{1,4}", text)) and tokens[0].i > 0 and tokens[0].nbor(-1).lower_ == "the"
    return not _is_person_here(tokens) and not _names_body(tokens)


def _is_person_here(tokens: Tokens) -> bool:
    before = tokens[0].nbor(-1).lower_.rstrip(".") if tokens.start else ""
    return before in lexicon("places")["titles"] and not lookup(tokens.text)


def _names_body(tokens: Tokens) -> bool:
    """Whether the next word makes it part of a body's name: Boston Globe, Manchester United."""
    after = tokens.doc[tokens.end] if tokens.end < len(tokens.doc) else None
    return bool(
        after is not None
        and after.is_title
        and after.lower_ in lexicon("places")["bodies"]
        and after.ent_type_ == "ORG"
    )


def _is_site(tokens: Tokens) -> bool:
    last, rules = tokens[-1].text, lexicon("places")
    named = len(tokens) > 1 and last in rules["facilities"] and tokens[0].text[0].isupper()
    of = re.match(r"(?:University|College|Bay|Port|Gulf|Isle|Strait) of [A-Z]", tokens.text)
    return bool(named or of)


def _listed(tokens: Sequence[Token], taken: Sequence[Span]) -> Iterator[Toponym]:
    """Names of the gazetteer that the parser did not take for places, where the words around them do."""
    free = [t for t in tokens if not any(s.start <= t.idx < s.end for s in taken)]
    i = 0
    while i < len(free):
        run = _longest_name(free, i)
        if run and _is_place_here(run):
            yield Toponym(Span(run[0].idx, run[-1].idx + len(run[-1])), _text(run))
        i += len(run) if run else 1


def _longest_name(tokens: Sequence[Token], i: int) -> Sequence[Token] | None:
    if not tokens[i].text[0].isupper() and tokens[i].lower_ not in ("al", "el", "sub"):
        return None
    for size in range(min(LONGEST, len(tokens) - i), 0, -1):
        run = tokens[i : i + size]
        joined = all(b.i - a.i == 1 and "\n" not in b.doc[a.i : b.i].text_with_ws for a, b in pairwise(run))
        if joined and run[-1].text[0].isalpha() and any(t.text[0].isupper() for t in run):
            text = _text(run)
            if text.casefold() not in lexicon("places")["not_places"] and len(text) > 2 and lookup(text):
                return run
    return None


def _bases(reading: Reading, taken: Sequence[Span]) -> Iterator[Toponym]:
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


def _towns(reading: Reading, taken: Sequence[Span]) -> Iterator[Toponym]:
    """A name, a comma, and the state or country in which the gazetteer has a town of that name."""
    for found in _TOWN.finditer(reading.doc.text):
        span, words = Span(*found.span()), found[0].split()
        for size in range(len(words), 0, -1):
            name = " ".join(words[-size:])
            start = span.end - len(name)
            town = Toponym(Span(start, span.end), name, within=_within(reading.doc.text, span))
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


def _text(run: Sequence[Token]) -> str:
    return " ".join(run[0].doc.text[run[0].idx : run[-1].idx + len(run[-1])].split())


def _is_place_here(run: Sequence[Token]) -> bool:
    doc, rules = run[0].doc, lexicon("places")
    before = doc[run[0].i - 1] if run[0].i else None
    after = doc[run[-1].i + 1] if run[-1].i + 1 < len(doc) else None
    entity = {t.ent_type_ for t in run}
    if _inside_longer_name(run, before, after) or (before is not None and before.lower_.rstrip(".") in rules["titles"]):
        return False
    heaviest = lookup(_text(run))[0]
    if (heaviest.kind == "country" and entity <= {"", "ORG", "NORP", "PERSON", "GPE"}) or _text(run) in rules["always"]:
        return True
    person = "PERSON" in entity or run[0].text in _people(doc)
    if run[0].text not in _people(doc) and _is_called_place(text=doc.text, run=run, kind=heaviest.kind):
        return True
    place = doc[before.i - 1] if before is not None and before.lower_ == "the" and before.i else before
    if place is None or place.lower_ not in rules["locatives"] or heaviest.weight < 2000:
        return False
    return not person or (heaviest.own and place.lower_ in rules["strong_locatives"] and heaviest.weight >= 10_000)


def _is_called_place(*, text: str, run: Sequence[Token], kind: PlaceKind) -> bool:
    """Whether "city of" stands before it or "province" behind it, or "the" before the name of a sea or river."""
    start, end = run[0].idx, run[-1].idx + len(run[-1])
    natural = kind in ("sea", "river", "mountain", "continent")
    if natural and text[max(0, start - 4) : start].casefold().endswith("the "):
        return True
    after = _type_pattern().match(text[end : end + 30].lstrip(" "))
    if after and after[0].islower() and text[end : end + 1] == " ":
        return True
    before = re.search(r"([a-z]+) of $", text[max(0, start - 20) : start])
    return before is not None and before[1] in _types()


def _inside_longer_name(run: Sequence[Token], before: Token | None, after: Token | None) -> bool:
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


def _again(tokens: Sequence[Token], known: set[str], taken: Sequence[Span]) -> Iterator[Toponym]:
    """Single names already taken for places elsewhere in the article, where no longer name holds them."""
    single = {name for name in known if " " not in name and len(name) > 3}
    for token in tokens:
        if token.text in single and not any(s.start <= token.idx < s.end for s in taken):
            before = token.doc[token.i - 1] if token.i else None
            after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
            if not _inside_longer_name([token], before, after):
                yield Toponym(span_of(token), token.text)


def _adjectives(reading: Reading, taken: Sequence[Span]) -> Iterator[Toponym]:
    """Adjectives of a country or region before a noun. "The Danes" and "Danish" as a language are not places."""
    blocked = [p.span for p in reading.article.paragraphs if p.kind == "boilerplate"]
    for found in _ADJECTIVE.finditer(reading.doc.text):
        word = found[0] if is_adjective(found[0]) else found[0].split()[-1]
        span = Span(found.end() - len(word), found.end())
        tokens = reading.tokens(span)
        if tokens is None or not is_adjective(word) or any(span.overlaps(other) for other in (*taken, *blocked)):
            continue
        after = tokens.doc[tokens.end] if tokens.end < len(tokens.doc) else None
        listed = after is not None and after.text in ("and", "or", ",", "-") and tokens[-1].pos_ == "ADJ"
        if after is not None and (after.pos_ in ("NOUN", "ADJ", "NUM") or listed or _has_office(after)):
            yield Toponym(span, word, adjective=True)


def is_adjective(word: str) -> bool:
    """Whether a word is the adjective of one country or region.

    >>> is_adjective("Danish"), is_adjective("European"), is_adjective("Wooden")
    (True, True, False)
    """
    return word in lexicon("places")["adjectives"] or nation_of_adjective(word) is not None


def _has_office(after: Token) -> bool:
    """Whether a capitalised word behind an adjective is an office or rank, not the rest of a body's name."""
    return after.lower_ in lexicon("places")["titles"] or after.lower_ in (
        "foreign",
        "prime",
        "vice",
        "defense",
        "defence",
    )


def _with_surroundings(reading: Reading, toponym: Toponym) -> Toponym:
    kind = toponym.kind or _kind_beside(reading.doc.text, toponym.span)
    within = None if toponym.adjective else _within(reading.doc.text, toponym.span)
    return Toponym(toponym.span, toponym.name, kind, toponym.adjective, within)


def _kind_beside(text: str, span: Span) -> PlaceKind | None:
    inside = _type_pattern().search(span.cut(text))
    if inside and inside.end() == span.end - span.start:
        return _types()[inside[1].casefold()]
    after = _type_pattern().match(text[span.end : span.end + 30].lstrip(" "))
    if after and text[span.end : span.end + 1] == " ":
        return _types()[after[1].casefold()]
    before = re.search(r"([a-z]+(?: [a-z]+)?) (?:of|at|in) $", text[max(0, span.start - 30) : span.start])
    words = before[1].split() if before else []
    for size in range(len(words)):
        found = _types().get(" ".join(words[size:]))
        if found and (text[: span.start].endswith("of ") or found == "base"):
            return found
    return None


@cache
def _types() -> dict[str, PlaceKind]:
    return {noun: kind for kind, nouns in lexicon("places")["types"].items() for noun in nouns}


@cache
def _type_pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(_types(), key=len, reverse=True))
    return re.compile(rf"\b({nouns})\b", re.IGNORECASE)


def _within(text: str, span: Span) -> str | None:
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


def _states(text: str, found: Sequence[Toponym]) -> Iterator[Toponym]:
    """Abbreviated states behind a place and a comma."""
    for toponym in found:
        follow = _STATE.match(text, toponym.span.end)
        if follow and state_of(follow[1]):
            yield Toponym(Span(*follow.span(1)), follow[1], "region")
