"""What a map is drawn from: places with coordinates, and ways between them."""

from __future__ import annotations

from dataclasses import dataclass

MENTIONED = ("mention", "dateline")
"""Roles of places where nothing happens: they do not widen a sheet, and give way to others for their names."""


@dataclass(frozen=True)
class Mark:
    """A place with coordinates in degrees; `area` when they are only the middle of one."""

    id: str
    name: str
    latitude: float
    longitude: float
    area: bool = False
    country: str | None = None
    role: str = "mention"


@dataclass(frozen=True)
class Way:
    """A movement that a fact tells of: from the mark `start` to the mark `end`, by their ids."""

    start: str
    end: str
    fact: str
    source: str
    source_label: str
    sure: bool = True
    """Whether the article asserts it; what a source only says, plans or disputes is drawn with a broken line."""
