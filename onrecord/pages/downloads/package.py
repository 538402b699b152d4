"""What the downloads are, for machines: a data package of them (Frictionless), and their sums for `sha256sum -c`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from onrecord.model import Dossier, Publication

from ..credit import credit, credits_of
from ..words import N_
from .cells import Column, Sheet

PACKAGE, SUMS = "data/datapackage.json", "data/SHA256SUMS"
ABOUT: Mapping[str, tuple[str, str]] = {
    "data/briefing.json": (
        N_("everything the pages show, each fact with its source, certainty and place"),
        "application/json",
    ),
    "data/briefing.schema.json": (
        N_("the shape of briefing.json: every key with its meaning"),
        "application/schema+json",
    ),
    "data/places.geojson": (
        N_("pinned places and the movements between them, for maps"),
        "application/geo+json",
    ),
    "data/briefing.jsonld": (
        N_("claims, quotations, events, people and places as linked data"),
        "application/ld+json",
    ),
    "data/facts.atom": (N_("a feed of the facts, for feed readers"), "application/atom+xml"),
    "data/corrections.atom": (N_("a feed of corrections, for feed readers"), "application/atom+xml"),
    "data/corrections.json": (N_("every correction: was and now, why, who, when; wording apart"), "application/json"),
}
"""What each download that is no table is for, and its media type; of the package itself the page tells."""
_TABLE_SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def data_package(dossier: Dossier, sheets: Sequence[Sheet], files: Mapping[str, str]) -> str:
    """The package: a resource for each file, with size, sum and, for a table, all its columns."""
    tables = {sheet.path: sheet for sheet in sheets}
    resources = [_resource(path, text, tables.get(path)) for path, text in files.items()]
    package = {
        "$schema": _PROFILE,
        "name": dossier.slug,
        "title": dossier.briefing.title,
        "description": "Facts of a news article. Every row says who says so and how sure it is; none is vouched for. "
        f"From {credits_of(dossier)}.",
        "sources": [_source(one) for one in dossier.briefing.sources],
        "resources": resources,
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _source(source: Publication) -> dict[str, str]:
    return {"title": credit(source), **({"path": source.url} if source.url else {})}


def sums(files: Mapping[str, str]) -> str:
    """A line for each file, as `sha256sum` writes it in the folder of the downloads."""
    return "".join(f"{_sum(text)}  {_name(path)}\n" for path, text in sorted(files.items()))


def _sum(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()


def _name(path: str) -> str:
    return path.removeprefix("data/")


def _resource(path: str, text: str, sheet: Sheet | None) -> dict[str, Any]:
    name, _, form = _name(path).rpartition(".")
    about, kind = (sheet.about, "text/csv") if sheet else ABOUT[path]
    file = {
        "name": name if sheet else _name(path).replace(".", "-"),
        "path": _name(path),
        "description": about,
        "format": form,
        "mediatype": kind,
        "encoding": "utf-8",
        "bytes": len(text.encode("utf-8")),
        "hash": f"sha256:{_sum(text)}",
    }
    return {**file, "type": "table", "schema": _schema(sheet)} if sheet else file


def _schema(sheet: Sheet) -> dict[str, Any]:
    """The columns as Table Schema; what names a fact leads to the table of facts."""
    leads = {"fields": [sheet.facts], "reference": {"resource": "facts", "fields": ["id"]}}
    known: dict[str, Any] = {"$schema": _TABLE_SCHEMA, "fields": list(_fields(sheet.columns)), "missingValues": [""]}
    known |= {"primaryKey": list(sheet.key)} if sheet.key else {}
    return {**known, "foreignKeys": [leads]} if sheet.facts else known


def _fields(columns: Iterable[Column]) -> Iterable[dict[str, Any]]:
    for one in columns:
        bound: dict[str, Any] = {"required": True} if one.required else {}
        bound |= {"enum": list(one.allowed)} if one.allowed else {}
        told = {"name": one.name, "type": one.type, "description": one.meaning}
        yield {**told, "constraints": bound} if bound else told
