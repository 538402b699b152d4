"""What a reader of a published file sees: its words with the fact that holds them, quotations taken out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any

from onrecord.model import words_of

BARRIER = "\N{CYRILLIC LETTER MULTIOCULAR O}"
"""Stands for a quotation among words, as a word no article has: no run of an article's words goes across it."""
_QUOTED = re.compile("“([^“”]*)”")
_VOID = frozenset(
    {"br", "hr", "img", "input", "link", "meta", "wbr", "source", "path", "circle", "rect", "line", "stop"}
)
_UNSEEN = frozenset({"style", "script"})
_RECORDS = {"actor-": "actors/", "source-": "actors/", "place-": "places/", "equipment-": "military/"}
"""What holds the words of cards and rows, by how their ids begin: `file/id` of the record."""
_SAID = ("alt", "title", "aria-label", "content")
"""Attributes that hold words."""


@dataclass
class Seen:
    """Words in order, each with what holds it: a fact's id, `file/id` of another record, or empty text; quotations."""

    words: list[tuple[str, str]] = field(default_factory=list)
    quotations: list[str] = field(default_factory=list)

    def add(self, text: str, fact: str = "") -> None:
        """The words of a stretch of plain text."""
        self.words += [(word, fact) for word in words_of(text)]

    def quote(self, text: str) -> None:
        """A quotation: its words count, and part the words around it."""
        self.quotations.append(" ".join(text.split()).strip("“” "))
        self.words.append((BARRIER, ""))


def html_seen(text: str) -> Seen:
    """What HTML, or Markdown with HTML in it, shows. Quotations are `q` and `blockquote` of class `quote`."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.seen


def text_seen(path: str, text: str) -> Seen:
    """What any other file shows: the strings of JSON, all else as it stands without tags."""
    seen = Seen()
    strings = _strings(json.loads(text)) if path.endswith(("json", "jsonld")) else iter([unescape(text)])
    for string in strings:
        for number, piece in enumerate(_QUOTED.split(string)):
            if number % 2:
                seen.quote(piece)
            else:
                seen.add(piece)
        seen.words.append((BARRIER, ""))
    return seen


def barred(seen: Seen, quoted: Sequence[Sequence[str]]) -> Seen:
    """The same with every known quotation among the words taken out, longest first."""
    words = list(seen.words)
    for parts in sorted(quoted, key=len, reverse=True):
        said = [word for word, _ in words]
        at = place_of(parts, said) if parts else None
        while at is not None:
            words[at : at + len(parts)] = [(BARRIER, "")]
            said[at : at + len(parts)] = [BARRIER]
            at = place_of(parts, said, at + 1)
    return Seen(words, seen.quotations)


def place_of(parts: Sequence[str], words: list[str], start: int = 0) -> int | None:
    """Where some words stand in a row among others, from `start` on; None where they do not."""
    while True:
        try:
            start = words.index(parts[0], start)
        except ValueError:
            return None
        if words[start : start + len(parts)] == [*parts]:
            return start
        start += 1


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


class _Reader(HTMLParser):
    """Keeps the open elements, so that words know their fact and quotations their end."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = Seen()
        self._open: list[tuple[str, str, bool]] = []
        self._quotation: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        fact = values.get("data-fact") or _record(values) or (self._open[-1][1] if self._open else "")
        for name in _SAID:
            if words := values.get(name):
                self.seen.words.append((BARRIER, ""))
                self.seen.add(words, fact)
                self.seen.words.append((BARRIER, ""))
        if tag not in _VOID:
            self._at_label(values)
            quote = tag in ("q", "blockquote") and "quote" in values.get("class", "").split()
            self._open.append((tag, fact, quote))

    def _at_label(self, values: dict[str, str]) -> None:
        """A source label is no part of the sentence before it."""
        if "fact-source" in values.get("class", "").split():
            self.seen.words.append((BARRIER, ""))

    def handle_endtag(self, tag: str) -> None:
        if not any(name == tag for name, _, _ in self._open):
            return
        while self._open:
            name, _, quote = self._open.pop()
            if quote and not self._quoting:
                self.seen.quote("".join(self._quotation))
                self._quotation.clear()
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        tag, fact, _ = self._open[-1] if self._open else ("", "", False)
        if self._quoting:
            self._quotation.append(data)
        elif tag not in _UNSEEN:
            self.seen.add(data, fact)

    @property
    def _quoting(self) -> bool:
        return any(quote for _, _, quote in self._open)


def _record(values: dict[str, str]) -> str:
    name = values.get("id", "")
    return next((file + name[len(start) :] for start, file in _RECORDS.items() if name.startswith(start)), "")
