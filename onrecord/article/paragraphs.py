"""Where paragraphs stand in a text: between blank lines, at indents, or line by line; never by rewriting the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.model import Span

_LINE = re.compile(r"[^\r\n]+")
_BREAK = re.compile(r"\r\n|\r|\n")
_INDENT = re.compile(r"(?: {2,}|\t|\u00a0{2,}|\u3000)\S")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s")
_FINAL = re.compile(r"[.!?…:][\"”’'»)\]*_ ]*$")
_NARROWEST_WRAP = 40
_WIDEST_WRAP = 100


def find_paragraphs(text: str, start: int = 0) -> tuple[Span, ...]:
    """The paragraphs of `text` from `start` on: in order, trimmed of white space, never empty."""
    return tuple(span for block in _blocks(text, start) for span in _divide(text, block))


def _blocks(text: str, start: int) -> Iterator[list[Span]]:
    """Runs of lines without a blank line between them."""
    block: list[Span] = []
    for line in _lines(text, start):
        if line.cut(text).strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _lines(text: str, start: int) -> Iterator[Span]:
    for line_break in _BREAK.finditer(text, start):
        yield Span(start, line_break.start())
        start = line_break.end()
    yield Span(start, len(text))


def _divide(text: str, block: list[Span]) -> Iterator[Span]:
    lines = [line.cut(text) for line in block]
    starts = _paragraph_starts(lines)
    for first, after in pairwise([*starts, len(block)]):
        yield _trim(text, Span(block[first].start, block[after - 1].end))


def _paragraph_starts(lines: list[str]) -> list[int]:
    if _by_indent(lines):
        return [n for n, line in enumerate(lines) if n == 0 or _INDENT.match(line)]
    if not _is_wrapped(lines) and _is_line_by_line(lines):
        return list(range(len(lines)))
    headings = {n for n, line in enumerate(lines) if _MARKDOWN_HEADING.match(line)}
    return sorted({0} | headings | {n + 1 for n in headings if n + 1 < len(lines)})


def _by_indent(lines: list[str]) -> bool:
    indented = [bool(_INDENT.match(line)) for line in lines[1:]]
    return any(indented) and not all(indented)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines were broken at a width: the first word of nearly every next line would not have fitted."""
    width = max(len(line.rstrip()) for line in lines)
    full = [len(a.rstrip()) + 1 + len(b.split()[0]) > width - 4 for a, b in pairwise(lines)]
    return _NARROWEST_WRAP <= width <= _WIDEST_WRAP and sum(full) >= 0.7 * len(full)


def _is_line_by_line(lines: list[str]) -> bool:
    """Whether each line is a paragraph: most end as sentences do, or are far longer than a wrapped line."""
    whole = [bool(_FINAL.search(line)) or len(line) > 2 * _WIDEST_WRAP for line in lines]
    return sum(whole) >= 0.6 * len(whole)


def _trim(text: str, span: Span) -> Span:
    piece = span.cut(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))
