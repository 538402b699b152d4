"""Clashes settled in the page: as a person would write it in the YAML, and no other line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from onrecord.dossier import dump_found, load_dossier
from onrecord.dossier.merging.remembering import open_clashes
from onrecord.model import Clash, Decisions, Found, Taken
from onrecord.pages.review import Live
from onrecord.reviewing import Reviewer
from onrecord.reviewing.answers import answer
from tests.reviewing.bridge import BRIEFING, Town, lay
from tests.reviewing.test_desk import changed

TEXT = Clash(
    kind="fact",
    record="buses",
    field="text",
    base="Buses go.",
    yours="About 40 buses take another way.",
    new="About 40 buses go another way.",
)
HEDGE = Clash(kind="fact", record="buses", field="hedge", base="some", yours="about", new=None)
GONE = Clash(kind="fact", record="no-choice", base="The city had no choice.", yours="The city had no choice.")
LEFT_OUT = Clash(kind="fact", record="no-choice-either", new="They had none either.")
TITLE = Clash(kind="briefing", record="briefing", field="title", base="A bridge", yours="Bridge", new="The bridge")
ROLE = Clash(kind="actor", record="ida-brandt", field="kind", base="group", yours="person", new="government")


def with_clashes(root: Path, *clashes: Clash) -> Town:
    """The dossier after an extraction that met a person's changes."""
    town = lay(root)
    dossier, problems = load_dossier(town.folder, root)
    assert dossier, problems
    taken = Taken(sha256="0" * 64, words=20)
    found = Found(article=taken, extractor="x 1", decisions=Decisions(clashes=clashes), files=dossier.files)
    (town.folder / "found.yaml").write_text(dump_found(found), encoding="utf-8")
    return town


def left(town: Town) -> list[str | None]:
    """The records about which a clash is open."""
    dossier, problems = load_dossier(town.folder, town.desk.root)
    assert dossier, problems
    assert dossier.found
    return [clash.record for clash in open_clashes(dossier.found.decisions, dossier.files)]


def settle(town: Town, take: str, version: str = "") -> dict[str, Any]:
    """Settle the first clash that the page shows."""
    page = town.desk.page(Live("key", "nonce", "jm"))
    found = re.search('data-clash="([0-9a-f]+)"', page)
    shown = version or (found[1] if found else "")
    values = {"version": shown, "take": take}
    return dict(answer("/settle", values, desk=town.desk, reviewer=Reviewer(town.folder / "n", "jm")).values)


@pytest.mark.parametrize(
    ("clash", "take", "file", "lines", "said"),
    [
        (TEXT, "mine", "events", ["+    kept: [text]"], "buses, text: yours stays"),
        (
            TEXT,
            "new",
            "events",
            ['-    text: "About 40 buses take another way."', '+    text: "About 40 buses go another way."'],
            "buses, text: the new value is taken",
        ),
        (HEDGE, "mine", "events", ["+    kept: [hedge]"], "buses, hedge: yours stays"),
        (GONE, "mine", "reactions", ["+    kept: [record]"], "no-choice: yours stays"),
        (LEFT_OUT, "mine", "briefing", ["+kept: [no-choice-either]"], "no-choice-either: yours stays"),
        (TITLE, "mine", "briefing", ["+kept: [title]"], "briefing, title: yours stays"),
        (
            TITLE,
            "new",
            "briefing",
            ["-title: Bridge", "+title: The bridge"],
            "briefing, title: the new value is taken",
        ),
        (ROLE, "mine", "actors", ["+    kept: [kind]"], "ida-brandt, kind: yours stays"),
        (
            ROLE,
            "new",
            "actors",
            ["-    kind: person", "+    kind: government"],
            "ida-brandt, kind: the new value is taken",
        ),
    ],
)
def test_a_clash_is_settled_in_the_yaml(
    tmp_path: Path, clash: Clash, take: str, file: str, lines: list[str], said: str
) -> None:
    """The mark or the new value, then the clash is no longer open; undo opens it again."""
    town = with_clashes(tmp_path, clash)
    before, text = town.all(), town.read(file)
    told = settle(town, take)
    assert told["said"] == said, told
    assert changed(text, town.read(file)) == lines
    assert left(town) == []
    assert {n for n, data in town.all().items() if before[n] != data} == {f"{file}.yaml"}
    answer("/undo", {}, desk=town.desk, reviewer=Reviewer(town.folder / "n", "jm"))
    assert town.all() == before


def test_a_new_value_that_is_doubted_is_told_first(tmp_path: Path) -> None:
    """As for any other change; it can be insisted on."""
    town = with_clashes(tmp_path, TEXT.model_copy(update={"new": "About 60 buses go another way."}))
    before = town.all()
    told = settle(town, "new")
    assert told["here"][0]["message"] == "'60': no such number where it stands"
    assert not told["sure"]
    assert town.all() == before


def test_what_is_no_longer_found_can_be_removed(tmp_path: Path) -> None:
    """As if a person had removed it."""
    town = with_clashes(tmp_path, GONE)
    assert settle(town, "new")["said"] == "no-choice: removed"
    assert "no-choice" not in town.read("reactions")
    assert left(town) == []


def test_a_reviewed_record_that_takes_the_new_value_is_vouched_for_by_who_decides(tmp_path: Path) -> None:
    """Not by who saw the old one."""
    town = with_clashes(tmp_path, ROLE)
    path = town.folder / "actors.yaml"
    text = town.read("actors").replace("kind: person\n", "kind: person\n    reviewed: {by: ab, on: 2026-01-01}\n")
    path.write_text(text, encoding="utf-8")
    assert settle(town, "new")["done"]
    assert "reviewed: {by: jm, on: 2026-11-22}" in town.read("actors")


def test_a_settled_clash_is_not_settled_twice(tmp_path: Path) -> None:
    """A second click, or a second window, changes nothing."""
    town = with_clashes(tmp_path, HEDGE)
    shown = re.findall('data-clash="([0-9a-f]+)"', town.desk.page(Live("key", "nonce", "jm")))
    assert len(set(shown)) == 1
    assert settle(town, "mine")["done"]
    before = town.all()
    told = settle(town, "new", shown[0])
    assert told["said"].startswith("this clash is settled already")
    assert town.all() == before


@pytest.mark.parametrize(("clash", "take"), [(LEFT_OUT, "new"), (TEXT, "both"), (TEXT, "")])
def test_what_cannot_be_settled_so_is_refused(tmp_path: Path, clash: Clash, take: str) -> None:
    """What was left out has to be added by hand: only its line is known."""
    town = with_clashes(tmp_path, clash)
    before = town.all()
    assert settle(town, take)["said"] == "this clash cannot be settled so; nothing was written"
    assert town.all() == before


def test_a_clash_stands_on_top_and_beside_its_fact(tmp_path: Path) -> None:
    """With all three values, and buttons only where the page can write."""
    town = with_clashes(tmp_path, HEDGE, TITLE)
    page = town.desk.page(Live("key", "nonce", "jm"))
    assert page.count("<strong>hedge of buses</strong>") == 2
    assert page.count("<strong>title of briefing</strong>") == 1
    for words in ("<dd>some</dd>", "<dd>about</dd>", "<dd>not given</dd>", "2 clashes to settle", "Take the new one"):
        assert words in page
    assert "data-settle" not in town.desk.page()


def test_why_a_found_record_was_removed_stands_in_the_briefing(tmp_path: Path) -> None:
    """With who and when; undo takes both back at once."""
    town = with_clashes(tmp_path)
    before, reviewer = town.all(), Reviewer(town.folder / "n", "jm")
    shown = re.search('data-record="reactions/no-choice" data-version="([0-9a-f]+)"', town.desk.page())
    assert shown
    values = {"record": "reactions/no-choice", "version": shown[1], "why": " It is an opinion. "}
    told = dict(answer("/reject", values, desk=town.desk, reviewer=reviewer).values)
    assert told["said"] == "no-choice removed", told
    assert changed(BRIEFING, town.read("briefing")) == [
        "+rejected:",
        "+  - id: no-choice",
        "+    why: It is an opinion.",
        "+    by: jm",
        "+    on: 2026-11-22",
    ]
    answer("/undo", {}, desk=town.desk, reviewer=reviewer)
    assert town.all() == before
