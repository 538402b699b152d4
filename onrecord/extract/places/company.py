"""Towns by the company they keep: of several of one name, the one that lies among the article's other places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import floor

from ..gazetteer import Entry
from .resolve import candidates, kilometres
from .toponym import Toponym

NEIGHBOURS = 2
"""So many other places beside it make a town the one that is meant ..."""
OVERRULE = 3
"""... and so many even against a town of the same name that is better known, if that has none."""
CLOSE_KM = 60
MOST = 8
"""Of a name with many meanings only the heaviest can have neighbours."""


def among_neighbours(
    groups: Mapping[str, Sequence[Toponym]], resolved: Mapping[str, Entry | None]
) -> dict[str, Entry | None]:
    """`resolved`, with towns that lie close to other places of the article, and no other of their name does.

    A name that the words themselves settle (a state behind a comma) keeps its meaning.
    """
    meanings = {name: _meanings(group, resolved[name]) for name, group in groups.items() if not group[0].adjective}
    cells: dict[tuple[int, int], set[str]] = defaultdict(set)
    for name, entries in meanings.items():
        for entry in entries:
            cells[floor(entry.latitude), floor(entry.longitude)].add(name)
    better = {}
    for name, entries in meanings.items():
        if any(t.within for t in groups[name]) or groups[name][0].kind == "building":
            continue
        chosen = _best(name, entries, meanings, cells, resolved)
        if chosen is not None:
            better[name] = chosen
    return {**resolved, **better}


def _meanings(group: Sequence[Toponym], entry: Entry | None) -> tuple[Entry, ...]:
    towns = tuple(e for e in candidates(group[0]) if e.kind == "city" and e.own)[:MOST]
    return towns if entry is None or entry.kind == "city" else ()


def _best(
    name: str,
    entries: Sequence[Entry],
    meanings: Mapping[str, Sequence[Entry]],
    cells: Mapping[tuple[int, int], set[str]],
    resolved: Mapping[str, Entry | None],
) -> Entry | None:
    now = resolved[name]
    counts = sorted(((_neighbours(name, e, meanings, cells), -e.number, e) for e in entries), reverse=True)
    if not counts or (now is not None and now.number == counts[0][2].number):
        return None
    most, _, entry = counts[0]
    runner_up = max((n for n, _, e in counts[1:] if kilometres(e, entry) > CLOSE_KM), default=0)
    if now is None:
        sure = most >= NEIGHBOURS and runner_up < most - 1
        return entry if sure or (most and not runner_up and _beside_one(name, entry, resolved)) else None
    of_now = next((n for n, _, e in counts if e.number == now.number), most)
    return entry if most >= OVERRULE and of_now == 0 and runner_up == 0 else None


def _beside_one(name: str, entry: Entry, resolved: Mapping[str, Entry | None]) -> bool:
    """Whether a town of the same country that is resolved already lies close."""
    others = [e for n, e in resolved.items() if e and n != name and e.kind == "city" and e.country == entry.country]
    return any(kilometres(entry, other) < CLOSE_KM for other in others)


def _neighbours(
    name: str, entry: Entry, meanings: Mapping[str, Sequence[Entry]], cells: Mapping[tuple[int, int], set[str]]
) -> int:
    """How many other names have a meaning close to a place."""
    row, column = floor(entry.latitude), floor(entry.longitude)
    near = {n for dy in (-1, 0, 1) for dx in (-1, 0, 1) for n in cells.get((row + dy, column + dx), ())} - {name}
    return sum(any(kilometres(entry, other) < CLOSE_KM for other in meanings[n]) for n in near)
