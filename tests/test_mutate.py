"""`python build.py mutate SLUG`: which damage do the checks let through?"""

from __future__ import annotations

import io
import shutil
from functools import partial
from pathlib import Path

import pytest

import build as verbs
from onrecord import cli
from onrecord.house import House

SOUND = Path(__file__).parent / "invalid" / "bound-lost"


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A house with one sound dossier and its article."""
    folder = tmp_path / "content" / "mill"
    shutil.copytree(SOUND, folder)
    (folder / "expected.txt").unlink()
    events = (folder / "events.yaml").read_text(encoding="utf-8")
    mended = events.replace("Twelve people", "At least 12 people").replace("people}]", 'people, operator: ">="}]')
    (folder / "events.yaml").write_text(mended, encoding="utf-8")
    return House(tmp_path)


def call(house: House, *arguments: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = cli.run({"mutate": partial(verbs.damage, house)}, ["mutate", *arguments], out, err)
    return code, out.getvalue(), err.getvalue()


def test_a_table_of_what_was_made_and_caught(house: House) -> None:
    """A line for each kind of damage, and the sum."""
    code, said, _ = call(house, "mill")
    assert code == cli.DONE
    lines = said.splitlines()
    assert "operator dropped" in [line.partition("  ")[0] for line in lines]
    assert lines[-1].split()[0] == "all"


def test_count_and_list(house: House) -> None:
    """As many as asked for; what got through is listed behind the table."""
    _, short, _ = call(house, "mill", "--count", "3")
    assert short.splitlines()[-1].split()[1] == "3"
    _, table, _ = call(house, "mill")
    _, listed, _ = call(house, "mill", "--list")
    assert listed.startswith(table)


def test_nothing_is_written(house: House) -> None:
    """The damage is done in memory."""
    before = {path: path.read_bytes() for path in house.root.rglob("*") if path.is_file()}
    call(house, "mill")
    assert {path: path.read_bytes() for path in house.root.rglob("*") if path.is_file()} == before


def test_without_the_article_there_is_nothing_to_compare(house: House) -> None:
    """The message says where the article belongs."""
    (house.dossier("mill") / "article.txt").unlink()
    code, _, complained = call(house, "mill")
    assert code == cli.PROBLEMS
    assert complained.startswith("content/mill: the article is not at hand\n  lay it into sources/\n")


def test_a_dossier_that_does_not_load_is_explained(house: House) -> None:
    """Its problems are told as `check` tells them."""
    (house.dossier("mill") / "actors.yaml").write_text("actors:\n  - id: police\n", encoding="utf-8")
    code, _, complained = call(house, "mill")
    assert code == cli.PROBLEMS
    assert "content/mill/actors.yaml:2:5: 'name' is missing" in complained
