"""What the YAML parser says, in words that name the mend."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from onrecord.model import Position

from .slips import find_slip
from .source import Source

_QUOTE = 'put the whole text in quotation marks: "..."'

_LIST = f"begin it on a line of its own; if the dash belongs to a text, {_QUOTE}"

_INNER = {
    '"': "put the whole text between '...', or write \\\" for each mark inside it",
    "'": "put the whole text between \"...\", or write '' for each apostrophe inside it",
}

# (words of the parser, what it is scanning, our words, the mend); the first that fits is taken.
_SAYINGS = (
    ("mapping values are not allowed", "", "a colon where no key can stand", f"if it belongs to a text, {_QUOTE}"),
    ("sequence entries are not allowed", "", "a list begins in the middle of a line", _LIST),
    ("end of stream", "quoted", "a quotation mark opens here and is never closed", "close it"),
    ("unknown escape", "", "an unknown escape after '\\'", "write '\\\\' for a backslash"),
    ("line break", "block scalar", "'>' and '|' open a block of text in YAML", "put the value in quotation marks"),
    ("',' or ']'", "", "a list opens with '[' and is not closed", "close it with ']'; commas part what it holds"),
    ("',' or '}'", "", "a group of keys opens with '{' and is not closed", "close it with '}'; commas part the keys"),
    ("'-' indicator", "", "a key in the middle of a list", "give it the indentation of the other keys of its record"),
    ("expected ':'", "", "neither a key with a colon nor part of the text above", f"write 'key: value', or {_QUOTE}"),
    ("expected node content", "", "a value is missing here", "write it, or remove the comma or the bracket"),
    ("directive", "", "a line that begins with '%' is an order to the parser", _QUOTE),
)


_OPENED = ("never closed", "is not closed", "a block of text", "nor part of the text")
"""What is mended where it begins, not where the parser noticed it."""
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")


def explain(error: Exception, source: Source, words: Sequence[str] = ()) -> None:
    """Report a syntax error to `source`, at the place that has to be mended; `words` are the keys it can have."""
    if conflict := next((n for n, line in enumerate(source.lines, 1) if _CONFLICT.match(line)), None):
        mend = "settle the conflict and remove the marks of git"
        source.report(source.position(conflict, 1), "a mark of a merge conflict", mend)
        return
    said, context = str(getattr(error, "problem", None) or error), str(getattr(error, "context", None) or "")
    message, mend = _saying(said, context)
    mark = getattr(error, "problem_mark", None)
    if any(words in message for words in _OPENED):
        mark = getattr(error, "context_mark", None) or mark
    place = _place(mark, source)
    if slip := find_slip(source, place.line, place.column, said, words):
        source.report(source.position(slip.line, slip.column), slip.message, slip.mend)
        return
    if inside := _inside(said, error, source):
        place, message, mend = inside
    source.report(place, *(_at_place(said, place, source) or (message, mend)))


def _inside(said: str, error: Exception, source: Source) -> tuple[Position, str, str] | None:
    """What is wrong between brackets that open and end on one line; None where they never close."""
    opened, stopped = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    if "expected ',' or" not in said or not opened or not stopped or opened.line != stopped.line:
        return None
    place, line = _place(stopped, source), source.lines[stopped.line]
    here, closing = line[stopped.column : stopped.column + 1], said.rstrip("'")[-1]
    if here and here in "]}":
        return place, f"'{line[opened.column]}' is closed with '{here}'", f"write '{closing}' here"
    if here == ":":
        return place, "a colon where no key can stand", f"part the keys with commas; if it belongs to a text, {_QUOTE}"
    return (place, "a comma is missing here", "commas part what stands between brackets") if here else None


def _place(mark: yaml.Mark | None, source: Source) -> Position:
    if mark is None:
        return source.position(1, 1)
    last = len(source.lines)
    while last > 1 and not source.lines[last - 1].strip():
        last -= 1
    if mark.line >= last:
        return source.position(last, len(source.lines[last - 1]) + 1)
    return source.position(mark.line + 1, mark.column + 1)


def _saying(said: str, context: str) -> tuple[str, str]:
    for words, scanning, message, mend in _SAYINGS:
        if words in said and scanning in context:
            return message, mend
    return "this cannot be read as YAML", "compare its indentation and its quotation marks with the lines above"


def _at_place(said: str, place: Position, source: Source) -> tuple[str, str] | None:
    """What only the line itself can tell."""
    line = source.lines[place.line - 1]
    before, here = line[: place.column - 1], line[place.column - 1 : place.column]
    if "cannot start any token" in said:
        return f"a text cannot begin with '{here}'", _QUOTE
    if "expected key" in said and re.search(r"[\"']\s*$", before):
        return "words after the closing quotation mark", _INNER[before.rstrip()[-1]]
    if "expected key" in said:
        return "this does not stand below what it belongs to", "give it the indentation of its neighbours"
    return None
