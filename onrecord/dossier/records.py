"""A briefing's files as records by id, whatever file they live in: what corrections and merges compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.model import FACT_FILES, Files

UNCOMPARED = frozenset({"id", "at", "reviewed", "corrected", "settled", "kept"})
"""Keys that say where a record stands and who kept it, not what it says."""

_KEYED = ("sources", "disputes", "glossary")
_LISTED = ("summary", "takeaways", "figures", "gaps")


Key = tuple[str, str]
"""Kind and id: what makes a record the same wherever it stands."""


@dataclass(frozen=True)
class Held:
    """A record, the file it lives in, and its fields as YAML data."""

    kind: str
    id: str
    file: str
    fields: dict[str, Any]

    @property
    def key(self) -> Key:
        """What makes it the same record wherever it stands."""
        return self.kind, self.id

    @property
    def bound(self) -> tuple[str, ...]:
        """The facts that a line of the overview is bound to; empty for records that have an id."""
        return tuple(self.fields.get("facts", ())) if self.kind in _LISTED else ()

    def said(self) -> dict[str, Any]:
        """Its fields without those that say where it stands and who kept it."""
        return {name: value for name, value in self.fields.items() if name not in UNCOMPARED}


def held(files: Files) -> dict[Key, Held]:
    """Every record of the files by kind and id, in reading order. Equal ids of one kind: the first counts."""
    records: dict[Key, Held] = {}
    for record in _all(files):
        records.setdefault(record.key, record)
    return records


def _all(files: Files) -> Iterator[Held]:
    yield from _briefing(files)
    for kind, file, records in (
        ("actor", "actors", files.actors.actors),
        ("place", "places", files.places.places),
        ("equipment", "military", files.military.equipment),
        *(("fact", name, getattr(files, name).facts) for name in FACT_FILES),
    ):
        for record in records:
            yield Held(kind, record.id, file, record.as_yaml())
    yield Held("salute", "salute", "military", files.military.salute.as_yaml())


def _briefing(files: Files) -> Iterator[Held]:
    data = files.briefing.as_yaml()
    for name in (name for name in type(files.briefing).model_fields if name not in UNCOMPARED | {"rejected"}):
        value = data.get(name)
        if name in _KEYED:
            yield from (Held(name, entry["id"], "briefing", entry) for entry in value or [])
        elif name in _LISTED:
            yield from (Held(name, _words(entry), "briefing", entry) for entry in value or [])
        else:
            yield Held("key", name, "briefing", {} if value is None else {name: value})


def _words(entry: dict[str, Any]) -> str:
    """What a record without an id is known by: its own words."""
    return str(entry.get("text") or entry.get("question") or entry.get("label"))
