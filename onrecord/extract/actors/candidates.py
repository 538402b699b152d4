"""Where names may stand: the parser's entities, and runs of words that it took for no name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from onrecord.extract.reading import Reading, span_of
from onrecord.model import Span

from .bounds import NICKNAMED, Piece
from .kinds import is_title, kind_of_body, listed, seats, title_words
from .persons import has_given_name, is_given_name, particle_runs, particles

_CAMEL = re.compile(r"[A-Z][A-Za-z]*[a-z][A-Z]|[A-Z]{3,6}$")
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT"})


def candidates(reading: Reading, sources: Sequence[Span]) -> Iterator[Tokens]:
    """Entities, and runs of capitalized words that the parser takes for nothing; the dateline is in no sentence."""
    doc = reading.doc
    inside = {t.i for t in reading.body()}
    entities = [e for e in doc.ents if e.label_ in _NAMES]
    covered = {t.i for e in entities for t in e}
    extra = [*_titled(doc, covered), *_unseen(doc, covered, sources), *_speaking(reading, covered, sources)]
    extra += [*_nicknamed(doc), *_particled(doc), *_armed(doc, covered)]
    yield from (e for e in [*_whole(entities), *extra] if e.start in inside)


def _armed(doc: Doc, covered: set[int]) -> Iterator[Tokens]:
    """An armed group known by one word that the parser took for no name: `ISIL`, `Da’esh`."""
    for token in doc:
        known = token.lower_.replace("’", "'") in listed("armed_names")
        if known and token.i not in covered and token.text[:1].isupper():
            yield Tokens(doc, token.i, token.i + 1, label="ORG")


def _whole(entities: Sequence[Tokens]) -> Iterator[Tokens]:
    """The entities; of a person those with the words of the name that the parser left outside: `Sadiq | Khan`."""
    ends = 0
    for entity in entities:
        if entity.start < ends:
            continue
        doc, end = entity.doc, entity.end
        while entity.label_ == "PERSON" and end < len(doc) and end - entity.start < 5 and _goes_on(doc[end]):
            end += 1
        ends = end
        yield entity if end == entity.end else Tokens(doc, entity.start, end, label="PERSON")


def _goes_on(token: Token) -> bool:
    name = token.tag_ == "NNP" and token.text[:1].isupper() and token.is_alpha and not token.is_sent_start
    before = token.nbor(-1)
    joined = not before.is_space and before.tag_ == "NNP" and token.ent_type_ in {"", "PERSON"}
    return name and joined and not is_title(token) and kind_of_body([token.text]) is None


def _speaking(reading: Reading, covered: set[int], sources: Sequence[Span]) -> Iterator[Tokens]:
    """A word that alone is a source, written as only companies and initials are: `BlackRock`, `USGS`."""
    for span in sources:
        tokens = reading.tokens(span)
        if tokens is not None and len(tokens) == 1 and tokens.start not in covered and _CAMEL.match(tokens.text):
            yield Tokens(tokens.doc, tokens.start, tokens.end, label="ORG")


def _nicknamed(doc: Doc) -> Iterator[Tokens]:
    """`Stephen “The Rifleman” Flemmi`."""
    for token in doc:
        if token.text not in {"“", '"', "‘", "("} or token.i == 0 or not is_given_name(token.nbor(-1).text):
            continue
        for end in range(token.i + 2, min(token.i + 6, len(doc) - 1)):
            if doc[end].text in {"”", '"', "’", ")"}:
                if doc[end + 1].tag_ == "NNP" and doc[end + 1].text[:1].isupper():
                    yield Tokens(doc, token.i - 1, end + 2, label=NICKNAMED)
                break


def single_names(reading: Reading, known: frozenset[str]) -> Iterator[Piece]:
    """Single capitalized words that the parser took for no name: seats, and what is known by other mentions."""
    doc = reading.doc
    covered = {t.i for e in doc.ents if e.label_ in _NAMES for t in e}
    single = {w for w in seats("seats") | seats("houses") if " " not in w}
    for token in reading.body():
        if token.i in covered or not token.text[:1].isupper() or token.dep_ in {"amod", "compound"}:
            continue
        if token.text in known or token.lower_ in single:
            yield Piece(doc[token.i : token.i + 1], "")


def _particled(doc: Doc) -> Iterator[Tokens]:
    """`Sophie in ’t Veld`, `Ana de la Cruz`: a given name, particles, and a surname."""
    for token in doc:
        if not is_given_name(token.text):
            continue
        end = token.i + 1
        while end < len(doc) and end - token.i < 4 and doc[end].lower_ in particles():
            end += 1
        surname = end < len(doc) and doc[end].tag_ in {"NNP", "NNPS"} and doc[end].text[:1].isupper()
        if surname and doc[token.i + 1 : end].text.lower() in particle_runs():
            yield Tokens(doc, token.i, end + 1, label=NICKNAMED)


def _unseen(doc: Doc, covered: set[int], sources: Sequence[Span]) -> Iterator[Tokens]:
    """Runs of capitalized words that the parser took for no name, though their words or their speaking tell."""
    runs = [r for r in _runs(doc, covered) if len(r) > 1]
    speaking = {r[-1].text for r in _runs(doc, set()) if any(s.holds(span_of(r)) for s in sources)}
    for run in runs:
        words = [t.text for t in run]
        if run.text.lower() in seats("seats") or run.text.lower() in seats("houses"):
            yield run
        elif len(run) < 5 and (run[-1].text in speaking or has_given_name(words)):
            label = "ORG" if kind_of_body(words) else "PERSON"
            yield Tokens(doc, run.start, run.end, label=label)


def _runs(doc: Doc, covered: set[int]) -> list[Tokens]:
    """Unbroken runs of proper nouns outside `covered`."""
    runs: list[Tokens] = []
    start = None
    for token in [*doc, None]:
        proper = token is not None and token.pos_ == "PROPN" and token.i not in covered and token.text[:1].isupper()
        if proper and start is None:
            start = token.i
        elif not proper and start is not None:
            runs.append(doc[start : token.i if token is not None else len(doc)])
            start = None
    return runs


def _is_free(token: Token, covered: set[int], *, first: bool) -> bool:
    """A capitalized proper noun that no name has, or that is a name of one word: `Mayor Sadiq | Khan`."""
    if token.pos_ != "PROPN" or not token.text[:1].isupper():
        return False
    single = token.ent_iob_ == "B" and (token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I")
    return token.i not in covered or (single and not first)


def _titled(doc: Doc, covered: set[int]) -> Iterator[Tokens]:
    """Runs of capitalized words behind a rank or title that the parser took for no name."""
    for token in doc:
        if token.i in covered or token.lower_.rstrip(".") not in title_words() or not token.text[:1].isupper():
            continue
        start = token.i + (2 if token.i + 1 < len(doc) and doc[token.i + 1].text == "." else 1)
        end = start
        while end < len(doc) and _is_free(doc[end], covered, first=end == start):
            end += 1
        if end - start in {1, 2, 3} and not is_title(doc[start]):
            yield Tokens(doc, start, end, label="PERSON")
