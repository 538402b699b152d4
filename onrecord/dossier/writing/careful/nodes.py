"""Where each value of a YAML file stands: the parsed tree with exact places in the text.

The loader's own tree knows lines for messages; this one knows where each value ends, which only a writer needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLOCKS = ("|", ">")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar. `start` equals `end` where nothing is written: `key:`."""

    start: int
    end: int
    text: str
    style: str
    """Empty for a plain one, otherwise its first character: a quotation mark, `|` or `>`."""

    @property
    def block(self) -> bool:
        """Whether it is a block of lines below its key."""
        return self.style in _BLOCKS


@dataclass(frozen=True, slots=True)
class Listed:
    """A list; `flow` where it stands in brackets."""

    start: int
    end: int
    flow: bool
    items: tuple[Node, ...]
    column: int


@dataclass(frozen=True, slots=True)
class Keyed:
    """Keys with their values, in the order of the file; `flow` where they stand in braces."""

    start: int
    end: int
    flow: bool
    entries: tuple[tuple[Leaf, Node], ...]
    column: int

    @property
    def names(self) -> list[str]:
        """The keys."""
        return [key.text for key, _ in self.entries]


Node = Leaf | Listed | Keyed


def read_nodes(text: str) -> Node | None:
    """The one document of a text that the loader has read without a problem; None where it holds none."""
    composed = yaml.compose(text, Loader=_LOADER)
    return None if composed is None else _node(composed, text)


def leaves(node: Node | None) -> list[Leaf]:
    """Every scalar, keys too, in the order of the text."""
    match node:
        case Leaf():
            return [node]
        case Listed():
            return [leaf for item in node.items for leaf in leaves(item)]
        case Keyed():
            return [leaf for key, value in node.entries for leaf in (key, *leaves(value))]
        case None:
            return []


def _node(composed: Any, text: str) -> Node:
    start, end, column = composed.start_mark.index, composed.end_mark.index, composed.start_mark.column
    flow = bool(getattr(composed, "flow_style", False))
    if isinstance(composed, yaml.SequenceNode):
        items = tuple(_node(item, text) for item in composed.value)
        # The parser lets a block end where the next thing begins; what it holds ends with its last value.
        return Listed(start, end if flow or not items else items[-1].end, flow, items, column)
    if isinstance(composed, yaml.MappingNode):
        entries = tuple(_entry(key, value, text) for key, value in composed.value)
        return Keyed(start, end if flow or not entries else entries[-1][1].end, flow, entries, column)
    style = composed.style or ""
    if style in _BLOCKS:
        end = start + len(text[start:end].rstrip())
    return Leaf(start, end, composed.value, style)


def _entry(composed: Any, value: Any, text: str) -> tuple[Leaf, Node]:
    key, node = _node(composed, text), _node(value, text)
    assert isinstance(key, Leaf), "the loader has refused any other key"
    if isinstance(node, Leaf) and node.start == node.end and not node.style:
        after = after_colon(text, key)
        node = Leaf(after, after, "", "")
    return key, node


def after_colon(text: str, key: Leaf) -> int:
    """The place after a key's colon; the key's own end where it has none."""
    place = key.end
    while text[place : place + 1].isspace():
        place += 1
    return place + 1 if text[place : place + 1] == ":" else key.end
