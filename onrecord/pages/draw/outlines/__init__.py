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


@cache
def outlines(scale: Scale) -> Outlines:
    """The outlines of one scale: 110m for continents and the world, 50m for what is nearer."""
    packed = files(__package__).joinpath(f"world-{scale}.json.gz").read_bytes()
    data = json.loads(gzip.decompress(packed))
    arcs = [_arc(arc, data["scale"], data["translate"]) for arc in data["arcs"]]
    return Outlines(
        land=_rings(data["land"], arcs),
        countries={name: _rings(polygons, arcs) for name, polygons in data["countries"].items()},
    )


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
