"""The traps that the seed article holds, which general rules must come through. Skipped where the article is absent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.extract.actors import Cast, find_actors
from onrecord.extract.attribution import find_attributions
from onrecord.extract.equipment import find_equipment
from onrecord.extract.places import find_places
from onrecord.extract.reading import Reading
from onrecord.model import Actor, FoundAttribution

pytestmark = pytest.mark.seed


@pytest.fixture(scope="module")
def cast(seed_path: Path, read_text: Callable[..., Reading]) -> Cast:
    """The seed article's cast, read the way the whole chain reads it."""
    reading = read_text(seed_path.read_text("utf-8"), published="2016-08-16")
    equipment = find_equipment(reading)
    places = find_places(reading, equipment=equipment)
    return find_actors(reading, attributions=find_attributions(reading), places=places, equipment=equipment)


def _named(cast: Cast, name: str) -> list[Actor]:
    return [record for record in cast.records if name in (record.name, *record.aliases)]


def _said(cast: Cast, name: str) -> list[FoundAttribution]:
    ids = {record.id for record in _named(cast, name)}
    return [a for a in cast.attributions if a.actor in ids]


def test_a_capital_that_acts_is_its_state(cast: Cast) -> None:
    """Moscow is Russia, and nobody else."""
    assert [record.id for record in _named(cast, "Moscow")] == ["russia"]


def test_the_ministry_is_the_one_named(cast: Cast) -> None:
    """The ministry that issues the statement is the Defense Ministry."""
    assert [record.name for record in _named(cast, "Russian ministry")] == ["Russian Defense Ministry"]
    assert len(_said(cast, "Russian ministry")) == 2


def test_two_unnamed_officials_are_two(cast: Cast) -> None:
    """Each "a U.S. official" is a source of its own; only the first has a reason for anonymity."""
    first, second = _named(cast, "U.S. official")
    assert first.kind == second.kind == "unnamed"
    assert first.anonymity is not None
    assert second.anonymity is None


def test_an_office_holder_gets_no_name(cast: Cast) -> None:
    """The defense minister stays as the article describes him."""
    assert [record.kind for record in cast.records if record.name.endswith("defense minister")] == ["person"]


def test_one_person_in_three_mentions(cast: Cast) -> None:
    """Gerges speaks three times, by full name, by surname, and as "he"."""
    assert len(_said(cast, "Fawaz Gerges")) == 3


def test_he_is_the_spokesman(cast: Cast) -> None:
    """Garver's four statements are his, two of them with a pronoun for a source."""
    assert len(_said(cast, "Christopher Garver")) == 4
    assert _named(cast, "Christopher Garver")[0].title == "Col."


def test_the_agency_is_the_relay(cast: Cast) -> None:
    """What the agency passes on is Shamkhani's, via the agency."""
    (attribution,) = _said(cast, "Ali Shamkhani")
    assert attribution.via == "irna-news-agency"


def test_the_denial_is_a_denial(cast: Cast) -> None:
    """Russia denies; Human Rights Watch repeats the accusation."""
    assert [a.lemma for a in _said(cast, "Russia") if a.sense == "deny"] == ["deny"]
    assert [a.lemma for a in _said(cast, "Human Rights Watch")] == ["repeat"]


def test_nicknames_are_nobodys_words(cast: Cast) -> None:
    """A nickname inside an indirect content does not make it a quotation."""
    assert {a.kind for a in _said(cast, "American Enterprise Institute")} == {"indirect"}


def test_the_rights_line_is_nobodys(cast: Cast) -> None:
    """Neither the rights line nor the newsletter names an actor."""
    assert not _named(cast, "Associated Press") + _named(cast, "Newsletter")
