"""Who is looking: as git knows them, otherwise as they said once in the page."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

_LONGEST = 60


@dataclass
class Reviewer:
    """The name or initials that go into the files; None until somebody has said them. Kept in a file between runs."""

    kept: Path
    name: str | None = None

    @classmethod
    def at(cls, root: Path, kept: Path) -> Reviewer:
        """Who reviews the project in `root`: as kept, otherwise the initials of git's `user.name`."""
        said = kept.read_text(encoding="utf-8").strip() if kept.is_file() else ""
        return cls(kept, said or initials(_git_name(root)) or None)

    def keep(self, name: str) -> None:
        """Use this name from now on. Raises ValueError where it is none."""
        plain = " ".join(name.split())
        if not plain or len(plain) > _LONGEST or not plain.isprintable():
            raise ValueError("a name or initials, please")
        self.kept.parent.mkdir(parents=True, exist_ok=True)
        self.kept.write_text(f"{plain}\n", encoding="utf-8")
        self.name = plain


def initials(name: str) -> str:
    """The first letters of a name; a single word stays as it is.

    >>> initials("Jana Maria Horvat"), initials("jana"), initials("")
    ('jmh', 'jana', '')
    """
    words = name.split()
    return name.strip() if len(words) < 2 else "".join(word[0] for word in words).lower()


def _git_name(root: Path) -> str:
    try:
        asked = subprocess.run(
            ["git", "config", "user.name"], cwd=root, capture_output=True, text=True, timeout=5, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return asked.stdout.strip()
