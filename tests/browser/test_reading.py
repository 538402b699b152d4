"""The published pages in a browser: wide and narrow, light and dark, by keyboard, without a script, from a disk."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from onrecord.model import Correction, Dossier
from onrecord.pages import render, render_home
from onrecord.pages.downloads import downloads
from onrecord.site import publish

pytestmark = pytest.mark.browser

WIDTHS = (320, 375, 768, 1280)


ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, ferry: Dossier, ferry_corrections: tuple[Correction, ...]) -> Path:
    """The published folder of the ferry briefing and the front page."""
    root = tmp_path_factory.mktemp("site")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "templates", root / "templates")
    made = downloads(ferry, ferry_corrections)
    pages = render(ferry, corrections=ferry_corrections, downloads=made)
    assert publish([pages.rendered], render_home([ferry]), root=root).problems == ()
    return root / "public"


def pages_of(site: Path) -> list[str]:
    return [path.as_uri() for path in sorted(site.rglob("*.html"))]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(browser: Any, site: Path, width: int) -> None:
    """The whole width of each page fits the screen."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    wide = []
    for address in pages_of(site):
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(address.rsplit("/", 1)[1])
    page.close()
    assert wide == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_error_and_no_request_to_another_host(browser: Any, site: Path, scheme: str) -> None:
    """Every request is for a file of the site; the console stays empty."""
    page = browser.new_page(color_scheme=scheme)
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(site.as_uri()) else told.append(request.url))
    for address in pages_of(site):
        page.goto(address)
    page.close()
    assert told == []


def test_search_asks_for_its_index_only_when_it_opens(browser: Any, site: Path) -> None:
    """Then it finds a fact, and shows it with its source."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "ferry" / "index.html").as_uri())
    assert not any(url.endswith("search/index.js") for url in asked)
    page.get_by_label("Search this briefing").fill("fog bank")
    first = page.locator(".results a").first
    first.wait_for()
    assert "ran onto Hund bank in thick fog" in first.inner_text()
    assert first.locator("small").inner_text() == "Swedish Coast Guard · said by a source"
    first.click()
    assert page.url.endswith("timeline.html#fact-ran-aground")
    page.close()


def test_an_alias_finds_its_actor(browser: Any, site: Path) -> None:
    """Search knows people and bodies by their other names."""
    page = browser.new_page()
    page.goto((site / "ferry" / "index.html").as_uri())
    page.get_by_label("Search this briefing").fill("AW109")
    page.locator(".results a").first.wait_for()
    assert page.locator(".results a").first.get_attribute("href") == "military.html#equipment-hkp-15"
    page.close()


def test_the_keyboard_reaches_the_text_the_menu_and_the_evidence(browser: Any, site: Path) -> None:
    """First the way past the menu, then each page of it; Enter opens a fact's place in the article."""
    page = browser.new_page()
    page.goto((site / "ferry" / "timeline.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("[document.activeElement.tagName, document.activeElement.textContent.trim()]"))
        if reached[-1][0] == "SUMMARY":
            break
    assert [one for one in reached if one[1] in ("Overview", "What happened", "About")] == [
        ["A", "Overview"],
        ["A", "What happened"],
        ["A", "About"],
    ]
    assert reached[-1] == ["SUMMARY", "Sentence P1S1"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open") is True
    page.close()


def test_pages_read_without_a_script(browser: Any, site: Path) -> None:
    """Menu, facts and sources are there; the search box, which needs a script, is not shown."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 800})
    page = context.new_page()
    page.goto((site / "ferry" / "timeline.html").as_uri())
    assert page.get_by_role("navigation", name="Pages of this briefing").get_by_role("link").count() == 12
    assert page.locator("#fact-ran-aground .fact-source").first.is_visible()
    assert not page.locator(".search").is_visible()
    context.close()


def test_every_source_label_is_visible(browser: Any, site: Path) -> None:
    """No style hides who says so, on a phone either; labels in closed details show when those open.

    In a drawing the label is the title of the mark, which says nothing of the fact; its row in the table does.
    """
    page = browser.new_page(viewport={"width": 375, "height": 800})
    for address in pages_of(site):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        hidden = page.evaluate(
            "[...document.querySelectorAll('[data-fact]')].filter(e => {"
            " const label = e.matches('.fact-source') ? e : e.querySelector('.fact-source');"
            " if (label && label.tagName === 'title') return !label.textContent;"
            " return !label || label.getBoundingClientRect().height < 8; }).map(e => e.dataset.fact)"
        )
        assert hidden == [], address
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(browser: Any, site: Path, scheme: str) -> None:
    """Soft and accent colours have a contrast of 4.5 to 1 or more on each ground they stand on."""
    page = browser.new_page(color_scheme=scheme)
    page.goto((site / "ferry" / "index.html").as_uri())
    ratios = page.evaluate(
        "() => { const s = getComputedStyle(document.documentElement), v = n => s.getPropertyValue(n).trim();"
        " const hex = h => (h = h.slice(1), h.length == 3 ? [...h].map(c => c + c) : h.match(/../g)).map(x => {"
        "  const c = parseInt(x, 16) / 255; return c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4; });"
        " const l = h => { const [r, g, b] = hex(h); return .2126 * r + .7152 * g + .0722 * b; };"
        " const ratio = (a, b) => { const [x, y] = [l(v(a)), l(v(b))].sort((p, q) => q - p);"
        "  return (x + .05) / (y + .05); };"
        " return ['--ink', '--soft', '--accent'].flatMap(a => ['--paper', '--sheet', '--tint'].map(b => ratio(a, b)))"
        "  .concat(ratio('--flag-ink', '--flag')); }"
    )
    page.close()
    assert len(ratios) == 10
    assert min(ratios) >= 4.5


def test_what_was_corrected_opens_by_keyboard_without_a_script(browser: Any, site: Path) -> None:
    """The badge is a button of the browser's own: Enter shows was and now, why, who and when."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "ferry" / "timeline.html").as_uri())
    told = page.locator("#fact-hurt details.changed")
    assert not told.get_by_text("The list says 31").is_visible()
    told.locator("summary").focus()
    page.keyboard.press("Enter")
    assert told.get_by_text("The list says 31").is_visible()
    page.locator('a.badge[href^="corrections.html#"]').first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/corrections.html#*")
    context.close()
