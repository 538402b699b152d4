"""Military details: bars that never say more than the number, symbols that take no side, claims with their source."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.dossier import load_dossier
from onrecord.model import Quantity
from onrecord.pages import render
from onrecord.pages.draw.bars import draw_bar
from onrecord.pages.draw.silhouettes import draw_silhouette
from onrecord.pages.draw.symbols import draw_symbol
from onrecord.pages.views.measures import family_of

ROOT = Path(__file__).parents[2]


def parts(svg: str) -> list[tuple[str, float, float]]:
    """Look, start and end of each part of a bar, in hundredths of its width."""
    found = re.findall(r'class="(\w+)" x="([\d.]+)%" y="2" width="([\d.]+)%"', svg)
    return [(look, float(x), round(float(x) + float(wide), 1)) for look, x, wide in found]


@pytest.mark.parametrize(
    ("low", "high", "operator", "expected"),
    [
        (50, 50, "=", [("whole", 0.0, 50.0)]),
        (40, 60, "=", [("whole", 0.0, 40.0), ("range", 40.0, 60.0)]),
        (50, 50, "~", [("whole", 0.0, 47.0), ("range", 47.0, 53.0)]),
        (50, 50, "<=", [("most", 0.0, 50.0)]),
        (50, 50, ">", [("whole", 0.0, 50.0), ("whole", 50.0, 53.4), ("whole", 54.0, 57.4), ("whole", 58.0, 61.4)]),
        (500, 500, "=", [("whole", 0.0, 100.0)]),
    ],
)
def test_a_bar_shows_how_sure_its_number_is(
    low: float, high: float, operator: str, expected: list[tuple[str, float, float]]
) -> None:
    """Whole up to the number; lighter for a range or "about"; hollow for "up to"; open for "more than"; never wider."""
    assert parts(draw_bar(low, high, operator, full=100)) == expected


@pytest.mark.parametrize(
    ("unit", "family"),
    [("kilometre", "length"), ("miles", "length"), ("tonne", "mass"), ("bomber", None), ("ton", None), (None, None)],
)
def test_only_units_of_one_family_share_a_scale(unit: str | None, family: str | None) -> None:
    """What is counted has no scale, nor has a ton that may be long, short or metric."""
    assert family_of(Quantity(value=1, unit=unit)) == family


def test_a_symbol_takes_no_side_unless_its_code_gives_one() -> None:
    """Unknown by default; a code of letters or of digits is read for its side."""
    drawn = [
        draw_symbol("aircraft", "long-range bomber", code, title="Symbol, side: {side}")
        for code in (None, "SNAPMFB--------", "SHAPMFB--------", "10030100001101020000")
    ]
    assert [re.search(r"side: (\w+)", svg)[1] for svg in drawn] == ["unknown", "neutral", "hostile", "friend"]  # type: ignore[index]
    assert len(set(drawn)) == 4


def test_class_and_type_choose_the_symbol() -> None:
    """A bomber is no transport plane; a word that does not fit the class decides nothing."""
    bomber, transport, ship = (
        draw_symbol(class_, type_, title="")
        for class_, type_ in (("aircraft", "long-range bomber"), ("aircraft", "transport plane"), ("ship", "tank ship"))
    )
    assert len({bomber, transport, ship}) == 3
    assert ship == draw_symbol("ship", "", title="")


def test_a_silhouette_is_no_information_of_its_own() -> None:
    """It is hidden from screen readers, and missing where none would help."""
    assert 'aria-hidden="true"' in draw_silhouette("helicopter", "")
    assert draw_silhouette("other", "") == ""


def test_every_number_on_the_page_names_its_source() -> None:
    """Counts on cards, claims and bars."""
    dossier, _ = load_dossier(ROOT / "content" / "hamedan", ROOT)
    assert dossier
    page = render(dossier).rendered.files["military.md"]
    counts = re.findall(r'<li class="count" data-fact="[^"]+" data-source="[^"]+">.*?</li>', page)
    assert counts
    assert [one for one in counts if not re.search(r'class="fact-source">[^<]+<', one)] == []
    assert page.count('class="bar-drawn"') == len(re.findall(r'<tr><th scope="row">[^<]+<svg class="bar-drawn"', page))
