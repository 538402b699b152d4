"""One run at a time: locks that the operating system takes back when their process ends, however it ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from onrecord.model import Problem, Refusal

from .reasons import reason

PATIENCE = 2.0
"""Seconds to wait for another run before giving up: a rebuild of `serve` is over by then."""
_PAUSE = 0.02
_FAR = 1 << 30
"""Where Windows locks a byte: far behind what others may want to read."""

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def alone(path: Path, doing: str, *, name: str = "", patience: float | None = None) -> Iterator[None]:
    """Hold the lock at `path`, a file that stays where it is and says who holds it and what they are `doing`.

    Raises Refusal where another run still holds it after `patience` seconds (or `PATIENCE`): which, since when,
    and what to do. A process that has died holds nobody up. `name` is the path as messages print it.
    """
    name = name or path.as_posix()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise Refusal([Problem(name, 0, 0, f"cannot be written: {reason(error)}; nothing was changed")]) from error
    try:
        if not _taken(handle, PATIENCE if patience is None else patience):
            raise Refusal([_held(name, os.read(handle, 200).decode("utf-8", "replace"))])
        _say(handle, f"{os.getpid()} {datetime.now():%Y-%m-%dT%H:%M:%S} {doing}\n")
        try:
            yield
        finally:
            _say(handle, "")
    finally:
        os.close(handle)


@contextmanager
def writing(folder: Path, *, patience: float = 10.0) -> Iterator[None]:
    """Keep other runs from writing in a folder. The folder itself is the lock: no file is left in it.

    Raises TimeoutError where another run does not finish. Where the system cannot lock a folder, nothing is locked.
    """
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        if not _taken(handle, patience):
            raise TimeoutError("another run is writing here and does not finish")
        yield
    finally:
        os.close(handle)


def _taken(handle: int, patience: float) -> bool:
    """Whether the lock could be had in time."""
    until = time.monotonic() + patience
    while True:
        try:
            _take(handle)
        except (BlockingIOError, PermissionError):
            if time.monotonic() >= until:
                return False
            time.sleep(_PAUSE)
        except OSError:
            # A network file system that knows no locks: better unlocked than unusable.
            return True
        else:
            return True


def _say(handle: int, words: str) -> None:
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, words.encode("utf-8"))


def _held(name: str, words: str) -> Problem:
    pid, _, rest = words.strip().partition(" ")
    since, _, doing = rest.partition(" ")
    who = f"process {pid}, '{doing}', since {since.replace('T', ' ')}" if doing else "a process that did not say which"
    mend = "wait until it is done, or end it, and run this again; nothing was changed"
    return Problem(name, 0, 0, f"another run is at work here: {who}", mend)
