"""Changes to the files of a dossier as values: nothing is read and nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import FACT_FILES, Files, Kept, Record

LISTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(FACT_FILES, ("facts",)),
    "actors": ("actors",),
    "places": ("places",),
    "military": ("equipment", "facts"),
}
"""The lists of records that each file holds."""


@dataclass(frozen=True)
class Slot:
    """Where a record lives: the file's name without `.yaml`, the list in it, and its number there."""

    file: str
    key: str
    number: int


def find(files: Files, name: str) -> tuple[Slot, Kept] | None:
    """The record that `file/id` names, as in `events/garver-notice`; None where there is none."""
    file, _, identifier = name.partition("/")
    for key in LISTS.get(file, ()):
        for number, record in enumerate(getattr(getattr(files, file), key)):
            if record.id == identifier:
                return Slot(file, key, number), record
    return None


def replaced(files: Files, slot: Slot, *records: Kept) -> Files:
    """The files with `records` in the slot: one replaces the record that stood there, none removes it."""
    page: Record = getattr(files, slot.file)
    old = getattr(page, slot.key)
    new = (*old[: slot.number], *records, *old[slot.number + 1 :])
    return files.model_copy(update={slot.file: page.model_copy(update={slot.key: new})})
