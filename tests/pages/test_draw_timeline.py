"""The timeline strip: what each kind of time looks like, what every number must carry, and that nothing overlaps."""

from __future__ import annotations

from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.pages.draw import Row, draw_timeline
from onrecord.pages.draw.labels import Box
from onrecord.pages.draw.svg import text_width

SVG = "{http://www.w3.org/2000/svg}"


def _row(number: int, text: str, date: str | None, **more: Any) -> Row:
    return Row(f"fact-{number}", "port", "Port <Authority>", number, text, date, **more)


def _draw(*rows: Row, width: int = 960) -> ElementTree.Element:
    svg = draw_timeline(rows, title="Times", description="When it happened", reference="2024-05-10", width=width)
    return ElementTree.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def _marks(svg: ElementTree.Element) -> list[tuple[str, str]]:
    """Each mark of a time by its form and its look, in order."""
    looks = ("mark", "mark open", "arrow")
    return [
        (e.tag.removeprefix(SVG), e.get("class") or str(e.get("fill"))[:6])
        for e in svg.iter()
        if e.get("class") in looks or (e.get("fill") or "").startswith("url(")
    ]


EXACT = _row(1, "May 7", "2024-05-07")
FRAME = (_row(2, "May 5", "2024-05-05"), _row(3, "May 10", "2024-05-10"))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, [("circle", "mark")]),
        ({"planned": True}, [("circle", "mark open")]),
        ({"relation": "since"}, [("path", "arrow"), ("circle", "mark")]),
        ({"relation": "before"}, [("path", "arrow"), ("circle", "mark open")]),
        ({"until": "2024-05-09"}, [("rect", "mark")]),
        ({"until": "2024-05-09", "planned": True}, [("rect", "mark open")]),
        ({"modifier": "about"}, [("rect", "url(#f")]),
    ],
)
def test_each_kind_of_time_has_its_form(more: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    """A point is a day, a bar is longer, soft is inexact, an arrow is since or until, hollow is not yet."""
    assert _marks(_draw(_row(1, "May 7", "2024-05-07", **more))) == expected


def test_every_dated_row_carries_its_fact_source_and_label() -> None:
    """A number is a group with fact and source, and tells its time and its label, escaped."""
    svg = draw_timeline([_row(1, "in 1979", "1979"), _row(2, "Friday", "2024-05-10")], title="a", description="b")
    assert svg.count('data-source="port"') == 2
    assert '<title class="fact-source">in 1979: Port &lt;Authority&gt;</title>' in svg
    assert '<title class="fact-source">Friday: Port &lt;Authority&gt;</title>' in svg


def test_facts_of_one_time_share_its_mark() -> None:
    """Six things on one day are one point with six numbers, each leading to its row."""
    svg = _draw(*(_row(number, "Friday", "2024-05-10") for number in range(1, 7)))
    assert _marks(svg) == [("circle", "mark")]
    assert [a.get("href") for a in svg.iter(f"{SVG}a")] == [f"#no-{number}" for number in range(1, 7)]


def test_a_row_without_a_date_is_left_to_the_table() -> None:
    """Nothing is drawn where nothing is known; a strip without a date is no strip."""
    assert draw_timeline([_row(1, "some day", None)], title="a", description="b") == ""
    assert [
        a.get("href") for a in _draw(_row(1, "some day", None), _row(2, "Friday", "2024-05-10")).iter(f"{SVG}a")
    ] == ["#no-2"]


def test_a_soft_day_stands_where_the_exact_day_stands() -> None:
    """The bar of "about May 7" has the point of "May 7" in its middle."""
    _, point, _ = _draw(EXACT, *FRAME).iter(f"{SVG}circle")
    soft = _draw(_row(1, "about May 7", "2024-05-07", modifier="about"), *FRAME)
    bar = next(e for e in soft.iter(f"{SVG}rect") if (e.get("fill") or "").startswith("url("))
    assert abs(_number(bar, "x") + _number(bar, "width") / 2 - _number(point, "cx")) < 0.2


def _number(element: ElementTree.Element, name: str) -> float:
    return float(element.get(name, "nan"))


def _boxes(svg: ElementTree.Element) -> list[Box]:
    """What the letters of a strip take: numbers their cell, labels of bands their estimated width."""
    cells = [
        Box(x, y, x + _number(e, "width"), y + _number(e, "height"))
        for e in svg.iter(f"{SVG}rect")
        if e.get("class") == "room"
        for x, y in [(_number(e, "x"), _number(e, "y"))]
    ]
    whens = [
        Box(x - wide / 2, y - 9, x + wide / 2, y + 2)
        for e in svg.iter(f"{SVG}text")
        if e.get("class") == "when"
        for x, y, wide in [(_number(e, "x"), _number(e, "y"), text_width(e.text or "", 11))]
    ]
    return cells + whens


DATES = st.sampled_from(
    ["1801", "1979", "1979-11", "2015", "2024-03", "2024-05-06", "2024-05-07", "2024-05-10", "2026"]
)
MORE = st.fixed_dictionaries(
    {
        "modifier": st.sampled_from([None, "late", "about"]),
        "relation": st.sampled_from(["on", "since", "until", "before", "after"]),
        "planned": st.booleans(),
    }
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(DATES, MORE), min_size=1, max_size=40), st.sampled_from([340, 960]))
def test_no_letters_overlap_and_none_leaves_the_strip(times: list[tuple[str, dict[str, Any]]], width: int) -> None:
    """Whatever the times, on a wide screen and on a narrow one."""
    svg = _draw(*(_row(n, "then", date, **more) for n, (date, more) in enumerate(times, 1)), width=width)
    _, _, right, bottom = map(float, svg.get("viewBox", "").split())
    boxes = _boxes(svg)
    assert [(one, other) for one, other in combinations(boxes, 2) if one.meets(other)] == []
    assert [b for b in boxes if b.left < -0.1 or b.top < 0 or b.right > right + 0.1 or b.bottom > bottom] == []


def test_the_same_rows_give_the_same_bytes() -> None:
    """And a strip for a telephone has ids of its own, so that both can stand on one page."""
    wide, again, narrow = (
        draw_timeline([EXACT, *FRAME], title="a", description="b", width=width) for width in (960, 960, 340)
    )
    assert wide == again
    assert wide.split('aria-labelledby="')[1][:8] != narrow.split('aria-labelledby="')[1][:8]
