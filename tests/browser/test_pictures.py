"""Pictures of every page of our briefings, kept under build/screenshots/ to be looked at."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import ROOT, Measured

PICTURES = ROOT / "build" / "screenshots"
LEAST = 6_000
"""Bytes that a picture of a page with letters on it has at least; an empty page compresses to less."""

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_every_page_has_its_picture(measured: Measured, browser: Any, width: int, scheme: str) -> None:
    """Wide and on a telephone, light and dark; none of them is empty."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    visitor = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    sizes = {}
    for page in measured.pages("hamedan", "savinja-flood", "index.html"):
        visitor.goto(measured.address + page)
        file = PICTURES / f"{page.removesuffix('.html').replace('/', '-')}-{width}-{scheme}.png"
        sizes[page] = len(visitor.screenshot(path=file, full_page=True))
    visitor.close()
    assert len(sizes) > 20
    assert {page: size for page, size in sizes.items() if size < LEAST} == {}
