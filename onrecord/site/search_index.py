"""The search index as a script, so that it works from a disk: MkDocs' headings, and each fact with its source."""

from __future__ import annotations

import json
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TypedDict


class Entry(TypedDict):
    """What search finds: where it leads, its words, and for a fact who says so."""

    at: str
    text: str
    said: str


def write_index(output: Path) -> None:
    """Make `search/index.js` from MkDocs' `search/search_index.json` and the facts on the pages."""
    known = json.loads((output / "search" / "search_index.json").read_text(encoding="utf-8"))
    entries = [Entry(at=doc["location"], text=doc["title"], said="") for doc in known["docs"]]
    for page in sorted(output.glob("*.html")):
        entries += _entries(page.name, page.read_text(encoding="utf-8"))
    told = json.dumps(entries, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    (output / "search" / "index.js").write_text(f"onRecordIndex({told});\n", encoding="utf-8")


@lru_cache(maxsize=256)
def _entries(name: str, page: str) -> tuple[Entry, ...]:
    """What search finds on a page. An equal page is read once, and nobody changes what was found."""
    reader = _Reader(name)
    reader.feed(page)
    return tuple(reader.entries)


class _Reader(HTMLParser):
    """Takes from a page its facts (`id="fact-..."`), and its cards and rows by their heading."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self._page = page
        self._entry: Entry | None = None
        self._depth = 0
        self._into: tuple[str, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        name, classes = values.get("id") or "", (values.get("class") or "").split()
        if name.startswith(("fact-", "actor-", "equipment-", "place-")):
            self._entry = Entry(at=f"{self._page}#{name}", text="", said="")
            self.entries.append(self._entry)
            self._into = None
        self._depth += tag not in ("br", "img", "input", "meta", "link", "hr")
        if self._entry and not self._into:
            if "fact-text" in classes or (tag in ("h3", "th") and not self._entry["text"]) or "aka" in classes:
                self._into = ("text", self._depth)
            elif "fact-source" in classes and not self._entry["said"]:
                self._into = ("said", self._depth)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        if self._into and self._into[1] == self._depth:
            self._into = None
        self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._entry and self._into:
            words = " ".join(data.split())
            if self._into[0] == "text":
                self._entry["text"] = f"{self._entry['text']} {words}".strip()
            else:
                self._entry["said"] = f"{self._entry['said']} {words}".strip()
