"""A file's bytes changed so that loading them gives other values: the edits, and the proof that they are right."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from onrecord.model import Files, Record

from ...reading.shapes import Group
from ...reading.source import Source, decode
from ...reading.tree import read_tree
from ...reading.typed import Reader
from ..dump import head
from ..emit import emit
from .blocks import Blocks
from .flow import in_flow
from .nodes import Keyed, Leaf, read_nodes
from .refusing import Unwritable, patch, remarked, saved_meanwhile, unfit
from .sheet import Edit, Sheet, Unfit


def rewrite(
    name: str, old: bytes, value: Record, *, was: Record | None = None, file: str = "", drop_remarks: bool = False
) -> bytes:
    """The bytes of `<name>.yaml` (`events`, `briefing`, ...) changed so that they load as `value`.

    Only the lines whose values differ change; equal values, equal bytes, however they are written. A remark that stands
    in or directly above a removed record goes with it only with `drop_remarks`. `file` is the path that messages print.
    Raises Unwritable, with the patch, where a remark would be lost or no careful edit is known, and without one where
    `old` cannot be read, or does not say what the caller took it to say, `was`: somebody has saved it since.
    """
    source, loaded = _loaded(name, old, file or f"{name}.yaml")
    mark = "\ufeff" if old.startswith(codecs.BOM_UTF8) else ""
    if source.problems:
        raise Unwritable(source.problems)
    if was is not None and loaded != was:
        raise Unwritable([saved_meanwhile(source)])
    if loaded == value:
        return old
    sheet = Sheet(source.text, read_nodes(source.text))
    new = _edited(name, sheet, loaded, value)
    if new is None:
        raise Unwritable([unfit(source)], patch(source, _afresh(name, value), mark))
    if sheet.lost and not drop_remarks:
        raise Unwritable(remarked(source, sheet), patch(source, new, mark))
    return (mark + new).encode("utf-8")


def _loaded(name: str, data: bytes, file: str) -> tuple[Source, Any]:
    """The file as the loader reads it."""
    record = Files.model_fields[name].annotation
    assert isinstance(record, type)
    source = decode(data, file)
    tree = read_tree(source)
    if tree is None:
        return source, None if source.problems else _empty(record)
    return source, Reader(source).read(tree, Group(record), name)


def _empty(record: Any) -> Any:
    """A file in which nothing stands; None for `briefing.yaml`, which always holds something."""
    return None if any(field.is_required() for field in record.model_fields.values()) else record()


def _edited(name: str, sheet: Sheet, was: Any, value: Record) -> str | None:
    """The text with the edits made; None where they do not give what was wanted. `sheet.lost` holds what they cost."""
    for blunt in (False, True):
        sheet.lost.clear()
        attempt = replace(sheet, blunt=blunt)
        try:
            new = attempt.applied(_edits(name, attempt, was, value))
        except Unfit:
            continue
        if sheet.text and not sheet.text.endswith(("\n", "\r")):
            new = re.sub(r"(?:\r\n|\r|\n)$", "", new)
        if _proved(name, sheet, new, value):
            return new
    return None


def _edits(name: str, sheet: Sheet, was: Any, value: Record) -> Iterator[Edit]:
    root, now = sheet.root, value.as_yaml()
    if not sheet.text.strip():
        yield Edit(0, len(sheet.text), head(name) + emit(now))
    elif isinstance(root, Keyed) and not root.flow:
        yield from Blocks(sheet).keyed(root, was.as_yaml(), now, Group(type(value)))
    elif root is None or (isinstance(root, Leaf) and root.start == root.end):
        yield _below(sheet, emit(now))
    elif isinstance(root, Keyed) and now:
        text = in_flow(root, was.as_yaml(), now, shape=Group(type(value)), sheet=sheet)
        yield Edit(root.start, root.end, text)
    else:
        sheet.lose(root.start, root.end)
        yield Edit(root.start, root.end, sheet.ending(root.end).join(emit(now).splitlines()))


def _below(sheet: Sheet, text: str) -> Edit:
    """The first keys of a file that holds only remarks."""
    place = len(sheet.text)
    last = sheet.begin(place if place > sheet.starts[-1] else place - 1)
    return sheet.insert(place, [*([] if sheet.is_blank(last) else [""]), *text.splitlines()])


def _proved(name: str, sheet: Sheet, new: str, value: Record) -> bool:
    """Whether the loader reads the new text as `value`, and every remark is in it that is not known to be lost."""
    source, loaded = _loaded(name, new.encode("utf-8"), "")
    if source.problems or loaded != value:
        return False
    kept = [place for place in sheet.remarks if place[0] not in sheet.lost]
    fresh = Sheet(new, read_nodes(new))
    return _words(sheet, kept) <= _words(fresh, fresh.remarks)


def _words(sheet: Sheet, places: Iterable[tuple[int, int]]) -> Counter[str]:
    return Counter(sheet.text[start:end].rstrip() for start, end in places)


def _afresh(name: str, value: Record) -> str:
    """The whole file as the program would write it."""
    return head(name) + emit(value.as_yaml())
