"""Keys and records that stand on lines of their own: the edits that change them and touch no other line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...reading.shapes import Group, Shape
from ..emit import entry_lines, in_line, record_lines, stands_in_line
from ..scalars import scalar
from .flow import in_flow
from .leaves import dressed
from .listing import Chunks, rearranged
from .matching import match
from .nodes import Keyed, Leaf, Listed, Node, after_colon
from .order import default, inner, insertions
from .sheet import Edit, Sheet, Unfit


@dataclass(frozen=True)
class Blocks:
    """Makes edits to one sheet. Raises Unfit where no careful edit is known."""

    sheet: Sheet

    def keyed(self, node: Keyed, was: dict[str, Any], now: dict[str, Any], shape: Group) -> Iterator[Edit]:
        """The edits that make a group of keys on lines of their own say `now`."""
        new = insertions(node.names, now, shape)
        if None in new:
            yield self._first(node, [line for name in new[None] for line in self._lines(node, name, now)])
        for number, (key, value) in enumerate(node.entries):
            name = key.text
            if was.get(name) != now.get(name):
                kept = name in now or (not now and number == 0)
                inside = self._changed if kept else self._removed
                yield from inside(node, number, was.get(name), now.get(name, default(shape, name)), shape)
            if name in new:
                lines = [line for added in new[name] for line in self._lines(node, added, now)]
                yield self.sheet.insert(self._over(node, value), lines)

    def _lines(self, node: Keyed, name: str, now: dict[str, Any]) -> Iterator[str]:
        return entry_lines(name, now[name], " " * node.column)

    def _first(self, node: Keyed, lines: list[str]) -> Edit:
        """New lines before the first key; behind the dash where it stands there."""
        start = node.entries[0][0].start
        begin = self.sheet.begin(start)
        if not self.sheet.text[begin:start].strip():
            return self.sheet.insert(begin, lines)
        ending, indent = self.sheet.ending(start), " " * node.column
        return Edit(start, start, ending.join([*lines, indent])[len(indent) :])

    def _over(self, node: Keyed, value: Node) -> int:
        """Where the next line after an entry begins: behind the remarks that stand deeper in it."""
        if isinstance(value, Leaf) or value.flow:
            return self.sheet.after(value.end)
        return self.sheet.tail(value.end, node.column)

    def _changed(self, node: Keyed, number: int, was: Any, now: Any, shape: Group) -> Iterator[Edit]:
        key, value = node.entries[number]
        of, flat = shape.keys[key.text].shape, isinstance(value, Leaf) or value.flow
        if isinstance(value, Keyed) and isinstance(now, dict) and now and isinstance(of, Group) and not flat:
            yield from self.keyed(value, was, now, of)
        elif isinstance(value, Listed) and isinstance(now, list) and now and not flat:
            yield from self.listed(value, was, now, inner(of))
        elif isinstance(value, Leaf) and not isinstance(now, dict | list):
            yield self._leaf(value, now)
        elif flat and self._in_line(key.text, value, now):
            text = in_flow(value, was, now, shape=of, sheet=self.sheet)
            yield Edit(value.start, value.end, text if value.end > value.start else f" {text}")
        else:
            yield from self._turned(node, key, value, now)

    def _in_line(self, name: str, value: Node, now: Any) -> bool:
        return stands_in_line(name, now) or (not isinstance(value, Leaf) and value.end - value.start > 2)

    def _leaf(self, value: Leaf, now: Any) -> Edit:
        if value.end > value.start:
            return Edit(value.start, value.end, dressed(value, now, sheet=self.sheet, flow=False))
        return Edit(value.start, value.end, f" {scalar(now)}")

    def _turned(self, node: Keyed, key: Leaf, value: Node, now: Any) -> Iterator[Edit]:
        """A value from its key's line to lines below it, or back."""
        colon = after_colon(self.sheet.text, key)
        self.sheet.lose(colon, value.end)
        if stands_in_line(key.text, now):
            yield Edit(colon, value.end, f" {in_line(now)}")
            return
        yield Edit(colon, value.end, "")
        lines = list(entry_lines(key.text, now, " " * node.column))[1:]
        yield self.sheet.insert(self.sheet.after(value.end), lines)

    def _removed(self, node: Keyed, number: int, was: Any, now: Any, shape: Group) -> Iterator[Edit]:
        key, value = node.entries[number]
        start, end = self.sheet.begin(key.start), self._over(node, value)
        remarked = self.sheet.head(start) < start or self.sheet.within(key.start, end) is not None
        if remarked:
            # What a person wrote beside the value stays: the key says outright what it means when left out.
            yield from self._changed(node, number, was, now, shape)
        elif not self.sheet.text[start : key.start].strip():
            yield self._gone(start, end)
        elif number + 1 < len(node.entries):
            yield Edit(key.start, node.entries[number + 1][0].start, "")
        else:
            raise Unfit

    def _gone(self, start: int, end: int) -> Edit:
        """Lines removed, so that no two blank lines meet and none is left at the end."""
        above = self.sheet.begin(start - 1) if start else 0
        if start == 0 or self.sheet.is_blank(above):
            while self.sheet.is_blank(end):
                end = self.sheet.after(end)
            start = above if end == len(self.sheet.text) else start
        return Edit(start, end, "")

    def listed(self, node: Listed, was: list[Any], now: list[Any], of: Shape) -> Iterator[Edit]:
        """The edits that make a list on lines of its own say `now`."""
        found = match(was, now)
        pairs = [(old, value) for old, value in zip(found, now, strict=True) if old is not None]
        changed = {old: list(self._item(node.items[old], was[old], value, of)) for old, value in pairs}
        if found == [*range(len(was))]:
            yield from (edit for edits in changed.values() for edit in edits)
            return
        first = node.items[0]
        parted = isinstance(first, Keyed) and not first.flow and "id" in first.names
        chunks = Chunks.of(node, self.sheet, parted=parted)
        pieces = [
            (old, chunks.text(old, changed[old]) if old is not None else self._new(node, value, chunks))
            for old, value in zip(found, now, strict=True)
        ]
        yield rearranged(chunks, pieces)

    def _item(self, node: Node, was: Any, now: Any, of: Shape) -> Iterator[Edit]:
        if was == now:
            return
        if isinstance(node, Keyed) and not node.flow and isinstance(of, Group):
            yield from self.keyed(node, was, now, of)
        elif isinstance(node, Leaf) and not isinstance(now, dict | list) and node.end > node.start:
            yield Edit(node.start, node.end, dressed(node, now, sheet=self.sheet, flow=False))
        elif not isinstance(node, Leaf) and node.flow:
            yield Edit(node.start, node.end, in_flow(node, was, now, shape=of, sheet=self.sheet))
        else:
            raise Unfit

    def _new(self, node: Listed, value: Any, chunks: Chunks) -> str:
        indent, model = " " * node.column, node.items[0]
        if not isinstance(value, dict) or (isinstance(model, Keyed) and model.flow):
            lines = [f"{indent}- {in_line(value) if isinstance(value, dict | list) else scalar(value)}"]
        else:
            wide = max(model.column - node.column, 2) if isinstance(model, Keyed) and self._beside(node) else 2
            plain = list(record_lines(value))
            lines = [indent + line[:1] + " " * (wide - 2) + line[1:] if line else line for line in plain]
        return "".join(line + chunks.ending for line in lines)

    def _beside(self, node: Listed) -> bool:
        """Whether the first record begins on the line of its dash."""
        return self.sheet.begin(node.start) == self.sheet.begin(node.items[0].start)
