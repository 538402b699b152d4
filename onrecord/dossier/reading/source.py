"""A YAML file as text: decoded, cut into lines, able to point at a place in itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from onrecord.model import Position, Problem

from .oddities import visible

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_TAB = re.compile(r"^ *\t(?=[ \t]*\S)")
_SHOWN = 5
_OTHERS = {
    b"\xff\xfe": "a text in UTF-16",
    b"\xfe\xff": "a text in UTF-16",
    b"PK\x03\x04": "a document of an office program, or an archive",
    b"\xd0\xcf\x11\xe0": "a document of an office program",
    b"%PDF": "a PDF",
    b"{\\rtf": "a document in RTF",
}
"""Files that are no plain text, by the bytes they begin with."""


@dataclass(frozen=True)
class Source:
    """A file's text. `problems` collects what is wrong with it, in the order it was noticed."""

    file: str
    """Path as messages print it, relative to the project."""
    text: str
    problems: list[Problem] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    """Lines of records that could not be parsed, and were left out."""

    @cached_property
    def lines(self) -> list[str]:
        """The lines as YAML counts them, without their ends."""
        return _BREAK.split(self.text)

    def position(self, line: int, column: int) -> Position:
        """A place in this file; line and column from 1."""
        return Position(self.file, line, column)

    def report(self, place: Position, message: str, mend: str = "") -> None:
        """Note a problem at a place of this file, with the line that is wrong."""
        excerpt = self.lines[place.line - 1] if 0 < place.line <= len(self.lines) else ""
        self.problems.append(Problem(self.file, place.line, place.column, message, mend, visible(excerpt)))


def decode(data: bytes, file: str) -> Source:
    """The text of a file's bytes. UTF-8, a byte order mark allowed; what is not UTF-8 is a problem with its place."""
    if data.startswith(tuple(_OTHERS)):
        return _undecodable(data, 0, file)
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return _undecodable(data, error.start, file)
    source = Source(file, text)
    for line, column, message, mend in _unreadable(source):
        source.report(source.position(line, column), message, mend)
    return source


def _undecodable(data: bytes, start: int, file: str) -> Source:
    if kind := next((kind for magic, kind in _OTHERS.items() if data.startswith(magic)), None):
        source = Source(file, "")
        source.report(
            source.position(0, 0),
            f"this is {kind}, not a plain text in UTF-8",
            "save it as plain text, encoded in UTF-8",
        )
        return source
    before = _BREAK.split(data[:start].decode("utf-8"))
    # What most editors write that do not write UTF-8: good enough to show the line, a character a byte.
    shown = "".join(bytes([byte]).decode("cp1252", "replace") for byte in data[start:])
    source = Source(file, data[:start].decode("utf-8") + shown)
    place = source.position(len(before), len(before[-1].removeprefix("\ufeff")) + 1)
    source.report(place, f"not UTF-8: byte 0x{data[start]:02X} is no character", "save the file as UTF-8")
    return Source(file, "", source.problems)


def _unreadable(source: Source) -> Iterator[tuple[int, int, str, str]]:
    if "\t" not in source.text and not _UNPRINTABLE.search(source.text):
        return
    for line, match in islice(_matches(_TAB, source), _SHOWN):
        yield line, match.end(), "a tab in the indentation", "use two spaces for each level"
    for line, match in islice(_matches(_UNPRINTABLE, source), _SHOWN):
        said = f"an unprintable character (U+{ord(match[0]):04X})"
        yield line, match.start() + 1, said, "delete it, or write it as an escape"


def _matches(pattern: re.Pattern[str], source: Source) -> Iterator[tuple[int, re.Match[str]]]:
    for number, line in enumerate(source.lines, start=1):
        if match := pattern.search(line):
            yield number, match
