"""Problems as a person, an editor or a check of a repository reads them: one place, four ways to tell it.

`text`
    place and message, the line with a caret, the mend; to the error stream.
`line`
    `FILE:LINE:COLUMN: error: MESSAGE; MEND`, one problem a line, as compilers write it: editors jump to the place.
`json`
    one object: `version` (of this shape: 1), `sound` (true when there is nothing to mend), `problems`, `said` (what the
    verb reports besides). A problem has `file` (below the project, with `/`), `line` and `column` (from 1, in code
    points; null where there is no line to point at), `severity` (always `error`: nothing is published with a
    problem), `message`, `mend` and `excerpt` (the line that is wrong; both may be empty). Keys are only ever added.
`github`
    commands of GitHub Actions, which puts each problem beside its line: `::error file=…,line=…,col=…::MESSAGE`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from onrecord.model import Problem

FORMATS = ("text", "line", "json", "github")
"""What `--format` takes; the first is for people."""


def told(form: str, problems: Sequence[Problem], said: Iterable[str] = ()) -> str:
    """The whole output of a run in one of the `FORMATS` that are for programs; ends with a line end if not empty."""
    if form == "json":
        return _json(problems, said)
    write = {"line": _line, "github": _github}[form]
    return "".join(f"{write(problem)}\n" for problem in problems)


def _json(problems: Sequence[Problem], said: Iterable[str]) -> str:
    answer = {
        "version": 1,
        "sound": not problems,
        "problems": [_as_data(problem) for problem in problems],
        "said": list(said),
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _as_data(problem: Problem) -> dict[str, str | int | None]:
    return {
        "file": problem.file,
        "line": problem.line or None,
        "column": problem.column or None,
        "severity": "error",
        "message": problem.message,
        "mend": problem.mend,
        "excerpt": problem.excerpt,
    }


def _line(problem: Problem) -> str:
    """One line as compilers write it; a problem of a whole file stands at its beginning.

    >>> _line(Problem("a.yaml", 2, 3, "unknown key 'rolle'", "did you mean 'role'?", "  rolle: x"))
    "a.yaml:2:3: error: unknown key 'rolle'; did you mean 'role'?"
    """
    words = "; ".join(part for part in (problem.message, problem.mend) if part)
    return f"{problem.file}:{problem.line or 1}:{problem.column or 1}: error: {' '.join(words.split())}"


def _github(problem: Problem) -> str:
    r"""One command of GitHub Actions, escaped as GitHub asks.

    >>> _github(Problem("a,b.yaml", 2, 3, "100 % wrong", "write 99"))
    '::error file=a%2Cb.yaml,line=2,col=3::100 %25 wrong%0Awrite 99'
    """
    at = {"file": problem.file, "line": problem.line, "col": problem.column}
    place = ",".join(f"{key}={_property(str(value))}" for key, value in at.items() if value)
    return f"::error {place}::{_escaped(chr(10).join(part for part in (problem.message, problem.mend) if part))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
