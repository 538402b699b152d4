"""Quantities: each row of cases/quantities.yaml is a text and every quantity in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("spacy", reason="the extract extra is not installed")

from onrecord.extract.equipment import find_equipment
from onrecord.extract.quantities import find_quantities
from onrecord.extract.times import find_times
from onrecord.model import FoundQuantity, Span

FILES = sorted((Path(__file__).parent.parent / "cases").glob("quantities*.yaml"))
ROWS = [row for path in FILES for row in yaml.safe_load(path.read_text(encoding="utf-8"))]


def quantities(reading: Any) -> tuple[FoundQuantity, ...]:
    return find_quantities(reading, times=find_times(reading), equipment=find_equipment(reading))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["say"])
def test_quantities_are_found_or_left_alone(row: dict[str, Any], read_text: Callable[..., Any]) -> None:
    """`find` is every quantity of the text, in order, with the fields the row is about; `was` in the words it is of."""
    found = [{"text": Span(*q.span).cut(row["text"]), **dict(q)} for q in quantities(read_text(row["text"]))]
    assert len(found) == len(row["find"]), found
    for quantity, wanted in zip(found, row["find"], strict=True):
        value = quantity["value"]
        same, was = quantity["same_as"], quantity["was"]
        shown = {
            **quantity,
            "value": list(value) if isinstance(value, tuple) else value,
            "same_as": same and list(same),
            "was": was and Span(*was).cut(row["text"]),
        }
        assert {key: shown[key] for key in wanted} == wanted


@settings(deadline=None, max_examples=60)
@given(text=st.text(st.characters(codec="utf-8"), max_size=120) | st.sampled_from([r["text"] for r in ROWS]))
def test_any_text_gives_quantities_inside_it_in_order(read_text: Callable[..., Any], text: str) -> None:
    """No text breaks the finder; spans lie inside and in order; twice the same."""
    found = quantities(read_text(text))
    assert all(0 <= q.span[0] < q.span[1] <= len(text) for q in found)
    assert [q.span for q in found] == sorted(q.span for q in found)
    assert quantities(read_text(text)) == found
