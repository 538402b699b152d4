"""What a page says of itself to machines, and the picture of a briefing."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest

from onrecord.model import Briefing, Correction, Dossier
from onrecord.pages import render, render_home
from onrecord.pages.downloads import downloads
from onrecord.pages.draw.card import HEIGHT, WIDTH, card
from onrecord.pages.draw.svg import text_width
from tests.pages import stress

ATOM, SVG = "{http://www.w3.org/2005/Atom}", "{http://www.w3.org/2000/svg}"


def front(dossier: Dossier, name: str, corrections: tuple[Correction, ...] = ()) -> dict[str, Any]:
    """The front matter of a page."""
    made = downloads(dossier, corrections)
    page = render(dossier, corrections=corrections, downloads=made).rendered.files[f"{name}.md"]
    return {
        key: json.loads(value)
        for key, value in (line.split(": ", 1) for line in page.split("\n---\n")[0].splitlines()[1:])
    }


def with_briefing(dossier: Dossier, **fields: Any) -> Dossier:
    """The dossier with other fields of its overview."""
    briefing = Briefing.model_validate({**dossier.briefing.as_yaml(), **fields})
    return replace(dossier, files=dossier.files.model_copy(update={"briefing": briefing}))


def test_the_overview_is_a_report_that_says_what_it_rests_on(
    ferry: Dossier, ferry_corrections: tuple[Correction, ...]
) -> None:
    """Title, language, article, rights, files to take away, and the day of the last correction."""
    report = json.loads(front(ferry, "index", ferry_corrections)["linked"])
    assert (report["@type"], report["name"], report["inLanguage"]) == ("Report", ferry.briefing.title, "en")
    assert report["isBasedOn"][0]["@type"] == "NewsArticle"
    assert report["isBasedOn"][0]["publisher"]["name"] == ferry.briefing.sources[0].publisher
    assert {one["contentUrl"] for one in report["subjectOf"]["distribution"]} >= {
        "data/briefing.jsonld",
        "data/facts.csv",
    }
    assert report["dateModified"] == max(one.on for one in ferry_corrections if one.on)


def test_every_other_page_is_part_of_the_report(ferry: Dossier) -> None:
    """With the way to it."""
    page = json.loads(front(ferry, "timeline")["linked"])
    assert page["isPartOf"]["@id"] == "index.html"
    assert [one["name"] for one in page["breadcrumb"]["itemListElement"]] == [ferry.briefing.title, "What happened"]


def test_what_is_not_there_is_not_named(ferry: Dossier) -> None:
    """Pages that are rendered without downloads name no feed and no data."""
    page = render(ferry).rendered.files["index.md"]
    assert "data/facts" not in page.split("\n---\n")[0]


def test_linked_data_never_ends_its_element(ferry: Dossier) -> None:
    """Whatever a title holds."""
    made = front(with_briefing(ferry, title="</script><b>x"), "index")["linked"]
    assert "<" not in made
    assert json.loads(made)["name"] == "</script><b>x"


def test_of_an_invented_event_no_line_is_to_be_shown_elsewhere(ferry: Dossier) -> None:
    """A search engine would show it without the notice; of a true one it may."""
    assert front(with_briefing(ferry, invented=True), "timeline")["robots"] == "nosnippet"
    assert front(with_briefing(ferry, invented=False), "timeline")["robots"] == ""


def test_the_front_page_lists_its_briefings_for_machines_too(ferry: Dossier) -> None:
    """As linked data and as a feed, the newest first, with no word of a fact; an invented event is called so."""
    older = replace(with_briefing(ferry, invented=True), slug="older")
    files = render_home([ferry, older]).files
    told = json.loads(json.loads(re.search(r"^linked: (.*)$", files["index.md"], re.MULTILINE)[1]))  # type: ignore[index]
    assert [one["url"] for one in told["hasPart"]] == ["ferry/index.html", "older/index.html"]
    feed = ElementTree.fromstring(files["briefings.atom"].encode())
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [ferry.briefing.title] * 2
    assert ["invented" in (entry.findtext(f"{ATOM}content") or "") for entry in entries] == [
        ferry.briefing.invented,
        True,
    ]
    assert not any(fact.text in files["briefings.atom"] for fact in ferry.facts.values())
    assert "briefings.atom" not in render_home([]).files


def test_rights_and_feeds_stand_on_every_page(ferry: Dossier, ferry_corrections: tuple[Correction, ...]) -> None:
    """What may be done with the article, and where to follow."""
    for name in ("index", "places", "data"):
        told = front(ferry, name, ferry_corrections)
        assert ferry.briefing.sources[0].publisher in told["rights"]
        assert [one["href"] for one in told["feeds"]] == ["data/facts.atom", "data/corrections.atom"]


@pytest.mark.parametrize("dossier", stress.every(), ids=lambda dossier: dossier.slug)
def test_nothing_on_the_picture_leaves_it(dossier: Dossier) -> None:
    """Long titles, words without a space, Arabic and Chinese: every line is within the edges, none upon another."""
    picture = ElementTree.fromstring(render(dossier).rendered.files["card.svg"])
    lines = [(float(one.attrib["y"]), float(one.attrib["font-size"]), one) for one in picture.iter(f"{SVG}text")]
    for y, size, one in lines:
        assert y <= HEIGHT
        assert float(one.attrib["x"]) + text_width(one.text or "", size) <= WIDTH
    for (y, _, _), (below, size, _) in pairwise(sorted(lines, key=lambda one: one[0])):
        assert below - size * 0.8 >= y


def test_a_title_that_is_too_long_ends_in_an_ellipsis() -> None:
    """As many lines as there is room for; the same words give the same bytes."""
    drawn = card("word " * 200, ["Lantern News"], brand="On Record")
    assert re.search(r"word …</text>", drawn)
    assert drawn == card("word " * 200, ["Lantern News"], brand="On Record")
