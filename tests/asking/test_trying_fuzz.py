"""Whatever is tried, it is read or refused with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from onrecord.dossier import check, load_dossier
from onrecord.dossier.trying import read_assignment, with_values
from onrecord.house import House
from onrecord.model import Dossier, Problem, Refusal
from tests.asking import harbour

NAMES = (
    "fire-deaths",
    "union-deaths",
    "union",
    "harbour",
    "deaths",
    "wire",
    "briefing",
    "military",
    "events/fire-deaths",
)
STEPS = (
    ".text", ".source", ".quantities", "[0]", "[1]", "[7]", ".value", ".when", ".date", ".where", ".at", ".start",
    ".quote", ".facts", ".summary", ".reviewed", ".salute", ".size", ".id", ".é", ".grid", ".who", ".latitude",
)  # fmt: skip
VALUES = (
    "", "1", "[1, 2]", "{a: b}", "[", "- x", "null", "~", "NO", "2016-08-16", "# c", "'a", "fire-deaths", "a, b",
    "&x y", "*x", "!t y", "\x00", "[[1]]", "1e400", "9" * 400, "a: b: c", "---\n---", "-1",
)  # fmt: skip


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return harbour.lay(tmp_path_factory.mktemp("harbour"))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(name="military", steps=[".salute"], value="{a: b}")  # words between braces, on no line of the file
@given(
    name=st.sampled_from(NAMES),
    steps=st.lists(st.sampled_from(STEPS), max_size=3),
    value=st.sampled_from(VALUES) | st.text(max_size=20),
)
def test_no_value_ends_in_a_traceback(house: House, name: str, steps: list[str], value: str) -> None:
    """A refusal says why; what is read can be checked, and the files stay as they are."""
    folder: Path = house.dossier("harbour")
    dossier, _ = load_dossier(folder, house.root)
    assert dossier is not None
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    refused, problems = _tried(dossier, folder, f"{name}{''.join(steps)}={value}")
    assert all(problem.message and problem.line >= 0 for problem in problems)
    assert problems or not refused
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def _tried(dossier: Dossier, folder: Path, change: str) -> tuple[bool, tuple[Problem, ...]]:
    """Whether the change was refused, and every problem: of the refusal, or of the dossier as it would be."""
    try:
        return False, check(with_values(dossier, folder, [read_assignment(change)]))
    except Refusal as refusal:
        return True, refusal.problems
