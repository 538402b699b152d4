"""Data: the downloads, and what their fields mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.model import CERTAINTY_WORDS, OPERATOR_WORDS, Fact

from ..downloads.changes import FIELDS

_ABOUT = {
    "data/briefing.json": "everything the pages show, as JSON",
    "data/facts.csv": "one row a fact, with source, relay, certainty and hedge",
    "data/events.csv": "one row a fact that tells of an event, with when and where",
    "data/quantities.csv": "one row a number, with operator and unit",
    "data/quotations.csv": "one row a quotation, word for word",
    "data/disputes.csv": "one row a side of a dispute",
    "data/overview.csv": "the lines of the overview, one row a fact that bears each out",
    "data/actors.csv": "one row a person, body, state, group or unnamed source",
    "data/places.csv": "one row a place, also those without coordinates",
    "data/equipment.csv": "one row a type of equipment",
    "data/corrections.csv": "one row a field that was changed",
    "data/places.geojson": "the places with coordinates, as GeoJSON",
    "data/briefing.jsonld": "the same for machines, in schema.org's words",
    "data/corrections.atom": "a feed of corrections, for feed readers",
    "data/corrections.json": "every correction: was and now, why, who, when; changes of wording and listing apart",
}


@dataclass(frozen=True)
class Download:
    """A file to take away."""

    path: str
    about: str
    size: str


@dataclass(frozen=True)
class Data:
    """`data.md`."""

    downloads: tuple[Download, ...]
    keys: tuple[tuple[str, str], ...]
    changes: tuple[tuple[str, str], ...]
    """The keys of a correction; empty where nothing was corrected."""
    certainties: tuple[tuple[str, str], ...]
    operators: tuple[tuple[str, str], ...]


def data(files: Mapping[str, str]) -> Data:
    """The page that leads to the downloads."""
    return Data(
        tuple(_download(path, text) for path, text in files.items()),
        tuple(_keys()),
        tuple(FIELDS.items()) if "data/corrections.json" in files else (),
        tuple(CERTAINTY_WORDS.items()),
        tuple((operator, words or "exactly") for operator, words in OPERATOR_WORDS.items()),
    )


def _download(path: str, text: str) -> Download:
    size = max(1, round(len(text.encode("utf-8")) / 1024))
    return Download(path, _ABOUT.get(path, "a download"), f"{size} KB")


def _keys() -> Iterable[tuple[str, str]]:
    """Each key of a fact with its meaning, as the model gives it."""
    for name, info in Fact.model_fields.items():
        yield info.alias or name, (info.description or "").replace("`", "")
    yield "corrected (in facts.csv)", "kind, day and keys of each correction of substance; empty where there was none"
