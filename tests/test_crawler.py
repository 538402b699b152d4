"""A crawler over everything that is published: no fact stands anywhere without who says so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.model import Dossier
from tests.conftest import PublishedSite
from tests.crawler import Labels, unattributed

_UNREAD = (".png", ".gz", ".css")
"""Files without words of a briefing."""


def _labels(site: PublishedSite) -> dict[str, Labels]:
    return {dossier.slug: Labels.of(dossier) for dossier in site.dossiers}


def test_every_fact_in_every_published_file_stands_with_its_source(published_site: PublishedSite) -> None:
    """Pages, titles in drawings, tables, data, feeds, search, pictures; of our dossiers, and of those that strain them.

    The index of MkDocs itself, which lies beside ours and is read by nobody, has only headings.
    """
    labels, read = _labels(published_site), set()
    for path in sorted(one for one in published_site.folder.rglob("*") if one.is_file()):
        if path.suffix in _UNREAD:
            continue
        name = path.relative_to(published_site.folder).as_posix()
        slug = name.partition("/")[0]
        for known in [labels[slug]] if slug in labels else labels.values():
            assert list(unattributed(name, path.read_text(encoding="utf-8"), known)) == [], name
        read.add(path.suffix)
    assert read >= {".html", ".svg", ".json", ".geojson", ".jsonld", ".csv", ".atom", ".js", ".xml"} - {".xml"}


@pytest.mark.parametrize(
    "name",
    [
        "reactions.html",
        "timeline.html",
        "index.html",
        "whole.html",
        "data/briefing.json",
        "data/briefing.jsonld",
        "data/places.geojson",
        "data/facts.csv",
        "data/quotations.csv",
        "data/facts.atom",
        "search/index.js",
    ],
)
def test_the_crawler_finds_a_source_that_was_taken_away(published_site: PublishedSite, name: str) -> None:
    """With the label of some source struck out of a file that has it, the crawler complains of that file."""
    slug = "hamedan"
    labels = _labels(published_site)[slug]
    text = (published_site.folder / slug / name).read_text(encoding="utf-8")
    without = (re.sub(re.escape(label), "somebody", text) for label in dict.fromkeys(labels.by_fact.values()))
    assert any(list(unattributed(name, one, labels)) for one in without)


def test_the_crawler_finds_words_in_a_file_of_a_kind_it_does_not_know(ferry: Dossier, tmp_path: Path) -> None:
    """A new kind of download is not believed before the crawler can read it."""
    labels = Labels.of(ferry)
    words = next(iter(labels.by_words))
    assert list(unattributed("notes.txt", f"As is known, {words}", labels)) == [words]
    assert list(unattributed("card.svg", f"<svg><text>{words}</text></svg>", labels)) == [words]
