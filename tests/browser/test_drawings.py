"""Drawings as the browser sets them, with its own letters: no word covers another, none leaves the sheet."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Measured

DRAWN = ("index", "timeline", "toll", "military", "actors", "places")


@pytest.mark.parametrize("width", [360, 1280])
def test_no_word_of_a_drawing_covers_another_or_leaves_it(measured: Measured, visitor: Any, width: int) -> None:
    """On the pages that have drawings, of all dossiers, for a telephone and for a wide screen."""
    visitor.set_viewport_size({"width": width, "height": 900})
    seen = 0
    for path in measured.pages():
        slug, _, name = path.partition("/")
        if name.removesuffix(".html") not in DRAWN:
            continue
        visitor.goto(measured.address + path)
        found = visitor.evaluate(_LOOK)
        seen += found["words"]
        assert found["outside"] == [], (slug, name)
        assert found["over"] == [], (slug, name)
    assert seen > 300


_LOOK = """() => {
  const told = {words: 0, outside: [], over: []}, slack = 1.5;
  for (const svg of document.querySelectorAll('main svg')) {
    const sheet = svg.getBoundingClientRect();
    if (!sheet.width || !svg.checkVisibility()) continue;
    const boxes = [...svg.querySelectorAll('text')].filter(one => one.textContent.trim()).map(one => {
      // The box of a text is that of its line; its letters take about three quarters of it.
      const box = one.getBoundingClientRect(), trim = box.height * .16;
      return {text: one.textContent, left: box.left, right: box.right, top: box.top + trim, bottom: box.bottom - trim};
    });
    told.words += boxes.length;
    boxes.forEach((box, number) => {
      if (box.left < sheet.left - slack || box.right > sheet.right + slack
          || box.top < sheet.top - slack || box.bottom > sheet.bottom + slack) told.outside.push(box.text);
      for (const other of boxes.slice(number + 1)) {
        if (box.left < other.right - slack && other.left < box.right - slack
            && box.top < other.bottom - slack && other.top < box.bottom - slack) told.over.push([box.text, other.text]);
      }
    });
  }
  return told;
}"""
