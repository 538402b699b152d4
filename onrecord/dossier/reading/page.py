"""One file of a dossier as it was found: its tree, its ids, and its record with the place of every value."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Places
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from onrecord.model import Files, Position

from .called import Called, right_id
from .cutting import ids_in
from .shapes import Group, words_of
from .source import Source, decode
from .tree import Broken, Mapping, Node, Scalar, read_tree
from .typed import MISSING, Homes, Reader

_KEPT = 64


@dataclass(frozen=True)
class Reading:
    """The record that a file makes, MISSING where it makes none, and where each value and each record of it stands."""

    value: Any
    positions: Places[str, Position]


@dataclass(frozen=True)
class Page:
    """A file's text, its tree if it can be read, and what it may hold."""

    name: str
    source: Source
    root: Node | None
    shape: Group
    sound: Reading | None = None
    """What it says, where nothing is wrong with it."""

    @property
    def ids(self) -> dict[str, frozenset[str] | None]:
        """The ids that each list gives its records, broken ones too; None where they cannot be read."""
        cut = ids_in(self.source.cut)
        found = {key: _ids(self.root, key, self.shape) for key in self.shape.keys}
        return {f"{self.name}/{key}": ids if ids is None else ids | cut for key, ids in found.items()}

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all stands in the file."""
        return isinstance(self.root, Mapping) and not self.root.entries and self.root.whole

    def read(self, called: Called) -> Reading:
        """Read the tree as a record; what is wrong is reported to the source. `called` helps to tell what was meant."""
        if self.sound or self.root is None:
            return self.sound or Reading(MISSING, {})
        reader = Reader(self.source, called, _HOMES)
        value = reader.read(self.root, self.shape, self.name)
        return Reading(value, reader.positions | _by_id(self.root, self.name))


def page_of(name: str, data: bytes, file: str) -> Page:
    """The bytes of `<name>.yaml`, opened; `file` is its path as messages print it.

    Equal bytes with nothing wrong in them are read once and shared: nobody changes anything in a sound page.
    """
    return _sound(name, data, file) or _opened(name, data, file)


@lru_cache(maxsize=_KEPT)
def _sound(name: str, data: bytes, file: str) -> Page | None:
    page = _opened(name, data, file)
    reading = page.read(Called())
    return None if page.source.problems else replace(page, sound=reading)


def _opened(name: str, data: bytes, file: str) -> Page:
    shape, source = shape_of(name), decode(data, file)
    tree = read_tree(source, words_of(shape.record))
    broken = tree is None and bool(source.problems)
    root = None if broken else _rooted(tree or Mapping(source.position(1, 1)), shape, source)
    return Page(name, source, root, shape)


def shape_of(name: str) -> Group:
    """What `<name>.yaml` may hold."""
    record = Files.model_fields[name].annotation
    assert isinstance(record, type)
    return Group(record)


def _rooted(root: Node, shape: Group, source: Source) -> Node:
    """The root; a bare list or text is reported here, where the mend is known."""
    if isinstance(root, Mapping):
        return root
    source.report(root.at, "the file does not begin with a key", f"its first line is '{next(iter(shape.keys))}:'")
    return Broken(root.at)


def _by_id(root: Node, name: str) -> dict[str, Position]:
    """Where each key of a file and each record with an id begins, by `file/key` and `file/id`."""
    places: dict[str, Position] = {}
    for key, value in root.entries if isinstance(root, Mapping) else []:
        places[f"{name}/{key.text}"] = key.at
        for identifier, place in _identified(value):
            places.setdefault(f"{name}/{identifier}", place)
    return places


def _ids(root: Node | None, key: str, shape: Group) -> frozenset[str] | None:
    """The ids below a key of a file; None where they may stand below a key that was written wrong."""
    if not isinstance(root, Mapping):
        return None
    if (value := root.get(key)) is None:
        unknown = any(name.text not in shape.keys for name, _ in root.entries)
        return None if unknown or not root.whole else frozenset()
    return frozenset(right_id(identifier) for identifier, _ in _identified(value))


def _identified(value: Node) -> Iterator[tuple[str, Position]]:
    for item in getattr(value, "items", []):
        identifier = item.get("id") if isinstance(item, Mapping) else None
        if isinstance(identifier, Scalar):
            yield identifier.text, item.at


def _homes() -> Homes:
    homes: Homes = {}
    for name in Files.model_fields:
        for key in shape_of(name).keys:
            homes.setdefault(key, []).append(f"{name}.yaml")
    return homes


_HOMES = _homes()
