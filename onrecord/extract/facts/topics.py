"""What an article is about, and the tables of its topic; both only where its findings leave no doubt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Result, Step, Toll, Topic

from .ballots import results_of
from .filing import File
from .grid import core_of
from .material import Material
from .placed import Placed
from .tolls import tolls_of
from .trials import case_of
from .warlike import is_military

_HARMED = frozenset({"disaster", "accident"})


@dataclass(frozen=True)
class Tables:
    """The topic, and the rows of its tables."""

    topic: Topic | None
    toll: tuple[Toll, ...]
    results: tuple[Result, ...]
    case: tuple[Step, ...]


def tables_of(material: Material, held: Mapping[File, Sequence[Placed]]) -> Tables:
    """Counts of people harmed, results of an election, steps of a case, and which of them is the news."""
    toll, results, case = tuple(tolls_of(held)), results_of(held), case_of(held)
    if is_military(material):
        return Tables("military", toll, (), ())
    harmed = toll and any(one.fact.event in _HARMED for one in core_of(held))
    topic: Topic | None = "court" if case else "election" if results else "disaster" if harmed else None
    return Tables(topic, toll, results, case)
