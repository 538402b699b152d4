"""Puts a value into the tree of a file, where it would stand if it were saved."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from onrecord.model import Position, Problem, Refusal

from ..reading.nearest import nearest
from ..reading.shapes import Choice, Either, Group, Several, Shape, Words
from ..reading.source import Source
from ..reading.tree import Listing, Mapping, Node, Scalar, read_tree
from .assignment import Assignment


@dataclass(frozen=True)
class Hand:
    """Puts one value into a tree. `at` is a place that no file has: problems there are the assignment's."""

    assignment: Assignment
    at: Position

    def put(self, root: Node, shape: Group, listed: str) -> None:
        """Set the value, or take the record away. `listed` is the list that holds it; empty = the file itself."""
        node, known = (self._record(root, listed), _in_list(shape, listed)) if listed else (root, shape)
        steps = self.assignment.steps
        if steps:
            self._check(known, steps[0])
            for step, following in pairwise(steps):
                node, known = self._inner(node, known, step, following), _below(known, step)
                self._check(known, following)
            self._set(node, steps[-1], self._value(_below(known, steps[-1])))
        elif listed:
            self._list(root, listed).items.remove(node)
        else:
            raise self.assignment.refused("a whole file cannot be tried away", "name one of its records or keys")

    def _check(self, shape: Shape | None, step: str) -> None:
        """Refuse a key that its record has not; the loader would not guess one that is there already."""
        if isinstance(shape, Group) and step not in shape.keys:
            guess, allowed = nearest(step, shape.keys), f"keys allowed here: {', '.join(shape.keys)}"
            raise self.assignment.refused(
                f"unknown key '{step}'", f"did you mean '{guess}'? {allowed}" if guess else allowed
            )

    def _list(self, root: Node, listed: str) -> Listing:
        records = root.get(listed) if isinstance(root, Mapping) else None
        return records if isinstance(records, Listing) else Listing(self.at)

    def _record(self, root: Node, listed: str) -> Node:
        name = self.assignment.name.rpartition("/")[2]
        for one in self._list(root, listed).items:
            if isinstance(one, Mapping) and _is(one, name):
                return one
        raise self.assignment.refused("another value of this call takes the record away", "try them one by one")

    def _inner(self, node: Node, shape: Shape | None, step: str, following: str) -> Node:
        """What lies below a step; made where there is nothing yet."""
        known = self._get(node, step)
        if isinstance(known, Mapping | Listing):
            return known
        several = isinstance(_below(shape, step), Several) or following.isdigit()
        made: Node = Listing(self.at) if several else Mapping(self.at)
        self._set(node, step, made)
        return made

    def _get(self, node: Node, step: str) -> Node | None:
        if isinstance(node, Listing):
            return node.items[self._number(node, step)] if self._number(node, step) < len(node.items) else None
        return node.get(step) if isinstance(node, Mapping) else None

    def _set(self, node: Node, step: str, value: Node) -> None:
        if isinstance(node, Listing):
            number = self._number(node, step)
            node.items[number : number + 1] = [value]
        elif isinstance(node, Mapping):
            entries = [(key, value if key.text == step else held) for key, held in node.entries]
            known = any(key.text == step for key, _ in entries)
            node.entries[:] = entries if known else [*entries, (Scalar(self.at, step), value)]
        else:
            raise self.assignment.refused(f"nothing lies below '{step}'", "name the field itself")

    def _number(self, node: Listing, step: str) -> int:
        if step.isdigit() and int(step) <= len(node.items):
            return int(step)
        count = len(node.items)
        has = "is empty" if not count else f"ends with [{count - 1}]"
        raise self.assignment.refused(f"'{step}' is no entry of the list: it {has}", f"[{count}] would add one")

    def _value(self, shape: Shape | None) -> Node:
        """The value as its field is written: words as they stand, all else as YAML."""
        text = self.assignment.value
        if not text or shape is None or isinstance(shape, Words | Choice):
            return Scalar(self.at, text, plain=not text)
        source = Source(self.assignment.text, text)
        node = read_tree(source)
        if source.problems:
            raise Refusal(Problem(self.assignment.text, 0, 0, p.message, p.mend) for p in source.problems)
        if node is None:
            raise self.assignment.refused("the value is no YAML", "put it in quotation marks")
        if isinstance(node, Scalar) and isinstance(shape, Several) and isinstance(shape.of, Words | Choice):
            return Listing(self.at, [Scalar(self.at, word.strip()) for word in text.split(",")])
        return _at(node, self.at)


def _is(record: Mapping, name: str) -> bool:
    identifier = record.get("id")
    return isinstance(identifier, Scalar) and identifier.text == name


def _in_list(shape: Group, listed: str) -> Shape | None:
    of = shape.keys[listed].shape
    return of.of if isinstance(of, Several) else None


def _below(shape: Shape | None, step: str) -> Shape | None:
    """The shape of what lies below a step; None where the model has nothing there."""
    if isinstance(shape, Either):
        shape = shape.several
    if isinstance(shape, Several):
        return shape.of if step.isdigit() else None
    key = shape.keys.get(step) if isinstance(shape, Group) else None
    return key.shape if key else None


def _at(node: Node, at: Position) -> Node:
    """The same tree, all of it at one place."""
    match node:
        case Scalar():
            return Scalar(at, node.text, node.plain)
        case Listing():
            return Listing(at, [_at(item, at) for item in node.items])
        case Mapping():
            entries = [(Scalar(at, key.text, key.plain), _at(value, at)) for key, value in node.entries]
            return Mapping(at, entries, node.whole)
    return node
