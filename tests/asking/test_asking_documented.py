"""What docs/asking.md shows is what the program answers."""

from __future__ import annotations

import io
import re
import shlex
from functools import partial
from pathlib import Path

import pytest

import build as verbs
from onrecord import cli
from onrecord.site import edit_pattern
from tests.asking import harbour

TEXT = (harbour.ROOT / "docs" / "asking.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```console\n\$ python build\.py (.*?)\n(.*?)```", TEXT, re.DOTALL)


def test_the_page_shows_every_verb() -> None:
    """An example of each, found by the pattern of this test."""
    assert {command.split()[0] for command, _ in SHOWN} == {"explain", "what-if", "new"}


@pytest.mark.parametrize(("command", "answer"), SHOWN, ids=[command for command, _ in SHOWN])
def test_an_answer_is_as_shown(tmp_path: Path, command: str, answer: str) -> None:
    """Line by line and in this order; an ellipsis stands for lines, or the rest of one, that are left out."""
    house, out = harbour.lay(tmp_path), io.StringIO()
    cli.run({name: partial(verb, house) for name, verb in verbs.VERBS.items()}, shlex.split(command), out, out)
    lines = "".join(".*" if line == "…\n" else _pattern(line) for line in answer.splitlines(keepends=True))
    assert re.fullmatch(lines + r"(\d problems?; .*\n)?", out.getvalue(), re.DOTALL), out.getvalue()


def _pattern(line: str) -> str:
    return re.escape(line) if not line.endswith("…\n") else re.escape(line[:-2]) + "[^\n]*\n"


def test_every_value_of_the_table_can_be_tried(tmp_path: Path) -> None:
    """No row shows what would be refused."""
    house = harbour.lay(tmp_path)
    places = house.dossier("harbour") / "places.yaml"
    places.write_text(harbour.PLACES + "  - {id: quay, name: the quay, kind: other}\n", encoding="utf-8")
    rows = re.findall(r"^\| [a-z].*? \| (.*) \|$", TEXT.partition("| to try")[2], re.MULTILINE)
    tried = [
        shlex.split(value)[0] if '"' in value else value
        for row in rows
        for value in re.findall(r"`([^`]+=[^`]*)`", row)
    ]
    assert len(tried) >= 8
    for value in tried:
        if not value.endswith("..."):
            verbs.what_if(house, changes=[value])


def test_the_settings_shown_name_a_repository(tmp_path: Path) -> None:
    """They give an address with a line."""
    settings = re.search(r"  ```yaml\n(.*?)  ```", TEXT, re.DOTALL)
    assert settings
    config = tmp_path / "mkdocs.yml"
    config.write_text(settings[1].replace("  repo_url", "repo_url").replace("  edit", "edit"), encoding="utf-8")
    assert edit_pattern(config) == "https://codeberg.org/ana/news/src/branch/main/{file}#L{line}"
