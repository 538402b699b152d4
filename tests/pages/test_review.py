"""The private review: the article's text with every fact where it comes from, and what awaits an editor."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest

from onrecord.article import article_of_text
from onrecord.model import (
    Article,
    At,
    Briefing,
    Consistency,
    Dossier,
    Fact,
    FactsFile,
    Files,
    Found,
    FoundSentence,
    Problem,
    Publication,
    Reviewed,
    Taken,
    text_hash,
)
from onrecord.pages import review_page
from onrecord.pages.render import TEMPLATES
from onrecord.pages.review import Told

TEXT = """PRAGUE — The bridge is 10 meters (33 feet) long and was <b>closed</b> on Tuesday, the mayor said. Nobody was \
hurt.

“It was the right thing,” she said & left. Buses take another way.
"""
CHECK = Consistency(
    "units", "10 meters, given as 33 feet", ("10 × 3.281 = 32.81.",), "fits", facts=("long",), sentences=("P1S1",)
)


@pytest.fixture(scope="module")
def article() -> Article:
    """Two paragraphs with what HTML would read as its own."""
    return article_of_text(TEXT, name="bridge.txt")


def fact(identifier: str, words: str, sentence: str, **values: Any) -> Fact:
    start = TEXT.index(words)
    at = At(sentence=sentence, start=start, end=start + len(words), hash=text_hash(words))
    shown = {"text": f"Line of {identifier}.", "source": "article", "certainty": "asserted", "at": at}
    return Fact(**{"id": identifier, **shown, **values})


WHOLE = fact("whole", "The bridge is 10 meters (33 feet) long and was <b>closed</b> on Tuesday", "P1S1")
LONG = fact("long", "is 10 meters (33 feet) long", "P1S1", reviewed=Reviewed(by="jm", on="2026-11-22"))
SAID = fact("said", "It was the right thing", "P2S1")


def dossier(*facts: Fact, left_out: str | None = "it tells nothing new") -> Dossier:
    files = Files(
        briefing=Briefing(title="A <bridge>", sources=(Publication(id="wire"),)), events=FactsFile(facts=facts)
    )
    sentences = (FoundSentence(id="P1S2", start=0, end=1, left_out=left_out),)
    taken = Taken(sha256="0" * 64, words=1)
    return Dossier("bridge", files, Found(article=taken, extractor="test", sentences=sentences))


def page(article: Article | None, *facts: Fact, **values: Any) -> str:
    return review_page(dossier(*facts), article=article, told=Told(**values), templates=TEMPLATES)


class Marks(HTMLParser):
    """The words inside every `mark`, by its classes; all ids; all links inside the page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.marks: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self._open: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values["href"][1:]] if values.get("href", "").startswith("#") else []
        if tag == "mark":
            self._open = values["class"]

    def handle_endtag(self, tag: str) -> None:
        self._open = None if tag == "mark" else self._open

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self.marks.append((self._open, data))


def words(text: str) -> str:
    body = text.partition("<body")[2]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def test_the_words_of_each_fact_are_marked_and_nothing_is_lost(article: Article) -> None:
    """Where facts overlap, their common words carry both; put together they are what each fact stands on."""
    marks = Marks(page(article, WHOLE, LONG)).marks
    whole = "".join(words for classes, words in marks if "f1" in classes.split())
    inner = "".join(words for classes, words in marks if "f2" in classes.split())
    assert whole == "The bridge is 10 meters (33 feet) long and was <b>closed</b> on Tuesday"
    assert inner == "is 10 meters (33 feet) long"
    assert [classes.split()[-1] for classes, _ in marks] == ["on-1", "on-2", "on-1"]


def test_every_link_inside_the_page_leads_somewhere_and_no_id_is_used_twice(article: Article) -> None:
    """Numbers lead from the words to the fact and back; checks to sentences and facts."""
    read = Marks(page(article, WHOLE, LONG, SAID, checks=(CHECK,)))
    assert set(read.links) <= set(read.ids)
    assert {"fact-1", "at-1", "fact-3", "at-3", "P1S1"} <= set(read.links)
    assert len(read.ids) == len(set(read.ids))


def test_the_whole_article_can_be_read_in_it(article: Article) -> None:
    """Dateline, words between the facts, sentences without one: everything is there, once."""
    shown = words(page(article, WHOLE, LONG, SAID))
    text = re.sub(r"P\dS\d|no fact: [a-z ]+(?=“|$)", "", shown.partition("with the reason behind them.")[2])
    for sentence in ("PRAGUE —", "Nobody was hurt.", "Buses take another way."):
        assert text.count(sentence) == 1
    assert "she said & left." in text


def test_what_the_article_holds_is_never_read_as_html(article: Article) -> None:
    """Tags of the article and of the title are words."""
    text = page(article, WHOLE)
    assert "<b>" not in text
    assert "&lt;b&gt;closed&lt;/b&gt;" in text
    assert "<title>Review: A &lt;bridge&gt;</title>" in text


def test_a_sentence_without_a_fact_says_why(article: Article) -> None:
    """The extraction's reason, or that none was kept."""
    shown = words(page(article, WHOLE, SAID))
    assert "Nobody was hurt. no fact: it tells nothing new" in shown
    assert "Buses take another way. no fact: no reason was kept" in shown
    assert "2 sentences without a fact" in shown


def test_a_fact_whose_words_are_gone_is_told_as_lost(article: Article) -> None:
    """It is no longer marked anywhere, and stands in a list of its own."""
    moved = SAID.model_copy(update={"at": SAID.at.model_copy(update={"hash": "00000000"})}) if SAID.at else SAID
    text = page(article, WHOLE, moved)
    assert "Facts that lost their place" in text
    assert "1 fact that lost its place" in words(text)
    assert not any("f2" in classes.split() for classes, _ in Marks(text).marks)


def test_a_fact_that_a_person_added_has_no_place(article: Article) -> None:
    """It is listed apart."""
    added = Fact(id="added", text="Added by hand.", source="article", certainty="asserted")
    assert "Facts without a place in this article" in page(article, WHOLE, added)


def test_what_nobody_has_reviewed_is_listed(article: Article) -> None:
    """Facts by their number; those with a reviewer are not among them."""
    shown = words(page(article, WHOLE, LONG, SAID))
    assert "2 of 3 facts not reviewed" in shown
    assert shown.endswith("Facts: 2 1 3")


def test_checks_and_problems_stand_before_the_text(article: Article) -> None:
    """What does not fit is open, the rest is folded; what must be mended comes first of all."""
    wrong = Consistency("units", "10 meters, given as 93 feet", ("No.",), "does not fit", sentences=("P1S1",))
    text = page(article, LONG, checks=(wrong, CHECK), problems=(Problem("events.yaml", 2, 3, "an unknown key"),))
    assert text.index("an unknown key") < text.index("<details open><summary>Does not fit: 1") < text.index("Fits: 1")
    assert "1 check that does not fit" in words(text)
    assert "10 meters, given as 93 feet" in words(text)
    assert "no fact was made of it" in words(text)


def test_without_the_article_the_facts_are_still_shown() -> None:
    """And the page says what is missing."""
    shown = words(page(None, WHOLE, LONG))
    assert "The article is not at hand" in shown
    assert "Line of whole." in shown
    assert "PRAGUE" not in shown


def test_the_page_needs_no_other_file_to_be_read(article: Article) -> None:
    """No script, no style sheet, no picture, no other host."""
    text = page(article, WHOLE)
    assert not re.search(r"<(?:script|link|img|iframe)\b|https?://", text)


def test_every_fact_on_it_names_its_source(article: Article) -> None:
    """Facts are printed through the same views as on the published pages."""
    text = page(article, WHOLE, LONG)
    assert text.count('data-fact="whole" data-source="article"') == 1
    assert text.count("fact-source") >= 2
