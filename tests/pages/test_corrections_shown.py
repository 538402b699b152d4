"""Corrections are shown where the fact is printed, on their page, in the feed and in every download."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlparse
from xml.etree import ElementTree

import pytest

from onrecord.model import Correction, Decisions, Dossier, Found, Taken, Update
from onrecord.pages import render
from onrecord.pages.changed import compared
from onrecord.pages.downloads import downloads

ATOM = "{http://www.w3.org/2005/Atom}"
SOURCE = Correction(
    "correction", "events", "hurt", "source", "police", "hospital", "The list is the hospital’s.", "jm",
    "2026-01-03", of="fact",
)  # fmt: skip
CLEAR = replace(
    SOURCE, kind="clarification", record="ran-aground", field="where", was=None, now="[hund]", why=None, on=None
)
UPDATE = Correction(
    "update", "events", "aboard", "quantities", "[{value: 9}]", "[{value: 214}]", on="2026-01-04", of="fact"
)
WORDING = replace(
    SOURCE, kind="wording", record="ran-aground", field="text", was="The ferry ran aground.", now="It ran aground."
)
FILING = replace(SOURCE, kind="filing", record="aboard", field="heading", was=None, now="Passengers")
ADDED = replace(SOURCE, kind="addition", record="hurt", field=None, was=None, now="Hurt people.", on="2026-01-01")
GONE = replace(SOURCE, kind="rejection", record="ghost", field=None, was="A ghost was seen.", now=None, on="2026-01-02")
ALL = (UPDATE, SOURCE, GONE, ADDED, CLEAR, WORDING, FILING)


def files(ferry: Dossier, *corrections: Correction) -> Mapping[str, str]:
    made = downloads(ferry, corrections)
    return render(ferry, corrections=corrections, downloads=made).rendered.files


def block(page: str, fact: str) -> str:
    """The fact's own block."""
    found = re.search(rf'<(article|tr)[^>]* id="fact-{fact}".*?</\1>', page, re.DOTALL)
    assert found, fact
    return found[0]


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize(
    ("correction", "title", "told"),
    [
        (SOURCE, "Corrected", "why The list is the hospital’s. Corrected by jm, Jan. 3, 2026"),
        (CLEAR, "Clarified", "why no reason given Clarified by jm, undated"),
        (UPDATE, "Updated", "why A new version of the article says so. Updated by Baltic Sample News, Jan. 4, 2026"),
        (ADDED, "Added", "now Hurt people. why The list is the hospital’s. Added by jm, Jan. 1, 2026"),
    ],
)  # fmt: skip
def test_a_changed_fact_says_so_where_it_is_printed(
    ferry: Dossier, correction: Correction, title: str, told: str
) -> None:
    """Its block opens without script to was, now, why, who and when."""
    made = files(ferry, correction)
    shown = block(made["timeline.md"], correction.record)
    details = re.search(
        r'<details class="changed">\s*<summary><span class="badge">(\w+)</span>.*?</details>', shown, re.DOTALL
    )
    assert details
    assert details[1] == title
    assert told in words(details[0])


def test_an_update_is_told_in_words(ferry: Dossier) -> None:
    """Its values are those of the article's two versions, whatever stands in the file now."""
    change = Update(
        kind="fact", record="aboard", field="quantities", was=[{"value": 9, "unit": "person"}], now=None, on=UPDATE.on
    )
    found = Found(
        article=Taken(sha256="0" * 64, words=9),
        extractor="x",
        files=ferry.files,
        decisions=Decisions(updates=(change,)),
    )
    made = render(Dossier("ferry", ferry.files, found, ferry.positions), corrections=[UPDATE]).rendered.files
    assert "numbers was 9 people now not given" in words(made["corrections.md"])


@pytest.mark.parametrize(("of", "file", "page"), [("actor", "actors", "actors.md"), ("place", "places", "places.md")])
def test_a_changed_actor_or_place_says_so_on_its_card(ferry: Dossier, of: str, file: str, page: str) -> None:
    """A badge beside the name leads to what was changed; the other cards have none."""
    record = next(iter(getattr(ferry, file)))
    made = files(ferry, replace(SOURCE, of=of, file=file, record=record, field="role"))
    assert made[page].count(f'class="badge" href="corrections.html#change-{of}-{record}-2026-01-03"') == 1
    assert made[page].count('class="badge"') == 1


@pytest.mark.parametrize("quiet", [WORDING, FILING])
def test_wording_and_filing_are_not_announced(ferry: Dossier, quiet: Correction) -> None:
    """No badge, no entry of the feed, no mark in a table; the page lists them folded away."""
    made = files(ferry, quiet)
    assert not any('class="badge"' in text for path, text in made.items() if path not in ("corrections.md",))
    assert "<entry>" not in made["data/corrections.atom"]
    assert not any(row["corrected"] for row in csv.DictReader(io.StringIO(made["data/facts.csv"])))
    assert "Nothing of substance was changed." in made["corrections.md"]
    assert '<details class="fold">' in made["corrections.md"]


def test_wherever_a_line_names_a_changed_fact_a_badge_leads_to_the_change(ferry: Dossier) -> None:
    """Lines, rows and figures carry a link that needs no script; it leads to an entry that is there."""
    made = files(ferry, *ALL)
    entries = set(re.findall(r'<li class="change" id="([^"]+)"', made["corrections.md"]))
    links = [
        link for text in made.values() for link in re.findall(r'class="badge" href="corrections.html#([^"]+)"', text)
    ]
    assert links
    assert set(links) <= entries
    for path, text in made.items():
        for line in (
            re.findall(r'<span class="fact-one" data-fact="hurt".*?</a> — .*', text) if path.endswith(".md") else []
        ):
            assert 'class="badge"' in line, path


def test_days_come_newest_first_and_the_undated_last(ferry: Dossier) -> None:
    """Grouped by day, each under a heading of its own."""
    page = files(ferry, *sorted(ALL, key=lambda one: one.on or "", reverse=True))["corrections.md"]
    headings = [
        re.sub(r"&#(\d+);", lambda code: chr(int(code[1])), line) for line in re.findall(r"^## (.*?) \{", page, re.M)
    ]
    assert headings == ["Jan. 4, 2026", "Jan. 3, 2026", "Jan. 2, 2026", "Jan. 1, 2026", "Undated"]
    assert "1 without a reason" in page


def test_every_entry_has_an_anchor_of_its_own_that_others_do_not_change(ferry: Dossier) -> None:
    """A link to a correction still leads there when another comes or goes."""
    every = re.findall(r'<li class="change" id="([^"]+)"', files(ferry, *ALL)["corrections.md"])
    assert len(set(every)) == len(every) == 7
    alone = re.findall(r'<li class="change" id="([^"]+)"', files(ferry, SOURCE)["corrections.md"])
    assert set(alone) <= set(every)


@pytest.mark.parametrize(
    ("was", "now", "before", "after"),
    [
        ("Four ships sank.", "Five ships sank.", "[Four] ships sank.", "[Five] ships sank."),
        ("It closed Monday.", "It closed Monday, May 3.", "It closed Monday.", "It closed Monday[, May 3]."),
        ("He said “we go” twice.", "He said “we do” twice.", "He said [“we go”] twice.", "He said [“we do”] twice."),
        ("police", "hospital", "[police]", "[hospital]"),
        ("Ships sank.", "A bridge fell into the river.", "[Ships sank.]", "[A bridge fell into the river.]"),
        (None, "new", "None", "[new]"),
        ("gone", None, "[gone]", "None"),
        ("same", "same", "same", "same"),
    ],
)  # fmt: skip
def test_what_differs_is_marked(was: str | None, now: str | None, before: str, after: str) -> None:
    """Words that stand in one version only; a quotation as a whole; the text itself is never changed."""
    pieces = compared(was, now)
    shown = [
        side and "".join(f"[{piece.words}]" if piece.changed else piece.words for piece in side) for side in pieces
    ]
    assert [str(one) for one in shown] == [before, after]
    assert [side and "".join(piece.words for piece in side) for side in pieces] == [was, now]


def entries(feed: str) -> list[ElementTree.Element]:
    return ElementTree.fromstring(feed.encode()).findall(f"{ATOM}entry")


def test_the_feed_is_as_rfc_4287_asks(ferry: Dossier) -> None:
    """One id, title and moment each, ids that are absolute and unique, authors, links of known kinds, plain content."""
    feed = ElementTree.fromstring(files(ferry, *ALL)["data/corrections.atom"].encode())
    assert feed.tag == f"{ATOM}feed"
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        assert urlparse(element.findtext(f"{ATOM}id")).scheme == "tag"
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "").tzinfo
        assert [link.get("rel") for link in element.findall(f"{ATOM}link")].count("alternate") == 1
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids) == 5
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert feed.find(f"{ATOM}link[@rel='self']") is not None
    newest = max(entry.findtext(f"{ATOM}updated") or "" for entry in feed.iter(f"{ATOM}entry"))
    assert feed.findtext(f"{ATOM}updated") == newest == "2026-01-04T00:00:00Z"
    assert all(entry.find(f"{ATOM}content").get("type") == "text" for entry in feed.iter(f"{ATOM}entry"))  # type: ignore[union-attr]


def test_ids_of_the_feed_are_tag_uris(ferry: Dossier) -> None:
    """RFC 4151: authority, date, then what it names, without a space."""
    for entry in entries(files(ferry, *ALL)["data/corrections.atom"]):
        assert re.fullmatch(
            r"tag:on-record\.invalid,2026:ferry/fact/[a-z0-9-]+/\w+/[0-9a-f]{16}", entry.findtext(f"{ATOM}id") or ""
        )


def test_an_entry_keeps_its_id(ferry: Dossier) -> None:
    """Whatever else is corrected, whoever gives another reason, whatever it is called; another value is another one."""

    def identified(*corrections: Correction) -> list[str | None]:
        return [entry.findtext(f"{ATOM}id") for entry in entries(files(ferry, *corrections)["data/corrections.atom"])]

    (alone,) = identified(SOURCE)
    assert alone in identified(*ALL)
    assert identified(replace(SOURCE, why="Another reason", by="mk", on="2026-02-01", kind="clarification")) == [alone]
    assert identified(replace(SOURCE, file="reactions")) == [alone]
    assert identified(replace(SOURCE, now="mayor")) != [alone]


def test_json_has_the_rows_of_the_feed_and_the_quiet_ones_apart(ferry: Dossier) -> None:
    """Same ids in the same order; each row says whose words it is about."""
    made = files(ferry, *ALL)
    data = json.loads(made["data/corrections.json"])
    ids = [entry.findtext(f"{ATOM}id") for entry in entries(made["data/corrections.atom"])]
    assert [row["id"] for row in data["corrections"]] == ids
    assert [row["kind"] for row in data["quiet"]] == ["wording", "filing"]
    assert all(row["source_label"] for row in data["corrections"] + data["quiet"])
    row = next(row for row in data["corrections"] if row["field"] == "source")
    assert (row["was"], row["now"], row["why"], row["by"], row["on"]) == (
        "police", "hospital", "The list is the hospital’s.", "jm", "2026-01-03",
    )  # fmt: skip


def test_the_data_dictionary_explains_every_key_of_a_correction(ferry: Dossier) -> None:
    """No key without a meaning, no meaning without a key."""
    made = files(ferry, *ALL)
    row = json.loads(made["data/corrections.json"])["corrections"][0]
    table = made["data.md"].partition("Field of a correction")[2].partition("</table>")[0]
    assert re.findall(r"<code>(\w+)</code>", table) == list(row)


def test_tables_and_graphs_say_what_was_corrected(ferry: Dossier) -> None:
    """A column of the table, a list in the JSON, a comment in the linked data, a property on the map."""
    made = files(ferry, SOURCE)
    row = next(row for row in csv.DictReader(io.StringIO(made["data/facts.csv"])) if row["id"] == "hurt")
    assert row["corrected"] == "correction 2026-01-03: source"
    fact = next(one for one in json.loads(made["data/briefing.json"])["facts"] if one["id"] == "hurt")
    assert [(one["was"], one["now"]) for one in fact["corrections"]] == [("police", "hospital")]
    graph: list[dict[str, Any]] = json.loads(made["data/briefing.jsonld"])["@graph"]
    assert next(one for one in graph if one["@id"] == "#fact-hurt")["correction"][0]["@type"] == "CorrectionComment"


def test_a_time_that_was_corrected_says_so_in_the_drawing(ferry: Dossier) -> None:
    """The strip prints nothing of a fact but its time; another correction does not concern it."""
    dated = next(fact.id for fact in ferry.facts.values() if fact.when and fact.when.date)
    late = replace(SOURCE, record=dated, field="when", was="{text: Monday}", now="{text: Tuesday}")
    assert "(corrected)" in files(ferry, late)["timeline.md"].partition("</svg>")[0]
    assert "(corrected)" not in files(ferry, SOURCE)["timeline.md"].partition("</svg>")[0]


def test_pages_name_their_feed_where_there_is_one(ferry: Dossier) -> None:
    """A feed reader finds it from every page."""
    assert all(
        '"data/corrections.atom"' in text.split("---")[1]
        for path, text in files(ferry, SOURCE).items()
        if path.endswith(".md")
    )
    assert not any("corrections.atom" in text for text in files(ferry).values())
