"""The private review in a browser: wide and narrow, by keyboard, without a script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onrecord.article import article_of_text
from onrecord.model import ARTICLE, At, Briefing, Dossier, Fact, FactsFile, Files, Publication, text_hash
from onrecord.pages import review_page
from onrecord.pages.render import TEMPLATES

pytestmark = pytest.mark.browser

TEXT = """The bridge is closed because of cracks in two pillars. Buses go another way, the city said on Tuesday.

Averyveryverylongwordthatnobodyhasbrokenandthatmustnotpushthepagewiderthanthescreenitselfis stood here.
"""
WORDS = ("The bridge is closed because of cracks", "closed because of cracks in two pillars", "Buses go another way")


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page with three facts, two of which share words."""
    facts = []
    for number, words in enumerate(WORDS, 1):
        start = TEXT.index(words)
        sentence = "P1S2" if number == 3 else "P1S1"
        at = At(sentence=sentence, start=start, end=start + len(words), hash=text_hash(words))
        facts.append(Fact(id=f"fact-no-{number}", text=f"Line {number}.", source=ARTICLE, certainty="asserted", at=at))
    briefing = Briefing(title="Bridge", sources=(Publication(id="wire"),))
    dossier = Dossier("bridge", Files(briefing=briefing, events=FactsFile(facts=tuple(facts))))
    path: Path = tmp_path_factory.mktemp("review") / "bridge.html"
    page = review_page(dossier, article=article_of_text(TEXT, name="bridge.txt"), templates=TEMPLATES)
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_it_does_not_scroll_sideways(browser: Any, review: str, width: int) -> None:
    """Text and facts side by side, or one under the other."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(review)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_a_number_leads_to_its_fact_and_back_by_keyboard_without_a_script(browser: Any, review: str) -> None:
    """Enter on the number in the text, Enter on the fact's: the words of just this fact stand out."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(review)
    page.locator("#at-2").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#fact-2", timeout=10_000)
    page.locator("#fact-2 a.number").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#at-2", timeout=10_000)
    assert page.url == f"{review}#at-2"
    context.close()


def test_the_words_of_the_fact_that_is_looked_up_stand_out(browser: Any, review: str) -> None:
    """Also where another fact shares them; the words of others stay as they were."""
    page = browser.new_page()
    page.goto(f"{review}#at-2")
    read = "[...document.querySelectorAll('mark')].map(m => [m.textContent, getComputedStyle(m).backgroundColor])"
    marked = dict(page.evaluate(read))
    assert marked["closed because of cracks"] == marked[" in two pillars"] != marked["The bridge is "]
    assert marked["Buses go another way"] == marked["The bridge is "]
    page.close()
