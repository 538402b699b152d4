"""Which quotation marks belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Span

_CLOSERS = {
    "“": ("”", '"'),
    "„": ("“", "”"),
    "«": ("»",),
    "‘": ("’",),
    "``": ("''",),
    "''": ("''",),
    '"': ('"', "”"),
    "'": ("'",),
    "‹": ("›",),
}
"""Each opening mark with what closes it; newsrooms mix curly and straight ones."""

_MARK = re.compile(r"``|''|[“”„«»‘’\"'‹›]")
_BEFORE_OPENER = re.compile(r"[\s(\[{—–\-/“\"‘«…]")
_ELIDED = re.compile(r"(?:em|til|tis|twas|cause|n)\b|\d", re.I)
_SINGLE = frozenset("‘'’")


_FAR = 5
"""A quotation without new marks runs over no more paragraphs than this."""


def pairs_of(text: str, paragraph: Span, after: Sequence[Span]) -> Iterator[tuple[Span, Span, bool]]:
    """Outer span, inner span, and whether the quotation is closed in this paragraph; `after` are those behind it."""
    place = paragraph.start
    while opener := _next_opener(text, place, paragraph.end):
        start, inner = opener.start(), opener.end()
        closer = _closer(text, opener, paragraph.end)
        if closer:
            yield Span(start, closer.end()), Span(inner, closer.start()), True
            place = closer.end()
        elif (end := _before_next(text, opener, paragraph.end)) < paragraph.end:
            yield Span(start, end), Span(inner, end), False
            place = end
        elif _runs_on(text, opener.group(), after) or _is_sentence(text, start, paragraph):
            yield Span(start, paragraph.end), Span(inner, paragraph.end), False
            return
        else:
            place = inner


def _next_opener(text: str, start: int, end: int) -> re.Match[str] | None:
    return next((m for m in _MARK.finditer(text, start, end) if _opens(text, m, end)), None)


def _opens(text: str, mark: re.Match[str], end: int) -> bool:
    sign, after = mark.group(), text[mark.end() : mark.end() + 1]
    if sign not in _CLOSERS or mark.end() >= end or not after or after.isspace():
        return False
    free = mark.start() == 0 or bool(_BEFORE_OPENER.match(text[mark.start() - 1]))
    if sign in _SINGLE:
        return free and not _ELIDED.match(text, mark.end())
    return free or sign in "“„«``"


def _closer(text: str, opener: re.Match[str], end: int) -> re.Match[str] | None:
    end = _before_next(text, opener, end)
    marks = [m for m in _MARK.finditer(text, opener.end(), end) if m.group() in _CLOSERS[opener.group()]]
    if opener.group() in _SINGLE:
        marks = [m for m in marks if _closes_single(text, m)]
        firm = [m for m in marks if text[m.start() - 1] in ".,?!;"]
        return next(iter(firm if firm and text[marks[0].start() - 1] == "s" else marks), None)
    if opener.group() == '"':
        marks = [m for m in marks if _closes_double(text, m)]
    return marks[0] if marks else None


def _before_next(text: str, opener: re.Match[str], end: int) -> int:
    """Where the next line opens a quotation of the same kind: this one was not closed before it."""
    if opener.group() not in "“„«":
        return end
    again = re.compile(rf"\n\s*{re.escape(opener.group())}").search(text, opener.end(), end)
    return again.start() if again else end


def _closes_double(text: str, mark: re.Match[str]) -> bool:
    """A straight mark behind a blank closes only after an inner quotation: `'a flight to quality,' "`."""
    before = text[: mark.start()].rstrip()
    return not text[mark.start() - 1].isspace() or (
        before[-1:] in _SINGLE and text[mark.end() : mark.end() + 1] in " \n"
    )


def _closes_single(text: str, mark: re.Match[str]) -> bool:
    return not text[mark.start() - 1].isspace() and not text[mark.end() : mark.end() + 1].isalnum()


def _runs_on(text: str, sign: str, after: Sequence[Span]) -> bool:
    if not after or sign in _SINGLE:
        return False
    return text.startswith(sign, after[0].start) or carried(text, sign, after) is not None


def carried(text: str, sign: str, after: Sequence[Span]) -> list[Span] | None:
    """The parts of the next paragraphs that an open quotation runs over, to its closing mark; None if it has none."""
    for number, paragraph in enumerate(after[:_FAR]):
        if (end := closes_alone(text, sign, paragraph)) is not None:
            return [*after[:number], Span(paragraph.start, end)]
        if any(m.group() in {sign, *_CLOSERS[sign]} for m in _MARK.finditer(text, paragraph.start, paragraph.end)):
            return None
    return None


def closes_alone(text: str, sign: str, paragraph: Span) -> int | None:
    """Where a paragraph closes a quotation that an earlier one opened with `sign`; None if it does not."""
    if sign not in _CLOSERS or sign in _SINGLE:
        return None
    kinds = {sign, *_CLOSERS[sign]}
    first = next((m for m in _MARK.finditer(text, paragraph.start, paragraph.end) if m.group() in kinds), None)
    if first is None or first.start() == paragraph.start or first.group() not in _CLOSERS[sign]:
        return None
    return None if text[first.start() - 1].isspace() else first.end()


def _is_sentence(text: str, start: int, paragraph: Span) -> bool:
    """A mark nobody closed, at the head of a paragraph: the whole paragraph is quoted."""
    return start == paragraph.start and text[start] not in _SINGLE
