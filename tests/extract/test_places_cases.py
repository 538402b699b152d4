"""Places: each row of cases/places.yaml is a text and the places that must, or must not, be found in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

pytest.importorskip("spacy", reason="the extract extra is not installed")

from onrecord.extract.equipment import find_equipment
from onrecord.extract.places import find_places, place_records
from onrecord.model import FoundPlace

ROWS = yaml.safe_load((Path(__file__).parent.parent / "cases" / "places.yaml").read_text(encoding="utf-8"))
NEAR_DEGREES = 0.6


def _places(reading: Any) -> tuple[FoundPlace, ...]:
    return find_places(reading, equipment=find_equipment(reading))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["say"])
def test_places_are_found_or_left_alone(row: dict[str, Any], read_text: Callable[..., Any]) -> None:
    """What the row says: `find` lists places, `leave` names that are no places here, `nothing` is no place at all."""
    places = _places(read_text(row["text"]))
    if row.get("find") == "nothing":
        assert [p.name for p in places] == []
    for wanted in row.get("find", []) if row.get("find") != "nothing" else []:
        assert _as_wanted(wanted, places), [(p.name, p.kind, p.country, p.latitude, p.longitude) for p in places]
    mentioned = {m.cut(row["text"]) for p in places for m in p.mentions}
    assert not mentioned & set(row.get("leave", []))


def _as_wanted(wanted: dict[str, Any], places: tuple[FoundPlace, ...]) -> bool:
    place = next((p for p in places if p.name == wanted["name"]), None)
    if place is None or (place.latitude is not None) != wanted.get("pinned", True):
        return False
    latitude, longitude = wanted.get("near", (place.latitude, place.longitude))
    close = place.latitude is None or (
        abs(place.latitude - latitude) < NEAR_DEGREES and abs((place.longitude or 0) - longitude) < NEAR_DEGREES
    )
    return close and all(getattr(place, key) == wanted[key] for key in ("kind", "country") if key in wanted)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The convoy set out from Mosul, Iraq, at dawn.", "Mosul", "departure"),
        ("Two jets took off from the city of Basra in Iraq.", "Basra", "departure"),
        ("Warplanes bombed the city of Aleppo in Syria.", "Aleppo", "target"),
        ("The squadron is stationed in Basra, Iraq.", "Basra", "base"),
        ("The jets could have taken off from Basra in Iraq.", "Basra", "mention"),
        ("The base nearest to the front is at Basra, Iraq.", "Basra", "mention"),
        ("Schools in Basra, Iraq, reopened.", "Basra", "mention"),
    ],
)
def test_a_place_has_a_role_only_where_words_give_it_one(
    text: str, name: str, role: str, read_text: Callable[..., Any]
) -> None:
    """Departure, target and base stand right before the name; what could be, or is only nearest, is a mention."""
    reading = read_text(text)
    assert {p.name: p.role for p in place_records(reading, _places(reading))}[name] == role


def test_the_place_of_the_dateline_alone_is_the_dateline(read_text: Callable[..., Any]) -> None:
    """A place that only the dateline names has no other role."""
    reading = read_text("NAIROBI (Reuters) — Maize prices rose in Uganda.")
    roles = {p.name: p.role for p in place_records(reading, _places(reading))}
    assert roles == {"Nairobi": "dateline", "Uganda": "mention"}


def test_a_country_is_an_area_and_a_city_a_point(read_text: Callable[..., Any]) -> None:
    """The map hatches what is only known as an area."""
    reading = read_text("A storm hit Cuba and its capital Havana.")
    precision = {p.name: (p.precision, p.origin) for p in place_records(reading, _places(reading))}
    assert precision == {"Cuba": ("area", "gazetteer"), "Havana": ("point", "gazetteer")}


def test_a_country_named_only_by_its_adjective_has_no_record(read_text: Callable[..., Any]) -> None:
    """It is a mention for the findings, not a place of the briefing."""
    reading = read_text("Danish trawlers left Esbjerg.")
    assert [p.name for p in place_records(reading, _places(reading))] == ["Esbjerg"]


def test_a_name_without_sure_coordinates_has_none_and_no_origin(read_text: Callable[..., Any]) -> None:
    """It is listed, never pinned."""
    reading = read_text("The choir from Springfield sang in the church.")
    place = next(p for p in place_records(reading, _places(reading)) if p.name == "Springfield")
    assert (place.latitude, place.longitude, place.origin, place.precision) == (None, None, None, None)
