"""An article made of its text: paragraphs, their kinds, the dateline, sentences, rights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Article, Dateline, Paragraph, Rights, Sentence, Span

from .dateline import find_dateline, publisher_of
from .kinds import kinds_of, rights_of
from .paragraphs import find_paragraphs
from .sentences import find_sentences

_NEAR_HEAD = 5
"""Paragraphs."""


@dataclass(frozen=True)
class Metadata:
    """What a file says about its article; None where it says nothing."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    rights: Rights | None = None
    licence: str | None = None
    invented: bool = False


def article_of_text(text: str, *, name: str, title: str | None = None, published: str | None = None) -> Article:
    """The article that a text is, all of it taken as text; for batches. Refuses nothing, not even an empty text.

    >>> article = article_of_text("OSLO (AP) — The port closed. Ships wait.", name="a.txt")
    >>> [sentence.id for sentence in article.sentences], article.publisher
    (['P1S1', 'P1S2'], 'The Associated Press')
    """
    return compose(text, name=name, metadata=Metadata(title=title, published=published))


def compose(text: str, *, name: str, metadata: Metadata, start: int = 0) -> Article:
    """The article in `text` from `start` on, where its front matter ends; what `metadata` says wins over the text."""
    spans = find_paragraphs(text, start)
    kinds = kinds_of(text, spans, title=metadata.title)
    paragraphs = tuple(Paragraph(n, span, kind) for n, (span, kind) in enumerate(zip(spans, kinds, strict=True), 1))
    dateline = _dateline(text, paragraphs)
    rights, licence = rights_of(text, spans) if metadata.rights is None else (metadata.rights, None)
    return Article(
        name=name,
        text=text,
        paragraphs=paragraphs,
        sentences=tuple(_sentences(text, paragraphs, dateline)),
        dateline=dateline,
        title=metadata.title or _title(text, paragraphs),
        publisher=metadata.publisher or publisher_of(dateline.agency if dateline else None),
        author=metadata.author,
        published=metadata.published,
        url=metadata.url,
        language=metadata.language or "en",
        rights=rights,
        licence=metadata.licence or licence,
        invented=metadata.invented,
    )


def _dateline(text: str, paragraphs: tuple[Paragraph, ...]) -> Dateline | None:
    """The first body paragraph's; a later one near the head counts where it names an agency, as after a standfirst."""
    body = [p.span for p in paragraphs if p.kind == "body"][:_NEAR_HEAD]
    found = [find_dateline(text, span) for span in body]
    return next((d for n, d in enumerate(found) if d and (n == 0 or d.agency)), None)


def _sentences(text: str, paragraphs: tuple[Paragraph, ...], dateline: Dateline | None) -> Iterator[Sentence]:
    for paragraph in paragraphs:
        if paragraph.kind != "body":
            continue
        span = paragraph.span
        if dateline and dateline.span.start == span.start:
            span = Span(dateline.span.end, span.end)
        for number, sentence in enumerate(find_sentences(text, span), 1):
            yield Sentence(paragraph.number, number, sentence)


def _title(text: str, paragraphs: tuple[Paragraph, ...]) -> str | None:
    """A heading that stands before the body."""
    first = next((p for p in paragraphs if p.kind != "boilerplate"), None)
    if first is None or first.kind != "heading":
        return None
    return " ".join(first.span.cut(text).strip("#*_ ").split()) or None
