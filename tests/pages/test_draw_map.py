"""The locator map: nothing overlaps, nothing leaves the sheet, the same marks give the same bytes."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.pages.draw import Mark, Way, draw_map
from onrecord.pages.draw.clipping import clipped
from onrecord.pages.draw.frame import frame_of
from onrecord.pages.draw.labels import BOLD, SIZE, Box
from onrecord.pages.draw.projection import middle_of
from onrecord.pages.draw.svg import text_width

SVG = "{http://www.w3.org/2000/svg}"
CELJE = Mark("celje", "Celje", 46.23, 15.26, country="Slovenia", role="scene")
GRAZ = Mark("graz", "Graz", 47.07, 15.44, country="Austria", role="departure")
SLOVENIA = Mark("slovenia", "Slovenia", 46.1, 14.8, area=True, country="Slovenia", role="scene")
FIJI = [
    Mark("suva", "Suva", -18.14, 178.44, role="scene"),
    Mark("apia", "Apia", -13.83, -171.77, role="scene"),
    Mark("nukualofa", "Nuku'alofa", -21.14, -175.2, role="target"),
]
WORLD = [
    Mark("lima", "Lima", -12.05, -77.04, role="scene"),
    Mark("oslo", "Oslo", 59.91, 10.75, role="scene"),
    Mark("perth", "Perth", -31.95, 115.86, role="scene"),
    Mark("tokyo", "Tokyo", 35.69, 139.69, role="scene"),
]
CROWD = [Mark(f"p{i}", f"Village number {i}", 46 + i % 6 * 0.09, 15 + i // 6 * 0.12, role="scene") for i in range(30)]
CASES = {
    "one": [CELJE],
    "two and a country": [CELJE, GRAZ, SLOVENIA],
    "date line": FIJI,
    "world": WORLD,
    "crowd": CROWD,
}


def drawn(marks: list[Mark], width: int = 720) -> ElementTree.Element:
    svg = draw_map(marks, title="Where", description="Places", width=width)
    return ElementTree.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def boxes(svg: ElementTree.Element) -> list[Box]:
    found = []
    for text in svg.iter(f"{SVG}text"):
        kinds = (text.get("class") or "").split()
        size = SIZE if "place" in kinds else 9 if kinds == ["country", "minor"] else 11
        spaced = 1.1 if "country" in kinds else BOLD if "place" in kinds else 1
        width, x, y = spaced * text_width(text.text or "", size), float(text.get("x", 0)), float(text.get("y", 0))
        left = x - {"start": 0, "middle": width / 2, "end": width}[text.get("text-anchor", "start")]
        found.append(Box(left, y - size * 0.8, left + width, y + size * 0.2))
    return found


@pytest.mark.parametrize("width", [360, 720])
@pytest.mark.parametrize("marks", CASES.values(), ids=CASES.keys())
def test_no_two_names_overlap_and_none_leaves_the_sheet(marks: list[Mark], width: int) -> None:
    """On a wide sheet and on a narrow one, from one village to the whole world."""
    svg = drawn(marks, width)
    _, _, right, bottom = map(float, svg.get("viewBox", "").split())
    names = boxes(svg)
    assert names
    assert [(one, other) for one, other in combinations(names, 2) if one.meets(other)] == []
    assert [box for box in names if box.left < 0 or box.top < 0 or box.right > right or box.bottom > bottom] == []


@pytest.mark.parametrize("marks", [CASES[name] for name in ("one", "two and a country", "date line", "world")])
def test_every_place_of_the_events_is_pinned_and_named(marks: list[Mark]) -> None:
    """Where there is room, no name is left away, across the date line too."""
    names = [text.text for text in drawn(marks).iter(f"{SVG}text") if "place" in (text.get("class") or "")]
    assert sorted(names, key=str) == sorted(mark.name for mark in marks if not mark.area)


def test_the_map_has_a_title_and_a_description_that_its_role_names() -> None:
    """A blind reader hears what is drawn."""
    svg = drawn([CELJE])
    ids = [element.get("id") for element in svg if element.tag in (f"{SVG}title", f"{SVG}desc")]
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == " ".join(map(str, ids))


def test_the_same_marks_give_the_same_bytes_and_other_marks_other_ids() -> None:
    """Two maps can stand on one page."""
    once, again, other = (draw_map(m, title="a", description="b") for m in ([CELJE], [CELJE], [GRAZ]))
    assert once == again
    assert once.split('aria-labelledby="')[1][:8] != other.split('aria-labelledby="')[1][:8]


def test_an_area_is_hatched_and_never_pinned() -> None:
    """A country where something happened has its outline hatched; another area a hatched circle."""
    area = Mark("moors", "the moors", 46.4, 15.2, area=True, role="scene")
    svg = drawn([CELJE, SLOVENIA, area])
    hatched = [e for e in svg.iter() if (e.get("fill") or "").startswith("url(")]
    assert {element.tag for element in hatched} == {f"{SVG}path", f"{SVG}circle"}
    assert len([e for e in svg.iter() if e.get("class") == "pin"]) == 1


def test_a_place_only_mentioned_does_not_widen_the_sheet() -> None:
    """A city on the other side of the world stands in the table; the map stays where the event is."""
    far = Mark("lima", "Lima", -12.05, -77.04)
    assert drawn([CELJE, GRAZ, far]).get("viewBox") == drawn([CELJE, GRAZ]).get("viewBox")
    assert "Lima" not in [text.text for text in drawn([CELJE, GRAZ, far]).iter(f"{SVG}text")]


def test_names_are_escaped() -> None:
    """Words of an article never become markup."""
    assert "<b>" not in draw_map([Mark("x", "<b>&", 46, 15, role="scene")], title="<i>", description="<u>")


def test_without_places_there_is_no_map() -> None:
    """Empty text, not an empty frame."""
    assert draw_map([], title="a", description="b") == ""


def test_a_map_stays_small() -> None:
    """Under 45 KB each, before compression, even where coasts are rugged."""
    assert max(len(draw_map(marks, title="a", description="b")) for marks in CASES.values()) < 45_000


PLACES = st.tuples(st.floats(-179.9, 179.9), st.floats(-85, 85))


@settings(deadline=None)
@given(st.lists(PLACES, min_size=1, max_size=6))
def test_every_point_of_a_near_group_is_on_the_sheet(points: list[tuple[float, float]]) -> None:
    """Whatever the places, moved together within a few degrees, the frame holds them all."""
    x, y = points[0]
    near = [(x + (a - x) / 90, max(-85.0, min(85.0, y + (b - y) / 45))) for a, b in points]
    frame = frame_of(near, width=720)
    assert all(frame.holds(frame(*point)) for point in near)


@given(st.lists(st.tuples(st.floats(-50, 150), st.floats(-50, 150)), min_size=3, max_size=12))
def test_what_is_clipped_lies_on_the_sheet(ring: list[tuple[float, float]]) -> None:
    """No point of a clipped ring is off the sheet, but for rounding."""
    assert all(-1e-6 <= x <= 100 + 1e-6 and -1e-6 <= y <= 80 + 1e-6 for x, y in clipped(ring, 100, 80))


def test_the_middle_of_places_on_both_sides_of_the_date_line_is_there() -> None:
    """Not on the other side of the globe."""
    longitude, _ = middle_of([(178.44, -18.1), (-171.8, -13.8)])
    assert abs(longitude) > 170


def test_a_coast_round_the_far_side_is_turned_inside_out() -> None:
    """Drawn in to the rim it would close about the whole disc, and turn sea into land."""
    discs = {name: draw_map(CASES[name], title="a", description="b").count("a30 30") for name in ("date line", "one")}
    assert discs == {"date line": 2, "one": 0}


TAKE_OFF = Way("graz", "celje", "flight", "pilot", "The pilot & crew", sure=False)


def test_a_way_is_an_arrow_that_says_who_says_so() -> None:
    """It carries its fact and its source's label, and is broken where the article does not assert it."""
    svg = draw_map([CELJE, GRAZ], ways=[TAKE_OFF], title="a", description="b")
    assert 'data-fact="flight" data-source="pilot"' in svg
    assert '<title class="fact-source">Graz → Celje: The pilot &amp; crew</title>' in svg
    assert 'class="way said"' in svg
    assert 'class="way said"' not in draw_map(
        [CELJE, GRAZ], ways=[replace(TAKE_OFF, sure=True)], title="a", description="b"
    )


def test_a_way_from_an_area_is_left_to_the_table() -> None:
    """Where in a country something set out is not known, and the middle of it would be invented."""
    svg = draw_map([CELJE, SLOVENIA], ways=[replace(TAKE_OFF, start="slovenia")], title="a", description="b")
    assert "flight" not in svg


def test_places_on_a_way_are_on_the_sheet() -> None:
    """Though nothing else happens there."""
    base = Mark("split", "Split", 43.51, 16.44)
    svg = draw_map([CELJE, base], ways=[replace(TAKE_OFF, start="split")], title="a", description="b")
    assert ">Split<" in svg
    assert ">Split<" not in draw_map([CELJE, base], title="a", description="b")


def test_a_street_has_a_sheet_of_its_own_without_coasts() -> None:
    """Outlines of the fifty-millionth part would lie about a street; lines at even distances do not."""
    near = [replace(CELJE, id=f"corner-{n}", latitude=46.23 + n / 900, longitude=15.26) for n in range(3)]
    svg = drawn(near)
    assert [e.get("class") for e in svg.iter() if e.get("class") in ("grid", "focus")] == ["grid"]
    assert "100 m between lines" in [text.text for text in svg.iter(f"{SVG}text")]


def test_seas_rivers_and_lakes_are_drawn_but_not_on_a_small_map() -> None:
    """Names of seas stand on water only; the small map of the overview has neither."""
    marks = [
        replace(CELJE, id="a", latitude=45.4, longitude=12.3),
        replace(CELJE, id="b", latitude=40.6, longitude=17.9),
    ]
    large, small = (draw_map(marks, title="a", description="b", width=900, small=small) for small in (False, True))
    assert ">Adriatic Sea<" in large
    assert 'class="river"' in large
    assert "Adriatic" not in small
    assert 'class="river"' not in small
    assert len(small) < len(large) / 2
