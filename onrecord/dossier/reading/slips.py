"""What a person most likely did where the parser stopped: read off the line itself, with the keys the file can have.

The parser tells where it could not go on, which is often a line or a level away from the slip. A slip that a line
shows beyond doubt is told at its own place, with the mend; for anything else `syntax` tells what the parser said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from .oddities import BLANK
from .source import Source

_QUOTE = 'put the whole text in quotation marks: "..."'
_KEYED = re.compile(r"( *)((?:- +)*)([A-Za-z_]\w*) *:(?: |$)")
_CURLY_QUOTES = "“”„‘’‚«»"


@dataclass(frozen=True)
class Slip:
    """Where to mend, what, and how. The column counts from 1."""

    line: int
    column: int
    message: str
    mend: str


@dataclass(frozen=True)
class Stop:
    """Where and why the parser stopped. `words` are all keys that the file can have."""

    source: Source
    line: int
    column: int
    said: str
    words: Sequence[str]

    @cached_property
    def text(self) -> str:
        """The line it stopped on."""
        return self.source.lines[self.line - 1]

    @property
    def here(self) -> str:
        """The character it stopped at."""
        return self.text[self.column - 1 : self.column]

    @cached_property
    def above(self) -> int:
        """The number of the nearest line above that says something; 0 where there is none."""
        lines = self.source.lines
        said = (n for n in range(self.line - 1, 0, -1) if lines[n - 1].strip() and lines[n - 1].lstrip()[0] != "#")
        return next(said, 0)

    def keyed_above(self) -> Iterator[tuple[int, re.Match[str]]]:
        """The lines above that begin with a key, or a dash and a key, nearest first."""
        for number in range(self.line - 1, 0, -1):
            if match := _KEYED.match(self.source.lines[number - 1]):
                yield number, match


def find_slip(source: Source, line: int, column: int, said: str, words: Sequence[str]) -> Slip | None:
    """The slip behind a syntax error at a place; None where the line does not show it."""
    stop = Stop(source, line, column, said, words)
    for number in (line, stop.above):
        if number and (slip := _on_line(stop, number)):
            return slip
    return next((slip for look in _LOOKS if (slip := look(stop))), None)


def _on_line(stop: Stop, number: int) -> Slip | None:
    """A slip at the beginning of a line: its dash, its key, its colon, the mark its text begins with."""
    line = stop.source.lines[number - 1]
    key = "|".join(map(re.escape, stop.words))
    if match := re.match(r" *-(?=[A-Za-z_]\w*:(?: |$))", line):
        return Slip(number, match.end(), "no space after the dash", f"write '- {_short(line[match.end() :])}'")
    if match := re.match(rf" *(?:-(?=[\t{BLANK.pattern[1:]})|(?:- +)?(?:{key}):(?={BLANK.pattern}))", line):
        return Slip(number, match.end() + 1, _blank(line[match.end()]), "delete it, and type a space instead")
    if match := re.match(rf"( *)({BLANK.pattern}+)[ ]*(?:- +)?(?:{key}):", line):
        return Slip(number, len(match[1]) + 1, _blank(match[2][0]), "delete it, and type a space instead")
    if match := re.match(r" *(?:- +)*(?:\w+) *: +([*&?])(?=[^\w]|\w+[^\w\s])|.*: +(\{[^{}]*\}|\[[^][]*\]) *\w", line):
        start = match.start(1) if match[1] else match.start(2)
        return Slip(number, start + 1, f"a text cannot begin with '{line[start]}'", _QUOTE)
    if match := re.match(rf" *(?:- +)?({key})(?P<sign> *[=：﹕꞉] *|:| +|$)(?P<rest>.*)$", line):
        return _colon(match, number, stop)
    return None


def _colon(match: re.Match[str], number: int, stop: Stop) -> Slip | None:
    sign, rest, key = match["sign"], match["rest"], match[1]
    mend = f"write '{key}:{f' {_short(rest)}' if rest else ''}'"
    column = match.end(1) + 1
    if sign.strip() not in ("", ":"):
        at = column + len(sign) - len(sign.lstrip())
        return Slip(number, at, f"'{sign.strip()}' where a colon belongs", mend)
    if sign == ":" and rest and rest[0] not in " \t/":
        return Slip(number, column, "no space after the colon", mend)
    alone = not rest and number < stop.line and not stop.source.lines[number - 1].startswith(" ")
    if sign != ":" and (re.match(r"[\[{]", rest) or (rest and not re.search(r":(?: |$)|^:", rest)) or alone):
        return Slip(number, column, f"no colon after '{key}'", mend)
    return None


def _blank(character: str) -> str:
    if character == "\t":
        return "a tab where a space belongs"
    return f"a blank that is no space (U+{ord(character):04X})"


def _short(text: str, most: int = 40) -> str:
    text = text.strip()
    return text if len(text) <= most else f"{text[:most].rstrip()}…"


def _bracket(stop: Stop) -> Slip | None:
    if stop.here not in "]}" or not stop.here or "expected key" not in stop.said:
        return None
    return Slip(stop.line, stop.column, f"'{stop.here}' closes what nothing opened", "remove it")


def _two_dashes(stop: Stop) -> Slip | None:
    for number in (stop.line, stop.above):
        if number and (match := re.match(r" *- +(?=- )", stop.source.lines[number - 1])):
            return Slip(number, match.end() + 1, "a second dash", "one dash begins a record: remove one of them")
    return None


def _wrong_marks(stop: Stop) -> Slip | None:
    """A text in typographic quotation marks, which are none to YAML."""
    match = re.match(rf"[^:]*: +([{_CURLY_QUOTES}])", stop.text)
    if not match or "mapping values" not in stop.said:
        return None
    mend = f"{_QUOTE}; marks like {match[1]} do not count"
    return Slip(stop.line, stop.column, "a colon where no key can stand", mend)


def _first_line(stop: Stop) -> Slip | None:
    """A file whose first line is indented, or is no key: everything below stands further left, or is another thing."""
    if "document start" not in stop.said:
        return None
    lines = stop.source.lines
    number = next(n for n in range(1, stop.line + 1) if lines[n - 1].strip() and not lines[n - 1].startswith("#"))
    indented = len(lines[number - 1]) - len(lines[number - 1].lstrip(" "))
    if indented and number < stop.line:
        return Slip(number, indented + 1, "the first line is indented", "a file begins with a key, no spaces before it")
    mend = "a file begins with a key; its list stands below that key, each entry after a dash"
    return Slip(stop.line, stop.column, f"this does not go together with line {number}", mend)


def _no_dash(stop: Stop) -> Slip | None:
    """A list whose first record lacks its dash; the parser stops at the dash of the second."""
    if not re.match(r" *- ", stop.text) or not re.search("expected (?:key|<block end>)", stop.said):
        return None
    first: tuple[int, re.Match[str]] | None = None
    for number, above in stop.keyed_above():
        if above[2]:
            return None
        if not above.start(3):
            break
        first = number, above
    if first is None:
        return None
    said = _short(stop.source.lines[first[0] - 1])
    return Slip(first[0], first[1].start(3) + 1, "the first record of the list has no dash", f"write '- {said}'")


def _indentation(stop: Stop) -> Slip | None:
    """A key or a dash that stands at another level than its neighbours."""
    match = _KEYED.match(stop.text)
    if match and match[2]:
        return _margin(stop) or _dash(stop, len(match[1]), match[3])
    if not match:
        return _entry(stop) if re.match(r" *- ", stop.text) else _margin(stop)
    before = next(stop.keyed_above(), None)
    known = match[3] in stop.words or "mapping values" not in stop.said
    if before is None or not known or before[1][3] not in stop.words:
        return _margin(stop)
    column, level = match.start(3), before[1].start(3)
    if before[1][2] and column == len(before[1][1]) and column > 1:
        mend = f"put {column - 2 or 'no'} spaces before it: a dash stands two further left than the keys of its record"
        return Slip(before[0], column + 1, "the dash stands as far right as the keys of its record", mend)
    if not level and any(above.start(3) == column for _, above in islice(stop.keyed_above(), 1, 9)):
        return _margin(stop)
    deeper = "mapping values" in stop.said and column > level
    astray = ("expected" in stop.said and "'-'" in stop.said) or "expected key" in stop.said
    if column == level or not (deeper or astray):
        return _margin(stop)
    return _astray(stop.line, column, f"'{before[1][3]}'", number=before[0], level=level)


def _dash(stop: Stop, column: int, key: str) -> Slip | None:
    for number, above in stop.keyed_above():
        if above[2] and above[3] == key:
            level = len(above[1])
            return None if level == column else _astray(stop.line, column, "the dash", number=number, level=level)
    return None


def _entry(stop: Stop) -> Slip | None:
    """A dash that stands further left than the key it belongs to."""
    column = len(stop.text) - len(stop.text.lstrip(" "))
    above = _KEYED.match(stop.source.lines[stop.above - 1]) if stop.above else None
    if not above or column >= above.start(3):
        return None
    return _astray(stop.line, column, f"'{above[3]}'", number=stop.above, level=above.start(3))


def _margin(stop: Stop) -> Slip | None:
    """A key of a record that stands at the margin, outside its record; the parser stops at the line after."""
    line = stop.source.lines[stop.above - 1] if stop.above else ""
    match = _KEYED.match(line)
    stopped = re.search("mapping values|expected key", stop.said)
    if not match or not stopped or match.start(3) or match[3] not in stop.words or match.end() == len(line):
        return None
    for number, above in stop.keyed_above():
        if number < stop.above and above.start(3):
            return _astray(stop.above, 0, f"'{above[3]}'", number=number, level=above.start(3))
    return None


def _astray(line: int, column: int, neighbour: str, *, number: int, level: int) -> Slip:
    side = "right" if column > level else "left"
    spaces = f"{level or 'no'} space{'' if level == 1 else 's'}"
    message = f"this stands further {side} than {neighbour} on line {number}"
    return Slip(line, column + 1, message, f"put {spaces} before it, as there")


def _continued(stop: Stop) -> Slip | None:
    """A line of words that is neither a key nor deep enough to go on with the text above."""
    if re.match(r" *- |.*:(?: |$)", stop.text) or not re.search(r"expected (?:':'|key|'-')", stop.said):
        return None
    at = len(stop.text) - len(stop.text.lstrip(" "))
    above = next(stop.keyed_above(), None)
    if at + 1 != stop.column or above is None:
        return None
    level = above[1].start(3) + 2
    message = f"neither a key with a colon nor part of '{above[1][3]}' above"
    return Slip(
        stop.line,
        stop.column,
        message,
        f"to go on with that text, put {level} spaces before its lines; a new key needs a colon",
    )


_LOOKS: tuple[Callable[[Stop], Slip | None], ...] = (
    _bracket,
    _two_dashes,
    _first_line,
    _no_dash,
    _wrong_marks,
    _indentation,
    _continued,
)
