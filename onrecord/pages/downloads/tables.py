"""The briefing as JSON, and its places as points of a map."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from onrecord.model import Consistency, Correction, Dossier, Fact

from ..labels import source_label
from .changes import by_fact, corrected_words


def briefing_json(dossier: Dossier, checks: Sequence[Consistency] = (), corrections: Sequence[Correction] = ()) -> str:
    """Everything the pages show: the records as the YAML keeps them, each fact with its source label and line.

    A fact that was corrected says what it was and is now, why, by whom and when. The checks that are about facts stand
    at the end, each with the labels of their sources.
    """
    files, changed = dossier.files, by_fact(dossier, corrections)
    data = {
        "slug": dossier.slug,
        "briefing": _overview(dossier),
        "facts": [_fact(fact, dossier, changed.get(fact.id, ())) for fact in dossier.facts.values()],
        "actors": [actor.as_yaml() for actor in files.actors.actors],
        "places": [place.as_yaml() for place in files.places.places],
        "equipment": [kind.as_yaml() for kind in files.military.equipment],
        "checks": [made for check in checks if (made := _check(check, dossier))],
    }
    return _json(data)


def places_geojson(dossier: Dossier, corrections: Sequence[Correction] = ()) -> str:
    """The places with coordinates, each with the facts set there and who says them."""
    changed = by_fact(dossier, corrections)
    features = [
        {
            "type": "Feature",
            "id": place.id,
            "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
            "properties": {
                **{key: value for key, value in place.as_yaml().items() if key in _PLACE_KEYS},
                "facts": [
                    {**_said(fact, dossier), "corrected": corrected_words(changed.get(fact.id, ())) or None}
                    for fact in dossier.facts.values()
                    if place.id in fact.where
                ],
            },
        }
        for place in dossier.files.places.places
        if place.latitude is not None and place.longitude is not None
    ]
    return _json({"type": "FeatureCollection", "features": features})


_PLACE_KEYS = ("name", "kind", "country", "role", "precision", "origin", "note", "aliases")


def _overview(dossier: Dossier) -> dict[str, Any]:
    """What stands in `briefing.yaml`; each line with the labels of the sources it rests on."""
    data = dossier.briefing.as_yaml()
    for key in ("summary", "takeaways", "gaps", "disputes"):
        for line in data.get(key, ()):
            facts = [dossier.facts[fact] for fact in line.get("facts", ())]
            line["source_labels"] = list(dict.fromkeys(source_label(fact, dossier) for fact in facts))
    for figure in data.get("figures", ()):
        figure["source_label"] = source_label(dossier.facts[figure["fact"]], dossier)
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


def _said(fact: Fact, dossier: Dossier) -> dict[str, str]:
    label = source_label(fact, dossier)
    return {"id": fact.id, "text": fact.text, "source": fact.source, "source_label": label, "certainty": fact.certainty}


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
