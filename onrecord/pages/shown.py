"""Where a record is shown: read off the finished pages, so that it holds for every template."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple

_CARDS = {"actor": ("actor-", "source-"), "place": ("place-",), "equipment": ("equipment-",)}
"""How the ids of the elements begin that are about a record which is no fact."""
_FORMS = (
    ("takeaway", "a line of the overview"),
    ("figure", "a key figure"),
    ("check", "a check of figures"),
    ("change", "a correction"),
    ("news", "a correction"),
    ("slot", "the grid"),
    ("against", "what stands against another fact"),
    ("disputed", "a dispute"),
    ("voice", "the list of a voice's facts"),
    ("card", "a card"),
    ("fact", "a fact's block"),
    ("rows", "a table"),
)
"""Classes of the elements that facts stand in, what is told first first."""
_HEADING = re.compile(r"^#+ .*\{#([\w-]+)\}\s*$", re.MULTILINE)
_HEADINGS = frozenset({"h1", "h2", "h3"})
_EMPTY = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr", "path", "circle", "rect", "line", "stop", "use"})


class Shown(NamedTuple):
    """One place on the site. `page` is the published file; `anchor` the nearest id there; `form` says as what."""

    page: str
    anchor: str
    form: str
    times: int = 1


def where_shown(files: Mapping[str, str], kind: str, identifier: str) -> tuple[Shown, ...]:
    """Every place where a record is shown in rendered `files`: pages in their order, then downloads.

    `kind` is fact, actor, place or equipment.
    """
    found: list[Shown] = []
    named = re.compile(rf"(?<![\w-]){re.escape(identifier)}(?![\w-])")
    for path, text in files.items():
        if path.endswith(".md"):
            page = f"{path.removesuffix('.md')}.html"
            places = Counter(_places(text, kind, identifier))
            found += [Shown(page, anchor, form, times) for (anchor, form), times in places.items()]
        elif times := len(named.findall(text)):
            found.append(Shown(path, "", "a download", times))
    return tuple(found)


def _places(text: str, kind: str, identifier: str) -> Iterator[tuple[str, str]]:
    reader = _Reader(kind, identifier)
    reader.feed(text)
    reader.close()
    yield from reader.places


@dataclass
class _Open:
    tag: str
    anchor: str
    classes: frozenset[str]
    holds: bool


@dataclass
class _Reader(HTMLParser):
    kind: str
    identifier: str
    places: list[tuple[str, str]] = field(default_factory=list)
    heading: str = ""
    open: list[_Open] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    __hash__ = HTMLParser.__hash__

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        classes = frozenset(values.get("class", "").split())
        form = self._form(tag, values, classes)
        inside = any(one.holds for one in self.open)
        if form and not inside:
            anchor = values.get("id") or next((one.anchor for one in reversed(self.open) if one.anchor), self.heading)
            self.places.append((anchor, form))
        if tag in _HEADINGS and values.get("id"):
            self.heading = values["id"]
        if tag not in _EMPTY:
            self.open.append(_Open(tag, values.get("id", ""), classes, bool(form) and self.kind == "fact"))

    def handle_endtag(self, tag: str) -> None:
        if any(one.tag == tag for one in self.open):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        if headings := _HEADING.findall(data):
            self.heading = headings[-1]

    def _form(self, tag: str, values: Mapping[str, str], classes: frozenset[str]) -> str:
        """As what the record is shown by the element that begins; empty where it is not."""
        if self.kind == "fact":
            return self._of_fact(tag, values, classes) if values.get("data-fact") == self.identifier else ""
        ids = [start + self.identifier for start in _CARDS[self.kind]]
        if values.get("id") in ids:
            return "its own entry"
        if values.get("data-source") == self.identifier and self.kind == "actor" and "data-fact" in values:
            return "a fact's source"
        return "a link" if tag == "a" and values.get("href", "").rpartition("#")[2] in ids else ""

    def _of_fact(self, tag: str, values: Mapping[str, str], classes: frozenset[str]) -> str:
        if values.get("id") == f"fact-{self.identifier}":
            return "its own entry"
        around = [classes, *(one.classes for one in reversed(self.open))]
        if "svg" in (tag, *(one.tag for one in self.open)):
            return "a drawing"
        return next((said for name, said in _FORMS if any(name in those for those in around)), "a line")
