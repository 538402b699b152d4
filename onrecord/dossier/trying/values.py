"""A dossier with some values changed, read by the same rules as a saved one, and refused by them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.model import FACT_FILES, Dossier, Files, Position, Problem, Refusal

from ..reading.nearest import nearest
from ..reading.positions import Positions
from ..reading.shapes import Group
from ..reading.source import Source, decode
from ..reading.tree import Mapping, Node, read_tree
from ..reading.typed import Reader
from .assignment import Assignment
from .hand import Hand

_LISTS = (
    *((name, "facts") for name in FACT_FILES),
    ("actors", "actors"),
    ("places", "places"),
    ("military", "equipment"),
    ("briefing", "disputes"),
    ("briefing", "sources"),
)
"""Files, and the lists in them whose records have ids."""


def with_values(dossier: Dossier, folder: Path, assignments: Sequence[Assignment]) -> Dossier:
    """The dossier as it would load from `folder` with the values saved. Nothing is written.

    Raises Refusal with every problem of the values; one that has no line of a file is told with the value itself.
    """
    places = [_file_of(assignment, dossier) for assignment in assignments]
    problems: list[Problem] = []
    for name in dict.fromkeys(file for file, _ in places):
        source, shape = _source(folder, name, dossier), _shape(name)
        root = read_tree(source) or Mapping(source.position(1, 1))
        for number, (assignment, (file, listed)) in enumerate(zip(assignments, places, strict=True)):
            if file == name:
                problems += _put(Hand(assignment, Position(source.file, -1 - number, 0)), root, shape, listed)
        reader = Reader(source)
        value = reader.read(root, shape, name)
        if source.problems:
            problems += [_of_assignment(problem, assignments) for problem in source.problems]
        else:
            dossier = _with_file(dossier, name, value, reader)
    if problems:
        raise Refusal(problems)
    return dossier


def _put(hand: Hand, root: Node, shape: Group, listed: str) -> tuple[Problem, ...]:
    """Put a value where it belongs; why it cannot be put there."""
    try:
        hand.put(root, shape, listed)
    except Refusal as refusal:
        return refusal.problems
    return ()


def _source(folder: Path, name: str, dossier: Dossier) -> Source:
    """A file as it lies there; an empty one where there is none."""
    path = folder / f"{name}.yaml"
    known = (place.file for at, place in dossier.positions.items() if at.startswith(f"{name}/"))
    shown = next(known, path.name)
    return decode(path.read_bytes(), shown) if path.exists() else Source(shown, "")


def _shape(name: str) -> Group:
    record = Files.model_fields[name].annotation
    assert isinstance(record, type)
    return Group(record)


def _with_file(dossier: Dossier, name: str, value: object, reader: Reader) -> Dossier:
    """The dossier with one file as it was read now; a value that was put there stands where its record does."""
    old = dossier.positions
    kept = {path: at for path, at in old.items() if not path.startswith(f"{name}/") or path.count("/") == 1}
    new = {path: at for path, at in reader.positions.items() if at.line > 0}
    positions = Positions(kept | new, old.lines if isinstance(old, Positions) else {})
    return dataclasses.replace(dossier, files=dossier.files.model_copy(update={name: value}), positions=positions)


def _file_of(assignment: Assignment, dossier: Dossier) -> tuple[str, str]:
    """The file that holds the record, and the list in it; no list where the file itself is meant."""
    if assignment.name in Files.model_fields:
        return assignment.name, ""
    known = list(_ids(dossier))
    those = [(file, key) for file, key, name in known if assignment.name in (name, f"{file}/{name}")]
    if len(those) == 1:
        return those[0]
    if those:
        choices = ", ".join(f"{file}/{assignment.name}" for file, _ in those)
        raise assignment.refused(f"{len(those)} records have this id", f"write one of {choices}")
    guess = nearest(assignment.name, [name for _, _, name in known])
    mend = f"did you mean '{guess}'?" if guess else f"a record's id, or a file: {', '.join(Files.model_fields)}"
    raise assignment.refused(f"'{assignment.name}' is no record of {dossier.slug}", mend)


def _ids(dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    for file, key in _LISTS:
        for record in getattr(getattr(dossier.files, file), key):
            yield file, key, record.id


def _of_assignment(problem: Problem, assignments: Sequence[Assignment]) -> Problem:
    """A problem at a value that was put there is one of the value: it stands in no file."""
    if problem.line >= 0:
        return problem
    return Problem(assignments[-1 - problem.line].text, 0, 0, problem.message, problem.mend)
