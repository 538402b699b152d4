"""Edit links in a browser: out of the way, and within reach of a pointer, a thumb and a keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.dossier import load_dossier
from onrecord.pages import render, render_home
from onrecord.site import publish

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
OPACITY = "link => getComputedStyle(link).opacity"
REACHED = """link => {
  link.scrollIntoView({block: "center"});
  const box = link.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
  return [[0, 11], [0, -11], [11, 0], [-11, 0]].every(([a, b]) => document.elementFromPoint(x + a, y + b) === link);
}"""
BOXES = "[...document.querySelectorAll('main *')].map(e => Math.round(e.getBoundingClientRect().top)).join()"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published folder of a briefing whose repository is named."""
    root = tmp_path_factory.mktemp("site")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "templates", root / "templates")
    dossier, problems = load_dossier(ROOT / "content" / "hamedan", ROOT)
    assert dossier is not None, problems
    pages = render(dossier, edit_url="https://example.org/news/blob/main/{file}#L{line}")
    assert publish([pages.rendered], render_home([dossier]), root=root).problems == ()
    return root / "public" / "hamedan"


@pytest.fixture
def page(browser: Any, site: Path) -> Iterator[Any]:
    page = browser.new_page(viewport={"width": 1100, "height": 800})
    page.goto((site / "index.html").as_uri())
    yield page
    page.close()


def test_a_link_comes_up_below_the_pointer_and_moves_nothing(page: Any) -> None:
    """What is not pointed at shows no link; where one comes up, no element changes its place."""
    takeaway = page.locator(".takeaways .takeaway").nth(1)
    takeaway.scroll_into_view_if_needed()
    before = page.evaluate(BOXES)
    assert takeaway.locator(".edit-link").evaluate(OPACITY) == "0"
    takeaway.hover()
    assert takeaway.locator(".edit-link").evaluate(OPACITY) == "1"
    assert page.evaluate(BOXES) == before


def test_the_keyboard_reaches_a_link_and_shows_it(page: Any) -> None:
    """Tab stops at it; it is seen, and says what it edits and where."""
    page.locator(".figure a").first.focus()
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.evaluate(OPACITY) == "1"
    assert link.get_attribute("aria-label").startswith("Edit this figure: briefing.yaml line ")


def test_a_thumb_finds_it_on_a_phone(browser: Any, site: Path) -> None:
    """It is there without a pointer, and what can be touched is at least 24 pixels high and wide; lists stay calm."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    if not page.evaluate("matchMedia('(hover: none)').matches"):
        context.close()
        pytest.skip("this Chromium does not leave the pointer away")
    link = page.locator(".figure .edit-link").first
    assert link.evaluate(OPACITY) == "1"
    assert link.evaluate(REACHED)
    assert page.locator(".fact-one > .edit-link").first.is_hidden()
    context.close()


def test_paper_shows_no_link(page: Any) -> None:
    """What cannot be pressed is not printed."""
    page.emulate_media(media="print")
    assert not any(link.is_visible() for link in page.locator(".edit-link").all())
