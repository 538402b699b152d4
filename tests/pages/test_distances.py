"""Distances on the page of places: the article's words beside the straight line, neither called wrong."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.model import Dossier, Files, Place
from onrecord.pages import render
from onrecord.pages.views.distances import distance_lines, straight_line

LONDON = Place(id="london", name="London", kind="city", latitude=51.509, longitude=-0.126, precision="point")


def _windsor(**distance: Any) -> Place:
    stated = {"to": "london", "words": "35 km west of", "kilometres": 35, "direction": "west", **distance}
    point: dict[str, Any] = {"latitude": 51.483, "longitude": -0.6, "precision": "point"}
    return Place.model_validate({"id": "windsor", "name": "Windsor", "kind": "city", "distances": [stated], **point})


def test_the_straight_line_stands_beside_the_articles_words() -> None:
    """Both figures are told."""
    assert list(distance_lines(_windsor(), {"london": LONDON})) == [
        "article: 35 km west of London; straight line: 33 km, west"
    ]


def test_miles_are_told_in_kilometres_too() -> None:
    """The printed words stay; the figure in km is added."""
    (line,) = distance_lines(_windsor(words="some 22 miles from", kilometres=35.4), {"london": LONDON})
    assert line == "article: some 22 miles from London (35.4 km); straight line: 33 km, west"


@pytest.mark.parametrize("change", [{"precision": "area"}, {"latitude": None}])
def test_without_two_points_the_articles_words_stand_alone(change: dict[str, Any]) -> None:
    """The middle of an area is no end of a line, and a place without a pin has none."""
    area = LONDON.model_copy(update=change)
    assert list(distance_lines(_windsor(), {"london": area})) == ["article: 35 km west of London"]


def test_a_distance_from_a_place_that_is_gone_is_not_told() -> None:
    """A person may have rejected the other place."""
    assert list(distance_lines(_windsor(), {})) == []


@pytest.mark.parametrize(
    ("latitude", "longitude", "line"),
    [(52.509, -0.126, "111 km, north"), (51.509, 0.8, "64 km, east"), (51.47, -0.2, "6.7 km, southwest")],
)
def test_the_bearing_is_where_the_place_lies_seen_from_the_other(latitude: float, longitude: float, line: str) -> None:
    """Eight points of the compass; below ten kilometres, a tenth counts."""
    place = Place(id="a", name="A", kind="city", latitude=latitude, longitude=longitude, precision="point")
    assert straight_line(place, LONDON) == line


def test_the_page_of_places_shows_the_distance_in_the_row() -> None:
    """It stands below the coordinates."""
    data = {
        "briefing": {"title": "T", "sources": [{"id": "a"}]},
        "places": {"places": [_windsor().model_dump(), LONDON.model_dump()]},
    }
    page = render(Dossier("d", Files.model_validate(data))).rendered.files["places.md"]
    row = page.partition('id="place-windsor"')[2].partition("</tr>")[0]
    assert "<small>article: 35 km west of London; straight line: 33 km, west</small>" in row
