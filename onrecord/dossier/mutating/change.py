"""One change to a dossier's files, everything else as it was. Nothing is read or written: values in, values out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.model import FACT_FILES, Dispute, Fact, Files, Grid, Salute


@dataclass(frozen=True)
class Mutation:
    """A dossier damaged on purpose: what was done to which record, and the files that came of it."""

    kind: str
    record: str
    """Id of the fact, or the place in briefing.yaml."""
    was: str
    now: str
    files: Files


def with_facts(files: Files, facts: Mapping[str, Fact]) -> Files:
    """The files with some facts put in place of those of the same id."""
    return _each(files, lambda fact: facts.get(fact.id, fact))


def without(files: Files, identifier: str) -> Files:
    """The files without a fact and without anything that points at it, so that no dangling id tells of it."""

    def keep(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for one in ids if one != identifier)

    links = ("denies", "contradicts", "elaborates")
    kept = _each(files, lambda fact: None if fact.id == identifier else _cut(fact, links, keep))
    military = kept.military.model_copy(update={"salute": _cut(kept.military.salute, Salute.model_fields, keep)})
    return kept.model_copy(update={"military": military, "briefing": _briefing(kept, keep)})


def with_briefing(files: Files, **update: Any) -> Files:
    """The files with some keys of briefing.yaml changed."""
    return files.model_copy(update={"briefing": files.briefing.model_copy(update=update)})


def replaced(records: tuple[Any, ...], number: int, **update: Any) -> tuple[Any, ...]:
    """A list of records with one of them changed."""
    return (*records[:number], records[number].model_copy(update=update), *records[number + 1 :])


def _each(files: Files, change: Callable[[Fact], Fact | None]) -> Files:
    update = {}
    for name in FACT_FILES:
        held = getattr(files, name)
        facts = tuple(new for fact in held.facts if (new := change(fact)) is not None)
        update[name] = held.model_copy(update={"facts": facts})
    return files.model_copy(update=update)


def _cut(record: Any, keys: Any, keep: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Any:
    return record.model_copy(update={key: keep(getattr(record, key)) for key in keys})


def _briefing(files: Files, keep: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Any:
    briefing = files.briefing
    cut = {
        key: tuple(one for one in (_cut(r, ("facts",), keep) for r in getattr(briefing, key)) if _whole(one))
        for key in ("summary", "takeaways", "disputes", "gaps")
    }
    rows = {
        key: tuple(one for one in getattr(briefing, key) if keep((one.fact,)))
        for key in ("figures", "toll", "results", "case")
    }
    return briefing.model_copy(update={**cut, **rows, "grid": _cut(briefing.grid, Grid.model_fields, keep)})


def _whole(record: Any) -> bool:
    return len(record.facts) >= (2 if isinstance(record, Dispute) else 1)
