"""The briefing as JSON: the records as the YAML keeps them, each fact with the label of its source."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from onrecord.model import Consistency, Correction, Dossier, Fact

from ..labels import source_label
from .changes import by_fact


def briefing_json(dossier: Dossier, checks: Sequence[Consistency] = (), corrections: Sequence[Correction] = ()) -> str:
    """Everything the pages show: the records as the YAML keeps them, each fact with its source label and line.

    A fact that was corrected says what it was and is now, why, by whom and when. The checks that are about facts stand
    at the end, each with the labels of their sources.
    """
    files, changed = dossier.files, by_fact(dossier, corrections)
    data = {
        "$schema": "briefing.schema.json",
        "slug": dossier.slug,
        "briefing": _overview(dossier),
        "facts": [_fact(fact, dossier, changed.get(fact.id, ())) for fact in dossier.facts.values()],
        "actors": [actor.as_yaml() for actor in files.actors.actors],
        "places": [place.as_yaml() for place in files.places.places],
        "equipment": [kind.as_yaml() for kind in files.military.equipment],
        "checks": [made for check in checks if (made := _check(check, dossier))],
    }
    return as_json(data)


_ROWS = ("figures", "toll", "results", "case")
"""Lists of the overview of which each row is bound to one fact."""


def _overview(dossier: Dossier) -> dict[str, Any]:
    """What stands in `briefing.yaml`; each line with the labels of the sources it rests on."""
    data = dossier.briefing.as_yaml()
    for key in ("summary", "takeaways", "gaps", "disputes", "glossary"):
        for line in data.get(key, ()):
            facts = [dossier.facts[fact] for fact in line.get("facts", ())]
            line["source_labels"] = list(dict.fromkeys(source_label(fact, dossier) for fact in facts))
    for row in (row for key in _ROWS for row in data.get(key, ())):
        row["source_label"] = source_label(dossier.facts[row["fact"]], dossier)
    return data


def _check(check: Consistency, dossier: Dossier) -> dict[str, Any] | None:
    facts = [dossier.facts[fact] for fact in check.facts if fact in dossier.facts]
    if not facts:
        return None
    return {
        "kind": check.kind,
        "claim": check.claim,
        "derivation": check.derivation,
        "result": check.result,
        "why": check.why,
        "facts": [fact.id for fact in facts],
        "places": check.places,
        "source_labels": list(dict.fromkeys(source_label(fact, dossier) for fact in facts)),
    }


def _fact(fact: Fact, dossier: Dossier, changed: Sequence[Correction]) -> dict[str, Any]:
    place = dossier.positions.get(f"{dossier.file_of[fact.id]}/{fact.id}")
    return {
        **fact.as_yaml(),
        "source_label": source_label(fact, dossier),
        "page": dossier.file_of[fact.id],
        "file": f"{place.file}:{place.line}" if place else None,
        "corrections": [{key: getattr(one, key) for key in _CHANGED} for one in changed],
    }


_CHANGED = ("kind", "field", "was", "now", "why", "by", "on")


def as_json(data: Any) -> str:
    """Read by people too: a line a value, words as they are."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
