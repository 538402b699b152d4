"""What the extractor reaches on our own articles: no score may fall unseen, and none may rise unpinned."""

from __future__ import annotations

import pytest

from eval.floors import UNPINNED, fallen, lagging, load_floors, raised
from eval.gold import load_all
from eval.keys import load_keys
from eval.tally import Tally
from onrecord.model import Found

GROUPS = ("briefings", "unread")


@pytest.fixture(scope="session")
def found() -> dict[str, Found]:
    """All articles of our own that are scored, extracted once: those annotated are among those with an answer key."""
    pytest.importorskip("spacy", reason="the extract extra is not installed")
    from eval.own import find_all

    return find_all([key.gold for key in load_keys()])


@pytest.fixture(scope="session")
def tallies(found: dict[str, Found]) -> dict[str, Tally]:
    """The six annotated articles, scored once."""
    from eval.own import score

    return score(load_all(), found)


@pytest.fixture(scope="session")
def briefings(found: dict[str, Found]) -> dict[str, dict[str, Tally]]:
    """The articles with an answer key, scored once: those that may be read, and the others."""
    from eval.briefings import pinned, score_all

    keys = load_keys()
    return pinned(keys, score_all(keys, found))


@pytest.mark.parametrize("group", GROUPS)
def test_no_score_of_briefings_is_under_its_floor(briefings: dict[str, dict[str, Tally]], group: str) -> None:
    """Recall, precision, sources, numbers and hedges of whole briefings."""
    assert not fallen({"floors": load_floors()[group]}, briefings[group], "eval.briefings")


@pytest.mark.parametrize("group", GROUPS)
def test_every_floor_of_briefings_is_near_its_score(briefings: dict[str, dict[str, Tally]], group: str) -> None:
    """Each measure has one."""
    assert set(load_floors()[group]) == set(briefings[group])
    assert not lagging({"floors": load_floors()[group]}, briefings[group], "eval.briefings")


def test_no_score_is_under_its_floor(tallies: dict[str, Tally]) -> None:
    """A change of the extractor that loses what it could do is told by measure."""
    assert not fallen(load_floors(), tallies)


def test_every_floor_is_near_its_score(tallies: dict[str, Tally]) -> None:
    """A floor far below holds nothing up."""
    assert not lagging(load_floors(), tallies)


def test_every_measure_is_pinned(tallies: dict[str, Tally]) -> None:
    """A new measure needs a floor too."""
    assert set(load_floors()["floors"]) == set(tallies) - UNPINNED


def test_a_fallen_score_is_told_in_a_sentence() -> None:
    """With the measure, both numbers and what to do."""
    half = {"joint": Tally(gold=2, found=2, recalled=1, right=1)}
    assert fallen({"floors": {"joint": 60.5}}, half) == [
        "joint is 50.0, under its floor of 60.5: see `python -m eval.own --misses`"
    ]


def test_a_floor_left_behind_is_told_in_a_sentence() -> None:
    """With the command that raises it."""
    most = {"joint": Tally(gold=100, found=100, recalled=90, right=90)}
    assert lagging({"floors": {"joint": 84.0}}, most) == [
        "joint is 90.0, its floor only 84.0: raise it with `python -m eval.own --raise`"
    ]


def test_where_golds_are_few_a_floor_may_lag_by_two_of_them() -> None:
    """One more of twenty is five points; that alone must not stop anybody."""
    few = {"disputes": Tally(gold=20, found=20, recalled=12, right=12)}
    assert lagging({"floors": {"disputes": 51.0}}, few) == []
    assert lagging({"floors": {"disputes": 49.0}}, few) != []


def test_raising_lowers_no_floor() -> None:
    """Down goes a floor only by hand."""
    record = {"on": "2026-01-01", "floors": {"joint": 80.0}}
    half = {"joint": Tally(gold=2, found=2, recalled=1, right=1)}
    assert raised(record, half, on="2026-02-01") == record
