"""Where sentences end in English news prose: terminal punctuation, weighed by the words on either side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Span

from .lexicons import words

_END = re.compile(r"(?:\.(?:[ \u00a0]\.){2,3}|[.!?…]+)(?P<closers>(?:[\"”’'»)\]*_]|\s(?:''|”)(?!\w))*)(?=\s)")
_NEXT = re.compile(r"\s+(?P<openers>[\"“‘'`«(\[*_…\-–—. ]*)(?P<word>[^\s\W_](?:[\w'’.-]*[\w'’])?)?")
_LAST = re.compile(r"[\w&][\w&.'’-]*$")
_ACRONYM = re.compile(r"(?:\w\.)+\w|[A-Z][a-z]?\.[A-Z]", re.ASCII)
_REPORTED = re.compile(r"\s+(?:[A-Z][\w.'’-]*\s+){1,4}(?P<verb>[a-z]+)\b")
_QUOTES = "\"”’'»"


def find_sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of one paragraph, in order, trimmed; together they hold every character that is not white space.

    >>> t = "He left the U.S. The rest stayed. “Why?” Dr. Ruiz asked."
    >>> [s.cut(t) for s in find_sentences(t, Span(0, len(t)))]
    ['He left the U.S.', 'The rest stayed.', '“Why?” Dr. Ruiz asked.']
    """
    paragraph = span.cut(text)
    capitals = paragraph.isupper()
    start = 0
    for end in [*_ends(paragraph, capitals), len(paragraph)]:
        piece = paragraph[start:end]
        if piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            yield Span(span.start + first, span.start + start + len(piece.rstrip()))
            start = end


def _ends(paragraph: str, capitals: bool) -> Iterator[int]:
    start = 0
    for mark in _END.finditer(paragraph):
        end = _past_apart_quote(paragraph, mark.end())
        if paragraph[start : mark.start()].strip(" \t\r\n\u00a0\"“‘'([.…*_") and _is_end(
            paragraph, mark, end, capitals
        ):
            start = end
            yield end


def _past_apart_quote(paragraph: str, end: int) -> int:
    """Tokenised text sets a closing straight quotation mark apart: it closes if an odd number stands before."""
    after = re.match(r"\s+\"(?=\s|$)", paragraph[end : end + 4])
    return end + after.end() if after and paragraph[:end].count('"') % 2 else end


def _is_end(paragraph: str, mark: re.Match[str], end: int, capitals: bool) -> bool:
    after = _NEXT.match(paragraph, end)
    if after is None:
        return False
    following = after["word"] or ""
    if following[:1].islower():
        return False
    if mark[0][0] in "!?" and any(q in mark["closers"] for q in _QUOTES):
        return not _is_reported(paragraph, end)
    if (
        mark[0].startswith(".")
        and not mark[0].startswith((". .", ".."))
        and not any(c in mark["closers"] for c in _QUOTES)
    ):
        return _full_stop_ends(paragraph[: mark.start()], after, capitals)
    return True


def _is_reported(paragraph: str, end: int) -> bool:
    reported = _REPORTED.match(paragraph, end)
    return reported is not None and reported["verb"] in words("abbreviations", "reporting")


def _full_stop_ends(before: str, after: re.Match[str], capitals: bool) -> bool:
    last = _LAST.search(before)
    word = last[0] if last else ""
    low, following = word.lower(), (after["word"] or "")
    if low in words("abbreviations", "before_name"):
        return False
    if low in words("abbreviations", "before_number") and following[:1].isdigit():
        return False
    if (len(word) == 1 and word.isalpha()) or _ACRONYM.fullmatch(word) or low in words("abbreviations", "may_end"):
        return _begins(after, capitals)
    return True


def _begins(after: re.Match[str], capitals: bool) -> bool:
    """Whether what follows an abbreviation begins a sentence: one of the words that begin sentences, or a quotation."""
    key = "strong_starters" if capitals else "starters"
    first = re.split(r"['’]", after["word"] or "")[0].lower()
    return first in words("abbreviations", key) or any(mark in after["openers"] for mark in '“"`')
