"""No template and no page prints a fact without its source."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from onrecord.model import ARTICLE, Correction, Dossier
from onrecord.pages import render, render_home
from onrecord.pages.labels import source_label
from onrecord.pages.printed import FactView, Printed

TEMPLATES = Path(__file__).parents[2] / "templates"
FACT_PARTS = {
    "fact.html",
    "fact_visiting.html",
    "fact_inside.html",
    "fact_line.html",
    "fact_by.html",
    "fact_when.html",
    "fact_who.html",
    "fact_step.html",
    "fact_count_row.html",
    "fact_where.html",
    "fact_row.html",
    "fact_home_row.html",
}
WORD_PARTS = FACT_PARTS | {"evidence.html", "takeaway.html", "figure.html", "change.html", "check.html"}


class Element:
    """An element with its attributes, all its words, and the classes of what it holds."""

    def __init__(self, attributes: dict[str, str]) -> None:
        self.attributes, self.words, self.sources = attributes, "", ""


class Crawler(HTMLParser):
    """Collects the elements that print facts, and the words that stand outside all of them."""

    def __init__(self) -> None:
        super().__init__()
        self.printed: list[Element] = []
        self.outside = ""
        self._open: list[tuple[str, Element | None, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        element = Element(values) if "data-fact" in values else None
        if element:
            self.printed.append(element)
        if tag not in ("br", "meta", "link", "input"):
            self._open.append((tag, element, "fact-source" in values.get("class", "").split()))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        holders = [element for _, element, _ in self._open if element]
        if not holders:
            self.outside += data
        for element in holders:
            element.words += data
            element.sources += data if any(source for _, _, source in self._open) else ""


def crawl(text: str) -> Crawler:
    crawler = Crawler()
    crawler.feed(text)
    crawler.close()
    return crawler


@pytest.fixture(scope="module")
def pages(ferry: Dossier, ferry_corrections: tuple[Correction, ...]) -> dict[str, Crawler]:
    files = render(ferry, corrections=ferry_corrections).rendered.files
    return {path: crawl(text) for path, text in files.items() if path.endswith(".md")}


def _templates() -> Iterator[tuple[str, nodes.Template]]:
    environment = Environment(comment_start_string="{##", comment_end_string="##}", extensions=["jinja2.ext.i18n"])
    for path in sorted((*TEMPLATES.glob("pages/*"), *TEMPLATES.glob("parts/*"), *TEMPLATES.glob("review/*.html"))):
        yield path.name, environment.parse(path.read_text(encoding="utf-8"))


def test_every_element_that_prints_a_fact_holds_its_source_label(pages: dict[str, Crawler], ferry: Dossier) -> None:
    """`data-fact` goes with `data-source` and a visible `fact-source` that names that source."""
    seen = 0
    for crawler in pages.values():
        for element in crawler.printed:
            fact = ferry.facts.get(element.attributes["data-fact"])
            assert element.attributes["data-source"]
            assert element.sources.strip()
            if fact:
                seen += 1
                assert element.attributes["data-source"] == fact.source
                assert source_label(fact, ferry) in element.sources
    assert seen > 50


def test_no_words_of_a_fact_stand_outside_its_element(pages: dict[str, Crawler], ferry: Dossier) -> None:
    """Whatever page prints a fact's text or quotation prints it inside an element with the source."""
    for path, crawler in pages.items():
        for fact in ferry.facts.values():
            assert fact.text not in crawler.outside, (path, fact.id)
            assert not fact.quote or fact.quote.text not in crawler.outside, (path, fact.id)


def test_takeaways_and_figures_stand_inside_an_element_with_sources(pages: dict[str, Crawler], ferry: Dossier) -> None:
    """Lines of the overview are printed with the sources of the facts they rest on."""
    overview = pages["index.md"]
    for takeaway in (*ferry.briefing.summary, *ferry.briefing.takeaways):
        element = next(e for e in overview.printed if takeaway.text in e.words)
        for identifier in takeaway.facts:
            assert source_label(ferry.facts[identifier], ferry) in element.sources
    figures = [e for e in overview.printed if e.attributes.get("class") == "figure"]
    assert [
        " ".join(e.words.split())[: len(expected)]
        for e, expected in zip(figures, ["at least 31", "214", "about 180", "more than 45"], strict=True)
    ] == ["at least 31", "214", "about 180", "more than 45"]


def test_every_fact_is_at_home_once(pages: dict[str, Crawler], ferry: Dossier) -> None:
    """Each fact has one element with its anchor on all pages together."""
    anchors = [
        e.attributes["id"] for c in pages.values() for e in c.printed if e.attributes.get("id", "").startswith("fact-")
    ]
    assert sorted(anchors) == sorted(f"fact-{identifier}" for identifier in ferry.facts)


def test_a_fact_view_gives_templates_no_words() -> None:
    """What a page's template can reach of a fact is its id and whole elements."""
    reachable = {name for name in dir(FactView) if not name.startswith("_")} | set(FactView.__annotations__)
    assert reachable == {"id", "draw", "plain", "line", "actors", "time", "places", "row", "home_row"}
    assert set(Printed.__annotations__) == {"draw"}


def test_only_the_fact_parts_read_the_words_of_a_fact() -> None:
    """No other template looks at `text`, `quote` or anything private of anything, but the private form for a fact."""
    form = (TEMPLATES / "review" / "form.html").read_text(encoding="utf-8")
    assert 'name="source"' in form, "in the form the source is a field beside the text"
    for name, tree in _templates():
        for attribute in tree.find_all(nodes.Getattr):
            assert not attribute.attr.startswith("_"), name
            assert attribute.attr != "draw", name
            if attribute.attr in ("text", "quote"):
                assert name in FACT_PARTS | {"form.html"}, (name, attribute.attr)
        names = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
        assert "text" not in names or name in WORD_PARTS, name


def test_every_part_that_prints_words_of_facts_prints_their_source() -> None:
    """Each whole element of a fact carries both ids and a source label, or includes the part that does."""
    for name in WORD_PARTS - {"fact_inside.html", "fact_by.html", "evidence.html"}:
        text = (TEMPLATES / "parts" / name).read_text(encoding="utf-8")
        assert "data-fact=" in text, name
        assert "data-source=" in text, name
        assert "fact-source" in text or "parts/fact_inside.html" in text or "parts/fact_by.html" in text, name


def test_no_template_turns_escaping_off() -> None:
    """Neither `safe` nor an autoescape block stands in a template."""
    for path in (*TEMPLATES.glob("pages/*"), *TEMPLATES.glob("parts/*"), *TEMPLATES.glob("review/*.html")):
        filters = {node.name for node in _parse(path).find_all(nodes.Filter)}
        assert "safe" not in filters, path.name
        assert "autoescape" not in path.read_text(encoding="utf-8"), path.name


def _parse(path: Path) -> nodes.Template:
    environment = Environment(comment_start_string="{##", comment_end_string="##}", extensions=["jinja2.ext.i18n"])
    return environment.parse(path.read_text(encoding="utf-8"))


def test_a_denial_stands_in_the_block_of_what_it_denies(pages: dict[str, Crawler]) -> None:
    """The denied fact's block names who denies it, and the denial's block what it denies."""
    blocks = {e.attributes["id"]: e for e in pages["timeline.md"].printed if "id" in e.attributes}
    assert "Denied by" in blocks["fact-captain-blames"].words
    assert "Baltic Pilots’ Union" in blocks["fact-captain-blames"].sources
    assert "Denies" in blocks["fact-union-denies"].words
    assert "Capt. Erik Holm" in blocks["fact-union-denies"].sources


def test_the_front_page_prints_summaries_with_their_sources(ferry: Dossier) -> None:
    """The page that lists the briefings has the sources of each line."""
    crawler = crawl(render_home([ferry]).files["index.md"])
    assert [e.attributes["data-source"] for e in crawler.printed if e.attributes.get("class") == "takeaway"] == [
        "coast-guard",
        "maria-lind",
    ]
    assert ferry.facts["ran-aground"].source != ARTICLE
    assert "pilots’ union disagree" not in crawler.outside
