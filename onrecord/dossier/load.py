"""A folder of YAML files to one dossier, or every problem that keeps it from being one."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.model import FACT_FILES, Article, Briefing, Dossier, Files, Found, Position, Problem, Publication, Refusal

from .checking.desk import Desk, Known
from .checking.overview import check_overview
from .checking.references import check_references
from .checking.sense import check_sense
from .checking.stands import check_article
from .reading.called import Called
from .reading.nearest import nearest
from .reading.page import Page, page_of, shape_of
from .reading.positions import Positions
from .reading.shapes import keys_of
from .reading.source import decode
from .reading.typed import MISSING
from .writing.dump import load_found
from .writing.journal import JOURNAL, recover
from .writing.reasons import reason

FILE_NAMES = tuple(Files.model_fields)
"""The YAML files that people edit, without `.yaml`, in reading order."""

_STAND_IN = Briefing(title="?", sources=(Publication(id="article", rights="own"),))
"""Holds the place of a briefing that cannot be read, while the rest of its dossier is checked."""


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
    pages: list[Page] = field(default_factory=list)
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
    called = _called(loading.pages)
    for page in loading.pages:
        _read(page, called, loading)
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
    """Read a file's tree, and learn the ids in it."""
    file = f"{name}.yaml"
    data = _bytes(file, loading)
    if data is None:
        exists = os.path.lexists(loading.folder / file)
        loading.ids |= {f"{name}/{key}": None for key in shape_of(name).keys if exists}
        return
    page = page_of(name, data, loading.name(file))
    loading.pages.append(page)
    loading.lines[page.source.file] = page.source.lines
    loading.ids |= page.ids


def _called(pages: Sequence[Page]) -> Called:
    """The ids and names in the files: they help to tell what was meant where something is wrong."""
    called = Called()
    if any(page.sound is None for page in pages):
        for page in pages:
            if page.root is not None:
                called.learn(page.root)
    return called


def _read(page: Page, called: Called, loading: _Loading) -> None:
    if page.name == "briefing" and page.is_empty:
        required = [f"'{key.name}:'" for key in page.shape.keys.values() if key.required]
        loading.report(
            "briefing.yaml", "nothing stands in the file", f"every dossier has {' and '.join(required)} here"
        )
    else:
        reading = page.read(called)
        loading.positions |= reading.positions
        if reading.value is not MISSING:
            loading.files[page.name] = reading.value
    loading.problems += page.source.problems


def _bytes(file: str, loading: _Loading) -> bytes | None:
    """What the file holds; None where there is none, with a problem if there should be."""
    path = loading.folder / file
    if not os.path.lexists(path):
        if file == "briefing.yaml":
            required = [f"'{key.name}'" for key in keys_of(Briefing).values() if key.required]
            loading.report(file, "the file is missing", f"every dossier has one, with {' and '.join(required)}")
        return None
    try:
        return path.read_bytes()
    except IsADirectoryError:
        loading.report(file, "a folder has the name of the file", "rename the folder, or move it elsewhere")
    except FileNotFoundError:
        loading.report(file, "the link leads to no file", "mend the link, or put the file itself here")
    except OSError as error:
        message = f"the file cannot be read: {(error.strerror or 'no reason given').lower()}"
        loading.report(file, message, "let it be read, or close the program that holds it")
    return None


def _load_found(loading: _Loading) -> Found | None:
    data = _bytes("found.yaml", loading)
    if data is None:
        return None
    source = decode(data, loading.name("found.yaml"))
    if source.problems:
        loading.problems += source.problems
        return None
    try:
        return load_found(source.text)
    except ValueError as error:
        mend = "only the program writes this file: restore it from git, or extract the article again"
        loading.report("found.yaml", f"not as the program wrote it: {error}", mend)
        return None
