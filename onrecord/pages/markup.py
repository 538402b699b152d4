"""Markup cut into tags and text: fast where it is well formed, and where it is not, as forgiving as a browser."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

_KEPT = 4096
_GAP = r"[ \t\r\n\f]"
_NAME = r"""[^\s\0=<>"'/]++"""
_ATTRIBUTES = rf"""(?:{_GAP}++{_NAME}(?:{_GAP}*+=(?:"[^"]*+"|'[^']*+'))?+)*+{_GAP}*+"""
_ATTRIBUTE = re.compile(rf"""({_NAME})(?:{_GAP}*+=(?:"([^"]*+)"|'([^']*+)'))?+""", re.ASCII)
_PIECE = re.compile(
    rf"(<(?!script\b|style\b)([a-z][a-z0-9:-]*+)({_ATTRIBUTES})(/?)>|</([a-z][a-z0-9:-]*+){_GAP}*+>"
    rf"|<(script|style)({_ATTRIBUTES})>(?s:.*?)</\6{_GAP}*+>|<!--(?:(?!--)(?s:.))*+-->|<!doctype[^<>]*+>)([^<]*+)",
    re.ASCII | re.IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class Tag:
    """Opens an element: its name in lower case, the values of its attributes. Equal tags are mostly one object."""

    name: str
    values: Mapping[str, str]


@dataclass(frozen=True, eq=False)
class End:
    """Closes an element."""

    name: str


Piece = Tag | End | str


def pieces(markup: str) -> list[Piece]:
    """Tags and text in their order, characters unescaped; comments and what stands in scripts and styles left out.

    >>> [piece if isinstance(piece, str) else piece.name for piece in pieces('<p>5 &lt; 6<br/></p>')]
    ['p', '5 < 6', 'br', 'br', 'p']
    """
    before = markup.partition("<")[0]
    matches = _PIECE.findall(markup, len(before))
    if len(before) + sum(len(match[0]) + len(match[-1]) for match in matches) != len(markup):
        return _forgiven(markup)
    found: list[Piece] = [unescape(before)] if before else []
    for _, name, attributes, closed, end, raw, told, text in matches:
        if name or raw:
            found.append(_tag(name or raw, attributes or told))
        if end or closed or raw:
            found.append(_end(end or name or raw))
        if text:
            found.append(unescape(text) if "&" in text else text)
    return found


@lru_cache(maxsize=_KEPT)
def _tag(name: str, attributes: str) -> Tag:
    found = _ATTRIBUTE.findall(attributes) if attributes else ()
    return Tag(name.lower(), {key.lower(): unescape(double or single) for key, double, single in found})


@lru_cache(maxsize=_KEPT)
def _end(name: str) -> End:
    return End(name.lower())


def _forgiven(markup: str) -> list[Piece]:
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader.pieces


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[Piece] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append(Tag(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(End(tag))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is None:
            self.pieces.append(data)
