"""Data: the downloads, what each is for, and what their columns and keys mean."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.model import CERTAINTY_WORDS, OPERATOR_WORDS, Fact

from ..downloads.changes import FIELDS
from ..downloads.package import PACKAGE
from ..words import N_, say, say_many

_GROUPS = {
    N_("For spreadsheets"): (".csv",),
    N_("For maps"): (".geojson",),
    N_("For programs"): (".json", ".jsonld"),
    N_("To follow"): (".atom",),
    N_("To check"): ("SHA256SUMS",),
}
"""What a file is good for, by how its name ends."""
ROWS = {
    ".geojson": ("features", "%(num)s feature", "%(num)s features"),
    ".jsonld": ("@graph", "%(num)s node", "%(num)s nodes"),
    "briefing.json": ("facts", "%(num)s fact", "%(num)s facts"),
    "corrections.json": ("corrections", "%(num)s correction", "%(num)s corrections"),
    "datapackage.json": ("resources", "%(num)s file", "%(num)s files"),
}
"""For JSON, by how the name ends: the list that is counted, and the words for it."""


@dataclass(frozen=True)
class Download:
    """A file to take away."""

    path: str
    name: str
    about: str
    size: str
    rows: str
    """How much there is in it, in words; empty where that says nothing."""
    columns: tuple[tuple[str, str], ...]
    """Of a table: its columns with their meaning."""


@dataclass(frozen=True)
class Group:
    """Files that are good for the same."""

    title: str
    downloads: tuple[Download, ...]


@dataclass(frozen=True)
class Data:
    """`data.md`."""

    groups: tuple[Group, ...]
    keys: tuple[tuple[str, str], ...]
    changes: tuple[tuple[str, str], ...]
    """The keys of a correction; empty where nothing was corrected."""
    certainties: tuple[tuple[str, str], ...]
    operators: tuple[tuple[str, str], ...]

    @property
    def tables(self) -> tuple[Download, ...]:
        """The files that have columns."""
        return tuple(one for group in self.groups for one in group.downloads if one.columns)


def data(files: Mapping[str, str]) -> Data:
    """The page that leads to the downloads; what they are it reads from the package, as a program would."""
    known = json.loads(files[PACKAGE])["resources"] if PACKAGE in files else []
    told = {f"data/{one['path']}": one for one in known}
    made = [_download(path, text, told.get(path, {})) for path, text in files.items()]
    groups = (
        Group(say(title), tuple(one for one in made if one.path.endswith(ends))) for title, ends in _GROUPS.items()
    )
    return Data(
        tuple(group for group in groups if group.downloads),
        tuple(_keys()),
        tuple(FIELDS.items()) if "data/corrections.json" in files else (),
        tuple(CERTAINTY_WORDS.items()),
        tuple((operator, words or say("exactly")) for operator, words in OPERATOR_WORDS.items()),
    )


def _download(path: str, text: str, told: Mapping[str, Any]) -> Download:
    size = max(1, round(len(text.encode("utf-8")) / 1024))
    columns = tuple((one["name"], one["description"]) for one in told.get("schema", {}).get("fields", ()))
    about = say(told.get("description") or _OWN.get(path.rpartition("/")[2], "a download"))
    return Download(path, path.rpartition("/")[2], about, f"{size} KB", _rows(path, text), columns)


_OWN = {
    "datapackage.json": N_("the dictionary for machines: every file, every column with its type and meaning"),
    "SHA256SUMS": N_("to check that a copy is whole: sha256sum -c SHA256SUMS"),
}
"""What no package tells of: itself, and the sums made last."""


def _rows(path: str, text: str) -> str:
    if path.endswith(".csv"):
        count = sum(1 for _ in csv.reader(io.StringIO(text))) - 1
        return say_many("%(num)s row", "%(num)s rows", count) % {"num": count}
    if path.endswith(".atom"):
        count = text.count("<entry>")
        return say_many("%(num)s entry", "%(num)s entries", count) % {"num": count}
    counted = next((how for end, how in ROWS.items() if path.endswith(end)), None)
    if counted is None:
        return ""
    count = len(json.loads(text)[counted[0]])
    return say_many(counted[1], counted[2], count) % {"num": count}


def _keys() -> Iterable[tuple[str, str]]:
    """Each key of a fact with its meaning, as the model gives it."""
    for name, info in Fact.model_fields.items():
        yield info.alias or name, (info.description or "").replace("`", "")
    yield "source_label", say("who says so, in words, with who passed it on")
    yield "corrections", say("what was corrected, each with was and now; empty where nothing was")
