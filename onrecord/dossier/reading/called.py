"""What the records of a dossier are called: which id was meant by a name, or by an id written wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.model.record import ID_PATTERN

from .nearest import nearest
from .oddities import made_id
from .tree import Listing, Mapping, Node, Scalar


@dataclass
class Called:
    """The ids of a dossier, and the id of each name and alias."""

    ids: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)

    def learn(self, root: Node) -> None:
        """Take in the records of a file, also those that cannot be read whole."""
        for record in _records(root):
            identifier = record.get("id")
            if not isinstance(identifier, Scalar):
                continue
            meant = right_id(identifier.text)
            self.ids.add(meant)
            for name in _names(record):
                self.names.setdefault(made_id(name), meant)

    def meant(self, text: str) -> str | None:
        """The id that a text was most likely meant to be; None where none is near."""
        made = made_id(text)
        for word in (made, made.removeprefix("the-"), f"the-{made}"):
            if word in self.ids or word in self.names:
                return word if word in self.ids else self.names[word]
        return nearest(made, sorted(self.ids))


def right_id(text: str) -> str:
    """An id as it stands, or, where it is none, the id it was meant to be: what points at it is not to blame."""
    return text if re.fullmatch(ID_PATTERN, text) else made_id(text) or text


def _records(root: Node) -> Iterator[Mapping]:
    for _, value in root.entries if isinstance(root, Mapping) else ():
        yield from (item for item in _items(value) if isinstance(item, Mapping))


def _items(node: Node | None) -> Iterable[Node]:
    return node.items if isinstance(node, Listing) else ()


def _names(record: Mapping) -> Iterator[str]:
    for node in (record.get("name"), *_items(record.get("aliases"))):
        if isinstance(node, Scalar):
            yield node.text
