"""Nobody stayed, and yet somebody is stationed there: a negated presence beside an asserted one in the same place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Agreement, Consistency, Fact

from .lexicons import either, lexicon
from .told import Told

_WORDS = lexicon("words")
_FORCES = either(_WORDS["forces"])
_STAYS = either(_WORDS["stays"])
_NONE = re.compile(
    rf"\b[Nn]o (?:[A-Z]?[a-z]+ ){{0,2}}{_FORCES}\b(?: [a-z]+){{0,2}}? (?:{_STAYS})\b"
    rf"|\b{_FORCES} (?:did not|do not|does not|are not|were not|had not|have not) (?:been )?(?:{_STAYS})\b"
)
_SOME = re.compile(
    rf"\b(?:stationing|basing|presence|garrison) of (?:[A-Z]?[a-z]+ ){{0,2}}{_FORCES}\b"
    rf"|(?<!no )(?<!No )\b{_FORCES} (?:are|were|remain|have been) (?:still )?(?:stationed|based|deployed)\b"
)


def check_presence(told: Told) -> Iterator[Consistency]:
    """Every two facts of which one says that none stayed and the other that they are stationed, in the same place."""
    facts = [fact for fact in told.dossier.facts.values() if fact.where]
    denied = [fact for fact in facts if _NONE.search(fact.text)]
    asserted = [fact for fact in facts if _SOME.search(fact.text) and not _NONE.search(fact.text)]
    for none in denied:
        for some in asserted:
            if shared := tuple(place for place in none.where if place in some.where):
                yield _made(told, none, some, shared)


def _made(told: Told, none: Fact, some: Fact, shared: tuple[str, ...]) -> Consistency:
    where = " and ".join(told.dossier.places[place].name if place in told.dossier.places else place for place in shared)
    same = none.source == some.source and _days(none) == _days(some) and _days(none) is not None
    result: Agreement = "does not fit" if same else "cannot be decided"
    steps = (
        f"One fact says that none stayed in {where}.",
        f"Another speaks of a stationing in {where}.",
        "Both have the same source and day." if same else "They differ in source, or their days are not both known.",
    )
    why = None if same else "a short stay may be called a stationing, and each voice speaks for itself"
    return Consistency(
        "presence",
        f"none stayed in {where}, and some are stationed there",
        steps,
        result,
        why,
        facts=(none.id, some.id),
        sentences=tuple(dict.fromkeys(fact.at.sentence for fact in (none, some) if fact.at)),
    )


def _days(fact: Fact) -> str | None:
    return fact.when.date if fact.when else None
