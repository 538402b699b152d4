"""Which fact a problem is about: the page shows it there, not only in a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.model import FACT_FILES, Dossier, Problem


class Trouble(NamedTuple):
    """A problem of one record: the key it stands at (empty = the record as a whole), what it is, the mend."""

    key: str
    message: str
    mend: str


def troubles(dossier: Dossier, problems: Sequence[Problem]) -> Mapping[str, tuple[Trouble, ...]]:
    """The problems of each record that has any, by `file/id`."""
    paths = _paths(dossier)
    found: dict[str, tuple[Trouble, ...]] = {}
    for problem in problems:
        path = paths.get((problem.file, problem.line, problem.column))
        if path:
            name, key = path
            found[name] = (*found.get(name, ()), Trouble(key, problem.message, problem.mend))
    return found


def _paths(dossier: Dossier) -> dict[tuple[str, int, int], tuple[str, str]]:
    """Record and key that begin at each position."""
    lists = {(name, "facts"): getattr(dossier.files, name).facts for name in FACT_FILES}
    lists |= {("actors", "actors"): dossier.files.actors.actors, ("places", "places"): dossier.files.places.places}
    lists["military", "equipment"] = dossier.files.military.equipment
    known: dict[tuple[str, int, int], tuple[str, str]] = {}
    for path, place in dossier.positions.items():
        file, _, rest = path.partition("/")
        listed, _, rest = rest.partition("/")
        number, _, key = rest.partition("/")
        records = lists.get((file, listed), ())
        if number.isdecimal() and int(number) < len(records):
            # A record begins where its first key does: the record as a whole is told first.
            known.setdefault((place.file, place.line, place.column), (f"{file}/{records[int(number)].id}", key))
    return known
