"""One dossier under review: what the page shows, and what a person's marks write into the files.

Every write loads the files anew, changes one value, and replaces only what still is as the page showed it. What a
person wrote in an editor meanwhile stays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Lock

from onrecord.dossier import check, consistency, load_dossier, rewrite, write_files
from onrecord.model import Article, Dossier, Files, Kept, Problem, Refusal, Reviewed
from onrecord.pages.review import Live, page_of_problems, review_page, version

from .edits import Slot, find, replaced

AtHand = Callable[[Dossier], tuple[Article | None, tuple[Problem, ...]]]
"""The article of a dossier, where it is at hand, and what is wrong with it."""


class Stale(Exception):
    """What the page showed is no longer what the file says; nothing was written."""

    def __init__(self, said: str, *, shown: str = "", now: str = "") -> None:
        super().__init__(said)
        self.shown, self.now = shown, now


@dataclass(frozen=True)
class Written:
    """A change that can be taken back: each file before and after, and what was done to which record."""

    said: str
    record: str
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]


@dataclass
class Desk:
    """The dossier in `folder`, seen and marked by one person. Safe to be called from several threads."""

    folder: Path
    root: Path
    templates: Path
    at_hand: AtHand
    today: Callable[[], date] = date.today
    done: list[Written] = field(default_factory=list)
    """What was written in this run, the last one last."""
    _lock: Lock = field(default_factory=Lock)

    def page(self, live: Live | None = None) -> str:
        """The page as the files are now. Where they cannot be read: what is wrong with them, or Refusal for a file."""
        dossier, problems = load_dossier(self.folder, self.root)
        if dossier is None and live is None:
            raise Refusal(problems)
        if dossier is None:
            assert live is not None
            return page_of_problems(self.folder.name, problems, live=live, templates=self.templates)
        article, refused = self.at_hand(dossier)
        told = (*refused, *check(dossier, article))
        checks = consistency(dossier, article)
        return review_page(dossier, article=article, checks=checks, problems=told, live=live, templates=self.templates)

    def confirm(self, record: str, shown: str, by: str) -> str:
        """Note in a record's file that `by` has compared it with the article today; return what was done."""
        with self._lock:
            files, slot, held = self._held(record, shown)
            if held.reviewed is not None:
                raise Stale(f"{held.id} was already reviewed by {held.reviewed.by} on {held.reviewed.on}")
            seen = Reviewed(by=by, on=self.today().isoformat())
            return self._write(record, f"{held.id} confirmed", files, replaced(files, slot, _with(held, reviewed=seen)))

    def undo(self) -> tuple[str, str]:
        """Take the last change back; return what was done, and the record's name (empty = there was none to undo).

        Raises Stale where a file has changed since: its bytes would be lost.
        """
        with self._lock:
            if not self.done:
                return "nothing to undo: nothing was written since the server started", ""
            last = self.done[-1]
            for name, data in last.after.items():
                if self._bytes(name) != data:
                    raise Stale(f"{name} has changed since: undo it there")
            write_files(self.folder, last.before, seen=last.after, root=self.root)
            self.done.pop()
            return f"undone: {last.said}", last.record

    def _held(self, record: str, shown: str) -> tuple[Files, Slot, Kept]:
        dossier, problems = load_dossier(self.folder, self.root)
        if dossier is None:
            raise Refusal(problems)
        found = find(dossier.files, record)
        if found is None:
            raise Stale(f"{record} is no longer in the files")
        slot, held = found
        if version(held) != shown:
            raise Stale(f"{held.id} has changed in {slot.file}.yaml since this page showed it")
        return dossier.files, slot, held

    def _write(self, record: str, said: str, was: Files, files: Files) -> str:
        name = f"{record.partition('/')[0]}.yaml"
        before = self._bytes(name)
        kind = name.removesuffix(".yaml")
        file = f"{self.folder.name}/{name}"
        after = rewrite(kind, before, getattr(files, kind), was=getattr(was, kind), file=file)
        write_files(self.folder, {name: after}, seen={name: before}, root=self.root)
        self.done.append(Written(said, record, {name: before}, {name: after}))
        return said

    def _bytes(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()


def _with(held: Kept, **values: object) -> Kept:
    return held.model_copy(update=values)
