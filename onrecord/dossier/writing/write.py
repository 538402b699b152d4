"""Files written whole or not at all: a killed run leaves every file old or new, and the next run makes them agree."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from onrecord.model import Problem, Refusal

from .journal import Step, begin, beside, close, content, digest, recover_locked, sync
from .lock import writing
from .reasons import SAVED_MEANWHILE, reason

_NOTHING = "nothing was changed"


def write_files(
    folder: Path,
    files: Mapping[str, str | bytes | None],
    *,
    seen: Mapping[str, bytes | None] | None = None,
    root: Path | None = None,
) -> None:
    """Write each text (as UTF-8) or bytes to its file in `folder`; None removes the file. All of them or none.

    Files that hold those bytes already are left alone. What is in `seen` was read before and must still be so: what
    rests on a file that somebody has saved since is not written. Messages print paths relative to `root`. Raises
    Refusal, with nothing changed, where that or the disk forbids it. A symbolic link stays one, and a file keeps its
    rights.
    """
    data = {name: value.encode("utf-8") if isinstance(value, str) else value for name, value in files.items()}
    named = _Named(folder, root)
    try:
        new = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        try:
            with writing(folder):
                recover_locked(folder)
                _write(folder, data, seen or {}, named)
        except BaseException:
            if new:
                with suppress(OSError):
                    folder.rmdir()
            raise
    except OSError as error:
        raise named.refusal(error) from error


def _write(folder: Path, files: Mapping[str, bytes | None], seen: Mapping[str, bytes | None], named: _Named) -> None:
    steps: list[Step] = []
    try:
        for name, data in files.items():
            named.file = name
            if (was := content(folder / name)) != data:
                steps.append(_prepared(folder, name, was, data))
        for name, was in seen.items() if steps else ():
            named.unchanged(name, was)
        for step in steps:
            named.unchanged(step.file, step.was)
        if len(steps) > 1:
            begin(folder, steps)
    except BaseException:
        close(folder, steps)
        raise
    _replaced(folder, steps, named)


def _prepared(folder: Path, name: str, was: bytes | None, data: bytes | None) -> Step:
    target = (folder / name).resolve()
    if was is not None and not target.stat().st_mode & 0o222:
        raise PermissionError(errno.EACCES, "read-only")
    ready = None if data is None else beside(target, data).name
    return Step(name, ready, was, None if data is None else digest(data))


def _replaced(folder: Path, steps: list[Step], named: _Named) -> None:
    try:
        for step in steps:
            named.file = step.file
            step.do(folder)
    except OSError:
        # Should this fail too, the journal stays, and the next run completes what was begun.
        named.outcome = "what was begun is completed by the next run"
        for step in steps:
            if step.is_done(folder):
                step.undo(folder)
        close(folder, steps)
        named.outcome = _NOTHING
        raise
    if steps:
        sync(folder)
        close(folder, steps)


class _Named:
    """The file at work, for messages."""

    def __init__(self, folder: Path, root: Path | None) -> None:
        self.folder, self.root, self.file, self.outcome = folder, root, "", _NOTHING

    def path(self, file: str) -> str:
        """A file's path as messages print it."""
        path, root = (self.folder / file).absolute(), (self.root or Path()).absolute()
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()

    def unchanged(self, file: str, was: bytes | None) -> None:
        """Raise Refusal where a file is not as it was read."""
        if content(self.folder / file) != was:
            raise Refusal([Problem(self.path(file), 0, 0, *SAVED_MEANWHILE)])

    def refusal(self, error: OSError) -> Refusal:
        """What the system said, in words."""
        said = f"cannot be written: {reason(error)}; {self.outcome}"
        return Refusal([Problem(self.path(self.file), 0, 0, said)])
