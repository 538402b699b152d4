"""Where each record and each value of a dossier stands, and the line it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.model import Position

from .oddities import visible


@dataclass(frozen=True)
class Positions(Mapping[str, Position]):
    """Positions by `file/id` for records, and by path for values, entries counted from 0: `events/facts/3/source`."""

    places: Mapping[str, Position] = field(default_factory=dict)
    lines: Mapping[str, list[str]] = field(default_factory=dict)
    """The lines of each file, by its path."""

    def __getitem__(self, path: str) -> Position:
        return self.places[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)

    def excerpt(self, place: Position) -> str:
        """The line at a place as it can be shown, without its end; empty where the file is not known."""
        lines = self.lines.get(place.file, [])
        return visible(lines[place.line - 1]) if 0 < place.line <= len(lines) else ""
