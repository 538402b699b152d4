"""Times: each row of cases/times*.yaml is a text and every time in it, or the `when` that a time gives a fact."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("spacy", reason="the extract extra is not installed")

from onrecord.extract.times import find_times, when_of
from onrecord.model import FoundTime, Span

FOLDER = Path(__file__).parent.parent / "cases"


def rows(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.load((FOLDER / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return found


ROWS = [row for name in ("times", "times-dates", "times-relative", "times-lengths") for row in rows(f"{name}.yaml")]
THURSDAY = "2026-03-12"


def plain(value: object) -> str:
    return "null" if value is None else str(value)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["say"])
def test_times_are_found_with_their_values_or_left_alone(row: dict[str, Any], read_text: Callable[..., Any]) -> None:
    """`find` is every time of the text, in order, with the fields the row is about."""
    published = row.get("published", THURSDAY)
    times = find_times(read_text(row["text"], None if published == "null" else published))
    shown = [{"text": Span(*time.span).cut(row["text"]), **dict(time)} for time in times]
    assert [t["text"] for t in shown] == [t["text"] for t in row["find"]]
    for time, wanted in zip(shown, row["find"], strict=True):
        assert {key: plain(time[key]) for key in wanted} == wanted


@pytest.mark.parametrize("row", rows("times-when.yaml"), ids=lambda row: row["say"])
def test_a_time_becomes_the_when_of_a_fact(row: dict[str, Any], read_text: Callable[..., Any]) -> None:
    """`when` is what a fact keeps of the first time in the text: every field that is not its default."""
    published = row.get("published", "2024-05-15")
    time = find_times(read_text(row["text"], None if published == "null" else published))[0]
    kept = when_of(time, row["text"]).model_dump(exclude_defaults=True)
    assert {key: str(value) for key, value in kept.items()} == row["when"]


@settings(deadline=None, max_examples=60)
@given(text=st.text(st.characters(codec="utf-8"), max_size=120) | st.sampled_from([r["text"] for r in ROWS]))
def test_any_text_gives_times_inside_it_in_order(read_text: Callable[..., Any], text: str) -> None:
    """No text breaks the finder; spans never overlap; twice the same."""
    times = find_times(read_text(text, THURSDAY))
    spans = [time.span for time in times]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert find_times(read_text(text, THURSDAY)) == times


@pytest.mark.parametrize(
    ("value", "date", "until", "precision"),
    [
        ("2026-03-10", "2026-03-10", None, "day"),
        ("2026-03-10TNI", "2026-03-10", None, "day"),
        ("2026-03", "2026-03", None, "month"),
        ("1979", "1979", None, "year"),
        ("2026-W10", "2026-03-02", "2026-03-08", "week"),
        ("2026-W10-WE", "2026-03-07", "2026-03-08", "week"),
        ("2024-Q3", "2024-07", "2024-09", "period"),
        ("199", "1990", "1999", "decade"),
        ("13", "1300", "1399", "century"),
        ("2019-SU", "2019", None, "season"),
        ("PAST_REF", None, None, None),
        (None, None, None, None),
    ],
)
def test_a_fact_keeps_the_printed_words_beside_the_date(
    value: str | None, date: str | None, until: str | None, precision: str | None
) -> None:
    """Each kind of TIMEX3 value becomes a date prefix with its precision; what is no date leaves only the words."""
    when = when_of(FoundTime(span=Span(0, 4), value=value, type="DATE"), "then and there")
    assert (when.text, when.date, when.until, when.precision) == ("then", date, until, precision)
