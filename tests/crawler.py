"""Reads a published file of any kind as a stranger's program would, and tells which facts stand there without a source.

A fact stands in the smallest thing that can be taken away whole: an element that prints it, a row of a table, an object
of JSON, an entry of a feed. Where it has a source other than the article, that thing must name it.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

from onrecord.model import ARTICLE, Dossier
from onrecord.pages.labels import source_label

_ATOM = "{http://www.w3.org/2005/Atom}"
_VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}


@dataclass(frozen=True)
class Labels:
    """What to look for: the words of each fact that needs a source, with the label it must stand beside."""

    by_words: Mapping[str, str]
    by_fact: Mapping[str, str]

    @classmethod
    def of(cls, dossier: Dossier) -> Labels:
        """Those of a dossier. Words of fewer than three letters' groups would be found everywhere."""
        said = [fact for fact in dossier.facts.values() if fact.source != ARTICLE]
        labels = {fact.id: plain(source_label(fact, dossier)) for fact in said}
        words = {plain(fact.text): labels[fact.id] for fact in said}
        words |= {plain(fact.quote.text): labels[fact.id] for fact in said if fact.quote}
        return cls({text: label for text, label in words.items() if len(text) > 20}, labels)

    def missing(self, told: str, beside: str) -> Iterator[str]:
        """Words of facts in `told` whose label is not in `beside`."""
        told, beside = plain(told), plain(beside)
        return (text for text, label in self.by_words.items() if text in told and label not in beside)


def plain(text: str) -> str:
    """Words with single spaces."""
    return " ".join(text.split())


def unattributed(path: str, text: str, labels: Labels) -> Iterator[str]:
    """Each fact in a published file that stands there without who says so, in words a person understands."""
    form = path.rpartition(".")[2]
    if form in ("html", "svg"):
        yield from _of_markup(text, labels)
    elif form in ("json", "geojson", "jsonld"):
        yield from _of_value(json.loads(text), labels)
    elif form == "js":
        told = re.search(r"\((\[.*\])\);?\s*$", text, re.DOTALL)
        yield from _of_value(json.loads(told[1]), labels) if told else labels.missing(text, "")
    elif form == "csv":
        for row in csv.reader(io.StringIO(text)):
            yield from labels.missing(" | ".join(row), " | ".join(row))
    elif form == "atom":
        for entry in ElementTree.fromstring(text).iter(f"{_ATOM}entry"):
            words = " ".join(entry.itertext())
            yield from labels.missing(words, words)
    else:
        yield from labels.missing(text, "")


def _of_value(value: Any, labels: Labels, beside: tuple[str, ...] = ()) -> Iterator[str]:
    """An object is judged by its own words, with the labels that stand in it or in what holds it."""
    if isinstance(value, dict):
        said = [line for name in _SAYING for line in _lines(value.get(name))]
        beside = (*beside, *said)
        yield from labels.missing(" | ".join(one for one in value.values() if isinstance(one, str)), " | ".join(beside))
        for name, one in value.items():
            if name not in _SAYING:
                yield from _of_value(one, labels, beside)
    elif isinstance(value, list):
        for one in value:
            yield from _of_value(one, labels, beside)
    elif isinstance(value, str):
        yield from labels.missing(value, " | ".join(beside))


_SAYING = ("source_label", "source_labels", "creditText", "said", "disambiguatingDescription")
"""Keys of the downloads and of the search index that hold who says so."""


def _lines(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else [one for one in value or () if isinstance(one, str)]


@dataclass
class _Element:
    tag: str
    fact: str = ""
    source: bool = False
    words: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Elements with `data-fact`, what they say and what of it names a source; and all words outside of them."""

    def __init__(self) -> None:
        super().__init__()
        self.printed: list[_Element] = []
        self.outside: list[str] = []
        self._open: list[_Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        element = _Element(tag, values.get("data-fact", ""), "fact-source" in values.get("class", "").split())
        if element.fact:
            self.printed.append(element)
        if tag not in _VOID:
            self._open.append(element)
        for told in (values.get(name, "") for name in ("title", "alt", "aria-label", "content")):
            self.handle_data(f" {told} ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        source = any(one.source for one in self._open)
        holders = [one for one in self._open if one.fact]
        for one in holders[-1:]:  # a fact within a fact says who says it, and lends that to none around it
            one.words.append(data)
            if source:
                one.said.append(data)
        if not holders:
            self.outside.append(data)


def _of_markup(text: str, labels: Labels) -> Iterator[str]:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    yield from labels.missing("".join(reader.outside), "")
    for one in reader.printed:
        said = plain("".join(one.said))
        for fact in one.fact.split():
            if fact in labels.by_fact and labels.by_fact[fact] not in said:
                yield f"{fact} in <{one.tag}>: {plain(''.join(one.words))[:80]}"
        yield from labels.missing("".join(one.words), said)
