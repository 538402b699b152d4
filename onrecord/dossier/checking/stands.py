"""Facts against the article: do the words still stand where the fact says, and are quotations verbatim?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Article, At, Fact, Kept, Span, text_hash

from .desk import Desk

_ELLIPSIS = re.compile(r"\s*(?:…|\.\s?\.\s?\.)\s*")
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'"})


def check_article(desk: Desk, article: Article) -> None:
    """Report every record that has lost its place, and every quotation that is not word for word in the article."""
    sources = desk.dossier.briefing.sources
    same = next((source.id for source in sources if source.sha256 == article.sha256), sources[0].id)
    for _, path, record in desk.kept():
        if record.at and (record.at.article or sources[0].id) == same:
            _place(desk, path, record, record.at, article)
    for path, fact in desk.facts():
        if fact.quote and (not fact.at or (fact.at.article or sources[0].id) == same):
            _quotation(desk, path, fact, article)


def _place(desk: Desk, path: str, record: Kept, at: At, article: Article) -> None:
    span = Span(at.start, at.end)
    if at.start >= at.end:
        desk.report(f"{path}/at/end", "the place ends before it begins", "'end' is larger than 'start'")
    elif text_hash(span.cut(article.text)) != at.hash or at.end > len(article.text):
        _moved(desk, path, record, at, article)
    else:
        _sentence(desk, path, record, at, article)


def _moved(desk: Desk, path: str, record: Kept, at: At, article: Article) -> None:
    """Only the same characters count as the same place: a sentence and its negation are nearly alike."""
    spans = list(same_words(at, article.text))
    if len(spans) == 1:
        sentence = next((s.id for s in article.sentences if s.span.overlaps(spans[0])), at.sentence)
        new = f"{{sentence: {sentence}, start: {spans[0].start}, end: {spans[0].end}, hash: {at.hash}}}"
        desk.report(f"{path}/at", f"the words of '{record.id}' have moved", f"write at: {new}")
        return
    why = "its words stand in the article more than once" if spans else "its words are no longer in the article"
    mend = "compare the record with the article; then give it its new place, or remove it"
    desk.report(f"{path}/at", f"'{record.id}' has lost its place: {why}", mend)


def same_words(at: At, text: str) -> Iterator[Span]:
    """Every place of the text whose characters are those of `at`."""
    length = at.end - at.start
    for start in range(len(text) - length + 1):
        # Words begin where words begin: nothing is looked for in the middle of one.
        inside = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
        if not inside and text_hash(text[start : start + length]) == at.hash:
            yield Span(start, start + length)


def _sentence(desk: Desk, path: str, record: Kept, at: At, article: Article) -> None:
    span = Span(at.start, at.end)
    sentence = next((s for s in article.sentences if s.id == at.sentence), None)
    stands = next((s.id for s in article.sentences if s.span.overlaps(span)), None)
    mend = f"the words stand in {stands}" if stands else "the words stand in no sentence of the article's body"
    if sentence is None:
        desk.report(f"{path}/at/sentence", f"the article has no sentence {at.sentence}", mend)
    elif not _holds(sentence.span if isinstance(record, Fact) else None, at, span, article):
        desk.report(f"{path}/at/sentence", f"{at.sentence} does not hold these words", mend)


def _holds(sentence: Span | None, at: At, span: Span, article: Article) -> bool:
    """A fact begins in its sentence and may run on in the paragraph; a name may also stand in its dateline."""
    paragraph = _paragraph(at, article)
    begins = sentence is None or sentence.start <= span.start < sentence.end
    return begins and paragraph is not None and paragraph.holds(span)


def _paragraph(at: At, article: Article) -> Span | None:
    number = int(at.sentence[1:].partition("S")[0])
    return next((p.span for p in article.paragraphs if p.number == number), None)


def _quotation(desk: Desk, path: str, fact: Fact, article: Article) -> None:
    assert fact.quote is not None
    paragraph = _paragraph(fact.at, article) if fact.at else None
    near = _even((paragraph or Span(0, len(article.text))).cut(article.text))
    for fragment in filter(None, _ELLIPSIS.split(_even(fact.quote.text))):
        if _verbatim(fragment, near):
            continue
        mend = "quote word for word; leave words out only with an ellipsis between two fragments"
        message = f"“{_short(fragment)}” is not in the article"
        if paragraph and _verbatim(fragment, _even(article.text)):
            message = f"“{_short(fragment)}” stands elsewhere in the article, not where the fact does"
            mend = "correct 'at', or quote the words of this place"
        desk.report(f"{path}/quote/text", message, mend)


def _verbatim(fragment: str, text: str) -> bool:
    pattern = (r"(?<!\w)" if fragment[0].isalnum() else "") + re.escape(fragment)
    return re.search(pattern + (r"(?!\w)" if fragment[-1].isalnum() else ""), text) is not None


def _even(text: str) -> str:
    """The text with straight marks and single spaces, and nothing else changed."""
    return " ".join(text.translate(_STRAIGHT).split())


def _short(text: str, most: int = 8) -> str:
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")
