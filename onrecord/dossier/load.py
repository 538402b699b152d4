"""A folder of YAML files to one dossier, or every problem that keeps it from being one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from onrecord.model import Briefing, Dossier, Files, Found, Position, Problem

from .dump import load_found
from .nearest import nearest
from .shapes import Group, keys_of
from .source import Source, decode
from .tree import Broken, Mapping, Node, Scalar, read_tree
from .typed import MISSING, Reader

FOUND = "found"
FILE_NAMES = tuple(Files.model_fields)
"""The YAML files that people edit, without `.yaml`, in reading order."""


@dataclass
class Loading:
    """What has been read so far of one folder."""

    folder: Path
    root: Path
    files: dict[str, Any] = field(default_factory=dict)
    positions: dict[str, Position] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def name(self, file: str) -> str:
        """A file's path as messages print it."""
        path = (self.folder / file).absolute()
        root = self.root.absolute()
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def load_dossier(folder: Path, root: Path) -> tuple[Dossier | None, tuple[Problem, ...]]:
    """The dossier in `folder`, and every problem of its files, sorted by place; paths are relative to `root`.

    With any problem there is no dossier. Never raises for what an editor can write; `briefing.yaml` is required, the
    other files are optional.
    """
    loading = Loading(folder, root)
    loading.problems += _strangers(loading)
    for name in FILE_NAMES:
        _load_file(name, loading)
    found = _load_found(loading)
    if loading.problems:
        return None, tuple(sorted(set(loading.problems)))
    files = Files.model_validate(loading.files)
    return Dossier(folder.name, files, found, MappingProxyType(loading.positions)), ()


def _strangers(loading: Loading) -> Iterator[Problem]:
    """YAML files that no dossier has: most likely a name written wrong."""
    known = [f"{name}.yaml" for name in (*FILE_NAMES, FOUND)]
    paths = sorted(loading.folder.iterdir()) if loading.folder.is_dir() else []
    for path in paths:
        if path.suffix.lower() not in (".yaml", ".yml") or path.name.startswith(".") or path.name in known:
            continue
        guess = nearest(path.stem, [Path(name).stem for name in known])
        allowed = f"the files of a dossier: {', '.join(known)}"
        mend = f"did you mean '{guess}.yaml'? {allowed}" if guess else allowed
        yield Problem(loading.name(path.name), 0, 0, "no page is made from this file", mend)


def _load_file(name: str, loading: Loading) -> None:
    source = _source(f"{name}.yaml", loading)
    if source is None:
        return
    record = Files.model_fields[name].annotation
    assert isinstance(record, type)
    before = len(source.problems)
    tree = read_tree(source)
    if len(source.problems) == before:
        root = tree or Mapping(source.position(1, 1))
        reader = Reader(source)
        value = reader.read(_rooted(root, Group(record), source), Group(record), name)
        loading.positions |= reader.positions | _by_id(root, name)
        if value is not MISSING:
            loading.files[name] = value
    loading.problems += source.problems


def _rooted(root: Node, shape: Group, source: Source) -> Node:
    """The root; a bare list or text is reported here, where the mend is known."""
    if isinstance(root, Mapping):
        return root
    first = next(key for key in shape.keys)
    source.report(root.at, "the file does not begin with a key", f"its first line is '{first}:'")
    return Broken(root.at)


def _source(file: str, loading: Loading) -> Source | None:
    """The file's text; None where there is none, with a problem if there should be."""
    path = loading.folder / file
    if file == "briefing.yaml" and not path.exists():
        mend = f"begin with {', '.join(f'{k.name!r}' for k in keys_of(Briefing).values() if k.required)}"
        loading.problems.append(Problem(loading.name(file), 0, 0, "the file is missing", mend))
        return None
    try:
        return decode(path.read_bytes(), loading.name(file)) if path.exists() else None
    except OSError as error:
        said = (error.strerror or "unknown reason").lower()
        loading.problems.append(Problem(loading.name(file), 0, 0, f"the file cannot be read: {said}"))
        return None


def _by_id(root: Node, name: str) -> dict[str, Position]:
    """Where each record begins, by `file/id`; of `briefing.yaml`, also each key."""
    places: dict[str, Position] = {}
    for key, value in root.entries if isinstance(root, Mapping) else []:
        places[f"{name}/{key.text}"] = key.at
        for item in getattr(value, "items", []):
            identifier = item.get("id") if isinstance(item, Mapping) else None
            if isinstance(identifier, Scalar):
                places.setdefault(f"{name}/{identifier.text}", item.at)
    return places


def _load_found(loading: Loading) -> Found | None:
    source = _source("found.yaml", loading)
    if source is None:
        return None
    try:
        return load_found(source.text)
    except ValueError as error:
        mend = "only the program writes this file: restore it from git, or extract the article again"
        loading.problems.append(Problem(source.file, 0, 0, f"not as the program wrote it: {error}", mend))
        return None
