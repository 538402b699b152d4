"""Search, as a visitor uses it: what is found, how it is shown, with the keyboard, from a server and from a disk."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Measured

LABEL = "Search this briefing"


def search(page: Any, address: str, words: str) -> Any:
    """The hits for these words on a briefing's overview."""
    page.goto(address)
    page.get_by_label(LABEL).fill(words)
    page.locator(".results a, [role=status]:not(:empty)").first.wait_for()
    return page.locator(".results a")


@pytest.mark.parametrize(
    ("typed", "like"),
    [
        ("ÉCLAIR", "eclair"),
        ("Straße", "strasse"),
        ("Łódź Đorđe", "lodz dorde"),
        ("İstanbul ısı", "istanbul isi"),
        ("Ærø", "aero"),
        ("إِيرَان", "ايران"),
        ("مدرسة", "مدرسه"),
        ("ＡＢＣ", "abc"),
        ("rebels’", "rebels'"),
        ("Tu‑22", "tu-22"),
        ("ﬁre", "fire"),
        ("Việt", "viet"),
        ("香港", "香港"),
    ],
)
def test_letters_that_readers_take_for_the_same_are_the_same(
    measured: Measured, visitor: Any, typed: str, like: str
) -> None:
    """Case, accents, vowel marks, width, ligatures and the kinds of an apostrophe do not count."""
    visitor.goto(f"{measured.address}hamedan/index.html")
    assert visitor.evaluate("window.onRecordFold", typed) == like


@pytest.mark.parametrize("disk", [False, True], ids=["from a server", "from a disk"])
def test_a_hit_leads_to_the_fact_and_says_who_says_so(measured: Measured, visitor: Any, disk: bool) -> None:
    """The words that were searched are marked, the source and the certainty stand below."""
    base = (measured.folder / "hamedan").as_uri() if disk else f"{measured.address}hamedan"
    hits = search(visitor, f"{base}/index.html", "poisonous")
    assert hits.locator("mark").first.inner_text() == "poisonous"
    assert "Fawaz Gerges" in hits.first.locator("small").inner_text()
    hits.first.click()
    visitor.wait_for_url("**/reactions.html#fact-*")
    assert visitor.locator(":target .fact-text").inner_text().count("poisonous") == 1


def test_names_come_before_what_only_mentions_them(measured: Measured, visitor: Any) -> None:
    """A place, an actor, a type of equipment stand above the facts about them; an alias finds them too."""
    hits = search(visitor, f"{measured.address}hamedan/index.html", "aleppo")
    assert hits.first.get_attribute("href") == "places.html#place-aleppo"
    visitor.get_by_label(LABEL).fill("fullback")
    assert hits.first.get_attribute("href") == "military.html#equipment-su-34"
    assert hits.first.locator(".kind").inner_text() == "Equipment"


def test_every_word_that_is_typed_must_be_found(measured: Measured, visitor: Any) -> None:
    """Two words find what has both; words that stand nowhere find nothing, and that is said."""
    hits = search(visitor, f"{measured.address}hamedan/index.html", "gerges obama")
    assert hits.count() > 0
    assert all("Obama" in one and "Gerges" in one for one in hits.all_inner_texts())
    visitor.get_by_label(LABEL).fill("gerges zebra")
    assert visitor.locator(".search [role=status]").inner_text() == "Nothing found."
    assert hits.count() == 0


@pytest.mark.parametrize(
    ("words", "whole"), [("丽华", "陈丽华"), ("رحمن الطويل", "الرحمن الطويل"), ("天内", "天内下降")]
)
def test_chinese_and_arabic_are_found_within_words(measured: Measured, visitor: Any, words: str, whole: str) -> None:
    """No spaces part the words of the one, the other writes the article together with its word."""
    assert whole in search(visitor, f"{measured.address}stress/index.html", words).first.inner_text()


def test_the_keyboard_opens_walks_and_leaves_the_search(measured: Measured, visitor: Any) -> None:
    """A slash opens it, arrows walk the hits, Escape empties it and leads back to the field."""
    visitor.goto(f"{measured.address}hamedan/index.html")
    visitor.keyboard.press("/")
    visitor.keyboard.type("russia")
    visitor.locator(".results a").first.wait_for()
    focus = "document.activeElement.getAttribute('href') || document.activeElement.id"
    visitor.keyboard.press("ArrowDown")
    first = visitor.evaluate(focus)
    visitor.keyboard.press("ArrowDown")
    assert visitor.evaluate(focus) != first
    visitor.keyboard.press("ArrowUp")
    assert visitor.evaluate(focus) == first
    visitor.keyboard.press("ArrowUp")
    assert visitor.evaluate(focus) == "search"
    visitor.keyboard.press("Escape")
    assert visitor.locator(".results a").count() == 0
    assert visitor.get_by_label(LABEL).input_value() == ""


def test_an_open_search_is_accessible(measured: Measured, visitor: Any, axe: str) -> None:
    """With hits on show nothing breaks a rule, and nothing runs over the edge of a phone."""
    visitor.set_viewport_size({"width": 320, "height": 700})
    search(visitor, f"{measured.address}hamedan/index.html", "russia")
    visitor.evaluate(axe)
    found = visitor.evaluate("axe.run().then(all => all.violations.map(one => one.id))")
    assert found == []
    assert visitor.evaluate("document.documentElement.scrollWidth <= innerWidth")
