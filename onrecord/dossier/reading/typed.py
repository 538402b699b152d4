"""Nodes to records: the model's field decides what a scalar means (docs/decisions/0003).

A record with a broken value is still checked in all its other values, so that one run shows every problem; what cannot
be made is left out, and the caller sees from the problems that the result is not whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from onrecord.model import Position, Record
from onrecord.model.record import ID_PATTERN

from .called import Called
from .fragments import Dashed, joined, pieces
from .keys import wrong_key
from .numerals import number
from .oddities import made_id
from .shapes import Choice, Either, Flag, Group, Key, Number, Several, Shape, Words
from .source import Source
from .tree import Broken, Listing, Mapping, Node, Scalar
from .wording import broken_rule, mismatch

_NULLS = ("", "~", "null")

Homes = dict[str, list[str]]


class Missing:
    """What could not be read; its problem has been reported."""


MISSING = Missing()


@dataclass
class Reader:
    """Reads one file's tree as records. `positions` keeps where each value stands, by its path in the file."""

    source: Source
    called: Called = field(default_factory=Called)
    homes: Homes = field(default_factory=dict)
    """The files that have a key on top, by the key."""
    positions: dict[str, Position] = field(default_factory=dict)

    def read(self, node: Node, shape: Shape, path: str) -> Any:
        """The value of a node as its shape says; MISSING with a problem reported where it is not that."""
        self.positions[path] = node.at
        if isinstance(node, Broken):
            return MISSING
        match shape:
            case Group():
                return self._group(node, shape, path)
            case Several():
                return self._several(node, shape, path)
            case Either(one, several):
                return self.read(node, several if isinstance(node, Listing) else one, path)
        if not isinstance(node, Scalar):
            return self._wrong(node, shape)
        return self._scalar(node, shape)

    def _scalar(self, node: Scalar, shape: Shape) -> Any:
        match shape:
            case Words():
                return node.text
            case Flag() if node.plain and node.text in ("true", "false"):
                return node.text == "true"
            case Choice(allowed) if node.text in allowed:
                return node.text
            case Number(whole) if node.plain and (read := number(node.text, whole)) is not None:
                return read
        return self._wrong(node, shape)

    def _several(self, node: Node, shape: Several, path: str) -> Any:
        if isinstance(node, Scalar) and node.plain and node.text in _NULLS:
            return ()
        if not isinstance(node, Listing):
            return self._wrong(node, shape)
        if shape.length is not None and len(node.items) != shape.length:
            self.source.report(node.at, f"{len(node.items)} values where {shape.length} belong", "write [low, high]")
            return MISSING
        items = self._records(node) if isinstance(shape.of, Group) else node.items
        values: list[Any] = []
        for item in items:
            # Numbered as in the record that comes of it: what cannot be read leaves no gap.
            value = self.read(item, shape.of, f"{path}/{len(values)}")
            values += [value] if value is not MISSING else []
        return tuple(values)

    def _records(self, node: Listing) -> list[Node]:
        """The entries that can be records: without empty ones, and with what a stray dash cut off put back."""
        items: list[Node] = []
        for item in node.items:
            if isinstance(item, Scalar) and item.plain and item.text in _NULLS:
                self.source.report(item.at, "nothing stands in this entry", "write a record here, or remove the dash")
            elif items and (dashed := joined(items[-1], item)):
                self._dashed(dashed)
                items[-1] = dashed.whole
            else:
                items.append(item)
        return items

    def _dashed(self, dashed: Dashed) -> None:
        mend = f"remove the dash if '{dashed.key}' belongs to the record above; otherwise give it an 'id'"
        self.source.report(dashed.at, "the dash begins a record that has no 'id'", mend)

    def _group(self, node: Node, shape: Group, path: str) -> Any:
        if isinstance(node, Scalar) and node.plain and node.text in _NULLS:
            node = Mapping(node.at)
        if not isinstance(node, Mapping):
            return self._wrong(node, shape)
        values: dict[str, Any] = {}
        meant: set[str | None] = set()
        for key, value in pieces(node, shape, self.source):
            if known := shape.keys.get(key.text):
                values[known.name] = self._value(value, known, f"{path}/{known.name}")
            else:
                meant.add(self._unknown(key, node, shape, top="/" not in path))
        self._missing(node, shape, meant)
        return self._record(node, shape, values)

    def _value(self, node: Node, key: Key, path: str) -> Any:
        if key.nullable and isinstance(node, Scalar) and node.plain and node.text in _NULLS:
            self.positions[path] = node.at
            return None
        return self.read(node, key.shape, path)

    def _record(self, node: Mapping, shape: Group, values: dict[str, Any]) -> Any:
        whole = {name: value for name, value in values.items() if value is not MISSING}
        try:
            record: Record = shape.record.model_validate(whole)
        except ValidationError as error:
            for wrong in error.errors(include_url=False):
                self._rule(node, dict(wrong))
            return MISSING
        return record if len(whole) == len(values) and node.whole else MISSING

    def _rule(self, node: Mapping, wrong: dict[str, Any]) -> None:
        if wrong["type"] == "missing":
            return
        at: Node = node
        for step in wrong["loc"]:
            inner = at.get(str(step)) if isinstance(at, Mapping) else None
            if isinstance(at, Listing) and isinstance(step, int):
                inner = at.items[step]
            at = inner or at
        if wrong["type"] == "too_short" and self._had_more(at, wrong["ctx"]["min_length"]):
            return
        text = at.text if isinstance(at, Scalar) else ""
        guess = made_id(text) if wrong["loc"][-1:] == ("id",) else self.called.meant(text)
        message, mend = broken_rule(wrong, text, guess if wrong.get("ctx", {}).get("pattern") == ID_PATTERN else None)
        self.source.report(at.at, message, mend)

    def _had_more(self, node: Node, least: int) -> bool:
        """Whether a list is short only because entries were left out that have been reported."""
        return bool(self.source.cut) or (isinstance(node, Listing) and len(node.items) >= least)

    def _unknown(self, key: Scalar, node: Mapping, shape: Group, *, top: bool) -> str | None:
        """Report a key; the key it was most likely meant to be."""
        homes = self.homes.get(key.text, []) if top else []
        wrong = wrong_key(key.text, shape.keys, [name for name in shape.keys if node.get(name) is not None], homes)
        place = self.source.position(key.at.line, key.at.column + wrong.shift)
        self.source.report(place, wrong.message, wrong.mend)
        return wrong.meant

    def _missing(self, node: Mapping, shape: Group, meant: set[str | None]) -> None:
        for key in shape.keys.values() if node.whole else ():
            if key.required and node.get(key.name) is None and key.name not in meant:
                mend = f"add '{key.name}:', {key.field.description}"
                self.source.report(node.at, f"'{key.name}' is missing", mend)

    def _wrong(self, node: Node, shape: Shape) -> Missing:
        message, mend = mismatch(node, shape)
        self.source.report(node.at, message, mend)
        return MISSING
