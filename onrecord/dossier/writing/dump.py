"""Records to YAML text and `found.yaml` back again: stable, so that two extractions differ only where they differ."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import yaml
from pydantic import ValidationError

from onrecord.model import Files, Findings, Found

from .core import data_of
from .emit import emit

HEADINGS: Mapping[str, str] = {
    "briefing": "Title, sources and overview of this briefing.",
    "actors": "Everyone who acts or speaks. A source is named by its id here.",
    "places": "Every place. Without sure coordinates it is listed, not pinned.",
    "events": "What happened: the facts of the timeline.",
    "military": "Military details: the facts, and the types of equipment they name.",
    "reactions": "Who says what about it.",
    "background": "What was known before.",
}
"""The line on top of each file."""

_FOUND_HEADING = "The last extraction the editor saw. Written by the program only: edit the other files."
_LISTS = frozenset(Findings.model_fields)


def dump_files(files: Files) -> dict[str, str]:
    """The text of each YAML file by its name; a file with nothing in it is left out, `briefing.yaml` never."""
    texts = {}
    for name in HEADINGS:
        data = getattr(files, name).as_yaml()
        if data or name == "briefing":
            texts[f"{name}.yaml"] = head(name) + emit(data)
    return texts


def head(name: str) -> str:
    """The first lines of a file: its schema, for editors that check while one types, and what it is."""
    return f"# yaml-language-server: $schema=../../onrecord/dossier/schema/{name}.json\n# {HEADINGS[name]}\n\n"


def dump_found(found: Found) -> str:
    """The text of `found.yaml`: findings one a line, then the files as first written."""
    data = found.as_yaml()
    order = ("extractor", "article", *Findings.model_fields, "decisions", "files")
    return f"# {_FOUND_HEADING}\n" + emit({key: data[key] for key in order if key in data}, compact=_LISTS)


@lru_cache(maxsize=8)
def load_found(text: str) -> Found:
    """What `dump_found` wrote. ValueError, in a few words, for anything else. The same text is read once."""
    try:
        return Found.model_validate(data_of(text))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise ValueError(f"no YAML at line {mark.line + 1}" if mark else "no YAML") from error
    except ValidationError as error:
        place = "/".join(str(step) for step in error.errors()[0]["loc"])
        others = f", and {error.error_count() - 1} more" if error.error_count() > 1 else ""
        raise ValueError(f"'{place}' does not fit{others}" if place else "it holds no keys") from error
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def as_data(value: Any) -> Any:
    """A record, a tuple of records or a plain value as YAML data."""
    if hasattr(value, "as_yaml"):
        return value.as_yaml()
    if isinstance(value, list | tuple):
        return [as_data(inner) for inner in value]
    return value
