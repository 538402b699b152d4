"""Who wrote a change and on which day, as git knows it, for corrections that do not say so themselves.

One call of git tells of a whole file, and is asked once for each commit: the answers are kept in a file below `build/`.
Without git, without a repository, or where something goes wrong nothing is known, and nothing fails.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.model import FACT_FILES, Correction

_PATIENCE = 10
"""Seconds."""
_ENTRY = re.compile(r"[0-9a-f]{40,64} \d+ \d+")
_ID = re.compile(r"([-+])\s*(?:- )?id: *[\"']?([a-z0-9-]+)[\"']?\s*$")
_COMMIT = "\x01"


class Hand(NamedTuple):
    """Who, and on which day; None where it is not known."""

    by: str | None = None
    on: str | None = None


_NOBODY = Hand()


@dataclass
class History:
    """The repository that a project lies in. `kept` is the file that holds what git said before."""

    root: Path
    kept: Path
    _said: dict[str, Any] = field(default_factory=dict)
    _changed: bool = False

    def explained(self, corrections: Sequence[Correction], folder: str) -> tuple[Correction, ...]:
        """The corrections of a dossier, newest first, each with who and when as far as it says so or git knows.

        `folder` is the dossier's, below the root. What a record says itself counts; what an update of the article
        changed, nobody wrote.
        """
        if all(is_told(correction) for correction in corrections) or self._head is None:
            return tuple(corrections)
        made = [one if is_told(one) else self._explained(one, folder) for one in corrections]
        self._keep()
        return tuple(sorted(made, key=lambda one: one.on or "", reverse=True))

    def _explained(self, correction: Correction, folder: str) -> Correction:
        hand = _NOBODY
        if correction.written:
            hand = self._of_line(correction.written.file, correction.written.line)
        elif correction.kind == "rejection":
            hand = self._of_removal(correction, folder)
        return replace(correction, by=correction.by or hand.by, on=correction.on or hand.on)

    def _of_line(self, file: str, line: int) -> Hand:
        known = self._lines(file)
        return known[line - 1] if 0 < line <= len(known) else _NOBODY

    def _lines(self, file: str) -> list[Hand]:
        """Who wrote each line of a file as it lies there; what is not committed, whoever is at work."""
        if file not in self._now:
            committed = self._ask(f"blame {file}", lambda: self._blame(file))
            self._now[file] = self._as_now(committed, self.root / file)
        return self._now[file]

    @cached_property
    def _now(self) -> dict[str, list[Hand]]:
        return {}

    def _as_now(self, committed: list[list[str]], path: Path) -> list[Hand]:
        try:
            lines = path.read_bytes().decode("utf-8", "replace").removesuffix("\n").split("\n")
        except OSError:
            return []
        lines = [line.rstrip("\r") for line in lines]
        then = [text for text, _, _ in committed]
        hands = [Hand(by, on) for _, by, on in committed]
        if then == lines:
            return hands
        now = [Hand(self._at_work)] * len(lines)
        for a, b, size in SequenceMatcher(None, then, lines, autojunk=False).get_matching_blocks():
            now[b : b + size] = hands[a : a + size]
        return now

    def _blame(self, file: str) -> list[list[str]]:
        """Text, author and day of each line as last committed."""
        told = self._git("blame", "--porcelain", "HEAD", "--", file) or ""
        people: dict[str, list[str]] = {}
        lines, commit, moment = [], "", 0
        for line in told.split("\n"):
            key, _, value = line.partition(" ")
            if line.startswith("\t"):
                lines.append([line[1:].rstrip("\r"), *people[commit]])
            elif _ENTRY.match(line):
                commit = key
            elif key == "author":
                people[commit] = [" ".join(value.split()), ""]
            elif key == "author-time":
                moment = int(value)
            elif key == "author-tz":
                people[commit][1] = _day(moment, value)
        return lines

    def _of_removal(self, correction: Correction, folder: str) -> Hand:
        """Who took a record out of the files: the last commit that removed its id; else, whoever is at work."""
        known = self._ask(f"removed {folder}", lambda: self._removals(folder))
        files = [correction.file, *(FACT_FILES if correction.of == "fact" else ())]
        told = next((known[key] for file in files if (key := f"{file}/{correction.record}") in known), None)
        if told is None:
            return _NOBODY
        return Hand(*told[1:]) if told[0] == "-" else Hand(self._at_work)

    def _removals(self, folder: str) -> dict[str, list[str]]:
        """What the last commit that touched the line of an id did with it, who made it, and on which day."""
        told = self._git(
            "log", "-p", "-U0", "--no-color", "--no-ext-diff", "--no-renames", "--date=format:%Y-%m-%d",
            f"--format={_COMMIT}%an%x00%ad", "HEAD", "--", folder, f":(exclude){folder}/found.yaml",
        )  # fmt: skip
        known: dict[str, list[str]] = {}
        for commit in (told or "").split(_COMMIT)[1:]:
            head, _, patch = commit.partition("\n")
            by, _, on = head.partition("\x00")
            for key, sign in _touched(patch).items():
                known.setdefault(key, [sign, " ".join(by.split()), on])
        return known

    @cached_property
    def _at_work(self) -> str | None:
        """Whose name a commit made now would bear."""
        name = os.environ.get("GIT_AUTHOR_NAME") or self._git("config", "user.name") or ""
        return " ".join(name.split()) or None

    @cached_property
    def _head(self) -> str | None:
        """The commit that the files are compared with; None where there is none."""
        head = (self._git("rev-parse", "--verify", "HEAD") or "").strip()
        if not head:
            return None
        with suppress(OSError, ValueError):
            self._said = json.loads(self.kept.read_text(encoding="utf-8"))
        before = self._said if isinstance(self._said, dict) else {}
        if before.get("head") != head:
            self._said = {"head": head, "answers": self._still_true(before, head)}
            self._changed = True
        return head

    def _still_true(self, before: dict[str, Any], head: str) -> dict[str, Any]:
        """The answers about files that no commit since then has touched; none where history was written anew."""
        if not before:
            return {}
        range_ = f"{before.get('head')}...{head}"
        told = self._git("log", "-m", "--left-right", "--format=%m", "--name-only", "--relative", range_, "--")
        if told is None or "<" in (names := set(told.split("\n"))):
            return {}
        return {
            question: answer
            for question, answer in before.get("answers", {}).items()
            if not any(name.startswith(question.partition(" ")[2]) for name in names)
        }

    def _ask(self, question: str, find: Callable[[], Any]) -> Any:
        """What git said before of this commit, otherwise what it says now."""
        answers = self._said["answers"]
        if question not in answers:
            answers[question] = find()
            self._changed = True
        return answers[question]

    def _keep(self) -> None:
        if self._changed:
            new = self.kept.with_name(f"{self.kept.name}.{os.getpid()}.new")
            with suppress(OSError):
                self.kept.parent.mkdir(parents=True, exist_ok=True)
                new.write_text(json.dumps(self._said, separators=(",", ":")), encoding="utf-8")
                new.replace(self.kept)
            self._changed = False

    def _git(self, *words: str) -> str | None:
        """What git prints; None where it cannot be asked or does not know."""
        quiet = {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
        try:
            asked = subprocess.run(
                ["git", "-c", "core.quotePath=false", *words],
                cwd=self.root,
                env={**os.environ, **quiet},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        return asked.stdout.decode("utf-8", "replace") if asked.returncode == 0 else None


def is_told(correction: Correction) -> bool:
    """Whether a correction says itself who made it and when, so that git need not be asked."""
    return correction.on is not None and (correction.by is not None or correction.kind == "update")


def _touched(patch: str) -> dict[str, str]:
    """What a patch did to each id, by `file/id`: `-` removed, `+` added or moved within its file."""
    touched: dict[str, str] = {}
    file = ""
    for line in patch.split("\n"):
        if line.startswith(("--- ", "+++ ")):
            file = file if line.endswith("/dev/null") else Path(line[4:].strip()).stem
        elif found := _ID.match(line):
            key = f"{file}/{found[2]}"
            touched[key] = "+" if touched.get(key) == "+" else found[1]
    return touched


def _day(moment: int, zone: str) -> str:
    """The day of a moment where its author was.

    >>> _day(1764000000, "+0200"), _day(1764000000, "-1800")
    ('2025-11-24', '2025-11-23')
    """
    minutes = int(zone[1:3] or 0) * 60 + int(zone[3:5] or 0)
    shift = timedelta(minutes=-minutes if zone.startswith("-") else minutes)
    return (datetime.fromtimestamp(moment, UTC) + shift).date().isoformat()
