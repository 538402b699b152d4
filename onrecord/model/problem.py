"""What a person must mend: where, what, and how."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. `line` and `column` count from 1; 0 where there is no line to point at."""

    file: str
    line: int
    column: int
    message: str
    mend: str = ""
    excerpt: str = ""
    """The line of the file that is wrong, without its line end."""

    def explain(self) -> str:
        r"""Place and message, the line with a caret below, and the mend.

        >>> print(Problem("a.yaml", 2, 3, "unknown key 'rolle'", "did you mean 'role'?", "  rolle: x").explain())
        a.yaml:2:3: unknown key 'rolle'
            rolle: x
            ^
          did you mean 'role'?
        """
        place = self.file + (f":{self.line}:{self.column}" if self.line else "")
        lines = [f"{place}: {self.message}"]
        if self.excerpt:
            shown = self.excerpt.replace("\t", " ")
            lines += [f"  {shown}", "  " + " " * (self.column - 1) + "^"]
        if self.mend:
            lines.append(f"  {self.mend}")
        return "\n".join(lines)


class Refusal(Exception):
    """What was asked cannot be done with this input; nothing was written. Carries every problem at once."""

    def __init__(self, problems: Iterable[Problem], patch: str = "") -> None:
        self.problems = tuple(problems)
        self.patch = patch
        """What would have been written, as a unified diff, for a person to apply; empty where there is none."""
        super().__init__("\n".join(problem.explain() for problem in self.problems))
