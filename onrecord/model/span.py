"""Where words stand: half-open spans in code points, and the short hash that proves they still stand there."""

from __future__ import annotations

import hashlib
from typing import NamedTuple


class Span(NamedTuple):
    """`start` up to, not including, `end`, in code points of `article.text`.

    >>> Span(0, 4).cut("Iran allowed")
    'Iran'
    """

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


def text_hash(text: str) -> str:
    """Eight hexadecimal digits that stand for `text`: the first of its SHA-256 over UTF-8.

    Short, because it only has to show that known characters changed, never to find unknown ones.

    >>> text_hash("The Russians did notify")
    '70c284a0'
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
