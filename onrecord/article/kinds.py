"""What a paragraph is: body, heading, or boilerplate that stands around every article of its publisher."""

from __future__ import annotations

import re
from functools import cache

from onrecord.model import ParagraphKind, Rights, Span

from .dateline import find_dateline
from .lexicons import lexicon

_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+\S")
_ENDS = re.compile(r"[.!…:;,][\"”’'»)\]*_]*$|[\"”]$|[—–-]$")
_RULE = re.compile(r"[\W_]+")
_LICENCE = re.compile(r"(?i)creative commons[^.;,\n]{0,60}|cc[ -]by(?:-(?:sa|nd|nc))*(?:[ -]\d\.\d)?|cc0|public domain")
_HEADING_WORDS = 20
_CROSSHEAD_WORDS = 8


def kinds_of(text: str, paragraphs: tuple[Span, ...], *, title: str | None) -> tuple[ParagraphKind, ...]:
    """The kind of each paragraph, in order."""
    kinds = [_kind(span.cut(text), title) for span in paragraphs]
    first = next((n for n, kind in enumerate(kinds) if kind != "boilerplate"), None)
    if first is not None and "body" in kinds[first + 1 :] and is_headline(text, paragraphs[first]):
        kinds[first] = "heading"
    crossheads = _crossheads(text, paragraphs) if not text.isupper() else set()
    return tuple("heading" if n in crossheads and kind == "body" else kind for n, kind in enumerate(kinds))


def _crossheads(text: str, paragraphs: tuple[Span, ...]) -> set[int]:
    """Short lines in capitals between paragraphs of mixed case; a last line is none."""
    found = set()
    for n, span in enumerate(paragraphs[:-1]):
        words = span.cut(text)
        if words.isupper() and len(words.split()) <= _CROSSHEAD_WORDS and is_headline(text, span):
            found.add(n)
    return found


def is_headline(text: str, span: Span) -> bool:
    """Whether a first paragraph is short and has neither a final stop nor a dateline."""
    words = span.cut(text)
    short = len(words.split()) <= _HEADING_WORDS and "\n" not in words
    return short and not _ENDS.search(words) and find_dateline(text, span) is None


def rights_of(text: str, paragraphs: tuple[Span, ...]) -> tuple[Rights, str | None]:
    """What the article's rights lines allow, and the licence they name; reserved where they say nothing."""
    for span in paragraphs:
        words = span.cut(text)
        if _is_open(words):
            found = _LICENCE.search(words)
            return "open", found[0].strip() if found else None
    return "reserved", None


def _kind(words: str, title: str | None) -> ParagraphKind:
    if _MARKDOWN_HEADING.match(words) or (title and _plain(words) == _plain(title)):
        return "heading"
    return "boilerplate" if _is_boilerplate(words) else "body"


def _plain(words: str) -> str:
    return " ".join(words.strip("#*_ ").casefold().split())


def _is_boilerplate(words: str) -> bool:
    if _RULE.fullmatch(words):
        return True
    if len(words.split()) > int(lexicon("boilerplate")["words"]):
        return False
    line = " ".join(words.strip("_* ").split())
    return any(form.fullmatch(line) for form in _forms("rights")) or _is_open(words) or _starts_so(line)


def _starts_so(line: str) -> bool:
    return any(form.match(line) for form in _forms("start"))


def _is_open(words: str) -> bool:
    """A licence line: short, names a licence, and speaks of the text itself."""
    line = " ".join(words.strip("_* ").split())
    speaks = re.search(r"(?i)\b(?:this|licen[cs]ed?|republish|text|content|available|under)\b", line)
    return len(line.split()) <= 40 and bool(speaks) and any(form.fullmatch(line) for form in _forms("open"))


@cache
def _forms(key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form, re.IGNORECASE) for form in lexicon("boilerplate")[key])
