"""A second extraction joined with what people wrote: what to write, and what has to be told (docs/decisions/0014)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType

from onrecord.model import Dossier, Files, Found, Problem, Refusal

from .load import FILE_NAMES, load_dossier
from .merging.cards import Key, cards_of
from .merging.telling import told
from .merging.three import Outcome, three_way
from .writing.careful.refusing import Unwritable
from .writing.careful.rewrite import rewrite
from .writing.dump import dump_files, dump_found
from .writing.journal import content, recover

_FOUND = "found.yaml"


@dataclass(frozen=True)
class Merged:
    """What an extraction would write: the bytes of each file by its name, None for a file to remove."""

    files: Mapping[str, bytes | None]
    new: bool
    """Whether there was no dossier before."""
    seen: Mapping[str, bytes | None] = field(default_factory=lambda: MappingProxyType({}))
    """The bytes of every file as they were read, None for one that was not there: nothing else may be replaced."""
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
    seen = _seen(folder)
    if not any((folder / name).exists() for name in seen):
        texts = {**dump_files(found.files), _FOUND: dump_found(found)}
        return Merged(MappingProxyType({name: text.encode() for name, text in texts.items()}), new=True, seen=seen)
    dossier = _existing(folder, root)
    outcome, files = _written(seen, dossier, partial(three_way, dossier, found, text=text, on=on))
    text_of_found = dump_found(outcome.found).encode()
    news = files or outcome.clashes or not _same(dossier.found, outcome.found)
    if news and text_of_found != seen[_FOUND]:
        files[_FOUND] = text_of_found
    return Merged(MappingProxyType(files), new=False, seen=seen, lines=told(dossier, outcome))


def _seen(folder: Path) -> dict[str, bytes | None]:
    """The files before they are loaded: what a person saves from here on is noticed when they are written."""
    seen: dict[str, bytes | None] = {f"{name}.yaml": None for name in (*FILE_NAMES, "found")}
    # What cannot be read, loading will tell.
    with suppress(OSError):
        recover(folder)
    for name in seen:
        with suppress(OSError):
            seen[name] = content(folder / name)
    return seen


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


def _written(
    seen: Mapping[str, bytes | None], dossier: Dossier, joined: Callable[..., Outcome]
) -> tuple[Outcome, dict[str, bytes | None]]:
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
                    written[f"{name}.yaml"] = _file(name, seen[f"{name}.yaml"], dossier, outcome.files)
                except Unwritable as refusal:
                    refused[name] = refusal
        more = held | _remarked(dossier, _leaving(dossier.files, outcome.files, refused), refused)
        if not refused:
            return outcome, written
        if more == held and refused.keys() <= frozen:
            problems = [problem for refusal in refused.values() for problem in refusal.problems]
            raise Refusal(problems, "".join(refusal.patch for refusal in refused.values()))
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


def _file(name: str, old: bytes | None, dossier: Dossier, files: Files) -> bytes | None:
    texts, key = dump_files(files), f"{name}.yaml"
    if old is None:
        return texts[key].encode()
    base = dossier.found.files if dossier.found else None
    if base is not None and old == dump_files(base).get(key, "").encode():
        # As the program wrote it: written anew, or removed where nothing is left.
        return texts[key].encode() if key in texts else None
    file = dossier.positions["briefing"].file.replace("briefing.yaml", key)
    return rewrite(name, old, getattr(files, name), was=getattr(dossier.files, name), file=file)
