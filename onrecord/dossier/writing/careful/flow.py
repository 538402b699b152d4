"""Values in brackets and braces: changed inside their lines, with the gaps that a person left between them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from ...reading.shapes import Group, Shape
from ..emit import in_line
from .leaves import dressed
from .matching import match
from .nodes import Keyed, Leaf, Listed, Node
from .order import inner, insertions
from .sheet import Sheet

_NEW: int | None = None
_Piece = tuple[int | None, str]
"""The entry that it was, None for a new one, and its text."""


def in_flow(node: Node, was: Any, now: Any, *, shape: Shape, sheet: Sheet) -> str:
    """The text of a value in flow style, changed from `was` to `now`."""
    if was == now:
        return sheet.text[node.start : node.end]
    match node:
        case Leaf() if not isinstance(now, dict | list):
            return dressed(node, now, sheet=sheet, flow=True)
        case Keyed() if isinstance(now, dict) and now and isinstance(shape, Group) and _enclosed(node, sheet):
            spans = [(key.start, value.end) for key, value in node.entries]
            return _joined(node, spans, _keyed(node, was, now, shape=shape, sheet=sheet), sheet)
        case Listed() if isinstance(now, list) and now and node.items:
            spans = [(item.start, item.end) for item in node.items]
            return _joined(node, spans, _listed(node, was, now, shape=inner(shape), sheet=sheet), sheet)
    sheet.lose(node.start, node.end)
    return in_line(now)


def _enclosed(node: Keyed, sheet: Sheet) -> bool:
    return sheet.text[node.start] == "{" and bool(node.entries)


def _keyed(node: Keyed, was: Any, now: Any, *, shape: Group, sheet: Sheet) -> list[_Piece]:
    new = insertions(node.names, now, shape)
    pieces: list[_Piece] = [(None, f"{name}: {in_line(now[name])}") for name in new.get(None, ())]
    for number, (key, value) in enumerate(node.entries):
        name = key.text
        if was.get(name) == now.get(name):
            pieces.append((number, sheet.text[key.start : value.end]))
        elif name in now:
            text = in_flow(value, was.get(name), now[name], shape=shape.keys[name].shape, sheet=sheet)
            before = sheet.text[key.start : value.start] if value.end > value.start else f"{_key(key, sheet)}: "
            pieces.append((number, before + text))
        pieces += [(None, f"{added}: {in_line(now[added])}") for added in new.get(name, ())]
    return pieces


def _key(key: Leaf, sheet: Sheet) -> str:
    return sheet.text[key.start : key.end]


def _listed(node: Listed, was: Any, now: Any, *, shape: Shape, sheet: Sheet) -> list[_Piece]:
    pieces: list[_Piece] = []
    for value, old in zip(now, match(was, now), strict=True):
        if old is None:
            pieces.append((None, in_line(value)))
        else:
            pieces.append((old, in_flow(node.items[old], was[old], value, shape=shape, sheet=sheet)))
    return pieces


def _joined(node: Keyed | Listed, spans: list[tuple[int, int]], pieces: Iterable[_Piece], sheet: Sheet) -> str:
    """The pieces inside the old brackets; every entry keeps the gap behind it, with the remark in it."""
    gaps = [(one[1], other[0]) for one, other in pairwise(spans)]
    plain = [sheet.text[start:end] for start, end in gaps if sheet.within(start, end) is None]
    usual = plain[0] if plain else ", "
    text, last = sheet.text[node.start : spans[0][0]], _NEW
    gone: dict[int | None, tuple[int, int]] = dict(enumerate(spans))
    unused: dict[int | None, tuple[int, int]] = dict(enumerate(gaps))
    for number, (old, piece) in enumerate(pieces):
        gap = unused.pop(last, None)
        text += sheet.text[slice(*gap)] if gap else usual if number else ""
        text, last = text + piece, old
        gone.pop(old, None)
    for span in (*gone.values(), *unused.values()):
        sheet.lose(*span)
    return text + sheet.text[spans[-1][1] : node.end]
