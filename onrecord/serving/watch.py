"""Which files were saved: bursts of writes as one change, temporary files as none. No polling."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

SETTLE = 0.008
"""Seconds of quiet after which a burst of writes counts as one change: editors write a file in several steps."""
_CHANGES = frozenset({"created", "modified", "moved", "deleted"})
_PASSING = ("~", ".swp", ".swx", ".new", ".tmp", ".pyc", "4913")
"""How names of files end that editors, or our own writes, lay down for a moment."""


class Watch(FileSystemEventHandler):
    """Collects the files that change below some folders."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._changed = threading.Event()
        self._lock = threading.Lock()
        self._paths: set[Path] = set()
        self._observer: BaseObserver | None = None

    def start(self) -> None:
        """Begin to watch. A folder that is not there is not watched."""
        self._observer = Observer()
        for folder in self._folders:
            if folder.is_dir():
                self._observer.schedule(self, str(folder), recursive=True)
        self._observer.start()

    def stop(self) -> None:
        """Stop watching, and let whoever waits go on with nothing."""
        if self._observer:
            self._observer.stop()
            self._observer.join()
        self._changed.set()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note what a change is about; called by the observer's own thread."""
        if event.event_type in _CHANGES:
            paths = {Path(str(path)) for path in (event.src_path, getattr(event, "dest_path", "")) if path}
            with self._lock:
                self._paths |= {path for path in paths if not _is_passing(path, folder=event.is_directory)}
            if self._paths:
                self._changed.set()

    def wait(self, patience: float | None = None) -> frozenset[Path]:
        """The files of the next burst of changes; none where nothing changed within `patience` seconds."""
        if not self._changed.wait(patience):
            return frozenset()
        while True:
            time.sleep(SETTLE)
            with self._lock:
                known = len(self._paths)
            time.sleep(SETTLE / 4)
            with self._lock:
                if len(self._paths) == known:
                    paths, self._paths = frozenset(self._paths), set()
                    self._changed.clear()
                    return paths


def _is_passing(path: Path, *, folder: bool) -> bool:
    """Whether a change is about an editor's or our own temporary file, or about a folder that only holds files."""
    inside = folder and path.exists()
    return inside or path.name.startswith((".", "#")) or path.name.endswith(_PASSING) or "__pycache__" in path.parts
