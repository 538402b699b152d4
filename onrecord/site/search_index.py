"""The search index as a script, so that it works from a disk: MkDocs' headings, facts with their source, names."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NotRequired, TypedDict

from .whole import WHOLE


class Entry(TypedDict):
    """What search finds: where it leads, its words, what else it is called; for a fact who says so, and how sure."""

    at: str
    kind: str
    text: str
    also: NotRequired[str]
    said: NotRequired[str]
    sure: NotRequired[str]


_KINDS = ("fact", "actor", "place", "equipment", "term", "dispute")
"""What is found, by what its id begins with; all else is a page or a section."""
_PARTS = {"fact-text": "text", "fact-source": "said", "certainty": "sure", "quote": "also", "aka": "also"}
"""Classes whose words go into an entry, and where."""
_APART = {"badge", "key", "edit-link"}
"""Classes of words of the interface, which nobody searches for."""
_HEADINGS = ("h2", "h3", "th", "dt")
_VOID = ("br", "img", "input", "meta", "link", "hr", "wbr")


def write_index(output: Path) -> None:
    """Make `search/index.js` from MkDocs' `search/search_index.json` and what the pages name with an id."""
    known = json.loads((output / "search" / "search_index.json").read_text(encoding="utf-8"))
    entries = [Entry(at=doc["location"], kind="page", text=doc["title"]) for doc in known["docs"]]
    for page in sorted(output.glob("*.html")):
        if page.name != WHOLE:
            entries += _entries(page.name, page.read_text(encoding="utf-8"))
    found = {entry["at"]: entry for entry in entries if entry["text"]}  # a dispute is a heading too: once is enough
    told = json.dumps(list(found.values()), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    (output / "search" / "index.js").write_text(f"onRecordIndex({told});\n", encoding="utf-8")


@lru_cache(maxsize=256)
def _entries(name: str, page: str) -> tuple[Entry, ...]:
    """What search finds on a page. An equal page is read once, and nobody changes what was found."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return tuple(_entry(name, thing) for thing in reader.things)


@dataclass
class _Thing:
    """Something with an id, and its words by the part of the entry they go to."""

    id: str
    words: dict[str, list[str]] = field(default_factory=dict)

    def told(self, part: str) -> str:
        return " ".join("".join(self.words.get(part, ())).split())


@dataclass
class _Open:
    """An element that is not closed yet."""

    tag: str
    thing: _Thing | None
    fact: str
    part: str
    skip: bool


def _entry(page: str, thing: _Thing) -> Entry:
    entry = Entry(at=f"{page}#{thing.id}", kind=thing.id.partition("-")[0], text=thing.told("text"))
    for part in ("also", "said", "sure"):
        if words := thing.told(part):
            entry[part] = words
    return entry


class _Reader(HTMLParser):
    """Takes from a page what has an id of `_KINDS`. What is said within it of another fact is not its own."""

    def __init__(self) -> None:
        super().__init__()
        self.things: list[_Thing] = []
        self._open: list[_Open] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        values = {key: value or "" for key, value in attrs}
        above = self._open[-1] if self._open else _Open("", None, "", "", skip=False)
        thing, fact = above.thing, values.get("data-fact", above.fact)
        if values.get("id", "").startswith(tuple(f"{kind}-" for kind in _KINDS)):
            thing = _Thing(values["id"])
            self.things.append(thing)
        classes = values.get("class", "").split()
        part = self._part(thing, tag, classes) or ("also" if tag == "small" and above.part else above.part)
        apart = tag in ("svg", "details") or not _APART.isdisjoint(classes)
        foreign = thing is not None and bool(fact) and thing.id != f"fact-{fact}"
        if part == "also" != above.part and thing and part in thing.words:
            thing.words[part].append("; ")
        self._open.append(_Open(tag, thing, fact, part, skip=apart or foreign))

    def _part(self, thing: _Thing | None, tag: str, classes: list[str]) -> str:
        """Where the words of an element go; only the first source and certainty of a fact are its own."""
        named = next((_PARTS[one] for one in classes if one in _PARTS), "")
        if not named and tag in _HEADINGS and thing and not thing.id.startswith("fact-"):
            named = "text"
        taken = thing and named in ("text", "said", "sure") and named in thing.words
        return "" if taken else named

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        here = self._open[-1] if self._open else None
        if here and here.thing and here.part and not any(one.skip for one in self._open if one.thing is here.thing):
            here.thing.words.setdefault(here.part, []).append(data)
