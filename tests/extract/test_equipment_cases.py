"""Equipment: each row of cases/equipment.yaml is a text and what must, or must not, be found in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

pytest.importorskip("spacy", reason="the extract extra is not installed")

from onrecord.extract.equipment import equipment_records, find_equipment

ROWS = yaml.safe_load((Path(__file__).parent.parent / "cases" / "equipment.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["say"])
def test_equipment_is_found_or_left_alone(row: dict[str, Any], read_text: Callable[..., Any]) -> None:
    """What the row says: `find` is everything found, by name and class; `leave` are names that must not be."""
    found = {one.name: one.class_ for one in find_equipment(read_text(row["text"]))}
    if "find" in row:
        assert found == ({} if row["find"] == "nothing" else row["find"])
    assert not found.keys() & set(row.get("leave", []))


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


def test_a_record_carries_maker_type_and_other_names(read_text: Callable[..., Any]) -> None:
    """The catalogue gives what the article does not."""
    reading = read_text("A Tu-22 Backfire bomber crossed the strait.")
    (record,) = equipment_records(reading, find_equipment(reading))
    assert (record.name, record.type, record.maker, record.aliases) == (
        "Tu-22M3",
        "long-range bomber",
        "Russia",
        ("Tu-22 Backfire",),
    )
