"""JSON Schemas of the YAML files, made from the model: editors complete, explain and check by them while one types.

The committed files under `schema/` are written by `write_schemas`; a test compares them with the model. They are draft
7, the newest that the language server behind most editors promises to read whole; nothing of ours needs a newer one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from onrecord.model import Files, Record
from onrecord.model.fact import CERTAINTY_WORDS
from onrecord.model.quantity import OPERATOR_WORDS

from .conditions import CONDITIONS
from .reading.shapes import Choice, Group, Key, Number, Several, Shape, keys_of
from .reading.wording import FORMS
from .writing.dump import HEADINGS

_DIALECT = "http://json-schema.org/draft-07/schema#"
_NOTHING = {"not": {"type": ["string", "number", "boolean", "array", "object"]}}
"""Null, said so that no menu offers it."""
FOLDER = Path(__file__).parent / "schema"
_WORDS = [CERTAINTY_WORDS, OPERATOR_WORDS | {"=": "exactly"}]


def json_schema(name: str) -> dict[str, Any]:
    """The schema of `NAME.yaml`.

    A text may stand without quotation marks whatever YAML takes it for, so the schema lets a number or true pass where
    the loader reads it as the text it is: `name: 1979`. A list that may be empty may also be left blank.
    """
    record = Files.model_fields[name].annotation
    assert isinstance(record, type)
    schema = _as_written(record.model_json_schema(by_alias=True, ref_template="#/definitions/{model}"))
    definitions = {kind: _ordered(inner) for kind, inner in schema.pop("$defs", {}).items()}
    for kind, snippet in _snippets(record).items():
        definitions[kind]["defaultSnippets"] = [snippet]
    for kind in CONDITIONS.keys() & definitions.keys():
        definitions[kind] |= CONDITIONS[kind]
    schema.pop("markdownDescription", None)
    head = {"$schema": _DIALECT, "title": f"{name}.yaml"}
    return {**head, **_ordered(schema | {"description": HEADINGS[name]}), "definitions": definitions}


def schema_texts() -> dict[str, str]:
    """The text of each schema file by its name."""
    schemas = {name: json_schema(name) for name in Files.model_fields}
    return {f"{name}.json": json.dumps(schema, indent=1, ensure_ascii=False) + "\n" for name, schema in schemas.items()}


def write_schemas(folder: Path = FOLDER) -> None:
    """Write every schema into `folder`."""
    folder.mkdir(exist_ok=True)
    for name, text in schema_texts().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _as_written(schema: Any) -> Any:
    """The model's schema for values as YAML holds them, without the titles that only repeat the keys."""
    if isinstance(schema, list):
        return [_as_written(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _as_written(value) for key, value in schema.items() if key != "title" or isinstance(value, dict)}
    if kept.get("default", True) in (None, [], {}):
        kept.pop("default", None)
    if "prefixItems" in kept:
        kept["items"] = kept.pop("prefixItems")
    if "$ref" in kept and len(kept) > 1:  # beside a reference draft 7 reads nothing
        kept["allOf"] = [{"$ref": kept.pop("$ref")}]
    if kept.get("type") == "string" and "enum" in kept:
        kept |= _explained(kept["enum"])
        kept = _with_tilde(kept) if "~" in kept["enum"] else kept
    elif kept.get("type") == "string" and "const" not in kept:
        kept["type"] = ["string", "number", "boolean"]
    if form := FORMS.get(kept.get("pattern", "")):
        kept["patternErrorMessage"] = f"this {form[0]}: {form[1]}"
    if kept.get("type") == "array" and "minItems" not in kept:
        kept["type"] = ["array", "null"]
    return kept | _marked(kept.get("description"))


def _explained(allowed: list[str]) -> dict[str, Any]:
    """What each word of a choice means, for the editor's menu."""
    words = next((words for words in _WORDS if set(words) == set(allowed)), None)
    return {"enumDescriptions": [words[one] for one in allowed]} if words else {}


def _with_tilde(choice: dict[str, Any]) -> dict[str, Any]:
    """A choice that has `~`, which is nothing to YAML and a word to the loader."""
    parts = ("type", "enum", "enumDescriptions")
    rest = {key: value for key, value in choice.items() if key not in parts}
    return rest | {"anyOf": [{key: choice[key] for key in parts}, _NOTHING]}


def _marked(description: Any) -> dict[str, str]:
    return {"markdownDescription": description} if isinstance(description, str) and "`" in description else {}


def _ordered(schema: dict[str, Any]) -> dict[str, Any]:
    """A record with its meaning first."""
    first = ("description", "type", "additionalProperties", "required")
    return {key: schema[key] for key in first if key in schema} | schema


def _snippets(file: type[Record]) -> Mapping[str, dict[str, Any]]:
    """What an editor lays down for a new record of each list of a file: the keys it needs, with places to fill."""
    records = (_record_of(key.shape) for key in keys_of(file).values())
    return {record.__name__: _snippet(record) for record in records if record}


def _record_of(shape: Shape) -> type[Record] | None:
    return shape.of.record if isinstance(shape, Several) and isinstance(shape.of, Group) else None


def _snippet(record: type[Record]) -> dict[str, Any]:
    needed = [key for key in keys_of(record).values() if key.required]
    body = {key.name: _place(key, number) for number, key in enumerate(needed, start=1)}
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", record.__name__).lower()
    return {"label": f"new {words}", "description": (record.__doc__ or "").partition("\n")[0], "body": body}


def _place(key: Key, number: int) -> Any:
    """A place to fill, as snippets write it: with a menu, or with what belongs there."""
    match key.shape:
        case Choice(allowed):
            return f"${{{number}|{','.join(allowed)}|}}"
        case Several():
            return [f"${{{number}:id}}"]
        case Number():
            return f"${{{number}:0}}"
    example = (key.field.examples or [key.name])[0]
    return f"${{{number}:{example}}}"
