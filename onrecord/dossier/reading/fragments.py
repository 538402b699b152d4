"""What a stray comma or a stray dash cut in two, put together again, so that one slip is told once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Position

from .keys import wrong_key
from .meant import meant_date
from .shapes import Group
from .source import Source
from .tree import Broken, Mapping, Node, Scalar


@dataclass(frozen=True)
class Dashed:
    """A record cut by a dash: whole again, where the dash stands, and the key behind it."""

    whole: Mapping
    at: Position
    key: str


def joined(before: Node, after: Node) -> Dashed | None:
    """One record, where the entry `after` has no id and only keys that `before` lacks; None where it is another."""
    if not isinstance(before, Mapping) or not isinstance(after, Mapping) or not after.entries:
        return None
    if before.get("id") is None or any(before.get(key.text) for key, _ in after.entries):
        return None
    whole = Mapping(before.at, [*before.entries, *after.entries], before.whole and after.whole)
    return Dashed(whole, after.at, after.entries[0][0].text)


def pieces(node: Mapping, shape: Group, source: Source) -> Iterator[tuple[Scalar, Node]]:
    """The entries of a group; a text that a comma between brackets cut short is reported, and read no further."""
    entries = node.entries
    if all(key.text in shape.keys for key, _ in entries):
        yield from entries
        return
    for number, (key, value) in enumerate(entries):
        rest = list(_bare(entries[number + 1 :], shape, source, node)) if isinstance(value, Scalar) else []
        if isinstance(value, Scalar) and value.plain and rest and key.text in shape.keys:
            source.report(rest[0].at, *_cut(value.text, [piece.text for piece in rest]))
            yield key, Broken(value.at)
        elif not (number and key in _bare(entries[number:], shape, source, node)):
            yield key, value


def _bare(entries: list[tuple[Scalar, Node]], shape: Group, source: Source, node: Mapping) -> Iterator[Scalar]:
    """The words at the head of `entries` that stand between commas without a colon, and are no key written wrong."""
    line = "".join(source.lines[node.at.line - 1 : node.at.line])  # a value that is only tried stands on no line
    if line[node.at.column - 1 : node.at.column] != "{":
        return
    for key, value in entries:
        alone = isinstance(value, Scalar) and value.plain and not value.text and key.plain
        if not alone or key.text in shape.keys or wrong_key(key.text, shape.keys, [], []).meant:
            return
        yield key


def _cut(text: str, rest: list[str]) -> tuple[str, str]:
    message = f"the comma before '{rest[0]}' ends the value '{text}'"
    whole = ", ".join([text, *rest])
    if re.fullmatch(r"[-+]?\d{1,3}", text) and all(re.fullmatch(r"\d{3}", piece) for piece in rest):
        return message, f"did you mean {text}{''.join(rest)}? no comma stands in a number"
    if date := meant_date(whole):
        return message, f"did you mean {date}?"
    return message, f'if it belongs to the text, put the whole in quotation marks: "{whole}"'
