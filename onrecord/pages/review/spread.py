"""The article's text cut where facts begin and end, so that facts which share words can all be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from onrecord.model import Article, At, Dossier, ParagraphKind, Span, text_hash


@dataclass(frozen=True)
class Stretch:
    """Words on which the same facts stand. `begins` are the numbers of the facts that begin with them."""

    words: Markup
    start: int
    """The first code point of the words in the article."""
    facts: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    sentence: str | None = None
    """The sentence that begins here."""
    left_out: str | None = None
    """Why no fact was made of the sentence that ends here."""
    whole: Span | None = None
    """The sentence without a fact that ends here."""
    unused: bool = False
    """Whether it belongs to a sentence without a fact."""


@dataclass(frozen=True)
class Block:
    """A paragraph: its stretches, and the numbers of the facts that begin in it."""

    number: int
    kind: ParagraphKind
    stretches: tuple[Stretch, ...]
    begins: tuple[int, ...]


@dataclass(frozen=True)
class _Spread:
    """What stands on the article: facts by their number, and sentences on which none does, with the reason."""

    article: Article
    facts: Mapping[int, Span]
    empty: Mapping[str, str]


def standing(dossier: Dossier, article: Article) -> dict[str, Span]:
    """Where each fact of this article stands, by id; a fact whose words are no longer there is not among them."""
    return {identifier: Span(at.start, at.end) for identifier, at in _of(dossier, article) if _stands(at, article)}


def lost(dossier: Dossier, article: Article) -> tuple[str, ...]:
    """The ids of facts of this article whose words no longer stand where they did."""
    return tuple(identifier for identifier, at in _of(dossier, article) if not _stands(at, article))


def blocks(dossier: Dossier, article: Article, numbers: Mapping[str, int]) -> tuple[Block, ...]:
    """The article paragraph by paragraph; `numbers` are the facts' on the page."""
    spans = {numbers[identifier]: span for identifier, span in standing(dossier, article).items()}
    spread = _Spread(article, spans, _without_facts(dossier, article, tuple(spans.values())))
    made = []
    for paragraph in article.paragraphs:
        stretches = _stretches(spread, paragraph.span)
        begins = tuple(number for stretch in stretches for number in stretch.begins)
        made.append(Block(paragraph.number, paragraph.kind, stretches, begins))
    return tuple(made)


def _of(dossier: Dossier, article: Article) -> list[tuple[str, At]]:
    """The ids of facts that have a place in this article, with the place."""
    sources = dossier.briefing.sources
    same = next((source.id for source in sources if source.sha256 == article.sha256), sources[0].id)
    placed = [(fact.id, fact.at) for fact in dossier.facts.values() if fact.at]
    return [(identifier, at) for identifier, at in placed if (at.article or sources[0].id) == same]


def _stands(at: At, article: Article) -> bool:
    return at.end <= len(article.text) and text_hash(Span(at.start, at.end).cut(article.text)) == at.hash


def _without_facts(dossier: Dossier, article: Article, spans: tuple[Span, ...]) -> dict[str, str]:
    """Each sentence on which no fact stands, with the reason that the extraction gave."""
    found = dossier.found.sentences if dossier.found else ()
    reasons = {sentence.id: sentence.left_out for sentence in found}
    bare = (s.id for s in article.sentences if not any(span.overlaps(s.span) for span in spans))
    return {identifier: reasons.get(identifier) or "no reason was kept" for identifier in bare}


def _stretches(spread: _Spread, whole: Span) -> tuple[Stretch, ...]:
    """A paragraph cut at every edge of a sentence and of a fact."""
    sentences = [s.span for s in spread.article.sentences if s.span.overlaps(whole)]
    inside = [span for span in spread.facts.values() if span.overlaps(whole)]
    edges = sorted({whole.start, whole.end, *(edge for span in (*sentences, *inside) for edge in span)})
    within = [edge for edge in edges if whole.start <= edge <= whole.end]
    return tuple(_stretch(spread, Span(start, end)) for start, end in pairwise(within))


def _stretch(spread: _Spread, span: Span) -> Stretch:
    holder = next((s for s in spread.article.sentences if s.span.holds(span)), None)
    on = sorted(number for number, fact in spread.facts.items() if fact.overlaps(span))
    return Stretch(
        words=_whole(span.cut(spread.article.text)),
        start=span.start,
        facts=tuple(on),
        begins=tuple(number for number in on if spread.facts[number].start == span.start),
        sentence=holder.id if holder and holder.span.start == span.start else None,
        left_out=spread.empty.get(holder.id) if holder and holder.span.end == span.end else None,
        whole=holder.span if holder and holder.span.end == span.end and holder.id in spread.empty else None,
        unused=holder is not None and holder.id in spread.empty,
    )


def _whole(words: str) -> Markup:
    r"""Words as HTML that reads back as the same characters: a browser makes one of the two that end a line.

    >>> print(_whole("<b>\r"))
    &lt;b&gt;&#13;
    """
    return escape(words).replace("\r", Markup("&#13;"))
