"""Who and when come from the record first, then from git, otherwise from nowhere."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.history import History
from onrecord.model import Correction, Position

FILE = "content/port/events.yaml"
FOUND = "facts:\n  - id: closed\n    text: The port closed.\n  - id: ghost\n    text: A ghost was seen.\n"
CORRECTED = FOUND.replace("closed.", "was shut.")
CHANGE = Correction("correction", "events", "closed", "text", "a", "b", of="fact", written=Position(FILE, 3, 5))
REMOVAL = Correction("rejection", "events", "ghost", None, "A ghost was seen.", None, of="fact")

Commit = Callable[..., None]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in a repository of its own, whatever the machine's settings."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for name in ("GIT_AUTHOR_NAME", "GIT_DIR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / FILE).parent.mkdir(parents=True)
    return tmp_path


@pytest.fixture
def commit(project: Path) -> Commit:
    """Write the file and commit it as somebody, on a day."""
    _git(project, "init", "-q")
    _git(project, "config", "user.name", "Ana at Work")
    _git(project, "config", "user.email", "a@example.org")

    def made(text: str, by: str, on: str) -> None:
        (project / FILE).write_text(text, encoding="utf-8")
        _git(project, "add", "-A")
        _git(project, "commit", "-q", "-m", "x", f"--author={by} <x@example.org>", f"--date={on}")

    return made


def _git(root: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=root, check=True, capture_output=True)


def explained(root: Path, *corrections: Correction) -> list[tuple[str | None, str | None]]:
    made = History(root, root / "build" / ".history.json").explained(corrections, "content/port")
    return [(one.by, one.on) for one in made]


def test_a_committed_change_bears_its_author_and_day(project: Path, commit: Commit) -> None:
    """The line of the change tells, not the line above it; the day is that of the author's clock."""
    commit(FOUND, "Machine", "2026-11-01T10:00:00+00:00")
    commit(CORRECTED, "Jana Horvat", "2026-11-20T23:30:00-0500")
    assert explained(project, CHANGE) == [("Jana Horvat", "2026-11-20")]


def test_a_change_that_is_not_committed_has_a_name_and_no_day(project: Path, commit: Commit) -> None:
    """Whoever is at work is asked of git's settings; lines around it keep their authors."""
    commit(FOUND, "Machine", "2026-11-01T10:00:00+00:00")
    (project / FILE).write_text(CORRECTED, encoding="utf-8")
    above = Correction("addition", "events", "closed", None, None, "b", of="fact", written=Position(FILE, 2, 5))
    assert explained(project, CHANGE, above) == [("Machine", "2026-11-01"), ("Ana at Work", None)]


def test_what_the_record_says_comes_first(project: Path, commit: Commit) -> None:
    """`by` and `on` stand; the one that is missing is asked for."""
    commit(CORRECTED, "Jana Horvat", "2026-11-20T10:00:00+00:00")
    said = Correction("correction", "events", "closed", "text", "a", "b", by="jm", written=Position(FILE, 3, 5))
    whole = Correction("correction", "events", "closed", "text", "a", "b", by="mk", on="2026-11-09")
    assert explained(project, said, whole) == [("jm", "2026-11-20"), ("mk", "2026-11-09")]


def test_a_removed_record_bears_who_removed_it(project: Path, commit: Commit) -> None:
    """The last commit that took its id out, not one that changed a line of it."""
    commit(FOUND, "Machine", "2026-11-01T10:00:00+00:00")
    commit(FOUND.split("  - id: ghost")[0], "Jana Horvat", "2026-11-20T10:00:00+00:00")
    commit(CORRECTED.split("  - id: ghost")[0], "Mira Kos", "2026-11-21T10:00:00+00:00")
    assert explained(project, REMOVAL) == [("Jana Horvat", "2026-11-20")]


def test_a_record_removed_a_moment_ago_has_a_name_and_no_day(project: Path, commit: Commit) -> None:
    """It still stands in the last commit."""
    commit(FOUND, "Machine", "2026-11-01T10:00:00+00:00")
    (project / FILE).write_text(FOUND.split("  - id: ghost")[0], encoding="utf-8")
    assert explained(project, REMOVAL) == [("Ana at Work", None)]


def test_newest_first_also_by_the_days_that_git_knows(project: Path, commit: Commit) -> None:
    """A day from git counts like one from the record."""
    commit(CORRECTED, "Jana Horvat", "2026-11-20T10:00:00+00:00")
    days = [
        Correction("correction", "events", day, "text", "a", "b", by="x", on=day)
        for day in ("2026-11-21", "2026-11-19")
    ]
    assert [on for _, on in explained(project, *days, CHANGE)] == ["2026-11-21", "2026-11-20", "2026-11-19"]


def test_without_a_repository_nothing_is_known(project: Path) -> None:
    """Neither a name nor a day, and no error."""
    (project / FILE).write_text(CORRECTED, encoding="utf-8")
    assert explained(project, CHANGE, REMOVAL) == [(None, None), (None, None)]


def test_without_git_nothing_is_known(project: Path, commit: Commit, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine may have no git."""
    commit(CORRECTED, "Jana Horvat", "2026-11-20T10:00:00+00:00")
    monkeypatch.setenv("PATH", str(project))
    assert explained(project, CHANGE) == [(None, None)]


def test_a_file_that_git_does_not_know_is_of_whoever_is_at_work(project: Path, commit: Commit) -> None:
    """A new dossier, not yet committed."""
    commit(FOUND, "Machine", "2026-11-01T10:00:00+00:00")
    (project / "content/port/military.yaml").write_text(CORRECTED, encoding="utf-8")
    new = Correction(
        "correction", "military", "x", "text", "a", "b", written=Position("content/port/military.yaml", 3, 5)
    )
    assert explained(project, new) == [("Ana at Work", None)]


def test_git_is_asked_once_for_each_commit(project: Path, commit: Commit, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run asks which commit it is, and no more; a commit elsewhere changes no answer."""
    commit(CORRECTED, "Jana Horvat", "2026-11-20T10:00:00+00:00")
    asked: list[str] = []
    ask = History._git

    def asking(self: History, *words: str) -> str | None:
        asked.append(words[0])
        return ask(self, *words)

    monkeypatch.setattr(History, "_git", asking)
    assert explained(project, CHANGE) == explained(project, CHANGE)
    assert asked == ["rev-parse", "blame", "rev-parse"]
    asked.clear()
    (project / "other.txt").write_text("x", encoding="utf-8")
    commit(CORRECTED, "Mira Kos", "2026-11-22T10:00:00+00:00")
    assert explained(project, CHANGE) == [("Jana Horvat", "2026-11-20")]
    assert asked == ["rev-parse", "log"]


def test_history_written_anew_is_asked_for_anew(project: Path, commit: Commit) -> None:
    """An answer about a commit that is no longer there is forgotten."""
    commit(FOUND, "Machine", "2026-11-01T10:00:00+00:00")
    commit(CORRECTED, "Jana Horvat", "2026-11-20T10:00:00+00:00")
    explained(project, CHANGE)
    _git(project, "commit", "-q", "--amend", "--no-edit", "--author=Mira Kos <x@example.org>")
    assert explained(project, CHANGE) == [("Mira Kos", "2026-11-20")]


def test_nothing_is_asked_where_all_is_told(project: Path, commit: Commit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Most corrections say who and when; an update of the article has no author."""
    commit(FOUND, "Machine", "2026-11-01T10:00:00+00:00")
    monkeypatch.setattr(History, "_git", lambda self, *words: pytest.fail("git was asked"))
    update = Correction("update", "events", "x", "text", "a", "b", on="2026-11-08")
    told = Correction("correction", "events", "x", "text", "a", "b", by="mk", on="2026-11-09")
    assert explained(project, told, update) == [("mk", "2026-11-09"), (None, "2026-11-08")]
