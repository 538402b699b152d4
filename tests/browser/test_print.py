"""Paper: the overview on one sheet, the whole briefing in chapters, and who says so on each."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from .conftest import Measured

pytestmark = pytest.mark.browser


def pages_in(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("slug", ["hamedan", "savinja-flood"])
def test_the_overview_prints_as_one_sheet(measured: Measured, visitor: Any, slug: str, paper: str) -> None:
    """On European and on American paper."""
    visitor.goto(f"{measured.address}{slug}/index.html")
    assert pages_in(visitor.pdf(format=paper)) == 1


def test_the_whole_briefing_prints_a_chapter_to_a_page_and_more(measured: Measured, visitor: Any) -> None:
    """At least as many pages as chapters, and none of the menus."""
    visitor.goto(f"{measured.address}hamedan/whole.html")
    chapters = visitor.locator(".chapter").count()
    assert chapters == 10
    assert pages_in(visitor.pdf(format="A4")) >= chapters
    visitor.emulate_media(media="print")
    assert not visitor.locator(".menu").is_visible()
    hidden = visitor.evaluate(
        "[...document.querySelectorAll('.fact, .takeaway, .figure')].filter(e => e.checkVisibility()"
        " && !e.querySelector('.fact-source').checkVisibility()).map(e => e.dataset.fact)"
    )
    assert hidden == []


def test_the_whole_holds_every_fact_once_as_its_own_entry(measured: Measured) -> None:
    """And no id twice."""
    text = (measured.folder / "hamedan" / "whole.html").read_text(encoding="utf-8")
    ids = re.findall(r'\sid="([^"]+)"', text)
    own = {i for name in ("timeline", "military", "reactions", "background") for i in _facts(measured.folder, name)}
    assert len(ids) == len(set(ids))
    assert {i for i in ids if re.match(r"\w+-fact-", i)} == own


def _facts(folder: Path, name: str) -> set[str]:
    page = (folder / "hamedan" / f"{name}.html").read_text(encoding="utf-8")
    return {f"{name}-{one}" for one in re.findall(r'\sid="(fact-[^"]+)"', page)}
