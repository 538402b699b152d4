"""The reference page, the schemas and the empty dossier say what the loader does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from onrecord.dossier import check, load_dossier, new_files, write_files
from onrecord.dossier.reading.shapes import keys_of
from onrecord.dossier.reference import reference
from onrecord.dossier.schemas import FOLDER, json_schema, schema_texts
from onrecord.model import Fact, Files

ROOT = Path(__file__).parent.parent.parent


def test_the_reference_page_is_current() -> None:
    """`make docs` has been run since the model changed."""
    assert (ROOT / "docs" / "yaml.md").read_text(encoding="utf-8") == reference()


def test_the_schemas_are_current() -> None:
    """`make docs` has been run since the model changed."""
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")} == schema_texts()


@pytest.mark.parametrize("name", Files.model_fields)
def test_every_key_is_described(name: str) -> None:
    """An editor that completes a key also says what it means."""

    def undescribed(schema: Any) -> list[str]:
        if isinstance(schema, list):
            return [key for inner in schema for key in undescribed(inner)]
        if not isinstance(schema, dict):
            return []
        own = [key for key, value in schema.get("properties", {}).items() if not value.get("description")]
        return own + [key for part, inner in schema.items() if part != "allOf" for key in undescribed(inner)]

    assert undescribed(json_schema(name)) == []


def test_a_schema_lets_pass_what_the_loader_reads_as_text() -> None:
    """`name: 1979` is a name: the editor may not call it an error."""
    name = json_schema("actors")["definitions"]["Actor"]["properties"]["name"]
    assert name["type"] == ["string", "number", "boolean"]


def test_a_schema_uses_the_names_of_yaml() -> None:
    """`class`, not what Python calls it."""
    assert "class" in json_schema("military")["definitions"]["Equipment"]["required"]


def test_schemas_are_json() -> None:
    """Every schema file can be read by a schema reader."""
    assert all(json.loads(text)["type"] == "object" for text in schema_texts().values())


def test_the_first_line_of_a_file_leads_to_its_schema(tmp_path: Path) -> None:
    """From content/<slug>/ the path in the first line reaches the schema, offline."""
    text = new_files("A test")["events.yaml"]
    match = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert match
    assert (ROOT / "content" / "some-slug" / ".." / ".." / match[1].removeprefix("../../")).resolve().is_file()


def test_the_example_of_the_reference_loads(tmp_path: Path) -> None:
    """The whole fact of the page is one the loader takes."""
    example = re.findall(r"```yaml\n(.*?)```", reference(), re.DOTALL)[-1]
    briefing = "title: A test\nsources: [{id: wire}]\n"
    write_files(tmp_path, {"briefing.yaml": briefing, "events.yaml": example})
    problems = load_dossier(tmp_path, tmp_path)[1]
    assert problems == ()


def test_what_a_fact_says_comes_before_where_it_stands() -> None:
    """Keys are listed, written and offered in one order."""
    keys = list(keys_of(Fact))
    assert keys[:4] == ["id", "text", "source", "via"]
    assert keys[-5:] == ["at", "reviewed", "corrected", "kept", "settled"]


def test_an_empty_dossier_loads_without_problems(tmp_path: Path) -> None:
    """What `new` writes can be built at once."""
    write_files(tmp_path, new_files("A test: the port", published="2026-11-16"))
    dossier, problems = load_dossier(tmp_path, tmp_path)
    assert problems == ()
    assert dossier is not None
    assert dossier.briefing.title == "A test: the port"
    assert check(dossier) == ()


def test_the_examples_of_an_empty_dossier_load(tmp_path: Path) -> None:
    """Taking the comment marks away makes a dossier without problems."""
    files = {}
    for name, text in new_files("A test").items():
        head, _, body = text.rpartition("over it.\n")
        files[name] = f"{head}\n{re.sub('^# ', '', body, flags=re.MULTILINE)}"
    assert "Ana Ruiz" in files["actors.yaml"]
    write_files(tmp_path, files)
    dossier, problems = load_dossier(tmp_path, tmp_path)
    assert problems == ()
    assert dossier is not None
    assert check(dossier) == ()
    assert list(dossier.facts) == ["port-closes", "ana-ruiz-promises", "port-opened"]
