"""One dossier under review: what the page shows, and what a person's marks write into the files.

Every write loads the files anew, changes one value, and replaces only what still is as the page showed it. What a
person wrote in an editor meanwhile stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from threading import Lock
from typing import get_args

from onrecord.dossier import check, consistency, write_files
from onrecord.dossier.merging.remembering import open_clashes
from onrecord.model import Article, Dossier, Doubt, Fact, Problem, Refusal
from onrecord.pages.review import Live, Told, Trouble, fact_form, new_fact_form, page_of_problems, review_page, troubles

from .changes import there, troubled
from .edits import find, replaced
from .marks import Change, Doubted, Mark, Stale
from .opened import Bytes, Opened, news

AtHand = Callable[[Dossier], tuple[Article | None, tuple[Problem, ...]]]
"""The article of a dossier, where it is at hand, and what is wrong with it."""
_SETTLE = re.compile(r"'settled: \[([a-z]+)\]'")


@dataclass(frozen=True)
class Written:
    """A change that can be taken back: each file before and after, and what was done to which record."""

    said: str
    record: str
    before: Bytes
    after: Bytes


@dataclass
class Desk:
    """The dossier in `folder`, seen and marked by one person. Safe to be called from several threads."""

    folder: Path
    root: Path
    templates: Path
    at_hand: AtHand
    today: Callable[[], date] = date.today
    dress: Callable[[str], str] = str
    """Makes the edit links of a served page lead into an editor."""
    done: list[Written] = field(default_factory=list)
    """What was written in this run, the last one last."""
    _checked: tuple[tuple[Bytes, str | None], tuple[Problem, ...]] | None = None
    _lock: Lock = field(default_factory=Lock)

    def page(self, live: Live | None = None) -> str:
        """The page as the files are now. Where they cannot be read: what is wrong with them, or Refusal for a file."""
        try:
            opened = Opened.at(self.folder, self.root)
        except Refusal as refusal:
            if live is None:
                raise
            return page_of_problems(self.folder.name, refusal.problems, live=live, templates=self.templates)
        dossier = opened.dossier
        article, refused = self.at_hand(dossier)
        told = Told(
            checks=consistency(dossier, article),
            problems=(*refused, *self._problems(opened, article)),
            clashes=open_clashes(dossier.found.decisions, dossier.files) if dossier.found else (),
        )
        page = review_page(dossier, article=article, told=told, live=live, templates=self.templates)
        return self.dress(page) if live else page

    def form(self, record: str) -> str:
        """The form for a fact, as its file says it now."""
        dossier = Opened.at(self.folder, self.root).dossier
        _, held = there(dossier, record)
        if not isinstance(held, Fact):
            raise Stale(f"{record} is no fact: open it in an editor")
        return fact_form(dossier, held, templates=self.templates)

    def blank(self, start: int) -> str:
        """The form for a new fact on words that begin at `start`."""
        dossier = Opened.at(self.folder, self.root).dossier
        placed = [fact for fact in dossier.facts.values() if fact.at]
        near = min(placed, key=lambda fact: abs(fact.at.start - start) if fact.at else 0, default=None)
        return new_fact_form(dossier, near, templates=self.templates)

    def write(self, make: Callable[[Dossier], Change], mark: Mark, *, try_first: bool = True) -> Change:
        """Write what `make` makes of the dossier as it is now; return it.

        Raises Doubted where something would be wrong that is not wrong now, unless the mark insists; without
        `try_first` nobody looks: for a change that says nothing about the world.
        """
        with self._lock:
            opened = Opened.at(self.folder, self.root)
            change = make(opened.dossier)
            changed = opened.written(change.files)
            try:
                if try_first:
                    self._try(opened, change, changed)
            except Doubted as doubted:
                change = _overruled(change, doubted, mark)
                changed = opened.written(change.files)
            before = opened.before(changed)
            write_files(self.folder, changed, seen=before, root=self.root)
            self.done.append(Written(change.said, change.record, before, changed))
            return change

    def undo(self) -> tuple[str, str]:
        """Take the last change back; return what was done, and the record's name (empty = there was none to undo).

        Raises Stale where a file has changed since: its bytes would be lost.
        """
        with self._lock:
            if not self.done:
                return "nothing to undo: nothing was written since the server started", ""
            last = self.done[-1]
            for name, data in last.after.items():
                path = self.folder / name
                if (path.read_bytes() if path.exists() else None) != data:
                    raise Stale(f"{name} has changed since: undo it there")
            write_files(self.folder, last.before, seen=last.after, root=self.root)
            self.done.pop()
            return f"undone: {last.said}", last.record

    def _try(self, opened: Opened, change: Change, changed: Bytes) -> None:
        """Raise Doubted where something would be wrong that is not wrong now."""
        dossier, problems = opened.tried(changed)
        if dossier is None:
            raise Doubted((), [problem.explain() for problem in problems], sure=True)
        article, _ = self.at_hand(dossier)
        new = news(self._problems(opened, article), check(dossier, article))
        here = troubles(dossier, new).get(change.record, ())
        told = {(trouble.message, trouble.mend) for trouble in here}
        if new:
            elsewhere = [p.explain() for p in new if (p.message, p.mend) not in told]
            raise Doubted(here, elsewhere, sure=bool(opened.new_danglers(dossier)))

    def _problems(self, opened: Opened, article: Article | None) -> tuple[Problem, ...]:
        """What `check` says of the dossier as it lies there; asked once for the same bytes and the same article."""
        now = opened.seen, article.sha256 if article else None
        if self._checked is None or self._checked[0] != now:
            self._checked = now, check(opened.dossier, article)
        return self._checked[1]


def _overruled(change: Change, doubted: Doubted, mark: Mark) -> Change:
    """The change with every doubt about its fact settled by name.

    Raises Doubted unless somebody insists and says why.
    """
    if doubted.sure or not mark.insists:
        raise doubted
    found = [match[1] for trouble in doubted.here for match in _SETTLE.finditer(trouble.mend)]
    names: list[Doubt] = [name for name in get_args(Doubt) if name in found]
    held = find(change.files, change.record)
    if not names or held is None or not isinstance(held[1], Fact):
        return change
    if not mark.why:
        raise troubled(
            doubted, Trouble("why", "a doubt is settled with a reason", "say in a few words why it is right")
        )
    fact = held[1].model_copy(update={"settled": tuple(dict.fromkeys((*held[1].settled, *names)))})
    return replace(change, files=replaced(change.files, held[0], fact))
