"""What was found, without what the checks hold against the article: a fresh dossier refuses rather than guesses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from onrecord.model import (
    ARTICLE,
    FACT_FILES,
    Article,
    Briefing,
    Dispute,
    Dossier,
    Fact,
    Files,
    Found,
    Position,
    Record,
)

from .check import check

ROUNDS = 4
"""A fact that goes can leave another one doubtful: a denial without what it denies."""
_PARTS = ("summary", "takeaways", "figures", "disputes", "gaps")
R = TypeVar("R", bound=Record)


def without_doubtful(found: Found, article: Article) -> Found:
    """`found` without the facts, and the lines of the overview, that `check` finds a problem in.

    Each sentence that loses a fact says why. Everything that referred to one is without it; what only stood disputed
    because of one is told as its source says it. Findings and all other records stay as they are.
    """
    for _ in range(ROUNDS):
        doubts = _doubts(found, article)
        if not doubts:
            return found
        found = _withdrawn(found, doubts)
    return found


def _doubts(found: Found, article: Article) -> dict[str, str]:
    """What is wrong with each fact and each line of the overview, by its path; the first thing that is."""
    if found.files is None:
        return {}
    sizes = {f"{name}/facts": len(getattr(found.files, name).facts) for name in FACT_FILES}
    sizes |= {f"briefing/{part}": len(getattr(found.files.briefing, part)) for part in _PARTS}
    paths = [f"{name}/{number}" for name, size in sizes.items() for number in range(size)]
    dossier = Dossier("found", found.files, found, {path: Position(path, 1, 1) for path in paths})
    doubts: dict[str, str] = {}
    for problem in check(dossier, article):
        if problem.line:
            doubts.setdefault(problem.file, problem.message)
    return doubts


def _withdrawn(found: Found, doubts: Mapping[str, str]) -> Found:
    assert found.files is not None
    gone = {
        fact.id: doubts[f"{name}/facts/{number}"]
        for name in FACT_FILES
        for number, fact in enumerate(getattr(found.files, name).facts)
        if f"{name}/facts/{number}" in doubts
    }
    files = _filed(found.files.model_copy(update={"briefing": _overview(found.files.briefing, gone, doubts)}), gone)
    sentences = []
    for sentence in found.sentences:
        why = [gone[id] for id in sentence.facts if id in gone]
        left = "; ".join([*filter(None, [sentence.left_out]), *(f"the check doubted it: {w}" for w in why)]) or None
        kept = tuple(id for id in sentence.facts if id not in gone)
        sentences.append(sentence.model_copy(update={"facts": kept, "left_out": left}))
    return found.model_copy(update={"files": files, "sentences": tuple(sentences)})


def _overview(briefing: Briefing, gone: Mapping[str, str], doubts: Mapping[str, str]) -> Briefing:
    """The overview without what stood on facts that are gone, and without lines that are doubtful themselves."""
    sure = {
        part: [one for number, one in enumerate(getattr(briefing, part)) if f"briefing/{part}/{number}" not in doubts]
        for part in _PARTS
    }
    disputes = [dispute for one in sure["disputes"] if len((dispute := _disputed(one, gone)).facts) > 1]
    gaps = [gap for one in sure["gaps"] if (gap := _without(one, gone)).facts or not one.facts]
    return briefing.model_copy(
        update={
            "summary": tuple(line for line in sure["summary"] if not gone.keys() & set(line.facts)),
            "takeaways": tuple(line for line in sure["takeaways"] if not gone.keys() & set(line.facts)),
            "figures": tuple(figure for figure in sure["figures"] if figure.fact not in gone),
            "disputes": tuple(disputes),
            "gaps": tuple(gaps),
            "grid": _slots(briefing.grid, gone),
        }
    )


def _without(record: R, gone: Mapping[str, str]) -> R:
    return record.model_copy(update={"facts": tuple(id for id in record.facts if id not in gone)})  # type: ignore[attr-defined]


def _disputed(dispute: Dispute, gone: Mapping[str, str]) -> Dispute:
    """A dispute without facts that are gone; how far it has come is then no longer known."""
    left = _without(dispute, gone)
    return left if left == dispute else left.model_copy(update={"state": None})


def _slots(grid: R, gone: Mapping[str, str]) -> R:
    """A grid whose every slot holds ids, without those that are gone."""
    slots = {name: tuple(id for id in getattr(grid, name) if id not in gone) for name in type(grid).model_fields}
    return grid.model_copy(update=slots)


def _filed(files: Files, gone: Mapping[str, str]) -> Files:
    military = files.military.model_copy(update={"salute": _slots(files.military.salute, gone)})
    files = files.model_copy(update={"military": military})
    met = {id for dispute in files.briefing.disputes for id in dispute.facts}
    linked = {id for _, fact in files.facts() if fact.id not in gone for id in (*fact.denies, *fact.contradicts)}
    update = {}
    for name in FACT_FILES:
        page = getattr(files, name)
        facts = tuple(_unlinked(fact, gone, met | linked) for fact in page.facts if fact.id not in gone)
        update[name] = page.model_copy(update={"facts": facts})
    return files.model_copy(update=update)


def _unlinked(fact: Fact, gone: Mapping[str, str], met: set[str]) -> Fact:
    """A fact without links to what is gone; if nothing disputes it any more, as sure as its source is."""
    links = {
        key: tuple(id for id in getattr(fact, key) if id not in gone) for key in ("denies", "contradicts", "elaborates")
    }
    alone = fact.certainty == "disputed" and fact.id not in met and not (links["denies"] or links["contradicts"])
    plain = "hedged" if fact.hedge else "asserted" if fact.source == ARTICLE else "attributed"
    return fact.model_copy(update={**links, "certainty": plain if alone else fact.certainty})
