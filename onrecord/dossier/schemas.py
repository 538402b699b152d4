"""JSON Schemas of the YAML files, made from the model: editors complete and check by them while one types.

The committed files under `schema/` are written by `write_schemas`; a test compares them with the model.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from onrecord.model import Files

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = Path(__file__).parent / "schema"


def json_schema(name: str) -> dict[str, Any]:
    """The schema of `NAME.yaml`.

    A text may stand without quotation marks whatever YAML takes it for, so the schema lets a number or true pass where
    the loader reads it as the text it is: `name: 1979`. A list that may be empty may also be left blank.
    """
    record = Files.model_fields[name].annotation
    assert isinstance(record, type)
    schema = _as_written(record.model_json_schema(by_alias=True))
    return {"$schema": _DIALECT, **schema, "title": f"{name}.yaml"}


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
    if kept.get("type") == "string" and "enum" not in kept and "const" not in kept:
        kept["type"] = ["string", "number", "boolean"]
    if kept.get("type") == "array" and "minItems" not in kept:
        kept["type"] = ["array", "null"]
    return kept
