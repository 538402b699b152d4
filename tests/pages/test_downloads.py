"""The downloads: the pages' facts for machines, none without its source."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from onrecord.model import OPERATOR_WORDS, Correction, Dossier, Fact, FactsFile, Files
from onrecord.pages.downloads import downloads
from onrecord.pages.labels import source_label
from tests.pages import stress

ATOM = "{http://www.w3.org/2005/Atom}"


def with_fact(dossier: Dossier, **fields: Any) -> Dossier:
    """The dossier with one more fact."""
    fact = Fact.model_validate({"id": "extra", "source": "article", "certainty": "asserted", "text": "x", **fields})
    events = FactsFile(facts=(*dossier.files.events.facts, fact))
    files: Files = dossier.files.model_copy(update={"events": events})
    return Dossier(dossier.slug, files, dossier.found)


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping inside a JSON value."""
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from objects(one)
    elif isinstance(value, list):
        for one in value:
            yield from objects(one)


def test_the_same_dossier_gives_the_same_bytes(ferry: Dossier, ferry_corrections: tuple[Correction, ...]) -> None:
    """No clock, no chance."""
    assert downloads(ferry, ferry_corrections) == downloads(ferry, ferry_corrections)


@pytest.mark.parametrize("path", ["data/briefing.json", "data/places.geojson", "data/briefing.jsonld"])
def test_no_fact_s_text_stands_without_its_source_s_label(ferry: Dossier, path: str) -> None:
    """Whatever object holds the words of a fact holds who says so."""
    labels = {fact.text: source_label(fact, ferry) for fact in ferry.facts.values()}
    told = [one for one in objects(json.loads(downloads(ferry, ())[path])) if one.get("text") in labels]
    assert told
    for one in told:
        assert labels[one["text"]] in (one.get("source_label"), one.get("creditText"), *one.get("source_labels", ()))


def test_the_table_has_one_row_a_fact_with_its_source(ferry: Dossier) -> None:
    """Read back by a csv reader, in the order of the pages."""
    rows = list(csv.DictReader(io.StringIO(downloads(ferry, ())["data/facts.csv"])))
    facts = list(ferry.facts.values())
    assert [(row["id"], row["source_label"], row["certainty"]) for row in rows] == [
        (fact.id, source_label(fact, ferry), fact.certainty) for fact in facts
    ]


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "@SUM(A1)", "\t=1", " =1"])
def test_a_spreadsheet_runs_no_cell(ferry: Dossier, text: str) -> None:
    """What begins like a formula begins with an apostrophe."""
    table = downloads(with_fact(ferry, text=f"{text} happened"), ())["data/facts.csv"]
    row = next(row for row in csv.DictReader(io.StringIO(table)) if row["id"] == "extra")
    assert row["text"].startswith("'")


def test_only_places_with_coordinates_are_points_longitude_first(ferry: Dossier) -> None:
    """GeoJSON's order is longitude, latitude; what is not pinned is not there."""
    features = json.loads(downloads(ferry, ())["data/places.geojson"])["features"]
    pinned = [place for place in ferry.files.places.places if place.latitude is not None]
    assert [feature["geometry"]["coordinates"] for feature in features] == [[p.longitude, p.latitude] for p in pinned]


def test_every_reference_of_the_linked_data_leads_to_a_node(ferry: Dossier) -> None:
    """No `@id` dangles."""
    graph = json.loads(downloads(ferry, ())["data/briefing.jsonld"])["@graph"]
    known = {node["@id"] for node in graph}
    referred = {one["@id"] for one in objects(graph) if set(one) == {"@id"}}
    assert referred <= known
    assert len(known) == len(graph)


def test_every_quotation_is_a_node_of_its_own(ferry: Dossier) -> None:
    """Who said the words stands with them."""
    graph = json.loads(downloads(ferry, ())["data/briefing.jsonld"])["@graph"]
    quotations = [node for node in graph if node["@type"] == "Quotation"]
    quoted = [fact for fact in ferry.facts.values() if fact.quote]
    assert [node["text"] for node in quotations] == [fact.quote.text for fact in quoted if fact.quote]
    assert all(node["creditText"] for node in quotations)


def test_markup_in_words_stays_words(ferry: Dossier) -> None:
    """XML special characters and control characters break no feed."""
    made = Correction("correction", "events", "x", "text", "a <b>&amp;</b> \x00\x0b", "c", why="<i>", on="2026-03-13")
    feed = ElementTree.fromstring(downloads(ferry, [made])["data/corrections.atom"].encode())
    assert "a <b>&amp;</b>" in (feed.findtext(f"{ATOM}entry/{ATOM}content") or "")


def test_without_corrections_there_is_no_feed(ferry: Dossier) -> None:
    """An empty feed would promise something."""
    assert "data/corrections.atom" not in downloads(ferry, ())


def test_the_feed_of_facts_has_an_entry_each_by_who_says_so(ferry: Dossier) -> None:
    """Author, title and words name the source; the certainty is a category; ids and links are those of the fact."""
    feed = ElementTree.fromstring(downloads(ferry, ())["data/facts.atom"].encode())
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == len(ferry.facts)
    for entry, fact in zip(entries, ferry.facts.values(), strict=True):
        label = source_label(fact, ferry)
        assert entry.findtext(f"{ATOM}author/{ATOM}name") == label
        assert label in (entry.findtext(f"{ATOM}title") or "")
        assert f"source: {label}" in (entry.findtext(f"{ATOM}content") or "")
        category = entry.find(f"{ATOM}category")
        assert category is not None
        assert category.attrib["term"] == fact.certainty
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert link.attrib["href"].endswith(f"#fact-{fact.id}")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)


def test_the_package_describes_every_file_as_it_is(ferry: Dossier, ferry_corrections: tuple[Correction, ...]) -> None:
    """Size, sum, and for a table exactly the columns it has, each with a meaning."""
    files = downloads(ferry, ferry_corrections)
    package = json.loads(files["data/datapackage.json"])
    described = {f"data/{one['path']}": one for one in package["resources"]}
    assert set(described) == set(files) - {"data/datapackage.json", "data/SHA256SUMS"}
    for path, one in described.items():
        content = files[path].encode()
        assert (one["bytes"], one["hash"]) == (len(content), f"sha256:{sha256(content).hexdigest()}")
        if path.endswith(".csv"):
            assert [column["name"] for column in one["schema"]["fields"]] == next(csv.reader(io.StringIO(files[path])))
            assert all(column["description"] for column in one["schema"]["fields"])


@pytest.mark.parametrize("dossier", stress.every(), ids=lambda dossier: dossier.slug)
def test_every_table_keeps_what_the_package_promises(dossier: Dossier) -> None:
    """Required cells are filled, values are among those allowed, keys name one row, and facts are rows of facts.csv."""
    files = downloads(dossier, ())
    known = set(dossier.facts)
    for one in json.loads(files["data/datapackage.json"])["resources"]:
        if one.get("type") != "table":
            continue
        rows, schema = list(csv.DictReader(io.StringIO(files[f"data/{one['path']}"]))), one["schema"]
        for column in schema["fields"]:
            bound = column.get("constraints", {})
            for row in rows:
                assert row[column["name"]] or not bound.get("required"), (one["path"], column["name"], row)
                assert row[column["name"]] in ("", *bound.get("enum", [row[column["name"]]])), (
                    one["path"],
                    column["name"],
                )
        keys = [tuple(row[name] for name in schema.get("primaryKey", ())) for row in rows]
        assert not schema.get("primaryKey") or len(set(keys)) == len(keys), one["path"]
        for leads in schema.get("foreignKeys", ()):
            assert {row[leads["fields"][0]] for row in rows} <= {*known, ""}, one["path"]


@pytest.mark.parametrize("dossier", stress.every(), ids=lambda dossier: dossier.slug)
def test_the_briefing_has_the_shape_that_its_schema_gives(dossier: Dossier) -> None:
    """And without a source's label it has not."""
    files = downloads(dossier, ())
    schema, told = (json.loads(files[f"data/{name}.json"]) for name in ("briefing.schema", "briefing"))
    check = Draft202012Validator(schema)
    Draft202012Validator.check_schema(schema)
    assert [error.message for error in check.iter_errors(told)] == []
    del told["facts"][0]["source_label"]
    assert not check.is_valid(told)


def test_the_sums_are_those_of_the_files(ferry: Dossier) -> None:
    """As `sha256sum -c` reads them: all files but the sums themselves."""
    files = downloads(ferry, ())
    lines = [line.split("  ") for line in files["data/SHA256SUMS"].splitlines()]
    assert {f"data/{name}": digest for digest, name in lines} == {
        path: sha256(text.encode()).hexdigest() for path, text in files.items() if path != "data/SHA256SUMS"
    }


def test_a_movement_is_a_line_that_says_it_is_no_track(ferry: Dossier) -> None:
    """From place to place, as far as all of them have coordinates, with the fact and who says it."""
    pinned = [place.id for place in ferry.files.places.places if place.latitude is not None][:2]
    moved = with_fact(ferry, text="The tug went.", source="coast-guard", route=pinned[:1], where=pinned[1:])
    lines = [
        one
        for one in json.loads(downloads(moved, ())["data/places.geojson"])["features"]
        if one["geometry"]["type"] == "LineString"
    ]
    assert [one["id"] for one in lines] == [f"extra-to-{pinned[1]}"]
    assert lines[0]["properties"]["facts"][0]["source_label"] == source_label(moved.facts["extra"], moved)
    assert "not the way that was taken" in lines[0]["properties"]["note"]


def test_linked_data_tells_events_people_and_places_as_what_they_are(ferry: Dossier) -> None:
    """An event says who says that it happened."""
    graph = json.loads(downloads(ferry, ())["data/briefing.jsonld"])["@graph"]
    kinds = {node["@type"] for node in graph}
    assert kinds >= {"Report", "NewsArticle", "Claim", "Quotation", "Event", "Place", "Person", "Organization"}
    for event in (node for node in graph if node["@type"] == "Event"):
        fact = ferry.facts[event["subjectOf"]["@id"].removeprefix("#fact-")]
        assert source_label(fact, ferry) in event["disambiguatingDescription"]


def sheets(dossier: Dossier, corrections: tuple[Correction, ...] = ()) -> dict[str, list[dict[str, str]]]:
    """The rows of every table, by its name."""
    made = downloads(dossier, corrections).items()
    return {
        path.removeprefix("data/").removesuffix(".csv"): list(csv.DictReader(io.StringIO(text)))
        for path, text in made
        if path.endswith(".csv")
    }


@pytest.mark.parametrize("dossier", stress.every(), ids=lambda dossier: dossier.slug)
def test_every_row_of_every_table_says_who_says_so(dossier: Dossier) -> None:
    """No row without a source label; and the label is that of the fact the row is about."""
    for name, rows in sheets(dossier).items():
        for row in rows:
            assert row["source_label"], (name, row)
            fact = dossier.facts.get(row["id"] if name == "facts" else row.get("fact", ""))
            if fact:
                assert (row["source"], row["source_label"]) == (fact.source, source_label(fact, dossier)), (name, row)
                assert row["certainty"] == fact.certainty, (name, row)


def test_each_table_has_as_many_rows_as_the_dossier_has_records(ferry: Dossier) -> None:
    """Nothing is lost, nothing told twice."""
    made, facts = sheets(ferry), list(ferry.facts.values())
    assert {name: len(rows) for name, rows in made.items() if name not in ("overview", "equipment")} == {
        "facts": len(facts),
        "events": sum(fact.event is not None for fact in facts),
        "quantities": sum(len(fact.quantities) for fact in facts),
        "quotations": sum(fact.quote is not None for fact in facts),
        "disputes": sum(len(dispute.facts) for dispute in ferry.briefing.disputes),
        "actors": len(ferry.actors),
        "places": len(ferry.places),
    }


def test_a_number_is_told_with_its_operator_in_words_and_none_is_empty(ferry: Dossier) -> None:
    """Low and high are those of the range; a number that is not given has neither."""
    rows = {(row["fact"], row["number"]): row for row in sheets(ferry)["quantities"]}
    for fact in ferry.facts.values():
        for number, one in enumerate(fact.quantities, 1):
            row = rows[fact.id, str(number)]
            low, high = one.value if isinstance(one.value, tuple) else (one.value, one.value)
            assert (row["low"], row["high"]) == tuple("" if end is None else str(end) for end in (low, high))
            assert row["operator"] == (OPERATOR_WORDS[one.operator] or "exactly")


def test_a_table_without_a_row_is_not_made() -> None:
    """A file promises something."""
    assert set(sheets(stress.only_quotations())) == {"facts", "quotations", "actors", "overview"}
