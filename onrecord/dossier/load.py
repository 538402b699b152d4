"""A folder of YAML files to one dossier, or every problem that keeps it from being one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.model import FACT_FILES, Article, Briefing, Dossier, Files, Found, Position, Problem, Publication, Refusal

from .checking.desk import Desk, Known
from .checking.overview import check_overview
from .checking.references import check_references
from .checking.sense import check_sense
from .checking.stands import check_article
from .reading.called import Called, right_id
from .reading.cutting import ids_in
from .reading.nearest import nearest
from .reading.positions import Positions
from .reading.shapes import Group, keys_of, words_of
from .reading.source import Source, decode
from .reading.tree import Broken, Mapping, Node, Scalar, read_tree
from .reading.typed import MISSING, Homes, Reader
from .writing.dump import load_found
from .writing.journal import JOURNAL, recover
from .writing.reasons import reason

FILE_NAMES = tuple(Files.model_fields)
"""The YAML files that people edit, without `.yaml`, in reading order."""

_STAND_IN = Briefing(title="?", sources=(Publication(id="article", rights="own"),))
"""Holds the place of a briefing that cannot be read, while the rest of its dossier is checked."""


@dataclass(frozen=True)
class _Page:
    """A file as it was found: its text, its tree if it can be read, and what it may hold."""

    source: Source
    root: Node | None
    shape: Group


@dataclass
class _Loading:
    """What has been read so far of one folder."""

    folder: Path
    root: Path
    files: dict[str, Any] = field(default_factory=dict)
    positions: dict[str, Position] = field(default_factory=dict)
    lines: dict[str, list[str]] = field(default_factory=dict)
    ids: dict[str, frozenset[str] | None] = field(default_factory=dict)
    """The ids that a list gives its records, broken ones too, by file and key; None where the file cannot be read."""
    pages: dict[str, _Page] = field(default_factory=dict)
    called: Called = field(default_factory=Called)
    problems: list[Problem] = field(default_factory=list)

    def name(self, file: str) -> str:
        """A file's path as messages print it."""
        path, root = (self.folder / file).absolute(), self.root.absolute()
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()

    def report(self, file: str, message: str, mend: str = "") -> None:
        """Note a problem with a file as a whole."""
        self.problems.append(Problem(self.name(file), 0, 0, message, mend))


def load_dossier(
    folder: Path, root: Path, *, article: Article | None = None
) -> tuple[Dossier | None, tuple[Problem, ...]]:
    """The dossier in `folder`, and every problem of its files, sorted by place; paths are relative to `root`.

    With any problem there is no dossier, and what `check` would say of the records that can be read is said too, so
    that one run shows everything; for that, and for nothing else, the article may be given. Never raises for what an
    editor can write. `briefing.yaml` is required, the other files are optional.
    """
    loading = _Loading(folder, root)
    _recover(loading)
    _strangers(loading)
    for name in FILE_NAMES:
        _open(name, loading)
    for name, page in loading.pages.items():
        _read(name, page, loading)
    found = _load_found(loading)
    whole = not loading.problems
    loading.files.setdefault("briefing", _STAND_IN)
    positions = Positions(loading.positions, loading.lines)
    dossier = Dossier(folder.name, Files.model_validate(loading.files), found, positions)
    return (dossier, ()) if whole else (None, _problems(dossier, loading, article))


def _recover(loading: _Loading) -> None:
    """Complete what a killed run began to write here; where that cannot be done, the files may not agree."""
    try:
        recover(loading.folder)
    except OSError as error:
        if (loading.folder / JOURNAL).exists():
            message = f"a killed run left its changes half written, and they cannot be completed: {reason(error)}"
            loading.report(JOURNAL, message, "let this folder be written, and run this again")
    except Refusal as refusal:
        for problem in refusal.problems:
            loading.report(JOURNAL, problem.message, problem.mend)


def _problems(dossier: Dossier, loading: _Loading, article: Article | None) -> tuple[Problem, ...]:
    desk = Desk(dossier, _known(loading))
    check_references(desk)
    check_sense(desk)
    check_overview(desk)
    if article is not None and dossier.briefing is not _STAND_IN:
        check_article(desk, article)
    return tuple(sorted({*loading.problems, *desk.problems}))


def _known(loading: _Loading) -> Known:
    none: frozenset[str] = frozenset()
    facts = [loading.ids.get(f"{name}/facts", none) for name in FACT_FILES]
    return {
        "actor": loading.ids.get("actors/actors", none),
        "place": loading.ids.get("places/places", none),
        "equipment": loading.ids.get("military/equipment", none),
        "fact": None if None in facts else frozenset(name for ids in facts if ids for name in ids),
        "source article": loading.ids.get("briefing/sources"),
    }


def _strangers(loading: _Loading) -> None:
    """Report YAML files that no dossier has: most likely a name written wrong."""
    known = (*FILE_NAMES, "found")
    for path in sorted(loading.folder.iterdir()) if loading.folder.is_dir() else []:
        yaml = re.search(r"\.ya?ml(\.txt)?$", path.name, re.IGNORECASE) and not path.name.startswith(".")
        if yaml and path.name not in [f"{name}.yaml" for name in known]:
            guess = nearest(path.name.partition(".")[0], known)
            mend = f"did you mean '{guess}.yaml'? " if guess else ""
            mend += f"the files of a dossier: {', '.join(f'{name}.yaml' for name in known)}"
            loading.report(path.name, "nothing is made from this file", mend)


def _open(name: str, loading: _Loading) -> None:
    """Read a file's tree, and learn the ids and names in it."""
    record: Any = Files.model_fields[name].annotation
    shape, source = Group(record), _source(f"{name}.yaml", loading)
    if source is None:
        exists = os.path.lexists(loading.folder / f"{name}.yaml")
        loading.ids |= {f"{name}/{key}": None for key in shape.keys if exists}
        return
    tree = read_tree(source, words_of(record))
    broken = tree is None and bool(source.problems)
    root = None if broken else _rooted(tree or Mapping(source.position(1, 1)), shape, source)
    loading.pages[name] = _Page(source, root, shape)
    loading.lines[source.file] = source.lines
    cut = ids_in(source.cut)
    for key in shape.keys:
        ids = _ids(root, key, shape)
        loading.ids[f"{name}/{key}"] = ids if ids is None else ids | cut
    if root is not None:
        loading.called.learn(root)


def _read(name: str, page: _Page, loading: _Loading) -> None:
    if isinstance(page.root, Mapping) and not page.root.entries and name == "briefing" and page.root.whole:
        required = [f"'{key.name}:'" for key in page.shape.keys.values() if key.required]
        loading.report(
            "briefing.yaml", "nothing stands in the file", f"every dossier has {' and '.join(required)} here"
        )
    elif page.root is not None:
        reader = Reader(page.source, loading.called, _HOMES)
        value = reader.read(page.root, page.shape, name)
        loading.positions |= reader.positions | _by_id(page.root, name)
        if value is not MISSING:
            loading.files[name] = value
    loading.problems += page.source.problems


def _rooted(root: Node, shape: Group, source: Source) -> Node:
    """The root; a bare list or text is reported here, where the mend is known."""
    if isinstance(root, Mapping):
        return root
    source.report(root.at, "the file does not begin with a key", f"its first line is '{next(iter(shape.keys))}:'")
    return Broken(root.at)


def _source(file: str, loading: _Loading) -> Source | None:
    """The file's text; None where there is none, with a problem if there should be."""
    path = loading.folder / file
    if not os.path.lexists(path):
        if file == "briefing.yaml":
            required = [f"'{key.name}'" for key in keys_of(Briefing).values() if key.required]
            loading.report(file, "the file is missing", f"every dossier has one, with {' and '.join(required)}")
        return None
    try:
        return decode(path.read_bytes(), loading.name(file))
    except IsADirectoryError:
        loading.report(file, "a folder has the name of the file", "rename the folder, or move it elsewhere")
    except FileNotFoundError:
        loading.report(file, "the link leads to no file", "mend the link, or put the file itself here")
    except OSError as error:
        message = f"the file cannot be read: {(error.strerror or 'no reason given').lower()}"
        loading.report(file, message, "let it be read, or close the program that holds it")
    return None


def _by_id(root: Node, name: str) -> dict[str, Position]:
    """Where each key of a file and each record with an id begins, by `file/key` and `file/id`."""
    places: dict[str, Position] = {}
    for key, value in root.entries if isinstance(root, Mapping) else []:
        places[f"{name}/{key.text}"] = key.at
        for identifier, place in _identified(value):
            places.setdefault(f"{name}/{identifier}", place)
    return places


def _ids(root: Node | None, key: str, shape: Group) -> frozenset[str] | None:
    """The ids below a key of a file; None where they may stand below a key that was written wrong."""
    if not isinstance(root, Mapping):
        return None
    if (value := root.get(key)) is None:
        unknown = any(name.text not in shape.keys for name, _ in root.entries)
        return None if unknown or not root.whole else frozenset()
    return frozenset(right_id(identifier) for identifier, _ in _identified(value))


def _identified(value: Node) -> Iterator[tuple[str, Position]]:
    for item in getattr(value, "items", []):
        identifier = item.get("id") if isinstance(item, Mapping) else None
        if isinstance(identifier, Scalar):
            yield identifier.text, item.at


def _homes() -> Homes:
    homes: Homes = {}
    for name, info in Files.model_fields.items():
        assert isinstance(info.annotation, type)
        for key in Group(info.annotation).keys:
            homes.setdefault(key, []).append(f"{name}.yaml")
    return homes


_HOMES = _homes()


def _load_found(loading: _Loading) -> Found | None:
    source = _source("found.yaml", loading)
    if source is None or source.problems:
        loading.problems += source.problems if source else []
        return None
    try:
        return load_found(source.text)
    except ValueError as error:
        mend = "only the program writes this file: restore it from git, or extract the article again"
        loading.report("found.yaml", f"not as the program wrote it: {error}", mend)
        return None
