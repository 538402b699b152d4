"""What a reader of a published file sees: its words with the fact that holds them, quotations taken out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from typing import Any

from onrecord.model import words_of

from .markup import End, Tag, pieces

BARRIER = "\N{CYRILLIC LETTER MULTIOCULAR O}"
"""Stands for a quotation among words, as a word no article has: no run of an article's words goes across it."""
_QUOTED = re.compile("“([^“”]*)”")
_VOID = frozenset(
    {"br", "hr", "img", "input", "link", "meta", "wbr", "source", "path", "circle", "rect", "line", "stop"}
)
_KEPT = 4096
_TAKEN = ""
"""Stands where the words of a quotation were: a word is never empty."""
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
    for piece in pieces(text):
        if isinstance(piece, str):
            reader.read(piece)
        elif isinstance(piece, Tag):
            reader.open(piece)
        else:
            reader.close(piece)
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
    words = [word for word, _ in seen.words]
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        places.setdefault(word, []).append(at)
    for parts in sorted(filter(None, quoted), key=len, reverse=True):
        for at in places.get(parts[0], ()):
            if words[at : at + len(parts)] == [*parts]:
                words[at : at + len(parts)] = [BARRIER, *[_TAKEN] * (len(parts) - 1)]
    left = ((word, fact) for word, (_, fact) in zip(words, seen.words, strict=True) if word != _TAKEN)
    return Seen([(word, "" if word == BARRIER else fact) for word, fact in left], seen.quotations)


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


@dataclass(frozen=True)
class _Element:
    """What a tag says of the words below it."""

    name: str
    fact: str
    said: tuple[tuple[str, ...], ...]
    """The words of each of its attributes that hold words."""
    is_label: bool
    is_quotation: bool


@lru_cache(maxsize=_KEPT)
def _element(tag: Tag) -> _Element:
    values, kinds = tag.values, tag.values.get("class", "").split()
    return _Element(
        tag.name,
        values.get("data-fact") or _record(values),
        tuple(tuple(words_of(values[name])) for name in _SAID if values.get(name)),
        "fact-source" in kinds,
        tag.name in ("q", "blockquote") and "quote" in kinds,
    )


def _record(values: Mapping[str, str]) -> str:
    name = values.get("id", "")
    return next((file + name[len(start) :] for start, file in _RECORDS.items() if name.startswith(start)), "")


class _Reader:
    """Keeps the open elements, so that words know their fact and quotations their end."""

    def __init__(self) -> None:
        self.seen = Seen()
        self._open: list[tuple[_Element, str]] = []
        self._quoting = 0
        self._quotation: list[str] = []

    def open(self, tag: Tag) -> None:
        """Words below belong to the fact that the tag names, or to that of what holds it."""
        element = _element(tag)
        fact = element.fact or (self._open[-1][1] if self._open else "")
        for said in element.said:
            self.seen.words += [(BARRIER, ""), *((word, fact) for word in said), (BARRIER, "")]
        if tag.name not in _VOID:
            if element.is_label:  # a source label is no part of the sentence before it
                self.seen.words.append((BARRIER, ""))
            self._open.append((element, fact))
            self._quoting += element.is_quotation

    def close(self, end: End) -> None:
        """The innermost element of this name, and what was left open in it."""
        if not any(element.name == end.name for element, _ in reversed(self._open)):
            return
        while self._open:
            element, _ = self._open.pop()
            self._quoting -= element.is_quotation
            if element.is_quotation and not self._quoting:
                self.seen.quote("".join(self._quotation))
                self._quotation.clear()
            if element.name == end.name:
                return

    def read(self, text: str) -> None:
        """A stretch of text, part of a quotation where one is open."""
        if self._quoting:
            self._quotation.append(text)
        else:
            self.seen.add(text, self._open[-1][1] if self._open else "")
