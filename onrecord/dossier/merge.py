"""A second extraction beside what people wrote: what may be written, or a refusal that says what stands against it.

The first version of the merge (docs/decisions/0005): it takes whole files that nobody has touched and refuses where the
program and a person would meet in one file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from onrecord.model import Dossier, Files, Found, Position, Problem, Refusal

from .load import FILE_NAMES, load_dossier
from .records import Held, held
from .writing.dump import dump_files, dump_found
from .writing.emit import in_line

_FOUND = "found.yaml"


@dataclass(frozen=True)
class Merged:
    """What an extraction would write: the text of each file by its name, None for a file to remove."""

    files: Mapping[str, str | None]
    new: bool
    """Whether there was no dossier before."""

    @property
    def changes(self) -> bool:
        """Whether anything would be written at all."""
        return bool(self.files)


def merge(folder: Path, root: Path, found: Found) -> Merged:
    """What `found` would write into `folder`; nothing is written here.

    Raises Refusal where the dossier cannot be read, or where `found` changes a record in a file that a person has
    touched: one problem for each record and field, with base, the person's value and the new one.
    """
    assert found.files is not None, "an extraction that makes no files has nothing to merge"
    texts = dump_files(found.files)
    if not any((folder / f"{name}.yaml").exists() for name in (*FILE_NAMES, "found")):
        return Merged(MappingProxyType({**texts, _FOUND: dump_found(found)}), new=True)
    dossier, base = _existing(folder, root)
    if _same(dossier.found, found):
        return Merged(MappingProxyType({}), new=False)
    changes = _Changes(folder, dossier, base, found.files)
    if clashes := tuple(sorted({*changes.clashes(), *changes.collisions()})):
        raise Refusal([*clashes, _way_out(clashes[0].file)])
    return Merged(MappingProxyType({**changes.files(texts), _FOUND: dump_found(found)}), new=False)


def _existing(folder: Path, root: Path) -> tuple[Dossier, Files]:
    dossier, problems = load_dossier(folder, root)
    if dossier is None:
        raise Refusal(problems)
    if dossier.found is None or dossier.found.files is None:
        file = dossier.positions["briefing"].file.replace("briefing.yaml", _FOUND)
        mend = "the dossier was written by hand: extract beside it with --slug, or move it away"
        raise Refusal([Problem(file, 0, 0, "the file is missing: nothing to compare the new extraction with", mend)])
    return dossier, dossier.found.files


def _same(base: Found | None, found: Found) -> bool:
    """Whether both found the same; which version of the program found it does not count."""
    return base is not None and base.model_copy(update={"extractor": found.extractor}) == found


def _way_out(file: str) -> Problem:
    mend = "to take the new extraction: move the dossier away and extract again, or extract beside it with --slug"
    return Problem(file.rpartition("/")[0], 0, 0, "nothing was written; the dossier stays as it is", mend)


@dataclass(frozen=True)
class _Changes:
    """Base, the person's files and the new ones, side by side."""

    folder: Path
    dossier: Dossier
    base: Files
    new: Files

    def files(self, texts: Mapping[str, str]) -> dict[str, str | None]:
        """The files to be replaced: those that the extraction changes and that are as the program wrote them."""
        names = [name for name in FILE_NAMES if self._changed(name) and not self._touched(name)]
        return {f"{name}.yaml": texts.get(f"{name}.yaml") for name in names}

    def clashes(self) -> Iterator[Problem]:
        """Every field that the extraction changes in a file that a person has touched."""
        base, yours, new = held(self.base), held(self.dossier.files), held(self.new)
        for key in dict.fromkeys([*base, *new]):
            was, now = base.get(key), new.get(key)
            file = (was or now or yours[key]).file
            rejected = was is not None and key not in yours
            if not rejected and self._changed(file) and self._touched(file) and not self._deleted(file):
                yield from self._of_record(was, yours.get(key), now)

    def collisions(self) -> Iterator[Problem]:
        """New records under an id that a person has given to a record of another file."""
        base, yours = held(self.base), held(self.dossier.files)
        for key, record in held(self.new).items():
            mine = yours.get(key)
            if key not in base and mine and mine.file != record.file and mine.fields and record.fields:
                message = f"the id '{record.id}' is also that of a record newly found"
                yield self._problem(mine, message, "give your record another id")

    def _of_record(self, was: Held | None, yours: Held | None, now: Held | None) -> Iterator[Problem]:
        fields = [record.fields if record else {} for record in (was, yours, now)]
        for name in dict.fromkeys([*fields[0], *fields[2]]):
            base, mine, new = (one.get(name) for one in fields)
            if base != new and mine != new:
                record = yours or now or was
                assert record is not None
                values = f"base: {_shown(base)} · yours: {_shown(mine)} · new: {_shown(new)}"
                yield self._problem(record, f"the new extraction changes '{name}' of '{record.id}'", values)

    def _problem(self, record: Held, message: str, mend: str) -> Problem:
        positions = self.dossier.positions
        place = positions.get(f"{record.file}/{record.id}") or positions.get(record.file)
        place = place or Position(f"{positions['briefing'].file.rpartition('/')[0]}/{record.file}.yaml", 0, 0)
        return Problem(place.file, place.line, place.column, message, mend)

    def _changed(self, name: str) -> bool:
        return bool(getattr(self.base, name) != getattr(self.new, name))

    def _deleted(self, name: str) -> bool:
        """Whether a person removed the file: it stays removed."""
        return f"{name}.yaml" in dump_files(self.base) and not (self.folder / f"{name}.yaml").exists()

    def _touched(self, name: str) -> bool:
        """Whether the file is anything but what the program wrote: a record, or a comment, or its absence."""
        path, written = self.folder / f"{name}.yaml", dump_files(self.base).get(f"{name}.yaml")
        if written is None or not path.exists():
            return (written is None) == path.exists()
        text = path.read_bytes().decode("utf-8").removeprefix("\ufeff")
        if text == written:
            return False
        same = getattr(self.dossier.files, name) == getattr(self.base, name)
        return not same or not _remarks(text) <= _remarks(written)


def _remarks(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines() if "#" in line and "yaml-language-server" not in line}


def _shown(value: object) -> str:
    return "nothing" if value is None else value if isinstance(value, str) else in_line(value)
