"""Files written whole or not at all: a killed run leaves the old file or the new one, never half of one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_files(folder: Path, files: Mapping[str, str | None]) -> None:
    """Write each text to its file in `folder` as UTF-8; None removes the file. The last one is replaced last.

    All texts are on disk before the first file is replaced. OSError is raised with nothing half-written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ready: list[tuple[Path, Path]] = []
    try:
        for name, text in files.items():
            if text is not None:
                target = (folder / name).resolve()
                ready.append((_beside(target, text), target))
        for written, target in ready:
            written.replace(target)
    finally:
        for written, _ in ready:
            written.unlink(missing_ok=True)
    for name, text in files.items():
        if text is None:
            (folder / name).unlink(missing_ok=True)
    _sync(folder)


def _beside(target: Path, text: str) -> Path:
    """A file next to `target` with the text safely in it; none is left where that fails."""
    data = text.encode("utf-8")
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        written.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
    except BaseException:
        written.unlink(missing_ok=True)
        raise
    return written


def _sync(folder: Path) -> None:
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
