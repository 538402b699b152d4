"""The article as it was taken in: frozen text, and where its paragraphs and sentences stand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from .briefing import Rights
from .span import Span

ParagraphKind = Literal["body", "heading", "boilerplate"]


@dataclass(frozen=True)
class Paragraph:
    """A block of text. `number` counts all paragraphs of the article's text from 1, boilerplate too."""

    number: int
    span: Span
    kind: ParagraphKind = "body"


@dataclass(frozen=True)
class Sentence:
    """The m-th sentence of the n-th paragraph: `PnSm`. Only body paragraphs have sentences."""

    paragraph: int
    number: int
    span: Span

    @property
    def id(self) -> str:
        """`PnSm`, as in `P8S1`."""
        return f"P{self.paragraph}S{self.number}"


@dataclass(frozen=True)
class Dateline:
    """Where an article was filed, and by which agency: `BEIRUT (AP) —`."""

    span: Span
    place: str | None
    agency: str | None


@dataclass(frozen=True)
class Article:
    """A source text with its metadata. All spans are code points of `text`, which is the decoded file."""

    name: str
    """File name, for messages."""
    text: str
    """The decoded file, line ends and all. Of HTML: the text taken out of it, as Markdown with front matter."""
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    """Sentences of the body, in order; a dateline is not part of the first one."""
    dateline: Dateline | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    """`YYYY-MM-DD`, from metadata or from a person; never from a copyright line."""
    url: str | None = None
    language: str = "en"
    rights: Rights = "reserved"
    licence: str | None = None
    invented: bool = False
    """Whether its front matter says that the event is invented."""

    @property
    def sha256(self) -> str:
        """SHA-256 of the text as UTF-8, 64 hexadecimal digits."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @property
    def suffix(self) -> str:
        """`.md` where the text carries front matter, otherwise `.txt`."""
        return ".md" if self.text.startswith("---") else ".txt"

    @cached_property
    def words(self) -> int:
        """How many words the body has: runs of characters between white space."""
        return sum(len(s.span.cut(self.text).split()) for s in self.sentences)

    def body(self) -> Iterator[str]:
        """The body's sentences as text, in order."""
        return (sentence.span.cut(self.text) for sentence in self.sentences)
