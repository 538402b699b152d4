"""An interface in Arabic, in a real browser: nothing runs over the edge, nothing breaks a rule, drawings stay whole."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from onrecord.dossier import load_dossier
from onrecord.house import House
from onrecord.making import in_language, rendered
from onrecord.pages import render_home
from onrecord.site import publish

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first dossier with an Arabic interface."""
    root = tmp_path_factory.mktemp("arabic")
    given = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(given.replace("locale: en", "locale: ar"), encoding="utf-8")
    shutil.copytree(ROOT / "templates", root / "templates")
    house = House(root)
    dossier, _ = load_dossier(sorted(ROOT.glob("content/*"))[0], ROOT)
    assert dossier is not None
    with in_language(house):
        assert publish([rendered(house, dossier, None).rendered], render_home([dossier]), root=root).problems == ()
    return house.public


def pages(folder: Path) -> list[Path]:
    """Every page."""
    return sorted(folder.rglob("*.html"))


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_no_page_is_wider_than_the_screen(arabic: Path, visitor: Any, width: int) -> None:
    """From the right as from the left."""
    visitor.set_viewport_size({"width": width, "height": 800})
    for path in pages(arabic):
        visitor.goto(path.as_uri())
        assert visitor.evaluate("document.documentElement.scrollWidth <= innerWidth"), path.name


def test_no_page_breaks_a_rule(arabic: Path, visitor: Any, axe: str) -> None:
    """axe-core finds nothing, in light and in dark."""
    for scheme in ("light", "dark"):
        visitor.emulate_media(color_scheme=scheme)
        for path in pages(arabic):
            visitor.goto(path.as_uri())
            visitor.evaluate(axe)
            found = visitor.evaluate("axe.run().then(all => all.violations.map(one => one.id))")
            assert found == [], (path.name, scheme)


def test_a_name_on_the_map_stands_where_it_was_measured(arabic: Path, visitor: Any) -> None:
    """Right of its mark, where the text begins there: the direction of the page does not turn a drawing round."""
    visitor.goto((next(arabic.glob("*/places.html"))).as_uri())
    off = visitor.evaluate(_OFF)
    assert off == []


_OFF = """() => [...document.querySelectorAll('svg text')].filter(one => {
  const box = one.getBBox(), x = parseFloat(one.getAttribute('x')), anchor = getComputedStyle(one).textAnchor;
  if (!box.width || Number.isNaN(x)) return false;
  const at = anchor === 'middle' ? box.x + box.width / 2 : anchor === 'end' ? box.x + box.width : box.x;
  return Math.abs(at - x) > 3;
}).map(one => one.textContent)"""
