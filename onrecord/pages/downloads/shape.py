"""The shape of `briefing.json` as JSON Schema, from the model: every key with its meaning and what may stand there."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from onrecord.model import Files

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_LABEL = {"type": "string", "minLength": 1, "description": "who says so, in words, with who passed it on"}
_LABELS = {"type": "array", "items": _LABEL, "description": "who says the facts it rests on, each once"}
_WORDS = {"type": ["string", "null"]}


@cache
def briefing_schema() -> str:
    """The same for every briefing. A fact without the label of its source does not conform."""
    defs = {name: _open(shape) for name, shape in Files.model_json_schema(mode="serialization")["$defs"].items()}
    for name in ("Takeaway", "Gap", "Dispute", "Term"):
        _with(defs[name], source_labels=_LABELS)
    for name in ("Figure", "Toll", "Result", "Step"):
        _with(defs[name], source_label=_LABEL)
    page = {"type": "string", "description": "the file it lives in: events, military, reactions or background"}
    file = {**_WORDS, "description": "file and line where people edit it"}
    changes = {"type": "array", "items": {"type": "object"}, "description": "what was corrected, each with was and now"}
    _with(defs["Fact"], source_label=_LABEL, page=page, file=file, corrections=changes)
    schema = {
        "$schema": _DIALECT,
        "title": "A briefing of On Record",
        "description": "Facts of a news article; each says who says so and how sure it is.",
        "type": "object",
        "required": ["slug", "briefing", "facts"],
        "properties": {
            "$schema": {"type": "string", "description": "this schema"},
            "slug": {"type": "string", "description": "name of the briefing, in its address"},
            "briefing": {"$ref": "#/$defs/Briefing"},
            "facts": _list("Fact", "every fact, in reading order"),
            "actors": _list("Actor", "everyone who acts or speaks"),
            "places": _list("Place", "every place"),
            "equipment": _list("Equipment", "types of equipment"),
            "checks": {"type": "array", "items": _CHECK, "description": "whether figures agree with one another"},
        },
        "$defs": {name: shape for name, shape in sorted(defs.items()) if not name.endswith("File")},
    }
    return json.dumps(schema, ensure_ascii=False, separators=(",", ":")) + "\n"


_CHECK = {
    "type": "object",
    "required": ["claim", "result", "source_labels"],
    "properties": {
        "kind": {"type": "string", "description": "what was compared: rate, sum, distance, weekday, ..."},
        "claim": {"type": "string", "description": "what is compared, in a line"},
        "derivation": {
            "type": "array",
            "items": {"type": "string"},
            "description": "how it was worked out",
        },
        "result": {"enum": ["fits", "does not fit", "cannot be decided"]},
        "why": {**_WORDS, "description": "why it cannot be decided"},
        "facts": {"type": "array", "items": {"type": "string"}, "description": "ids of the facts it is about"},
        "places": {"type": "array", "items": {"type": "string"}, "description": "ids of the places used"},
        "source_labels": _LABELS,
    },
}


def _list(name: str, about: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}, "description": about}


def _with(shape: dict[str, Any], **keys: dict[str, Any]) -> None:
    """More keys, which are always there."""
    shape["properties"] |= keys
    shape["required"] = [*shape.get("required", ()), *keys]


def _open(shape: dict[str, Any]) -> dict[str, Any]:
    """A record's shape without what says nothing: titles made of its keys."""
    for key in shape.get("properties", {}).values():
        key.pop("title", None)
    return shape
