"""Pinned scores below which `make test` fails. A floor goes up when the score does, and down only by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .tally import Tally

FLOORS = Path(__file__).parent / "floors.json"
LEEWAY = 1.0
"""How far below the measured score a floor is laid; one gold and a half where there are few."""
ROOM = 5.0
"""How far below the measured score a floor may lag behind; two golds where there are few."""
UNPINNED = frozenset({"relays"})
"""Measures with too few golds to pin."""


def load_floors(path: Path = FLOORS) -> dict[str, Any]:
    """The pinned scores by measure, and the day they were laid."""
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return record


def fallen(record: dict[str, Any], tallies: dict[str, Tally], scorer: str = "eval.own") -> list[str]:
    """A plain sentence for each score under its floor."""
    return [
        f"{key} is {tallies[key].f1:.1f}, under its floor of {floor}: see `python -m {scorer} --misses`"
        for key, floor in record["floors"].items()
        if tallies[key].f1 < floor
    ]


def lagging(record: dict[str, Any], tallies: dict[str, Tally], scorer: str = "eval.own") -> list[str]:
    """A plain sentence for each floor that no longer holds anything up."""
    floors = record["floors"]
    return [
        f"{key} is {tally.f1:.1f}, its floor only {floors.get(key, 0)}: raise it with `python -m {scorer} --raise`"
        for key, tally in tallies.items()
        if key not in UNPINNED and tally.f1 - floors.get(key, 0) > max(ROOM, 200 / max(1, tally.gold))
    ]


def raised(record: dict[str, Any], tallies: dict[str, Tally], *, on: str) -> dict[str, Any]:
    """The floors with each that is more than its leeway under the score laid anew; none is lowered.

    >>> tally = Tally(gold=400, found=400, recalled=300, right=300)
    >>> raised({"on": "2026-01-01", "floors": {"joint": 80.0}}, {"joint": tally, "direct": tally}, on="2026-02-01")
    {'on': '2026-02-01', 'floors': {'joint': 80.0, 'direct': 74.0}}
    """
    floors = dict(record["floors"])
    for key, tally in tallies.items():
        if key not in UNPINNED:
            floors[key] = max(floors.get(key, 0.0), round(tally.f1 - max(LEEWAY, 150 / tally.gold), 1))
    return {**record, "on": on if floors != record["floors"] else record["on"], "floors": floors}
