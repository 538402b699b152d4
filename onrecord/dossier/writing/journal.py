"""What a run is about to replace, written down first: the next run completes what a killed one began, or undoes it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from onrecord.model import Problem, Refusal

from .lock import writing

JOURNAL = ".pending"
"""The journal's name in the folder whose files are being replaced."""
_SUFFIX = ".new"
_READY = re.compile(r"\..+\.[a-z0-9_]{8}\.new")


@dataclass(frozen=True)
class Step:
    """One file to be replaced, or to be removed where `ready` is None."""

    file: str
    ready: str | None
    """Name of the file beside it that holds the new bytes."""
    was: bytes | None
    """Its bytes before; None where there was no file."""
    digest: str | None
    """SHA-256 of the new bytes."""

    def target(self, folder: Path) -> Path:
        """What is replaced: the file that a symbolic link leads to; what is removed: the link."""
        return (folder / self.file).resolve() if self.ready else folder / self.file

    def is_done(self, folder: Path) -> bool:
        """Whether the file is the new one."""
        data = content(self.target(folder))
        return self.digest == (None if data is None else digest(data))

    def do(self, folder: Path) -> None:
        """Put the new file in place; nothing happens the second time."""
        target = self.target(folder)
        if self.ready is None:
            target.unlink(missing_ok=True)
        elif (ready := target.with_name(self.ready)).exists():
            ready.replace(target)

    def undo(self, folder: Path) -> None:
        """Put the old file back."""
        target = self.target(folder)
        if self.was is None:
            target.unlink(missing_ok=True)
        else:
            beside(target, self.was).replace(target)


def recover(folder: Path) -> None:
    """Complete what a killed run left half done in a folder, and clear away what it left lying.

    A file that a person has saved since is theirs: then what the run had replaced is put back instead. Raises OSError
    where nothing can be written, Refusal where the journal cannot be read.
    """
    if (folder / JOURNAL).exists() or any(strays(folder)):
        with writing(folder):
            recover_locked(folder)


def recover_locked(folder: Path) -> None:
    """As `recover`, for a caller that holds the folder."""
    steps = _read(folder)
    open_steps = [step for step in steps if not step.is_done(folder)]
    if any(content(step.target(folder)) != step.was for step in open_steps):
        for step in steps:
            if step not in open_steps:
                step.undo(folder)
    else:
        finish(folder, steps)
    close(folder, steps)


def begin(folder: Path, steps: Sequence[Step]) -> None:
    """Write the journal, whole and on disk: from here on the steps will be done, by this run or the next."""
    entries = [
        {"file": step.file, "ready": step.ready, "was": _packed(step.was), "digest": step.digest} for step in steps
    ]
    beside(folder / JOURNAL, json.dumps(entries).encode("utf-8")).replace(folder / JOURNAL)
    sync(folder)


def finish(folder: Path, steps: Iterable[Step]) -> None:
    """Do every step that is not done."""
    for step in steps:
        step.do(folder)


def close(folder: Path, steps: Iterable[Step]) -> None:
    """Remove the journal, then what lies ready and is not wanted any more."""
    if (folder / JOURNAL).exists():
        sync(folder)
        (folder / JOURNAL).unlink()
    for parent in {folder, *(step.target(folder).parent for step in steps)}:
        for stray in strays(parent):
            stray.unlink(missing_ok=True)


def strays(folder: Path) -> list[Path]:
    """New files that a run got ready in a folder and did not put in place."""
    return [path for path in folder.glob(f".*{_SUFFIX}") if _READY.fullmatch(path.name)]


def beside(target: Path, data: bytes) -> Path:
    """A file next to `target`, with its rights, that holds the bytes safely; none is left where that fails."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=_SUFFIX, dir=target.parent)
    ready = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _as_before(target, ready)
    except BaseException:
        ready.unlink(missing_ok=True)
        raise
    return ready


def _as_before(target: Path, ready: Path) -> None:
    """Give the new file the rights and, as far as we may, the owner of the old one: root's run locks nobody out."""
    if not target.exists():
        ready.chmod(0o644)
        return
    rights, ours = target.stat(), ready.stat()
    if hasattr(os, "chown") and (rights.st_uid, rights.st_gid) != (ours.st_uid, ours.st_gid):
        with suppress(PermissionError):
            os.chown(ready, rights.st_uid, rights.st_gid)
    ready.chmod(rights.st_mode & 0o777)


def content(path: Path) -> bytes | None:
    """A file's bytes; None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def digest(data: bytes) -> str:
    """SHA-256 of bytes."""
    return hashlib.sha256(data).hexdigest()


def sync(folder: Path) -> None:
    """Have the folder's own entries on disk, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _packed(data: bytes | None) -> str | None:
    return None if data is None else b64encode(data).decode("ascii")


def _unpacked(data: str | None) -> bytes | None:
    return None if data is None else b64decode(data)


def _read(folder: Path) -> list[Step]:
    data = content(folder / JOURNAL)
    if data is None:
        return []
    try:
        return [
            Step(entry["file"], entry["ready"], _unpacked(entry["was"]), entry["digest"]) for entry in json.loads(data)
        ]
    except (ValueError, KeyError, TypeError) as error:
        mend = "restore the YAML files from git, then remove it"
        raise Refusal([Problem(str(folder / JOURNAL), 0, 0, "not as the program wrote it", mend)]) from error
