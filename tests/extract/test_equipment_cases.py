"""Equipment: each row of cases/equipment*.yaml is a text and what must, or must not, be found in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

pytest.importorskip("spacy", reason="the extract extra is not installed")

from onrecord.extract.actors import find_actors
from onrecord.extract.attribution import find_attributions
from onrecord.extract.equipment import bearer, equipment_records, find_equipment
from onrecord.model import Span

CASES = Path(__file__).parent.parent / "cases"


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of one file."""
    read: list[dict[str, Any]] = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return read


USES = rows("equipment-uses")


@pytest.mark.parametrize("row", rows("equipment") + rows("equipment-ordinary"), ids=lambda row: row["say"])
def test_equipment_is_found_or_left_alone(row: dict[str, Any], read_text: Callable[..., Any]) -> None:
    """What the row says: `find` is everything found, by name and class; `leave` are names that must not be."""
    found = {one.name: one.class_ for one in find_equipment(read_text(row["text"]))}
    if "find" in row:
        assert found == ({} if row["find"] == "nothing" else row["find"])
    assert not found.keys() & set(row.get("leave", []))


@pytest.mark.parametrize("row", [row for row in USES if "operator" in row], ids=lambda row: row["say"])
def test_who_uses_equipment(row: dict[str, Any], read_text: Callable[..., Any]) -> None:
    """`operator` is the name of the actor who uses each type; null where the text does not settle it."""
    reading = read_text(row["text"])
    actors = find_actors(reading, attributions=find_attributions(reading)).found
    names = {actor.id: actor.name for actor in actors}
    records = equipment_records(reading, find_equipment(reading), actors=actors)
    assert {r.name: names.get(r.operator or "") for r in records} == row["operator"]


@pytest.mark.parametrize("row", [row for row in USES if "bearer" in row], ids=lambda row: row["say"])
def test_whose_measure_an_amount_is(row: dict[str, Any], read_text: Callable[..., Any]) -> None:
    """`bearer` is the type that each amount tells something of; null where it tells nothing of any."""
    reading = read_text(row["text"])
    equipment = find_equipment(reading)
    names = {one.id: one.name for one in equipment}
    for amount, name in row["bearer"].items():
        start = row["text"].index(amount)
        assert names.get(bearer(reading, Span(start, start + len(amount)), equipment) or "") == name


def test_a_kind_of_a_designated_type_s_family_gets_no_record(read_text: Callable[..., Any]) -> None:
    """Where the article names the type, "the long-range bombers" are not a second type."""
    reading = read_text("Long-range bombers took off. Tu-95 bombers circled the island with incendiary weapons.")
    records = equipment_records(reading, find_equipment(reading))
    assert [r.name for r in records] == ["Tu-95", "incendiary weapon"]


def test_plain_and_civil_kinds_get_no_record(read_text: Callable[..., Any]) -> None:
    """A flood with boats, planes and fire engines has no military equipment."""
    reading = read_text("Rescue boats, two planes and a fire engine reached the town. Police cars followed.")
    assert find_equipment(reading)
    assert equipment_records(reading, find_equipment(reading)) == ()


def test_airliners_and_carrier_rockets_get_no_record(read_text: Callable[..., Any]) -> None:
    """They are found, so that nobody takes their numbers for amounts, and kept off the page of the military."""
    reading = read_text("A Boeing 737 flew past as a Falcon 9 rocket rose with an M1 Abrams on board.")
    assert len(find_equipment(reading)) == 3
    assert [r.name for r in equipment_records(reading, find_equipment(reading))] == ["M1 Abrams"]


def test_an_airliner_does_not_hide_a_bomber(read_text: Callable[..., Any]) -> None:
    """Only a military type of the family speaks for the kind."""
    reading = read_text("A Boeing 737 crossed the path of long-range bombers.")
    assert [r.name for r in equipment_records(reading, find_equipment(reading))] == ["long-range bomber"]


def test_a_record_carries_maker_type_symbol_and_other_names(read_text: Callable[..., Any]) -> None:
    """The catalogue gives what the article does not."""
    reading = read_text("A Tu-22 Backfire bomber crossed the strait.")
    (record,) = equipment_records(reading, find_equipment(reading))
    assert (record.name, record.type, record.maker, record.symbol, record.aliases) == (
        "Tu-22M3",
        "long-range bomber",
        "Russia",
        "10010100001101030010",
        ("Tu-22 Backfire",),
    )


def test_a_kind_carries_a_symbol_too(read_text: Callable[..., Any]) -> None:
    """The words for a kind are drawn as that kind; words without a drawing of their own as their class."""
    reading = read_text("A tank and a heavy machine gun guarded the gate; a suicide vest lay there.")
    records = equipment_records(reading, find_equipment(reading))
    assert {r.name: r.symbol for r in records} == {
        "tank": "10011500001202000000",
        "heavy machine gun": "10011500001102030000",
        "suicide vest": "10011500002002000000",
    }
