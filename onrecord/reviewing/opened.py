"""A dossier as it lies on the disk, and as it would be after a change: nothing is written here but in passing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.dossier import load_dossier, rewrite
from onrecord.dossier.checking.desk import Desk, known_ids
from onrecord.dossier.checking.references import check_references
from onrecord.model import Dossier, Files, Problem, Refusal

Bytes = Mapping[str, bytes | None]
"""What files hold, by their name; None = there is no such file."""


@dataclass(frozen=True)
class Opened:
    """A dossier, and the bytes it was read from: a write that finds other bytes is refused."""

    folder: Path
    root: Path
    dossier: Dossier
    seen: Bytes

    @classmethod
    def at(cls, folder: Path, root: Path) -> Opened:
        """The dossier in `folder`. Raises Refusal with every problem where it cannot be read."""
        seen = {path.name: path.read_bytes() for path in sorted(folder.glob("*.yaml"))}
        dossier, problems = load_dossier(folder, root)
        if dossier is None:
            raise Refusal(problems)
        return cls(folder, root, dossier, seen)

    def written(self, files: Files) -> Bytes:
        """The bytes of each file that says something else in `files`.

        Raises Refusal, with the patch, where a remark of a person would be lost.
        """
        names = [name for name in Files.model_fields if getattr(files, name) != getattr(self.dossier.files, name)]
        where = self.folder.relative_to(self.root) if self.folder.is_relative_to(self.root) else self.folder
        return {
            f"{name}.yaml": rewrite(
                name,
                self.seen.get(f"{name}.yaml") or b"",
                getattr(files, name),
                was=getattr(self.dossier.files, name),
                file=(where / f"{name}.yaml").as_posix(),
            )
            for name in names
        }

    def before(self, changed: Bytes) -> Bytes:
        """What the files that would change hold now."""
        return {name: self.seen.get(name) for name in changed}

    def tried(self, changed: Bytes) -> tuple[Dossier | None, tuple[Problem, ...]]:
        """The dossier as it would load with the changed files, and what would be wrong in them."""
        with TemporaryDirectory(prefix="onrecord-review-") as place:
            root = Path(place)
            folder = root / (self.folder.relative_to(self.root) if self.folder.is_relative_to(self.root) else "trial")
            folder.mkdir(parents=True)
            for name, data in {**self.seen, **changed}.items():
                if data is not None:
                    (folder / name).write_bytes(data)
            return load_dossier(folder, root)

    def new_danglers(self, changed: Dossier) -> tuple[Problem, ...]:
        """The ids that point at nothing in the changed dossier, or are used twice, and that are not so in this one."""
        return news(_references(self.dossier), _references(changed))


def _references(dossier: Dossier) -> tuple[Problem, ...]:
    desk = Desk(dossier, known_ids(dossier))
    check_references(desk)
    return tuple(desk.problems)


def news(before: Sequence[Problem], after: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems that come on top of those before; lines that only moved are no news."""
    known = Counter((problem.file, problem.message, problem.mend) for problem in before)
    news = []
    for problem in after:
        said = problem.file, problem.message, problem.mend
        known[said] -= 1
        news += [problem] if known[said] < 0 else []
    return tuple(news)
