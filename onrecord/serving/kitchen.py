"""What is done when files are saved: first the open page, then the rest, then every check."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from onrecord.house import House
from onrecord.model import Problem
from onrecord.report import Report

from .news import News
from .watch import Watch

REST = 0.4
"""Seconds without a save after which the whole build runs: checks against the article, search, rights."""


class Look(Protocol):
    """Makes the pages of one briefing new, that of `first` before the others; tells what keeps it from doing so."""

    def __call__(self, slug: str, *, first: str, shown: Callable[[], None]) -> Report:
        """Call `shown` once the first page can be read."""


@dataclass
class Kitchen:
    """Turns saves into pages, one after the other."""

    house: House
    watch: Watch
    news: News
    build: Callable[[], Report]
    look: Look
    tell: Callable[[Report], None]
    stopped: threading.Event = field(default_factory=threading.Event)
    outdated: bool = False
    """Whether the program's own files changed, so that it has to start again."""
    wrong: tuple[Problem, ...] = ()
    """What the terminal was told last that has to be mended."""
    due: bool = False
    """Whether pages stand that the whole build has not seen."""

    def work(self) -> None:
        """Until stopped."""
        while not self.stopped.is_set():
            paths = self.watch.wait(REST if self.due else None)
            if self.stopped.is_set():
                return
            if paths:
                self.saved(paths)
                if self.outdated:
                    return
            elif self.due:
                self.whole()

    def saved(self, paths: Iterable[Path]) -> None:
        """Some files were saved: show what can be shown at once, or build everything where that is not known."""
        slugs, other = self._concerned(paths)
        if own := {path for path in other if self._part(path) == "onrecord"}:
            self._program(own)
            other -= own
        if self.outdated:
            return
        if other:
            self.whole()
            return
        for slug in sorted(slugs):
            self._say(self.look(slug, first=self.news.open_page(slug), shown=self.news.changed))
            self.due = True

    def whole(self) -> None:
        """Build and check everything that changed; tell what stands against it."""
        self.due = False
        report = self.build()
        if not report.problems:
            shutil.rmtree(self.house.preview, ignore_errors=True)
            self.news.changed()
        self._say(report)

    def _say(self, report: Report) -> None:
        """Tell open pages what stands against them, and the terminal whatever it has not been told."""
        self.news.tell(report.problems)
        if self.wrong and not report.problems:
            self.tell(Report(("mended",)))
        new = report.problems != self.wrong if report.problems else report.lines and not report.idle
        if new:
            self.tell(report)
        self.wrong = report.problems

    def _program(self, paths: Iterable[Path]) -> None:
        """The program itself changed: a new start reads it, and the lexicons of the extractor the next extraction."""
        ours = {path for path in paths if path.suffix in (".py", ".yaml", ".js")}
        lexicons = {path for path in ours if "extract" in path.parts and path.suffix == ".yaml"}
        for path in sorted(lexicons):
            name = self.house.name_of(path)
            self.tell(Report((f"{name} is read when an article is extracted: python build.py extract ARTICLE",)))
        self.outdated = bool(ours - lexicons)

    def _part(self, path: Path) -> str:
        return path.relative_to(self.house.root).parts[0]

    def _concerned(self, paths: Iterable[Path]) -> tuple[set[str], set[Path]]:
        """The briefings whose dossier was edited, and whatever else changed that a build reads."""
        slugs: set[str] = set()
        other: set[Path] = set()
        for path in paths:
            parts = path.relative_to(self.house.root).parts if path.is_relative_to(self.house.root) else ()
            known = len(parts) == 3 and parts[0] == "content" and (self.house.public / parts[1]).is_dir()
            if known and path.suffix == ".yaml" and (self.house.dossier(parts[1]) / "briefing.yaml").exists():
                slugs.add(parts[1])
            elif parts and parts[0] in ("content", "sources", "templates", "onrecord", "mkdocs.yml"):
                other.add(path)
        return slugs, other
