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

CASES = Path(__file__).parent.parent / "cases"
ROWS, RELATIONS, ROLES = (
    yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    for name in ("places", "places-relations", "places-roles")
)
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


@pytest.mark.parametrize("row", RELATIONS, ids=lambda row: row["say"])
def test_relations_are_told_or_left_alone(row: dict[str, Any], read_text: Callable[..., Any]) -> None:
    """`of` says which place lies how, seen `from` which; `none` is no relation at all."""
    places = _places(read_text(row["text"]))
    if row["of"] == "none":
        assert [relation for place in places for relation in place.relations] == []
        return
    wanted, names = row["of"], {place.id: place.name for place in places}
    (relation,) = next(place.relations for place in places if place.name == wanted["from"])
    assert names.get(relation.of or "") == wanted["place"]
    told = {
        "relation": relation.relation,
        "kilometres": list(relation.kilometres) if isinstance(relation.kilometres, tuple) else relation.kilometres,
        "operator": relation.operator,
        "direction": relation.direction,
        "words": relation.span.cut(row["text"]),
    }
    assert told == {**told, **{key: value for key, value in wanted.items() if key in told}}


@pytest.mark.parametrize("row", ROLES, ids=lambda row: row["say"])
def test_places_have_the_role_that_the_clause_gives_them(row: dict[str, Any], read_text: Callable[..., Any]) -> None:
    """`roles` names the role of each place; a `mention` is a place without one."""
    reading = read_text(row["text"])
    roles = {p.name: p.role for p in place_records(reading, _places(reading))}
    assert roles == {**roles, **row["roles"]}
    assert set(row["roles"]) <= set(roles)


def test_a_distance_between_two_named_places_is_on_the_record(read_text: Callable[..., Any]) -> None:
    """The record of the place that lies so holds the article's words and figure; the other has none."""
    reading = read_text("Windsor, some 35 km west of London, hosted the race.")
    distances = {p.name: p.distances for p in place_records(reading, _places(reading))}
    (distance,) = distances["Windsor"]
    assert distance.model_dump() == {
        "to": "london", "words": "some 35 km west of", "kilometres": 35, "operator": "~", "direction": "west",
    }  # fmt: skip
    assert distances["London"] == ()


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
