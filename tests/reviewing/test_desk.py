"""Marks of a reviewer in the files: one line each, and back."""

from __future__ import annotations

import difflib
from functools import partial
from pathlib import Path

import pytest

from onrecord.dossier import load_dossier
from onrecord.model import Refusal
from onrecord.pages import in_editor
from onrecord.pages.review import Live, version
from onrecord.reviewing import changes
from onrecord.reviewing.edits import find
from onrecord.reviewing.marks import Mark, Stale
from tests.reviewing.bridge import Town, lay


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return lay(tmp_path)


def shown(town: Town, record: str) -> str:
    """The version of a record that a page made now would show."""
    dossier, problems = load_dossier(town.folder, town.desk.root)
    assert dossier, problems
    found = find(dossier.files, record)
    assert found, record
    return version(found[1])


def confirm(town: Town, record: str, by: str = "jm") -> str:
    return confirmed(town, record, shown(town, record), by)


def confirmed(town: Town, record: str, seen: str, by: str = "jm") -> str:
    mark = Mark(by=by, on="2026-11-22")
    return town.desk.write(lambda dossier: changes.confirm(dossier, record, seen, mark), mark, try_first=False).said


def changed(before: str, after: str) -> list[str]:
    """The lines that went and came."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


@pytest.mark.parametrize("record", ["events/bridge-closed", "events/buses", "reactions/no-choice"])
def test_confirming_writes_one_line(town: Town, record: str) -> None:
    """Who and when; remarks, order and quotation marks stay, and no other file is touched."""
    before, name = town.all(), record.partition("/")[0]
    text = town.read(name)
    assert confirm(town, record) == f"{record.partition('/')[2]} confirmed"
    assert changed(text, town.read(name)) == ["+    reviewed: {by: jm, on: 2026-11-22}"]
    assert {n: data for n, data in town.all().items() if n != f"{name}.yaml"} == {
        n: data for n, data in before.items() if n != f"{name}.yaml"
    }


def test_an_actor_and_a_place_are_confirmed_like_a_fact(town: Town) -> None:
    """Also where a record stands on one line."""
    confirm(town, "actors/city")
    confirm(town, "places/moss")
    assert "    reviewed: {by: jm, on: 2026-11-22}\n  - id: ida-brandt" in town.read("actors")
    assert "{id: moss, name: the Moss, kind: river, reviewed: {by: jm, on: 2026-11-22}}" in town.read("places")


def test_undo_restores_the_bytes_one_change_after_the_other(town: Town) -> None:
    """The last one first; then there is nothing left."""
    first = town.all()
    confirm(town, "events/buses")
    second = town.all()
    confirm(town, "reactions/no-choice")
    assert town.desk.undo() == ("undone: no-choice confirmed", "reactions/no-choice")
    assert town.all() == second
    assert town.desk.undo() == ("undone: buses confirmed", "events/buses")
    assert town.all() == first
    assert town.desk.undo() == ("nothing to undo: nothing was written since the server started", "")


def test_undo_does_not_take_back_what_an_editor_wrote_since(town: Town) -> None:
    """It says where to do it instead."""
    confirm(town, "events/buses")
    path = town.folder / "events.yaml"
    path.write_text(town.read("events") + "# later\n", encoding="utf-8")
    before = town.all()
    with pytest.raises(Stale, match=r"^events\.yaml has changed since: undo it there$"):
        town.desk.undo()
    assert town.all() == before


def test_a_record_that_changed_since_the_page_showed_it_is_not_confirmed(town: Town) -> None:
    """A person confirms what they saw, not what stands there now."""
    seen = shown(town, "events/buses")
    path = town.folder / "events.yaml"
    path.write_text(town.read("events").replace("value: 40", "value: 14"), encoding="utf-8")
    before = town.all()
    with pytest.raises(Stale, match=r"^buses has changed in events\.yaml since this page showed it$"):
        confirmed(town, "events/buses", seen)
    assert town.all() == before


def test_a_change_elsewhere_in_the_file_is_kept_and_stands_in_nobodys_way(town: Town) -> None:
    """Only the record that is confirmed has to be as it was shown."""
    seen = shown(town, "events/buses")
    path = town.folder / "events.yaml"
    path.write_text(town.read("events").replace("# Our remarks", "# My remarks"), encoding="utf-8")
    text = town.read("events")
    confirmed(town, "events/buses", seen)
    assert changed(text, town.read("events")) == ["+    reviewed: {by: jm, on: 2026-11-22}"]


@pytest.mark.parametrize(
    "record", ["events/nobody", "nowhere/buses", "found/buses", "events/../actors/city", "../events/buses", "", "/"]
)
def test_what_is_no_record_is_not_written(town: Town, record: str) -> None:
    """A name is looked up among the records; it is never a path."""
    before = town.all()
    with pytest.raises(Stale, match="is no longer in the files"):
        confirmed(town, record, "00000000")
    assert town.all() == before


def test_a_fact_is_confirmed_once(town: Town) -> None:
    """The first reviewer stays."""
    confirm(town, "events/buses")
    with pytest.raises(Stale, match=r"^buses was already reviewed by jm on 2026-11-22$"):
        confirm(town, "events/buses", by="ab")


def test_nothing_is_written_into_files_that_cannot_be_read(town: Town) -> None:
    """The page shows what to mend; a write is refused with the same words."""
    seen = shown(town, "events/buses")
    (town.folder / "actors.yaml").write_text("actors:\n  - id: city\n    rolle: x\n", encoding="utf-8")
    before = town.all()
    with pytest.raises(Refusal, match="unknown key 'rolle'"):
        confirmed(town, "events/buses", seen)
    assert town.all() == before


def test_edit_links_of_the_page_lead_into_an_editor(town: Town) -> None:
    """Of facts, and of actors and places too; a page in a file keeps them to itself."""
    town.desk.dress = partial(in_editor, pattern="edit://{path}:{line}", root=town.desk.root)
    page = town.desk.page(Live("key", "nonce", "jm"))
    for name, line in (("events", 3), ("actors", 2), ("places", 2)):
        assert f'href="edit://{(town.folder / name).as_posix().lstrip("/")}.yaml:{line}"' in page
    assert "edit://" not in town.desk.page()
