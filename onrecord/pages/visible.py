"""The words of a rendered page as a reader sees them, line by line."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import NamedTuple

_INLINE = frozenset(
    {"a", "abbr", "b", "code", "del", "em", "i", "ins", "q", "small", "span", "strong", "sub", "sup", "tspan"}
)
_EMPTY = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr", "path", "circle", "rect", "line", "stop", "use"})
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_HEADING = re.compile(r"^#+ (?P<words>.*?)(?: \{#(?P<id>[\w-]+)\})?$")


class Line(NamedTuple):
    """A block of words, and the nearest anchor above it."""

    anchor: str
    words: str


def visible_lines(page: str) -> list[Line]:
    r"""Every block of words of a rendered page, in order; what is said only to programs is not among them.

    >>> page = '## How many? {#many}\n\n<p id="a">At <b>least</b>\nseven.</p><p>Or nine.</p>'
    >>> [tuple(line) for line in visible_lines(page)]
    [('many', 'How many?'), ('a', 'At least seven.'), ('many', 'Or nine.')]
    """
    reader = _Reader()
    reader.feed(_FRONT.sub("", page))
    reader.close()
    reader.end_line()
    return reader.lines


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self._words: list[str] = []
        self._open: list[tuple[str, str, bool]] = []
        self._heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if tag not in _INLINE:
            self.end_line()
        elif "borne" in values.get("class", ""):  # the style sheet keeps it apart
            self._words.append(" ")
        if tag not in _EMPTY:
            unseen = tag in ("style", "script", "desc") or values.get("class") == "edit-link"
            self._open.append((tag, values.get("id", ""), unseen))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.end_line()
        if any(name == tag for name, _, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if any(unseen for _, _, unseen in self._open):
            return
        if self._open:
            self._words.append(data)
            return
        for number, line in enumerate(data.split("\n")):
            if number:
                self.end_line()
            self._words.append(line)

    def end_line(self) -> None:
        """What was read since the last line is one."""
        words = " ".join("".join(self._words).split())
        self._words.clear()
        if not words:
            return
        if not self._open and (heading := _HEADING.match(words)):
            self._heading, words = heading["id"] or self._heading, heading["words"]
        anchor = next((name for _, name, _ in reversed(self._open) if name), self._heading)
        self.lines.append(Line(anchor, words))
