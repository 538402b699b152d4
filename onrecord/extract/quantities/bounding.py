"""How an article bounds a number: the words and signs before and behind it."""

from __future__ import annotations

from onrecord.model import Operator, Span

from .shapes import operator_patterns


def operator_of(text: str, span: Span, behind: int | None = None) -> Operator:
    """The sign of the longest words before the number, then of those behind it: "no more than" holds "more than".

    `behind` is where the words after the number begin, if that is not the end of `span`.
    """
    end = span.end if behind is None else behind
    before, after = text[max(0, span.start - 28) : span.start], text[end : end + 24]
    ahead = [(len(words[0]), sign) for sign, pattern, _ in operator_patterns() if (words := pattern.search(before))]
    if ahead:
        return max(ahead, key=lambda pair: pair[0])[1]
    return next((sign for sign, _, later in operator_patterns() if later.search(after)), "=")
