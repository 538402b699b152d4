"""A second extraction joined with what people wrote: what to write, and what has to be told (docs/decisions/0014)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

from onrecord.model import Dossier, Files, Found, Problem, Refusal

from .load import FILE_NAMES, load_dossier
from .merging.cards import Key, cards_of
from .merging.telling import told
from .merging.three import Outcome, three_way
from .writing.careful.rewrite import Unwritable, rewrite
from .writing.dump import dump_files, dump_found

_FOUND = "found.yaml"


@dataclass(frozen=True)
class Merged:
    """What an extraction would write: the bytes of each file by its name, None for a file to remove."""

    files: Mapping[str, bytes | None]
    new: bool
    """Whether there was no dossier before."""
    lines: tuple[str, ...] = ()
    """What an editor has to know: clashes, facts that lost their place, what the new version of the article changed."""

    @property
    def changes(self) -> bool:
        """Whether anything would be written at all."""
        return bool(self.files)


def merge(folder: Path, root: Path, found: Found, *, text: str = "", on: str | None = None) -> Merged:
    """What `found` would write into `folder`; nothing is written here.

    `text` is the article's, for words that moved; `on` is the day, for what an update changed.
    Where only the program changed a field its value is taken, where a person did theirs stays; where both did, theirs
    stays and the clash is told. Raises Refusal where the dossier cannot be read, or where a file cannot be changed
    without touching what a person wrote in it: the problem then holds the patch.
    """
    assert found.files is not None, "an extraction that makes no files has nothing to merge"
    if not any((folder / f"{name}.yaml").exists() for name in (*FILE_NAMES, "found")):
        texts = {**dump_files(found.files), _FOUND: dump_found(found)}
        return Merged(MappingProxyType({name: text.encode() for name, text in texts.items()}), new=True)
    dossier = _existing(folder, root)
    outcome, files = _written(folder, dossier, partial(three_way, dossier, found, text=text, on=on))
    text_of_found = dump_found(outcome.found).encode()
    news = files or outcome.clashes or not _same(dossier.found, outcome.found)
    if news and text_of_found != (folder / _FOUND).read_bytes():
        files[_FOUND] = text_of_found
    return Merged(MappingProxyType(files), new=False, lines=told(dossier, outcome))


def _existing(folder: Path, root: Path) -> Dossier:
    dossier, problems = load_dossier(folder, root)
    if dossier is None:
        raise Refusal(problems)
    if dossier.found is None or dossier.found.files is None:
        file = dossier.positions["briefing"].file.replace("briefing.yaml", _FOUND)
        mend = "the dossier was written by hand: extract beside it with --slug, or move it away"
        raise Refusal([Problem(file, 0, 0, "the file is missing: nothing to compare the new extraction with", mend)])
    return dossier


def _same(base: Found | None, found: Found) -> bool:
    """Whether both found the same: then the base still tells what people decided, and nothing has to be written.

    Which version of the program found it does not count.
    """
    if base is None:
        return False
    return base.model_copy(update={"extractor": found.extractor, "decisions": found.decisions}) == found


def _written(folder: Path, dossier: Dossier, joined: Callable[..., Outcome]) -> tuple[Outcome, dict[str, bytes | None]]:
    """The merge, and every file that says something else from now on.

    A record that carries a remark of a person is theirs: where it would go, remark and all, it stays; where that is not
    enough, every record of the file stays as it is, and what was found is told.
    """
    held: frozenset[Key] = frozenset()
    frozen: frozenset[str] = frozenset()
    while True:
        outcome = joined(held=held, frozen=frozen)
        written: dict[str, bytes | None] = {}
        refused: dict[str, Unwritable] = {}
        for name in FILE_NAMES:
            if getattr(outcome.files, name) != getattr(dossier.files, name):
                try:
                    written[f"{name}.yaml"] = _file(folder, name, dossier, outcome.files)
                except Unwritable as refusal:
                    refused[name] = refusal
        more = held | _remarked(dossier, _leaving(dossier.files, outcome.files, refused), refused)
        if not refused:
            return outcome, written
        if more == held and refused.keys() <= frozen:
            raise Refusal([problem for refusal in refused.values() for problem in refusal.problems])
        if more == held:
            frozen, more = frozen | refused.keys(), held | _leaving(dossier.files, outcome.files, refused)
        held = more


def _remarked(dossier: Dossier, leaving: frozenset[Key], refused: Mapping[str, Unwritable]) -> frozenset[Key]:
    """Of the records that would go, those with the remark that a file was refused for in them or right above."""
    remarked = set()
    for name, refusal in refused.items():
        starts = {key: dossier.positions.get(f"{name}/{key[1]}") for key in leaving}
        for problem in refusal.problems:
            above = [(place.line, key) for key, place in starts.items() if place and place.line <= problem.line]
            below = [(place.line, key) for key, place in starts.items() if place and place.line > problem.line]
            near = [*([max(above)] if above else []), *([min(below)] if below else [])]
            remarked |= {key for _, key in near}
    return frozenset(remarked)


def _leaving(yours: Files, merged: Files, names: Iterable[str]) -> frozenset[Key]:
    """The records that a merge takes out of these files."""
    now = cards_of(merged)
    mine = ((key, card) for key, card in cards_of(yours).items() if card.file in names)
    return frozenset(key for key, card in mine if key not in now or now[key].file != card.file)


def _file(folder: Path, name: str, dossier: Dossier, files: Files) -> bytes | None:
    path, texts = folder / f"{name}.yaml", dump_files(files)
    if not path.exists():
        return texts[path.name].encode()
    old, base = path.read_bytes(), dossier.found.files if dossier.found else None
    if base is not None and old == dump_files(base).get(path.name, "").encode():
        # As the program wrote it: written anew, or removed where nothing is left.
        return texts[path.name].encode() if path.name in texts else None
    return rewrite(name, old, getattr(files, name), file=f"{folder.name}/{path.name}")
