"""Where names may stand: the parser's entities, and runs of words that it took for no name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from onrecord.extract.reading import Reading, span_of
from onrecord.model import Span

from .kinds import is_title, kind_of_body, seats, title_words

_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT"})


def candidates(reading: Reading, known: frozenset[str], sources: Sequence[Span]) -> Iterator[Tokens]:
    """Entities, and seats that the parser takes for nothing, in text order; the dateline is in no sentence."""
    doc = reading.doc
    inside = {t.i for t in reading.body()}
    entities = [e for e in doc.ents if e.label_ in _NAMES]
    covered = {t.i for e in entities for t in e}
    single = {w for w in seats("seats") | seats("houses") if " " not in w}
    loose = (t for t in doc if t.i not in covered and t.text[:1].isupper() and t.dep_ not in {"amod", "compound"})
    extra = [doc[t.i : t.i + 1] for t in loose if t.text in known or t.lower_ in single]
    extra += _titled(doc, covered)
    extra += _unseen(doc, covered, sources)
    yield from sorted((e for e in [*entities, *extra] if e.start in inside), key=lambda e: (e.start, -e.end))


def _unseen(doc: Doc, covered: set[int], sources: Sequence[Span]) -> Iterator[Tokens]:
    """Runs of capitalized words that the parser took for no name, though one that bears their last word speaks."""
    runs = [r for r in _runs(doc, covered) if len(r) > 1]
    speaking = {r[-1].text for r in _runs(doc, set()) if any(s.holds(span_of(r)) for s in sources)}
    for run in runs:
        low = run.text.lower()
        if low in seats("seats") or low in seats("houses"):
            yield run
        elif run[-1].text in speaking and len(run) < 5:
            label = "ORG" if kind_of_body([t.text for t in run]) else "PERSON"
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
