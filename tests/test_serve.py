"""A look at the site while editing: served, and rebuilt after changes."""

from __future__ import annotations

import socket
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord import serve as serving

PATIENCE = 5.0
"""Seconds after which something that should happen is taken not to happen."""


class Kitchen:
    """A served folder, a watched folder, and the times it was rebuilt."""

    def __init__(self, folder: Path) -> None:
        self.public, self.watched = folder / "public", folder / "content"
        self.public.mkdir()
        self.watched.mkdir()
        self.rebuilt = 0
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]

    def rebuild(self) -> None:
        """Count, as a build would take its time."""
        self.rebuilt += 1

    def get(self, path: str) -> tuple[str, str | None]:
        """What the server answers, and what it says about keeping it."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=PATIENCE) as answer:
            return answer.read().decode(), answer.headers["Cache-Control"]


def until(holds: Callable[[], bool]) -> bool:
    """Whether it comes to hold while patience lasts."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.01)
    return holds()


@pytest.fixture
def kitchen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kitchen]:
    pytest.importorskip("watchdog")
    kept = Kitchen(tmp_path)
    monkeypatch.setattr(serving, "SETTLE", 0.2)
    stopped = threading.Event()

    class Stoppable(serving._Changes):
        def settled(self) -> bool:
            super().settled()
            if stopped.is_set():
                raise KeyboardInterrupt
            return True

    monkeypatch.setattr(serving, "_Changes", Stoppable)
    work = threading.Thread(
        target=serving.serve, args=(kept.public, [kept.watched]), kwargs={"port": kept.port, "rebuild": kept.rebuild}
    )
    work.start()
    assert until(lambda: _answers(kept))
    time.sleep(0.1)  # the observer starts right after the server
    yield kept
    stopped.set()
    (kept.watched / "end.yaml").touch()
    work.join(PATIENCE)
    assert not work.is_alive()


def _answers(kitchen: Kitchen) -> bool:
    with socket.socket() as knock:
        return knock.connect_ex(("127.0.0.1", kitchen.port)) == 0


def test_a_file_is_served_and_not_kept_by_the_browser(kitchen: Kitchen) -> None:
    """The editor always sees the newest page."""
    (kitchen.public / "index.html").write_text("<p>Hello</p>", encoding="utf-8")
    assert kitchen.get("index.html") == ("<p>Hello</p>", "no-store")


def test_a_change_rebuilds_the_site(kitchen: Kitchen) -> None:
    """So does the change of a file in a folder below."""
    (kitchen.watched / "flood.yaml").write_text("title: Flood\n", encoding="utf-8")
    assert until(lambda: kitchen.rebuilt == 1)


def test_a_burst_of_writes_rebuilds_once(kitchen: Kitchen) -> None:
    """Editors write a file in several steps."""
    for number in range(10):
        (kitchen.watched / f"{number}.yaml").write_text("title: Flood\n", encoding="utf-8")
    assert until(lambda: kitchen.rebuilt == 1)
    time.sleep(0.5)
    assert kitchen.rebuilt == 1


def test_temporary_files_rebuild_nothing(kitchen: Kitchen) -> None:
    """What an editor or a half-done build lays down is passed over."""
    for name in (".events.yaml.swp", "events.yaml~", "events.yaml.new", ".#events.yaml"):
        (kitchen.watched / name).write_text("x", encoding="utf-8")
    time.sleep(0.6)
    assert kitchen.rebuilt == 0


def test_a_file_saved_by_replacing_it_rebuilds_the_site(kitchen: Kitchen) -> None:
    """Careful writers lay a new file beside the old one and move it into its place; so do we."""
    laid = kitchen.watched / ".flood.yaml.abc.new"
    laid.write_text("title: Flood\n", encoding="utf-8")
    laid.replace(kitchen.watched / "flood.yaml")
    assert until(lambda: kitchen.rebuilt == 1)
