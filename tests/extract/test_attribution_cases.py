"""Attribution, case by case: every row of `tests/cases/attribution*.yaml`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.extract.attribution import find_attributions
from onrecord.extract.reading import Reading
from onrecord.model import FoundAttribution, Span

CASES = Path(__file__).parent.parent / "cases"
ROWS = [row for path in sorted(CASES.glob("attribution*.yaml")) for row in yaml.safe_load(path.read_text("utf-8"))]
MARKS = str.maketrans({",": None, ".": None})


def _words(spans: tuple[Span, ...], text: str) -> list[str]:
    return [span.cut(text).translate(MARKS) for span in spans]


def _plain(attribution: FoundAttribution, text: str, keys: list[str]) -> dict[str, Any]:
    parts = {key: _words(getattr(attribution, key), text) for key in ("source", "relay", "cue", "content")}
    return {key: parts.get(key, getattr(attribution, key, None)) for key in keys}


def _expected(row: dict[str, Any]) -> list[dict[str, Any]]:
    find = row["find"]
    records = [] if find == "nothing" else [find] if isinstance(find, dict) else find
    return [{key: _listed(key, value) for key, value in record.items()} for record in records]


def _listed(key: str, value: Any) -> Any:
    if key not in {"source", "relay", "cue", "content"}:
        return value
    values = [] if value is None else value if isinstance(value, list) else [value]
    return [str(v).translate(MARKS) for v in values]


@pytest.mark.parametrize("row", ROWS, ids=[row["say"] for row in ROWS])
def test_row(row: dict[str, Any], read_text: Callable[..., Reading]) -> None:
    """What the row says is found, no more and no less; commas and full stops at the marks do not count."""
    reading = read_text(row["text"])
    expected = _expected(row)
    found = find_attributions(reading)
    shown = [
        _plain(a, row["text"], list(expected[i]) if i < len(expected) else ["source", "cue", "content"])
        for i, a in enumerate(found)
    ]
    # A source may keep the title that stands before its name.
    for have, want in zip(shown, expected, strict=False):
        _even_title(have, want)
    assert shown == expected


def _even_title(have: dict[str, Any], want: dict[str, Any]) -> None:
    if have.get("source") and want.get("source") and have["source"][0].endswith(" " + want["source"][0]):
        have["source"] = want["source"]
