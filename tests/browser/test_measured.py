"""What is promised of every page, measured in a browser: two dossiers of ours, and some that strain the pages."""

from __future__ import annotations

import gzip
from typing import Any

import pytest

from tests.browser.conftest import Measured

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 414, 600, 768, 1024, 1280, 1920)
OVERVIEW_BYTES, OVERVIEW_REQUESTS, SCRIPT_BYTES = 30_000, 4, 10_000
"""What an overview may weigh, compressed, with all it asks for; and all scripts together."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(measured: Measured, axe: str, browser: Any, scheme: str) -> None:
    """All rules of axe-core, best practices included."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page, found = context.new_page(), []
    for path in measured.pages():
        page.goto(measured.address + path)
        page.evaluate(axe)
        told = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found += [
            f"{path}: {one['id']} at {one['nodes'][0]['target']}: {one['nodes'][0]['html'][:160]}"
            for one in told["violations"]
        ]
    context.close()
    assert found == []


def test_no_page_scrolls_sideways_at_any_width(measured: Measured, visitor: Any) -> None:
    """From 320 to 1920 pixels the page is as wide as the screen, and no word is cut off at its edge."""
    wide = []
    for path in measured.pages():
        visitor.goto(measured.address + path)
        for width in WIDTHS:
            visitor.set_viewport_size({"width": width, "height": 800})
            if (now := visitor.evaluate("document.documentElement.scrollWidth")) > width:
                wide.append(f"{path} is {now} wide at {width}")
    assert not wide, "\n".join(wide)


def test_no_page_says_anything_on_the_console_or_asks_another_host(measured: Measured, visitor: Any) -> None:
    """Each request is for a file of the site."""
    told: list[str] = []
    visitor.on("console", lambda message: told.append(message.text))
    visitor.on("pageerror", lambda error: told.append(str(error)))
    visitor.on(
        "request", lambda request: None if request.url.startswith(measured.address) else told.append(request.url)
    )
    for path in measured.pages():
        visitor.goto(measured.address + path)
    assert told == []


@pytest.mark.parametrize("slug", ["hamedan", "savinja-flood"])
def test_an_overview_is_light(measured: Measured, visitor: Any, slug: str) -> None:
    """At most four requests and 30 KB, compressed, its drawings included."""
    asked: dict[str, bytes] = {}
    visitor.on("response", lambda answer: asked.update({answer.url: answer.body()}))
    visitor.goto(f"{measured.address}{slug}/index.html", wait_until="networkidle")
    weight = sum(len(gzip.compress(body)) for body in asked.values())
    assert len(asked) <= OVERVIEW_REQUESTS, sorted(asked)
    assert weight <= OVERVIEW_BYTES, {url: len(gzip.compress(body)) for url, body in asked.items()}


def test_all_scripts_together_are_small(measured: Measured) -> None:
    """The search index is data, and asked for only when somebody searches."""
    scripts = [path for path in (measured.folder / "hamedan").rglob("*.js") if path.parent.name != "search"]
    assert scripts
    assert sum(len(gzip.compress(path.read_bytes())) for path in scripts) <= SCRIPT_BYTES


@pytest.mark.parametrize("slug", ["hamedan", "stress"])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(measured: Measured, visitor: Any, slug: str) -> None:
    """Each link, field and note comes up in its turn, with an outline around it."""
    for name in ("index", "timeline", "actors", "places"):
        visitor.goto(f"{measured.address}{slug}/{name}.html")
        wanted = visitor.evaluate(_REACHABLE)
        visitor.evaluate("window.reached = new Set(); window.bare = []")
        for _ in range(wanted + 5):
            visitor.keyboard.press("Tab")
            if visitor.evaluate(_NOTE) == "again":
                break
        assert visitor.evaluate("window.bare") == [], name
        assert visitor.evaluate("window.reached.size") >= wanted, name


# Numbers on the strip are for the mouse: each leads to a row of the table, whose own link the keyboard reaches. So are
# the names in the graph, where the table under it leads to the same card.
_REACHABLE = """() => [...document.querySelectorAll(
    'a[href]:not(.strip a), button, input, select, summary, [tabindex="0"]')]
  .filter(one => one.checkVisibility({visibilityProperty: true}) && one.getClientRects().length)
  .filter(one => !one.closest('.graph')
    || ![...document.querySelectorAll('a:not(.graph a)')].some(twin => twin.hash === one.getAttribute('href')))
  .filter(one => !one.closest('details:not([open])') || one.matches('details:not([open]) > summary')).length"""
_NOTE = """() => {
  const one = document.activeElement;
  if (window.reached.has(one)) return 'again';
  if (one === document.body) return 'body';
  window.reached.add(one);
  const style = getComputedStyle(one);
  if (style.outlineStyle === 'none' && style.boxShadow === 'none') window.bare.push(one.outerHTML.slice(0, 120));
  return 'new';
}"""


def test_every_page_reads_without_a_script(measured: Measured, browser: Any) -> None:
    """Whatever a page shows with its scripts it shows without them, but for the search."""
    with_script, without = browser.new_context(), browser.new_context(java_script_enabled=False)
    one, other = with_script.new_page(), without.new_page()
    for path in measured.pages("hamedan", "stress"):
        one.goto(measured.address + path)
        other.goto(measured.address + path)
        assert other.locator("main").inner_text() == one.locator("main").inner_text(), path
    with_script.close()
    without.close()
