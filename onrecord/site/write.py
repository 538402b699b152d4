"""Rendered pages as files: only what changed is written, and what is no longer rendered goes."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from onrecord.model import Rendered


def write(rendered: Rendered, folder: Path) -> bool:
    """Make `folder` hold exactly the rendered files; tell whether anything changed."""
    return lay({path: text.encode("utf-8") for path, text in rendered.files.items()}, folder)


def lay(files: Mapping[str, bytes], folder: Path, *, but: Collection[str] = ()) -> bool:
    """Make `folder` hold exactly `files`, by path below it; each is replaced whole. Tell whether anything changed.

    What lies in the folders `but` right below it stays as it is, and is not even looked at.
    """
    tops = [path for path in sorted(folder.iterdir()) if path.name not in but] if folder.is_dir() else []
    known = [file for top in tops for file in (files_below(top) if top.is_dir() else [top])]
    stale = [path for path in known if path.relative_to(folder).as_posix() not in files]
    for path in stale:
        path.unlink()
    changed = [path for path, content in files.items() if put(folder / path, content)]
    for top in tops:
        if top.is_dir():
            _drop_empty(top)
    return bool(stale or changed)


def files_below(folder: Path) -> list[Path]:
    """Every file below a folder, in alphabetical order; none where there is no folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def content_hash(files: Iterable[tuple[str, bytes]]) -> str:
    """SHA-256 over names and contents, 64 hexadecimal digits."""
    total = hashlib.sha256()
    for name, content in files:
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def put(path: Path, content: bytes) -> bool:
    """Replace a file whole, if that makes a difference; tell whether it did."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(content)
    new.replace(path)
    return True


def _drop_empty(folder: Path) -> None:
    for path in [*sorted(folder.rglob("*"), reverse=True), folder]:
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
