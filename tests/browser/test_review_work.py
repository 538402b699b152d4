"""The private page at work in a browser: a walk by keyboard that ends in the YAML."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from onrecord.model import text_hash
from onrecord.reviewing import Reviewer, Server
from tests.reviewing.bridge import Town, fact_at, lay
from tests.reviewing.test_settling import HEDGE, with_clashes

pytestmark = pytest.mark.browser
REVIEWED = "    reviewed: {by: jm, on: 2026-11-22}\n"


class Bench:
    """The page in a browser, and the dossier that it writes."""

    def __init__(self, town: Town, page: Any) -> None:
        self.town, self.page = town, page

    def keys(self, *keys: str) -> None:
        """Press them, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def said(self, words: str) -> None:
        """Wait until the page says this to everybody, also to who does not see it."""
        self.page.locator("#said", has_text=re.compile(words)).wait_for(timeout=10_000)

    @property
    def here(self) -> str | None:
        """The record the page is at."""
        at: str | None = self.page.locator("[aria-current=true]").get_attribute("data-record")
        return at


@pytest.fixture
def bench(browser: Any, tmp_path: Path) -> Iterator[Bench]:
    """The page of the dossier, as `at_work` gives it."""
    with at_work(browser, lay(tmp_path)) as bench:
        yield bench


@contextmanager
def at_work(browser: Any, town: Town, errors: Sequence[str] = ()) -> Iterator[Bench]:
    """The page, opened at the address that the terminal shows. Only these errors in the console are let through."""
    with Server(town.desk, Reviewer(town.folder / "name", "jm"), 0) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        page, told = browser.new_page(viewport={"width": 1200, "height": 800}), []
        page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: told.append(str(error)))
        page.goto(server.address)
        yield Bench(town, page)
        page.close()
        server.shutdown()
    assert [words for words in told if not any(known in words for known in errors)] == []


def test_j_c_c_writes_two_lines_and_u_takes_the_last_one_back(bench: Bench) -> None:
    """Each confirmation goes on to the next fact that waits; the page keeps the place and the count."""
    bench.keys("j", "c")
    bench.said("bridge-closed confirmed")
    assert bench.here == "events/buses"
    assert bench.town.read("events").count(REVIEWED) == 1
    bench.keys("c")
    bench.said("buses confirmed")
    assert bench.town.read("events").count(REVIEWED) == 2
    bench.page.locator("#progress", has_text="2 of 3 facts reviewed").wait_for(timeout=10_000)
    bench.keys("u")
    bench.said("undone: buses confirmed")
    assert bench.town.read("events").count(REVIEWED) == 1
    assert bench.here == "events/buses"
    bench.page.locator("#progress", has_text="1 of 3 facts reviewed").wait_for(timeout=10_000)


def test_quick_keys_lose_nothing(bench: Bench) -> None:
    """Three confirmations in one breath are three lines."""
    bench.keys("c", "c", "c", "c")
    bench.said("no-choice confirmed")
    bench.page.locator("#progress", has_text="3 of 3 facts reviewed").wait_for(timeout=10_000)
    assert bench.town.read("events").count(REVIEWED) == 2
    assert REVIEWED in bench.town.read("reactions")


def test_words_and_fact_stand_out_together_both_ways(bench: Bench) -> None:
    """From the words to the fact by a click, from the fact to the words by a key."""
    bench.page.locator("mark.f2").click()
    assert bench.here == "events/buses"
    lit = "[...document.querySelectorAll('mark.lit')].map(mark => mark.textContent)"
    assert bench.page.evaluate(lit) == ["About 40 buses take another way"]
    bench.keys("k")
    assert bench.page.evaluate(lit) == ["The bridge over the Moss was closed on Monday"]
    assert bench.page.evaluate("document.activeElement.dataset.record") == "events/bridge-closed"


def test_the_page_is_narrowed_to_what_waits(bench: Bench) -> None:
    """A fact that was confirmed goes out of sight, and the keys pass it by."""
    bench.keys("j", "j", "c")
    bench.said("buses confirmed")
    bench.page.locator(".filters", has_text="Not reviewed 5").wait_for(timeout=10_000)
    bench.page.get_by_role("button", name="Not reviewed").click()
    assert bench.page.locator(".numbered:visible").count() == 5
    bench.keys("k", "k", "j")
    assert bench.here == "reactions/no-choice"
    bench.keys("6")
    assert bench.page.locator(".spread:visible").count() == 1


def test_keys_rest_while_a_list_of_them_is_open_or_they_are_turned_off(bench: Bench) -> None:
    """Escape closes the list; everything can be done with buttons."""
    bench.keys("?", "j")
    assert bench.page.locator("[aria-current=true]").count() == 0
    bench.page.locator("#keys").uncheck()
    bench.keys("Escape", "j")
    assert bench.page.locator("[aria-current=true]").count() == 0
    bench.page.get_by_role("button", name="Next").click()
    bench.page.locator("[aria-current=true]").get_by_role("button", name="Confirm").click()
    bench.said("bridge-closed confirmed")


def test_a_correction_by_keyboard_shows_in_the_page_and_in_the_file(bench: Bench) -> None:
    """The form opens at the text, Ctrl and Enter save, and the place is kept."""
    bench.keys("j", "j", "e")
    bench.page.locator("form [name=text]:focus").wait_for(timeout=10_000)
    bench.page.keyboard.press("Control+a")
    bench.page.keyboard.type("About 40 buses take another way.")
    bench.page.locator("[name=hedge]").fill("About")
    bench.page.locator("[name=why]").fill("The article has it so.")
    bench.keys("Control+Enter")
    bench.said("buses corrected")
    assert "    hedge: About\n" in bench.town.read("events")
    assert "corrected: {why: The article has it so., by: jm, on: 2026-11-22}" in bench.town.read("events")
    assert bench.here == "events/buses"
    assert bench.page.locator("form").count() == bench.page.locator("dialog form").count()


def test_what_is_wrong_stands_at_its_field_until_it_is_right(bench: Bench) -> None:
    """The field is named to who cannot see it, and has the focus; nothing is written; Escape leaves all as it was."""
    before = bench.town.all()
    bench.keys("j", "j", "e")
    number = bench.page.locator('[name="quantities.0.value"]')
    number.fill("14")
    bench.keys("Control+Enter")
    bench.said("does not hold together; nothing was written")
    assert number.get_attribute("aria-invalid") == "true"
    told = bench.page.locator(f"#{number.get_attribute('aria-describedby')}").text_content()
    assert told.startswith("14: no such number where it stands; ")
    assert bench.page.evaluate("document.activeElement.name") == "quantities.0.value"
    bench.page.get_by_role("button", name="Save all the same").wait_for(timeout=10_000)
    bench.keys("Escape")
    assert bench.page.locator(".correct").count() == 0
    assert bench.town.all() == before


def test_a_form_and_an_editor_at_once_lose_nothing(browser: Any, tmp_path: Path) -> None:
    """The file's version is shown beside the form; mine goes over it only when I say so."""
    town = lay(tmp_path)
    with at_work(browser, town, errors=["409"]) as bench:
        bench.keys("j", "j", "e")
        bench.page.locator("form [name=hedge]").fill("About")
        path = town.folder / "events.yaml"
        path.write_text(town.read("events").replace("hedge: about", "hedge: roughly"), encoding="utf-8")
        bench.keys("Control+Enter")
        bench.said("buses has changed in events.yaml since this page showed it; nothing was written")
        assert "hedge: roughly" in str(bench.page.locator(".stands").text_content())
        assert "hedge: roughly" in town.read("events")
        bench.page.get_by_role("button", name="Save mine over it").click()
        bench.said("buses corrected")
        assert "    hedge: About\n" in town.read("events")


def test_a_fact_is_added_on_words_that_are_selected(bench: Bench) -> None:
    """From the selection to the file, with the place in the article."""
    bench.page.evaluate(
        """() => {
            const part = [...document.querySelectorAll('.unused')].find(part => part.textContent.includes('Nobody'));
            getSelection().setBaseAndExtent(part.firstChild, 0, part.firstChild, part.textContent.indexOf('.'));
        }"""
    )
    bench.keys("a")
    bench.page.locator("form [name=text]:focus").wait_for(timeout=10_000)
    bench.page.keyboard.type("Nobody was hurt.")
    bench.page.locator("[name=source]").select_option("article")
    bench.page.locator("[name=certainty]").select_option("asserted")
    bench.page.locator("[name=file]").select_option("events")
    bench.keys("Control+Enter")
    bench.said("nobody-was-hurt added")
    assert f"    at: {fact_at('Nobody was hurt', 'P2S2')}\n" in bench.town.read("events")
    assert bench.here == "events/nobody-was-hurt"
    assert bench.page.evaluate("document.querySelector('mark.lit').textContent") == "Nobody was hurt"


def test_selected_words_are_found_where_lines_end_and_signs_are_as_they_like(browser: Any, tmp_path: Path) -> None:
    """Line ends of Windows and signs that take two units in a script count as the files count them."""
    text = "It rained. \U0001f327\U0001f327 On Monday\r\nthe \U0001f309 bridge\r\nwas closed. Nobody was hurt.\r\n"
    with at_work(browser, lay(tmp_path, text)) as bench:
        bench.page.evaluate(
            """() => {
                const parts = [...document.querySelectorAll('.unused')];
                const words = parts.find(part => part.textContent.includes('bridge')).firstChild;
                getSelection().setBaseAndExtent(words, words.data.indexOf('bridge'), words, words.data.indexOf('.'));
            }"""
        )
        bench.keys("a")
        bench.page.locator("form [name=text]:focus").wait_for(timeout=10_000)
        bench.page.keyboard.type("The bridge was closed.")
        bench.page.locator("[name=source]").select_option("article")
        bench.page.locator("[name=certainty]").select_option("asserted")
        bench.keys("Control+Enter")
        bench.said("the-bridge-was-closed added")
    words = "bridge\r\nwas closed"
    start = text.index(words)
    written = bench.town.read("events").replace('"', "")
    assert f"start: {start}, end: {start + len(words)}, hash: {text_hash(words)}" in written


def test_a_sentence_without_a_fact_gets_one_without_a_pointer(bench: Bench) -> None:
    """The button behind it takes the whole sentence; who says it is never guessed."""
    bench.page.get_by_role("button", name="Add one").focus()
    bench.keys("Enter")
    bench.page.locator("form [name=text]:focus").wait_for(timeout=10_000)
    assert bench.page.locator(".chosen").text_content() == "New fact on “Nobody was hurt.”"
    bench.page.keyboard.type("Nobody was hurt.")
    bench.page.locator("[name=certainty]").select_option("asserted")
    bench.keys("Control+Enter")
    bench.said("nothing was written")
    assert bench.page.evaluate("document.activeElement.name") == "source"
    bench.page.locator("[name=source]").select_option("article")
    bench.page.keyboard.press("Control+Enter")
    bench.said("nobody-was-hurt added")


def test_everything_that_can_be_used_has_a_name(bench: Bench) -> None:
    """Every button says what it does, and every field of the form has its label."""
    bench.keys("j", "e")
    bench.page.locator("form [name=text]:focus").wait_for(timeout=10_000)
    nameless = """[...document.querySelectorAll('button, input:not([type=hidden]), select, textarea')].filter(one =>
        !(one.tagName === 'BUTTON' ? one.textContent.trim() : one.labels.length && one.labels[0].textContent.trim()))
        .map(one => one.outerHTML)"""
    assert bench.page.evaluate(nameless) == []


def test_removing_asks_first_and_can_be_undone(bench: Bench) -> None:
    """Escape leaves the fact where it is."""
    before = bench.town.all()
    bench.keys("j", "j", "j", "x", "Escape")
    assert bench.town.all() == before
    bench.keys("x")
    bench.page.locator("#removal button").first.click()
    bench.said("no-choice removed")
    assert bench.page.locator(".facts .numbered").count() == 2
    bench.keys("u")
    bench.said("undone: no-choice removed")
    assert bench.town.all() == before


def test_a_clash_is_settled_by_a_button(browser: Any, tmp_path: Path) -> None:
    """It stands beside its fact; once settled it is gone from there and from the list on top."""
    town = with_clashes(tmp_path, HEDGE)
    with at_work(browser, town) as bench:
        page = bench.page
        assert page.locator(".clash").count() == 2
        page.get_by_role("button", name="Clashes 1").click()
        assert page.locator(".numbered:visible").count() == 1
        page.locator(".numbered .clash").get_by_role("button", name="Keep mine").click()
        bench.said("buses, hedge: yours stays")
        assert page.locator(".clash").count() == 0
    assert "    kept: [hedge]\n" in town.read("events")


def test_an_edit_elsewhere_shows_when_the_window_is_looked_at_again(bench: Bench) -> None:
    """No reload by hand, and the place is kept."""
    bench.keys("j", "j")
    path = bench.town.folder / "events.yaml"
    path.write_text(bench.town.read("events").replace("About 40 buses take", "Forty buses take"), encoding="utf-8")
    bench.page.evaluate("dispatchEvent(new Event('focus'))")
    bench.page.get_by_text("Forty buses take another way.", exact=True).wait_for(timeout=10_000)
    assert bench.here == "events/buses"


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_page_at_work_does_not_scroll_sideways(bench: Bench, width: int) -> None:
    """On a phone the bar scrolls in itself."""
    bench.page.set_viewport_size({"width": width, "height": 800})
    assert bench.page.evaluate("document.documentElement.scrollWidth") <= width
