"""The ledger knows what has changed since the last build, and a build does only that."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import build as flow
from onrecord.dossier import load_dossier
from onrecord.house import House
from onrecord.ledger import Ledger, changed, idle, inputs
from onrecord.report import Report

ROOT = Path(__file__).parent.parent
PORT = """title: The port
sources:
  - id: wire
    rights: own
    published: 2026-11-16
summary:
  - text: The port closed.
    facts: [closed]
"""
EVENTS = "facts:\n  - id: closed\n    text: The port closed.\n    source: article\n    certainty: asserted\n"


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A project of two briefings, built once, a while ago."""
    for name in ("templates", "mkdocs.yml"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, tmp_path / name)
    for slug in ("ferry", "port"):
        folder = tmp_path / "content" / slug
        folder.mkdir(parents=True)
        (folder / "briefing.yaml").write_text(PORT)
        (folder / "events.yaml").write_text(EVENTS)
    for path in tmp_path.rglob("*"):
        os.utime(path, (1, 1))
    house = House(tmp_path)
    assert flow.build(house).problems == ()
    return house


def built(report: Report) -> str:
    """What a build says it built."""
    assert report.problems == ()
    return report.lines[-1].removeprefix("built anew: ")


def todo(house: House) -> set[str]:
    known = Ledger.read(house.ledger)
    return changed(house.root, known, inputs(house.root, known))


def test_a_second_build_has_nothing_to_do_and_says_the_same(house: House) -> None:
    """The lines of the first build are kept with what it was made from."""
    assert idle(house.root, []) == [
        "ferry: 5 pages, rights unchecked: the article is not at hand",
        "port: 5 pages, rights unchecked: the article is not at hand",
        "built anew: nothing",
    ]


@pytest.mark.parametrize("arguments", [["check"], ["build", "--help"], ["serve"]])
def test_only_a_plain_build_may_be_left_out(house: House, arguments: list[str]) -> None:
    """Every other verb has something to do."""
    assert idle(house.root, arguments) == []


CHANGES: dict[str, Callable[[Path], object]] = {
    "a value": lambda root: (root / "content/port/events.yaml").write_text(EVENTS.replace("closed.", "opened.")),
    "a value of the same length and time": lambda root: _same_time(root / "content/port/events.yaml"),
    "a file more": lambda root: (root / "content/port/background.yaml").write_text("facts: []\n"),
    "a file less": lambda root: (root / "content/port/events.yaml").unlink(),
    "the article beside it": lambda root: (root / "content/port/article.txt").write_text("The port closed.\n"),
    "a published page": lambda root: (root / "public/port/index.html").write_text("gone"),
    "a published file less": lambda root: (root / "public/port/timeline.html").unlink(),
    "a published file more": lambda root: (root / "public/port/stray.html").write_text("?"),
}


def _same_time(path: Path) -> None:
    before = path.stat()
    path.write_text(EVENTS.replace("closed.", "opened."))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_to_one_briefing_is_a_change_to_no_other(house: House, change: str) -> None:
    """And it is never taken for none."""
    CHANGES[change](house.root)
    assert idle(house.root, []) == []
    assert todo(house) == {"port"}


def test_only_the_changed_briefing_is_opened_and_built(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one is not even loaded, and its pages stay the very files they were."""
    loaded: list[str] = []

    def load(folder: Path, root: Path) -> object:
        loaded.append(folder.name)
        return load_dossier(folder, root)

    monkeypatch.setattr("onrecord.opening.load_dossier", load)
    before = (house.public / "ferry" / "index.html").stat()
    (house.content / "port" / "events.yaml").write_text(EVENTS.replace("closed.", "was shut."))
    assert built(flow.build(house)) == "port"
    assert loaded == ["port"]
    assert (house.public / "ferry" / "index.html").stat() == before
    assert "was shut." in (house.public / "port" / "timeline.html").read_text()
    assert idle(house.root, [])


def test_a_part_of_a_page_concerns_every_briefing(house: House) -> None:
    """A template is shared: both are rendered, and built where that makes a difference."""
    part = house.templates / "pages" / "about.md"
    part.write_text(part.read_text() + "\nMore about it.\n")
    assert todo(house) == {"ferry", "port"}
    assert built(flow.build(house)) == "ferry, port"


def test_a_style_sheet_concerns_every_briefing(house: House) -> None:
    """The theme is shared too."""
    sheet = house.templates / "style" / "10-ground.css"
    sheet.write_text(sheet.read_text() + ".new { color: red; }\n")
    assert built(flow.build(house)) == "ferry, port"


def test_a_file_that_was_only_touched_costs_a_look(house: House) -> None:
    """Another time, the same content: nothing to do."""
    (house.content / "port" / "events.yaml").touch()
    assert todo(house) == set()
    assert idle(house.root, [])


def test_what_was_published_by_mistake_is_put_right(house: House) -> None:
    """A page that somebody changed is as it was after the next build."""
    page = house.public / "port" / "index.html"
    right = page.read_bytes()
    page.write_text("gone")
    flow.build(house)
    assert page.read_bytes() == right


def test_a_commit_concerns_briefings_that_ask_git_who_and_when(house: House) -> None:
    """The others say it themselves, or have nothing to say."""
    known = Ledger.read(house.ledger)
    known.entries["port"] = replace(known.entries["port"], dated=True)
    known.write(house.ledger)
    assert idle(house.root, [])
    (house.root / ".git").mkdir()
    (house.root / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    assert todo(house) == {"port"}


def test_a_removed_briefing_leaves_the_site(house: House) -> None:
    """Its pages go, and the front page no longer lists it."""
    shutil.rmtree(house.content / "port")
    assert idle(house.root, []) == []
    assert built(flow.build(house)) == "nothing"
    assert not (house.public / "port").exists()
    assert "port/index.html" not in (house.public / "index.html").read_text()


def test_a_problem_is_told_again_until_it_is_mended(house: House) -> None:
    """A build that published nothing leaves the ledger as it was."""
    path = house.content / "port" / "events.yaml"
    path.write_text(EVENTS.replace("source: article", "source: artcle"))
    assert flow.build(house).problems
    assert flow.build(house).problems
    assert idle(house.root, []) == []
    path.write_text(EVENTS)
    assert idle(house.root, [])


def test_a_broken_ledger_is_as_good_as_none(house: House) -> None:
    """Whatever stands there: everything is built."""
    for text in ("", "{}", "[1]", json.dumps({"at": 1, "common": "", "entries": {"x": {}}, "files": {}, "public": {}})):
        house.ledger.write_text(text)
        assert todo(house) == {"ferry", "port"}


def test_an_idle_build_imports_no_library() -> None:
    """Not even the model: the parts are imported when there is something to do."""
    code = (
        "import sys, runpy; sys.path.insert(0, '.'); from onrecord import ledger;"
        "ledger.idle = lambda root, arguments: ['as before'];"
        "sys.argv = ['build.py']\n"
        "try: runpy.run_path('build.py', run_name='__main__')\n"
        "except SystemExit: pass\n"
        "print(sorted({'pydantic', 'mkdocs', 'jinja2', 'yaml', 'spacy', 'watchdog'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "as before\n[]\n"
