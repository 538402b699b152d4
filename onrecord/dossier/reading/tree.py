"""YAML text to a tree of nodes that know where they stand. Nothing is typed here: every scalar is its own text.

The tree is built from the parser's events, not from its composed nodes: only the events still tell an anchor, an alias
or a tag from the plain thing, and a tree built on an explicit stack cannot run out of depth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import yaml

from onrecord.model import Position

from .cutting import record_around
from .source import Source
from .syntax import explain

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 24
_MOST = 20
"""Records that are left out of one file at most, until the rest is not read any further."""
_NO_COMMENT = re.compile(r"\s*(?<=\s)#[^\s#]")

_NO_ALIAS = "every record says itself what it says: write the value out"
_NO_TAG = "put the whole text in quotation marks if the '!' belongs to it; otherwise remove it"


@dataclass(slots=True)
class Scalar:
    """A text; `plain` when it stands without quotation marks and is no block of lines."""

    at: Position
    text: str
    plain: bool = True


@dataclass(slots=True)
class Listing:
    """A list."""

    at: Position
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys with their values, each key once, in the order of the file."""

    at: Position
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    whole: bool = True
    """Whether every key could be read."""

    def get(self, name: str) -> Node | None:
        """The value of a key; None where it is absent."""
        return next((value for key, value in self.entries if key.text == name), None)


@dataclass(slots=True)
class Broken:
    """What is not read any further: its problem has been reported."""

    at: Position


Node = Scalar | Listing | Mapping | Broken


def read_tree(source: Source, words: Sequence[str] = ()) -> Node | None:
    """The file's one document; None where it holds none, or cannot be read. What is wrong is reported to `source`.

    `words` are the keys that the file can have: they tell what a broken line was meant to be.
    """
    if source.problems and not source.text:
        return None
    text, lines = source.text, list(source.lines)
    left_out = [_leave_out(source, lines, problem.line) for problem in source.problems]
    for _ in range(_MOST if all(left_out) else 0):
        builder, before = _Builder(source), len(source.problems)
        text = "\n".join(lines) if source.cut else text
        try:
            return builder.read(text)
        except (yaml.YAMLError, RecursionError) as error:
            del source.problems[before:]
            explain(error, source, words)
        if source.problems[-1] in source.problems[:-1] or not _leave_out(source, lines, source.problems[-1].line):
            break
    return None


def _leave_out(source: Source, lines: list[str], line: int) -> bool:
    """Blank the record around a line that cannot be parsed; False where no record stands around it."""
    record = record_around(lines, line) if line else None
    for number in record or ():
        source.cut.append(lines[number - 1])
        lines[number - 1] = ""
    return record is not None


class _Builder:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: Node | None = None
        self.closed = False
        self.documents = 0
        self.open: list[Listing | Mapping] = []
        self.keys: list[Scalar | Broken | None] = []
        self.seen: list[dict[str, Position]] = []
        self.doubled: dict[int, tuple[int, list[str]]] = {}
        """For a record with a key given twice: which problem tells it, and the keys that were given twice after it."""
        self.again: list[tuple[Node | None, Node]] = []
        """Values of a key given twice: the first, and the one whose records are taken into it."""

    def read(self, text: str) -> Node | None:
        """The tree of a text; raises what the parser raises."""
        for event in yaml.parse(text, Loader=_LOADER):
            self.take(event)
            if self.closed:
                return self.whole() if self.documents > 1 else None
        return self.whole()

    def take(self, event: yaml.Event) -> None:
        mark = event.start_mark
        place = self.source.position(mark.line + 1, mark.column + 1) if mark else self.source.position(1, 1)
        match event:
            case yaml.DocumentStartEvent():
                self._document(place)
            case yaml.AliasEvent():
                self._refuse(place, f"an alias, '*{event.anchor}'", _NO_ALIAS)
                self._add(Broken(place))
            case yaml.ScalarEvent():
                self._add(self._scalar(event, place))
            case yaml.SequenceStartEvent():
                self._enter(Listing(place), event)
            case yaml.MappingStartEvent():
                self._enter(Mapping(place), event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._leave()

    def _document(self, place: Position) -> None:
        self.documents += 1
        if self.documents > 1:
            self._refuse(place, "a second document begins here", "keep one document in a file: remove the '---'")
            self.closed = True

    def _scalar(self, event: yaml.ScalarEvent, place: Position) -> Node:
        if self._decorated(event, place):
            return Broken(place)
        plain = event.style in ("", None)
        if plain and event.end_mark:
            self._cut_short(event.value, event.end_mark.line, event.end_mark.column)
        return Scalar(place, event.value, plain)

    def _cut_short(self, text: str, line: int, column: int) -> None:
        """Report a text that most likely goes on where YAML begins a comment: `Flight #12`."""
        lines = self.source.lines
        if line < len(lines) and (comment := _NO_COMMENT.match(lines[line], column)):
            place = self.source.position(line + 1, comment.end() - 1)
            mend = 'put the text in quotation marks: "...", or write a comment with a space after the #'
            self._refuse(place, f"'#' begins a comment: all that is read is '{text}'", mend)

    def _decorated(self, event: yaml.NodeEvent, place: Position) -> bool:
        tag = getattr(event, "tag", None)
        if event.anchor is not None:
            self._refuse(place, f"an anchor, '&{event.anchor}'", f"{_NO_ALIAS}, and remove the anchor")
        if tag is not None:
            self._refuse(place, f"a tag, '{_shown(tag)}'", _NO_TAG)
        return event.anchor is not None or tag is not None

    def _enter(self, container: Listing | Mapping, event: yaml.NodeEvent) -> None:
        self._decorated(event, container.at)
        self._add(container)
        self.open.append(container)
        self.keys.append(None)
        self.seen.append({})
        if len(self.open) > _DEEPEST:
            self._refuse(container.at, "nested too deeply", "no file of a dossier has so many levels")
            self.closed = True

    def _leave(self) -> None:
        self.open.pop()
        self.keys.pop()
        self.seen.pop()

    def _add(self, node: Node) -> None:
        if not self.open:
            self.root = node
        elif isinstance(container := self.open[-1], Listing):
            container.items.append(node)
        elif self.keys[-1] is None:
            self.keys[-1] = self._key(node)
        else:
            self._entry(container, self.keys[-1], node)
            self.keys[-1] = None

    def _key(self, node: Node) -> Scalar | Broken:
        if isinstance(node, Scalar) and node.plain and node.text == "<<":
            self._refuse(node.at, "a merge key, '<<'", _NO_ALIAS)
            return Broken(node.at)
        if isinstance(node, Listing | Mapping):
            self._refuse(node.at, "a list or a group of keys where a key belongs", "a key is one word before a colon")
            return Broken(node.at)
        return node

    def _entry(self, container: Mapping, key: Scalar | Broken, node: Node) -> None:
        if isinstance(key, Broken):
            container.whole = False
            return
        first = self.seen[-1].setdefault(key.text, key.at)
        if first is key.at:
            container.entries.append((key, node))
            return
        if self._more_of_it(container, key):
            return
        mend = f"keep one of them; the first stands on line {first.line}"
        if key.text == "id" and self._begins_a_record(container, key):
            mend = f"begin a new record here: '- id: {node.text if isinstance(node, Scalar) else ''}'"
            self.open[-1] = Mapping(key.at, [(key, node)])
            self.seen[-1] = {key.text: key.at}
            self.open[-2].items.append(self.open[-1])  # type: ignore[union-attr]
        elif isinstance(node, Listing):
            mend = f"put its entries below the first, on line {first.line}, and remove this line"
            self.again.append((container.get(key.text), node))
        self.doubled[id(container)] = (len(self.source.problems), [])
        self._refuse(key.at, f"key '{key.text}' is given twice", mend)

    def _more_of_it(self, container: Mapping, key: Scalar) -> bool:
        """Whether another key of the record has been told to be given twice: this one is then told with it."""
        if id(container) not in self.doubled:
            return False
        place, others = self.doubled[id(container)]
        others.append(f"'{key.text}'")
        mend = f"a new record begins with '- id:'; otherwise keep one, also of {', '.join(others)}"
        self.source.problems[place] = replace(self.source.problems[place], mend=mend)
        return True

    def _begins_a_record(self, container: Mapping, key: Scalar) -> bool:
        """Whether a dash is most likely missing before a key: it stands below the first key of a list's record."""
        first = container.entries[0][0] if container.entries else key
        inside = len(self.open) > 1 and isinstance(self.open[-2], Listing)
        return inside and first.text == key.text and (first.at.line, first.at.column) != (key.at.line, key.at.column)

    def whole(self) -> Node | None:
        """The tree, once everything has been taken."""
        for first, second in self.again:
            if isinstance(first, Listing) and isinstance(second, Listing):
                first.items += second.items
        return self.root

    def _refuse(self, place: Position, message: str, mend: str) -> None:
        self.source.report(place, message, mend)


def _shown(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
