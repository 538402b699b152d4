"""The timeline strip: what each kind of time looks like, and what every row must carry."""

from __future__ import annotations

import re

from onrecord.pages.draw import Row, draw_timeline


def _row(number: int, text: str, date: str | None, *, modifier: str | None = None, relation: str = "on") -> Row:
    return Row(f"fact-{number}", "port", "Port <Authority>", number, text, date, modifier=modifier, relation=relation)


def _draw(*rows: Row) -> str:
    return draw_timeline(rows, title="Times", description="When it happened", reference="2024-05-10")


def _place(attribute: str, svg: str, element: str) -> float:
    found = re.search(rf'<{element} [^>]*\b{attribute}="([\d.]+)%"', svg)
    assert found is not None
    return float(found[1])


def test_every_dated_row_carries_its_fact_source_and_label() -> None:
    """A row is a group with fact and source, and shows its words and its label, escaped."""
    svg = _draw(_row(1, "in 1979", "1979"), _row(2, "Friday", "2024-05-10"))
    assert re.findall(r'data-fact="([^"]+)" data-source="port"', svg) == ["fact-1", "fact-2"]
    assert svg.count('class="fact-source">Port &lt;Authority&gt;<') == 2


def test_a_row_without_a_date_is_left_to_the_table() -> None:
    """Nothing is drawn where nothing is known; a strip without a date is no strip."""
    assert _draw(_row(1, "some day", None)) == ""
    assert "fact-1" not in _draw(_row(1, "some day", None), _row(2, "Friday", "2024-05-10"))


def test_a_soft_day_stands_where_the_exact_day_stands() -> None:
    """The bar of "about May 7" has the point of "May 7" in its middle."""
    exact = _row(1, "May 7", "2024-05-07")
    frame = (_row(2, "May 5", "2024-05-05"), _row(3, "May 10", "2024-05-10"))
    point = _place("cx", _draw(exact, *frame), "circle")
    bar = _draw(_row(1, "about May 7", "2024-05-07", modifier="about"), *frame)
    found = re.search(r'fill="url[^>]* x="([\d.]+)%"[^>]* width="([\d.]+)%"', bar)
    assert found is not None
    assert abs(float(found[1]) + float(found[2]) / 2 - point) < 0.02


def test_an_arrow_to_a_day_starts_at_its_point() -> None:
    """The arrow of "until May 20" leads away from the point itself, not from the edge of a band."""
    svg = _draw(_row(1, "until May 20", "2024-05-20", relation="until"), _row(2, "Friday", "2024-05-10"))
    arrow = re.search(r'class="arrow" x1="([\d.]+)%"', svg)
    assert arrow is not None
    assert float(arrow[1]) == _place("cx", svg, "circle")
