"""Land and countries from Natural Earth, as rings of degrees; made by `tools/build_outlines.py`."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Ring = tuple[tuple[float, float], ...]
"""Points of longitude and latitude in degrees; the last one leads back to the first."""
Scale = Literal["110m", "50m"]


@dataclass(frozen=True)
class Outlines:
    """Rings of the land, and of each country by its name in English. Holes are rings like others."""

    land: tuple[Ring, ...]
    countries: dict[str, tuple[Ring, ...]]


@dataclass(frozen=True)
class Waters:
    """Rivers as lines of degrees, lakes as rings."""

    rivers: tuple[Ring, ...]
    lakes: tuple[Ring, ...]


@cache
def outlines(scale: Scale) -> Outlines:
    """The outlines of one scale: 110m for continents and the world, 50m for what is nearer."""
    data = _read(f"world-{scale}")
    arcs = [_arc(arc, data["scale"], data["translate"]) for arc in data["arcs"]]
    return Outlines(
        land=_rings(data["land"], arcs),
        countries={name: _rings(polygons, arcs) for name, polygons in data["countries"].items()},
    )


@cache
def waters(scale: Scale) -> Waters:
    """The larger rivers and lakes at one scale; without names."""
    data = _read(f"waters-{scale}")
    arcs = [_arc(arc, data["scale"], data["translate"]) for arc in data["arcs"]]
    return Waters(tuple(_ring(line, arcs) for line in data["rivers"]), _rings(data["lakes"], arcs))


@cache
def seas() -> tuple[tuple[str, float, float], ...]:
    """Names of oceans, seas, gulfs and bays in English, each with a place on it: degrees north, degrees east."""
    return tuple((name, north, east) for name, north, east in _read("seas"))


def _read(name: str) -> Any:
    return json.loads(gzip.decompress(files(__package__).joinpath(f"{name}.json.gz").read_bytes()))


def _arc(numbers: list[int], scale: list[float], shift: list[float]) -> list[tuple[float, float]]:
    x = y = 0
    points = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
    return points


def _rings(polygons: Iterable[Any], arcs: list[list[tuple[float, float]]]) -> tuple[Ring, ...]:
    return tuple(_ring(ring, arcs) for polygon in polygons for ring in polygon)


def _ring(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> Ring:
    points: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc if not points else arc[1:]
    return tuple(points)
