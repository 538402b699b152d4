"""Quotation marks: which pairs stand in the text, and which of them quote somebody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Paragraph, Span

from .cues import words
from .marks import carried, pairs_of

Kind = Literal["speech", "words", "name"]

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
    place = 0
    for i, span in enumerate(body):
        rest = Span(max(place, span.start), max(place, span.end))
        if rest.start >= span.end:
            continue
        found += (_quotation(text, *pair) for pair in pairs_of(text, rest, body[i + 1 :]))
        for part in _carried_over(text, found, body, i):
            found.append(Quotation(part, part, "speech", opened=False, closed=False))
            place = part.end
    return tuple(found)


def _carried_over(text: str, found: list[Quotation], body: list[Span], number: int) -> list[Span]:
    """The parts of later paragraphs that a quotation left open at the end of this one runs over without new marks."""
    last = found[-1] if found else None
    if last is None or last.closed or last.span.end != body[number].end:
        return []
    sign, after = text[last.span.start : last.inner.start], body[number + 1 :]
    if not sign or not after or text.startswith(sign, after[0].start):
        return []
    return carried(text, sign, after) or []


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
    alone = said.rstrip()[-1:] == "." and said[:1].isupper() and _ends_sentence(before)
    return ends or alone or before.rstrip()[-1:] in {":"} or (before.rstrip()[-1:] == "," and said[:1].isupper())


def _names(said: str, before: str, after: str, count: int) -> bool:
    """Whether the marks set off a title or a nickname."""
    lead = [w.lower() for w in _WORD.findall(before)[-2:]]
    title = _in_title_case(said)
    if title and count >= 2 and before.endswith(", ") and lead and lead[-1] in words("works"):
        return True
    if before.rstrip().endswith((",", ":")) or (said.rstrip()[-1:] in {"?", "!"} and count > 3):
        return False
    led = bool(lead) and (lead[-1] in words("namers") - {"the"} or " ".join(lead) in words("namers"))
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
