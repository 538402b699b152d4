"""A look at the site while editing: served on the loopback address, rebuilt when a file changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

SETTLE = 0.05
"""Seconds of quiet after which a burst of writes counts as one change: editors write a file in several steps."""


def serve(public: Path, watched: Iterable[Path], *, port: int, rebuild: Callable[[], None]) -> None:
    """Serve `public` on 127.0.0.1 and call `rebuild` after each change below the `watched` folders, until interrupted.

    Raises OSError when the port is taken.
    """
    changes = _Changes()
    observer = Observer()
    for folder in watched:
        observer.schedule(changes, str(folder), recursive=True)
    with ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(public))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        observer.start()
        try:
            while changes.settled():
                rebuild()
        except KeyboardInterrupt:
            server.shutdown()
        finally:
            observer.stop()
            observer.join()


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for problems."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


class _Changes(FileSystemEventHandler):
    """Knows whether a file has changed since it was last asked."""

    def __init__(self) -> None:
        self._changed = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in {"created", "modified", "moved", "deleted"} and not _is_passing(event):
            self._changed.set()

    def settled(self) -> bool:
        """Wait for a change, then until none has come for `SETTLE` seconds."""
        self._changed.wait()
        while self._changed.is_set():
            self._changed.clear()
            self._changed.wait(SETTLE)
        return True


def _is_passing(event: FileSystemEvent) -> bool:
    """Whether an event is about a folder, or about nothing but temporary files: an editor's, or our own.

    A temporary file that is moved onto a real one is how careful writers save.
    """
    names = [Path(str(path)).name for path in (event.src_path, event.dest_path) if path]
    return event.is_directory or all(_is_temporary(name) for name in names)


def _is_temporary(name: str) -> bool:
    return name.startswith(".") or name.endswith(("~", ".swp", ".new"))
