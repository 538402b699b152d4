"""Actors, case by case: every row of `tests/cases/actors*.yaml`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.extract.actors import Cast, find_actors
from onrecord.extract.attribution import find_attributions
from onrecord.extract.equipment import find_equipment
from onrecord.extract.places import find_places
from onrecord.extract.reading import Reading

CASES = Path(__file__).parent.parent / "cases"
ROWS = [row for path in sorted(CASES.glob("actors*.yaml")) for row in yaml.safe_load(path.read_text("utf-8"))]


def cast_of(reading: Reading) -> Cast:
    """The cast of a text, read the way the whole chain reads it."""
    equipment = find_equipment(reading)
    places = find_places(reading, equipment=equipment)
    return find_actors(reading, attributions=find_attributions(reading), places=places, equipment=equipment)


def _wanted(row: dict[str, Any]) -> list[dict[str, Any]]:
    find = row.get("find", [])
    return [find] if isinstance(find, dict) else find


@pytest.mark.parametrize("row", ROWS, ids=[row["say"] for row in ROWS])
def test_row(row: dict[str, Any], read_text: Callable[..., Reading]) -> None:
    """The row's records are there with the keys it gives, the names it excludes are not, and all speak who should."""
    cast = cast_of(read_text(row["text"]))
    records = [record.model_dump(mode="json") for record in cast.records]
    for wanted in _wanted(row):
        assert any(wanted == {key: record[key] for key in wanted} for record in records), (wanted, records)
    assert not set(row.get("not", [])) & {record["name"] for record in records}
    if "speakers" in row:
        names = {record.id: record.name for record in cast.records}
        assert [names.get(a.actor or "") for a in cast.attributions] == row["speakers"]


def test_every_id_is_a_record(read_text: Callable[..., Reading]) -> None:
    """`found` and `records` agree, and attributions name only them."""
    cast = cast_of(read_text("Ana Ruiz said the dam broke. “It is over,” she said. A clerk denied it."))
    ids = [record.id for record in cast.records]
    assert ids == [actor.id for actor in cast.found]
    assert {a.actor for a in cast.attributions} <= set(ids)


def test_article_is_never_an_actor(read_text: Callable[..., Reading]) -> None:
    """The id `article` is the article's own voice, even where an article is quoted."""
    cast = cast_of(read_text("An article said the mine was closed."))
    assert "article" not in {record.id for record in cast.records}
