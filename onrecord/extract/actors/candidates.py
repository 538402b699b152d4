"""Where names may stand: the parser's entities, and runs of words that it took for no name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from onrecord.extract.reading import Reading, span_of
from onrecord.model import Span

from .bounds import Piece
from .kinds import is_title, kind_of_body, seats, title_words
from .persons import has_given_name

_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT"})


def candidates(reading: Reading, sources: Sequence[Span]) -> Iterator[Tokens]:
    """Entities, and runs of capitalized words that the parser takes for nothing; the dateline is in no sentence."""
    doc = reading.doc
    inside = {t.i for t in reading.body()}
    entities = [e for e in doc.ents if e.label_ in _NAMES]
    covered = {t.i for e in entities for t in e}
    extra = [*_titled(doc, covered), *_unseen(doc, covered, sources)]
    yield from (e for e in [*entities, *extra] if e.start in inside)


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


def _titled(doc: Doc, covered: set[int]) -> Iterator[Tokens]:
    """Runs of capitalized words behind a rank or title that the parser took for no name."""
    for token in doc:
        if token.i in covered or token.lower_.rstrip(".") not in title_words() or not token.text[:1].isupper():
            continue
        start = token.i + (2 if token.i + 1 < len(doc) and doc[token.i + 1].text == "." else 1)
        end = start
        while end < len(doc) and end not in covered and doc[end].pos_ == "PROPN" and doc[end].text[:1].isupper():
            end += 1
        if end - start in {1, 2, 3} and not is_title(doc[start]):
            yield Tokens(doc, start, end, label="PERSON")
