"""Places as points of a map and movements as lines (GeoJSON), each with the facts it rests on and who says them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from onrecord.model import Correction, Dossier, Fact, Place

from ..credit import credits_of
from ..labels import source_label
from .changes import by_fact, corrected_words
from .tables import as_json

_KEYS = ("name", "kind", "country", "role", "precision", "origin", "note", "aliases")
Changed = Mapping[str, Sequence[Correction]]


def places_geojson(dossier: Dossier, corrections: Sequence[Correction] = ()) -> str:
    """The places with coordinates; a movement is a line where each of its places has some. Longitude stands first."""
    changed = by_fact(dossier, corrections)
    features = [_point(place, dossier, changed) for place in dossier.files.places.places if _at(place)]
    features += [line for fact in dossier.facts.values() for line in _ways(fact, dossier, changed)]
    about = {"title": dossier.briefing.title, "rights": credits_of(dossier)}
    return as_json({"type": "FeatureCollection", **about, "features": features})


def _at(place: Place) -> list[float]:
    """Longitude and latitude; nothing where they are not known."""
    known = place.latitude is not None and place.longitude is not None
    return [place.longitude or 0.0, place.latitude or 0.0] if known else []


def _point(place: Place, dossier: Dossier, changed: Changed) -> dict[str, Any]:
    there = [fact for fact in dossier.facts.values() if place.id in fact.where]
    about = {key: value for key, value in place.as_yaml().items() if key in _KEYS}
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": _at(place)},
        "properties": {**about, "facts": [_said(fact, dossier, changed) for fact in there]},
    }


def _ways(fact: Fact, dossier: Dossier, changed: Changed) -> Iterator[dict[str, Any]]:
    """A line to each place the movement led to."""
    for goal in fact.where if fact.route else ():
        way = [dossier.places[one] for one in (*fact.route, goal) if one in dossier.places]
        if len(way) == len(fact.route) + 1 and all(_at(place) for place in way):
            yield {
                "type": "Feature",
                "id": f"{fact.id}-to-{goal}",
                "geometry": {"type": "LineString", "coordinates": [_at(place) for place in way]},
                "properties": {
                    "name": " – ".join(place.name for place in way),
                    "kind": "movement",
                    "note": "joins the places named; it is not the way that was taken",
                    "facts": [_said(fact, dossier, changed)],
                },
            }


def _said(fact: Fact, dossier: Dossier, changed: Changed) -> dict[str, str | None]:
    label, corrected = source_label(fact, dossier), corrected_words(changed.get(fact.id, ())) or None
    told = {"id": fact.id, "text": fact.text, "source": fact.source, "source_label": label}
    return {**told, "certainty": fact.certainty, "hedge": fact.hedge, "corrected": corrected}
