"""What the last build was made from and what came of it, so that the next one does only what has changed.

Standard library only: where nothing changed, nothing else is imported. A file counts as unchanged by its size and
times, as git does it; where those differ, or are as young as the ledger itself, by its content.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import sysconfig
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.slugs import ARTICLE_SUFFIXES, slug

LEDGER = "build/ledger.json"
YOUNG = 50_000_000
"""Nanoseconds: a file changed so shortly before the ledger was taken may change again in the same tick of the clock."""
_INPUTS = (".yaml", ".yml", *ARTICLE_SUFFIXES)
_GIT = ("HEAD", "packed-refs", "config")
_ENVIRONMENT = ("SOURCE_DATE_EPOCH", "GIT_AUTHOR_NAME")

Stat = tuple[int, int, int]
"""Size, time of the last change of the content, and of anything about the file, in nanoseconds."""


@dataclass(frozen=True)
class Entry:
    """A briefing as it was last published: what it was made from, the line to tell, its card on the front page."""

    inputs: str
    line: str
    card: Mapping[str, Any]
    dated: bool = False
    """Whether its pages tell who and when as git knows it: then a commit concerns it."""


@dataclass
class Ledger:
    """The book of the last build that published everything. An empty one knows nothing."""

    at: int = 0
    common: str = ""
    history: str = ""
    entries: dict[str, Entry] = field(default_factory=dict)
    files: dict[str, tuple[Stat, str]] = field(default_factory=dict)
    public: dict[str, Stat] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Ledger:
        """The ledger at `path`; an empty one where there is none, or none that can be read."""
        try:
            data = json.loads(path.read_bytes())
            return cls(
                data["at"],
                data["common"],
                data["history"],
                {slug: Entry(**entry) for slug, entry in data["entries"].items()},
                {name: (tuple(stat), digest) for name, (stat, digest) in data["files"].items()},
                {name: tuple(stat) for name, stat in data["public"].items()},
            )
        except (OSError, ValueError, KeyError, TypeError):
            return cls()

    def write(self, path: Path) -> None:
        """Keep it for the next build."""
        data = {
            "at": self.at,
            "common": self.common,
            "history": self.history,
            "entries": {slug: vars(entry) for slug, entry in self.entries.items()},
            "files": self.files,
            "public": self.public,
        }
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f".{path.name}.new")
        new.write_text(json.dumps(data, separators=(",", ":")), encoding="utf-8")
        new.replace(path)


@dataclass(frozen=True)
class Inputs:
    """What a build is made from now: a digest of what all briefings share, and one for each briefing."""

    at: int
    common: str
    history: str
    """What stands for the state of the repository."""
    slugs: Mapping[str, str]
    files: Mapping[str, tuple[Stat, str]]
    loose: bool
    """Whether an article lies there that has no dossier yet."""


def inputs(root: Path, known: Ledger) -> Inputs:
    """Look at every file that a build reads. Only what may have changed since `known` is read itself."""
    at = time.time_ns()
    seen: dict[str, tuple[Stat, str]] = {}

    def digest(name: str) -> str:
        stat = _stat(root / name)
        before = known.files.get(name)
        sure = before is not None and before[0] == stat and max(stat[1:]) < known.at - YOUNG
        seen[name] = before if before is not None and sure else (stat, _digest(root / name))
        return f"{name}\0{seen[name][1]}\n"

    shared = [name for top in ("templates", "onrecord") for name in _below(root, top)]
    shared += [name for name in ("build.py", "mkdocs.yml") if (root / name).is_file()]
    common = _joined([digest(name) for name in sorted(shared)] + _surroundings())
    history = _joined(_commit(root))
    slugs: dict[str, list[str]] = {}
    for name in _below(root, "content"):
        parts = name.split("/")
        if len(parts) == 3 and name.endswith(_INPUTS):
            slugs.setdefault(parts[1], []).append(digest(name))
    sources = [name for name in _below(root, "sources") if name.endswith(ARTICLE_SUFFIXES)]
    for name in sources:
        slugs.setdefault(_briefing_of(name), []).append(digest(name))
    dossiers = {slug for slug, lines in slugs.items() if any(".yaml\0" in line for line in lines)}
    made = {slug: _joined(lines) for slug, lines in slugs.items() if slug in dossiers}
    return Inputs(at, common, history, made, seen, loose=slugs.keys() != dossiers)


def changed(root: Path, known: Ledger, now: Inputs) -> set[str]:
    """The briefings to build: what they are made from changed, or what was published of them."""
    if known.common != now.common:
        return set(now.slugs)
    new = {slug for slug, made in now.slugs.items() if slug not in known.entries or known.entries[slug].inputs != made}
    if known.history != now.history:
        new |= {slug for slug in now.slugs if slug in known.entries and known.entries[slug].dated}
    return new | {top for top in _tampered(root, known) if top in now.slugs}


def is_idle(root: Path, known: Ledger, now: Inputs) -> bool:
    """Whether a build would publish what is published already."""
    same = known.common == now.common and not now.loose and now.slugs.keys() == known.entries.keys()
    return same and not changed(root, known, now) and not _tampered(root, known)


def taken(root: Path, now: Inputs, entries: Mapping[str, Entry]) -> Ledger:
    """The ledger after a build that was made from `now`."""
    ordered = {slug: entries[slug] for slug in sorted(entries)}
    return Ledger(now.at, now.common, now.history, ordered, dict(now.files), _public(root))


def idle(root: Path, arguments: Sequence[str]) -> list[str]:
    """What a build says that has nothing to do; empty where there is something, or where another verb is meant."""
    if list(arguments) not in ([], ["build"]):
        return []
    known = Ledger.read(root / LEDGER)
    return [*lines_of(known.entries), "built anew: nothing"] if is_idle(root, known, inputs(root, known)) else []


def lines_of(entries: Mapping[str, Entry]) -> list[str]:
    """A line for each briefing, in alphabetical order."""
    return [entries[slug].line for slug in sorted(entries)]


def _tampered(root: Path, known: Ledger) -> set[str]:
    """Top folders of `public/` that are not as the last build left them; empty text for the front page."""
    now = _public(root)
    paths = {path for path in now.keys() | known.public.keys() if now.get(path) != known.public.get(path)}
    return {path.partition("/")[0] if path.partition("/")[0] in known.entries else "" for path in paths}


def _public(root: Path) -> dict[str, Stat]:
    return {name.partition("/")[2]: _stat(root / name) for name in _below(root, "public", hidden=True)}


def _below(root: Path, top: str, *, hidden: bool = False) -> Iterator[str]:
    """Every file below a folder by its path from the root, `/` between names, in no order that means anything."""
    try:
        entries = sorted(os.scandir(root / top), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        name = f"{top}/{entry.name}"
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _below(root, name, hidden=hidden)
        elif hidden or not (entry.name.startswith(".") or entry.name.endswith(("~", ".pyc"))):
            yield name


def _briefing_of(name: str) -> str:
    """The briefing that an article among the sources belongs to."""
    return slug(name.rpartition("/")[2].rpartition(".")[0])


def _stat(path: Path) -> Stat:
    try:
        known = path.stat()
    except OSError:
        return (-1, 0, 0)
    return (known.st_size, known.st_mtime_ns, known.st_ctime_ns)


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return "unreadable"


def _joined(lines: Iterable[str]) -> str:
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _surroundings() -> list[str]:
    """Python, the installed libraries with their versions, and what of the environment pages depend on."""
    installed = Path(sysconfig.get_path("purelib"))
    libraries = sorted(path.name for path in installed.glob("*.dist-info"))
    return [sys.version, *libraries, *(f"{name}={os.environ.get(name, '')}" for name in _ENVIRONMENT)]


def _commit(root: Path) -> list[str]:
    """What tells of the commit that stands and of who is at work, where the project lies in a repository."""
    folders = (above / ".git" for above in (root.absolute(), *root.absolute().parents))
    git = next((folder for folder in folders if folder.is_dir()), None)
    if git is None:
        return []
    head = git / "HEAD"
    branch = head.read_text(encoding="utf-8").strip().removeprefix("ref: ") if head.is_file() else ""
    mine = Path(os.environ.get("GIT_CONFIG_GLOBAL", Path.home() / ".gitconfig"))
    return [_digest(path) for path in (*(git / name for name in _GIT), git / branch, mine) if path.is_file()]
