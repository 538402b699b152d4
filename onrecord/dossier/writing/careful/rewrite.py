"""A file's bytes changed so that loading them gives other values: the edits, and the proof that they are right."""

from __future__ import annotations

import codecs
import difflib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from onrecord.model import Files, Problem, Record, Refusal

from ...reading.shapes import Group
from ...reading.source import Source, decode
from ...reading.tree import read_tree
from ...reading.typed import Reader
from ..dump import head
from ..emit import emit
from ..reasons import SAVED_MEANWHILE
from .blocks import Blocks
from .flow import in_flow
from .nodes import Keyed, Leaf, read_nodes
from .sheet import Edit, Remark, Sheet, Unfit

_LINE = re.compile("[^\n]*\n|[^\n]+")
_LATER = "apply the patch: git apply"


class Unwritable(Refusal):
    """A file cannot be changed without losing what a person wrote, and was not. Carries the patch."""


def rewrite(
    name: str, old: bytes, value: Record, *, was: Record | None = None, file: str = "", drop_remarks: bool = False
) -> bytes:
    """The bytes of `<name>.yaml` (`events`, `briefing`, ...) changed so that they load as `value`.

    Only the lines whose values differ change; equal values, equal bytes, however they are written. A remark that stands
    in or directly above a record to be removed goes with it only with `drop_remarks`. `file` is the path that messages
    print. Raises Unwritable, with the patch, where a remark would be lost or no careful edit is known, and without one
    where `old` does not say what the caller took it to say, `was`: somebody has saved the file since it was loaded.
    """
    file = file or f"{name}.yaml"
    source, loaded = _loaded(name, old, file)
    if source.problems:
        raise Unwritable(source.problems, _patch(source.text, _afresh(name, value), file))
    if was is not None and loaded != was:
        raise Unwritable([Problem(file, 0, 0, *SAVED_MEANWHILE)])
    if loaded == value:
        return old
    sheet = Sheet(source.text, read_nodes(source.text), drop_remarks)
    try:
        new = _edited(name, sheet, loaded, value)
    except Remark as remark:
        daring = _daring(name, sheet, loaded, value) or _afresh(name, value)
        raise Unwritable([_remarked(source, sheet, remark)], _patch(source.text, daring, file)) from None
    if new is None:
        problem = Problem(file, 0, 0, "this file cannot be changed without touching other lines", _LATER)
        raise Unwritable([problem], _patch(source.text, _afresh(name, value), file))
    return (codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b"") + new.encode("utf-8")


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
    """The text with the edits made; None where they do not give what was wanted."""
    for blunt in (False, True):
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
        sheet.spare(root.start, root.end)
        yield Edit(root.start, root.end, sheet.ending(root.end).join(emit(now).splitlines()))


def _below(sheet: Sheet, text: str) -> Edit:
    """The first keys of a file that holds only remarks."""
    place = len(sheet.text)
    last = sheet.begin(place if place > sheet.starts[-1] else place - 1)
    return sheet.insert(place, [*([] if sheet.is_blank(last) else [""]), *text.splitlines()])


def _proved(name: str, sheet: Sheet, new: str, value: Record) -> bool:
    """Whether the loader reads the new text as `value`, and every remark of the old one is still there."""
    source, loaded = _loaded(name, new.encode("utf-8"), "")
    if source.problems or loaded != value:
        return False
    fresh = Sheet(new, read_nodes(new))
    return sheet.drop_remarks or _remarks(sheet) <= _remarks(fresh)


def _remarks(sheet: Sheet) -> Counter[str]:
    return Counter(sheet.text[start:end].rstrip() for start, end in sheet.remarks)


def _remarked(source: Source, sheet: Sheet, remark: Remark) -> Problem:
    line = sheet.line(remark.place)
    column = remark.place - sheet.starts[line] + 1
    mend = f"move the remark elsewhere or delete it; or {_LATER}"
    return Problem(source.file, line + 1, column, "a remark stands in what would be removed", mend, source.lines[line])


def _daring(name: str, sheet: Sheet, was: Any, value: Record) -> str | None:
    """The text with the edits made and the remarks gone that stood in their way."""
    return _edited(name, replace(sheet, drop_remarks=True), was, value)


def _afresh(name: str, value: Record) -> str:
    return head(name) + emit(value.as_yaml())


def _patch(old: str, new: str, file: str) -> str:
    before, after = (_LINE.findall(text) for text in (old, new))
    lines = difflib.unified_diff(before, after, f"a/{file}", f"b/{file}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
