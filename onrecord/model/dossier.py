"""The dossier: all YAML files of one briefing as one value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from pydantic import Field

from .actor import Actor
from .briefing import Briefing
from .decisions import Decisions
from .equipment import Equipment
from .fact import Fact
from .found import Findings
from .place import Place
from .record import Id, Record


class ActorsFile(Record):
    """`actors.yaml`"""

    actors: tuple[Actor, ...] = Field((), description="everyone who acts or speaks, one record each")


class PlacesFile(Record):
    """`places.yaml`"""

    places: tuple[Place, ...] = Field((), description="every place, one record each")


class FactsFile(Record):
    """`events.yaml`, `reactions.yaml`, `background.yaml`"""

    facts: tuple[Fact, ...] = Field((), description="the facts of this page, in reading order")


class Salute(Record):
    """The grid of a military report. Each slot holds fact ids; an empty slot is shown as "not stated"."""

    size: tuple[Id, ...] = Field((), description="facts that say how many")
    activity: tuple[Id, ...] = Field((), description="facts that say what they did")
    location: tuple[Id, ...] = Field((), description="facts that say where")
    unit: tuple[Id, ...] = Field((), description="facts that say who")
    time: tuple[Id, ...] = Field((), description="facts that say when")
    equipment: tuple[Id, ...] = Field((), description="facts that say with what")


class MilitaryFile(Record):
    """`military.yaml`; absent when there is nothing military."""

    salute: Salute = Field(Salute(), description="size, activity, location, unit, time, equipment")
    equipment: tuple[Equipment, ...] = Field((), description="types of equipment, one record each")
    facts: tuple[Fact, ...] = Field((), description="military facts, in reading order")


class Files(Record):
    """The YAML files of a briefing by name, without `.yaml`: what people edit."""

    briefing: Briefing
    actors: ActorsFile = ActorsFile()
    places: PlacesFile = PlacesFile()
    events: FactsFile = FactsFile()
    military: MilitaryFile = MilitaryFile()
    reactions: FactsFile = FactsFile()
    background: FactsFile = FactsFile()

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """Every fact with the name of the file it lives in, in reading order."""
        for name in FACT_FILES:
            for fact in getattr(self, name).facts:
                yield name, fact


FACT_FILES = ("events", "military", "reactions", "background")
"""The files that hold facts, in reading order."""


class Taken(Record):
    """The article as it was when it was taken in."""

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the decoded text as UTF-8")
    published: str | None = Field(None, description="publication date that relative times were resolved against")
    words: int = Field(ge=0, description="how many words its body has")


class Found(Findings):
    """`found.yaml`: the last extraction the editor saw. Findings with their spans, then the files made of them."""

    article: Taken = Field(description="the article this was found in")
    extractor: str = Field(description="name and version of what found it")
    decisions: Decisions = Field(Decisions(), description="what people decided: no later extraction undoes it")
    files: Files | None = Field(None, description="the YAML files as last found: base of every merge")


@dataclass(frozen=True)
class Position:
    """A place in a YAML file: path relative to the project, line and column from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True)
class Dossier:
    """One briefing's files as loaded, what was last found, and where each record stands."""

    slug: str
    files: Files
    found: Found | None = None
    positions: Mapping[str, Position] = field(default_factory=lambda: MappingProxyType({}))
    """Position of each record, by `file/id`, as in `events/garver-notice`."""

    @property
    def briefing(self) -> Briefing:
        """What `briefing.yaml` holds."""
        return self.files.briefing

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Every fact by its id, in reading order."""
        return {fact.id: fact for _, fact in self.files.facts()}

    @cached_property
    def file_of(self) -> Mapping[str, str]:
        """The file each fact lives in, by fact id."""
        return {fact.id: name for name, fact in self.files.facts()}

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Every actor by its id."""
        return {actor.id: actor for actor in self.files.actors.actors}

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Every place by its id."""
        return {place.id: place for place in self.files.places.places}

    @cached_property
    def equipment(self) -> Mapping[str, Equipment]:
        """Every type of equipment by its id."""
        return {kind.id: kind for kind in self.files.military.equipment}
