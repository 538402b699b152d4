"""Quotation marks: which pairs stand in the text, and which of them quote somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Paragraph, Span

from .cues import words

Kind = Literal["speech", "words", "name"]

_OPENERS = {"“": "”", "„": "“”", "«": "»", "‘": "’", "``": "''", "''": "''", '"': '"', "'": "'", "‹": "›"}
_MARK = re.compile(r"``|''|[“”„«»‘’\"'‹›]")
_BEFORE_OPENER = re.compile(r"[\s(\[{—–\-/“\"‘«…]")
_ELIDED = re.compile(r"(?:em|til|tis|twas|cause|n)\b|\d", re.I)
_SINGLE = frozenset("‘'’")
_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")


@dataclass(frozen=True)
class Quotation:
    """Words between quotation marks. `span` has the marks, `inner` only the words.

    speech = somebody's utterance or a piece of one; words = one to three words set off, which quote somebody only
    inside attributed content; name = a title, nickname or other name.
    """

    span: Span
    inner: Span
    kind: Kind
    opened: bool = True
    closed: bool = True


def find_quotations(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Quotation, ...]:
    """Every outermost quotation, in order. One that runs over several paragraphs gives one for each of them."""
    found: list[Quotation] = []
    body = [p.span for p in paragraphs if p.kind != "boilerplate"]
    for i, span in enumerate(body):
        after = body[i + 1] if i + 1 < len(body) else None
        found += (_quotation(text, *pair) for pair in _pairs(text, span, after))
    return tuple(found)


def _pairs(text: str, paragraph: Span, after: Span | None) -> Iterator[tuple[Span, Span, bool]]:
    """Outer span, inner span, and whether the quotation is closed in this paragraph."""
    place = paragraph.start
    while opener := _next_opener(text, place, paragraph.end):
        start, inner = opener.start(), opener.end()
        closer = _closer(text, opener, paragraph.end)
        if closer:
            yield Span(start, closer.end()), Span(inner, closer.start()), True
            place = closer.end()
        elif _runs_on(text, opener.group(), after) or _is_sentence(text, start, paragraph):
            yield Span(start, paragraph.end), Span(inner, paragraph.end), False
            return
        else:
            place = inner


def _next_opener(text: str, start: int, end: int) -> re.Match[str] | None:
    return next((m for m in _MARK.finditer(text, start, end) if _opens(text, m, end)), None)


def _opens(text: str, mark: re.Match[str], end: int) -> bool:
    sign, after = mark.group(), text[mark.end() : mark.end() + 1]
    if sign not in _OPENERS or mark.end() >= end or not after or after.isspace():
        return False
    free = mark.start() == 0 or bool(_BEFORE_OPENER.match(text[mark.start() - 1]))
    if sign in _SINGLE:
        return free and not _ELIDED.match(text, mark.end())
    return free or sign in "“„«``"


def _closer(text: str, opener: re.Match[str], end: int) -> re.Match[str] | None:
    closes = _OPENERS[opener.group()]
    marks = [m for m in _MARK.finditer(text, opener.end(), end) if m.group() in closes or m.group() == closes]
    if opener.group() in _SINGLE:
        marks = [m for m in marks if _closes_single(text, m)]
        firm = [m for m in marks if text[m.start() - 1] in ".,?!;"]
        return next(iter(firm if firm and text[marks[0].start() - 1] == "s" else marks), None)
    if opener.group() == '"':
        marks = [m for m in marks if not text[m.start() - 1].isspace()]
    return marks[0] if marks else None


def _closes_single(text: str, mark: re.Match[str]) -> bool:
    return not text[mark.start() - 1].isspace() and not text[mark.end() : mark.end() + 1].isalnum()


def _runs_on(text: str, sign: str, after: Span | None) -> bool:
    return after is not None and text.startswith(sign, after.start) and sign not in _SINGLE


def _is_sentence(text: str, start: int, paragraph: Span) -> bool:
    """A mark nobody closed, at the head of a paragraph: the whole paragraph is quoted."""
    return start == paragraph.start and text[start] not in _SINGLE


def _quotation(text: str, span: Span, inner: Span, closed: bool) -> Quotation:
    return Quotation(span, inner, _kind(text, span, inner), closed=closed)


def _kind(text: str, span: Span, inner: Span) -> Kind:
    said = inner.cut(text)
    count = len(_WORD.findall(said))
    before = text[max(0, span.start - 40) : span.start]
    if _names(said, before, text[span.end : span.end + 30], count):
        return "name"
    if count <= 3 and not _is_utterance(said, before):
        return "words"
    return "speech"


def _is_utterance(said: str, before: str) -> bool:
    """Short, but with the punctuation of speech."""
    ends = said.rstrip()[-1:] in {",", "?", "!", "—"}
    return ends or before.rstrip()[-1:] in {":"} or (before.rstrip()[-1:] == "," and said[:1].isupper())


def _names(said: str, before: str, after: str, count: int) -> bool:
    """Whether the marks set off a title or a nickname."""
    if before.rstrip().endswith((",", ":")) or (said.rstrip()[-1:] in {"?", "!"} and count > 3):
        return False
    lead = [w.lower() for w in _WORD.findall(before)[-2:]]
    led = bool(lead) and (lead[-1] in words("namers") - {"the"} or " ".join(lead) in words("namers"))
    title = _in_title_case(said)
    if led:
        return title or count <= 3
    if title and lead and lead[-1] in words("works"):
        return True
    if title and count >= 2 and not said.rstrip().endswith((".", ",")) and not _ends_sentence(before):
        return True
    return title and count <= 2 and _is_nickname(said, before, after)


def _is_nickname(said: str, before: str, after: str) -> bool:
    """A name or designation stands right before it: Su-34 "Fullback", William "Bill" Gates."""
    last = _LAST.search(before)
    if last is None or said.rstrip().endswith((".", ",")):
        return False
    return any(c.isdigit() for c in last.group(1)) or (last.group(1)[:1].isupper() and after[:2].strip()[:1].isupper())


_LAST = re.compile(r"([\w\-.]+) $")
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "and",
        "or",
        "but",
        "nor",
        "by",
        "with",
        "from",
        "as",
        "into",
        "over",
        "is",
        "vs",
        "v",
    ]
)


def _in_title_case(said: str) -> bool:
    parts = _WORD.findall(said)
    big = [w for i, w in enumerate(parts) if i == 0 or w.lower() not in _SMALL]
    return bool(big) and all(w[0].isupper() or w[0].isdigit() for w in big)


def _ends_sentence(before: str) -> bool:
    return before.rstrip()[-1:] in {"", ".", "!", "?", "”", '"'}
