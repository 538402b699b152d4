"""What a check works on: the dossier, the ids it knows, and the problems found so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.model import FACT_FILES, Dossier, Fact, Kept, Position, Problem

from ..reading.positions import Positions

Known = Mapping[str, frozenset[str] | None]
"""The ids of each kind; None where the file they live in could not be read, so that nothing can be said about them."""


@dataclass(frozen=True)
class Desk:
    """A dossier under check."""

    dossier: Dossier
    known: Known
    problems: list[Problem] = field(default_factory=list)

    def report(self, path: str, message: str, mend: str = "") -> None:
        """Note a problem at a value's path, or at what holds it when the value itself has no line."""
        place = self.place(path)
        if place is None:
            self.problems.append(Problem(f"{path.partition('/')[0]}.yaml", 0, 0, message, mend))
            return
        positions = self.dossier.positions
        excerpt = positions.excerpt(place) if isinstance(positions, Positions) else ""
        self.problems.append(Problem(place.file, place.line, place.column, message, mend, excerpt))

    def place(self, path: str) -> Position | None:
        """Where a value stands, or the nearest thing that holds it."""
        while path:
            if found := self.dossier.positions.get(path):
                return found
            path = path.rpartition("/")[0]
        return None

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """Every fact with its path, in reading order."""
        for name in FACT_FILES:
            for number, fact in enumerate(getattr(self.dossier.files, name).facts):
                yield f"{name}/facts/{number}", fact

    def kept(self) -> Iterator[tuple[str, str, Kept]]:
        """Every record that has an id and a place in the article: its kind, its path and itself."""
        files = self.dossier.files
        for kind, path, records in (
            ("actor", "actors/actors", files.actors.actors),
            ("place", "places/places", files.places.places),
            ("equipment", "military/equipment", files.military.equipment),
        ):
            for number, record in enumerate(records):
                yield kind, f"{path}/{number}", record
        for path, fact in self.facts():
            yield "fact", path, fact


def known_ids(dossier: Dossier) -> Known:
    """The ids that a whole dossier has."""
    return {
        "actor": frozenset(dossier.actors),
        "place": frozenset(dossier.places),
        "equipment": frozenset(dossier.equipment),
        "fact": frozenset(dossier.facts),
        "source article": frozenset(source.id for source in dossier.briefing.sources),
    }
