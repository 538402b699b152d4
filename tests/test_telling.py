"""Problems as editors and checks of a repository read them."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

from onrecord.cli import DONE, PROBLEMS, USAGE, Verb, run
from onrecord.model import Problem, Refusal
from onrecord.report import Report
from onrecord.telling import FORMATS, told

TYPED = Problem("content/flood/events.yaml", 4, 3, "unknown key 'txet'", "did you mean 'text'?", "  txet: Rain fell.")
ABSENT = Problem("content/flood/briefing.yaml", 0, 0, "the file is missing")
AWKWARD = Problem("content/a,b:c/x.yaml", 1, 2, "100 % of\r\nit", "50 %")


def called(report: Report | Exception, *arguments: str) -> tuple[int, str, str]:
    def verb(**_: object) -> Report:
        if isinstance(report, Exception):
            raise report
        return report

    verbs: dict[str, Verb] = dict.fromkeys(["build", "check"], verb)
    out, err = io.StringIO(), io.StringIO()
    return run(verbs, arguments, out, err), out.getvalue(), err.getvalue()


def test_json_tells_every_problem_with_its_place() -> None:
    """The documented keys, and null where there is no line to point at."""
    answer = json.loads(told("json", [TYPED, ABSENT], ["1 of 2 dossiers are sound"]))
    assert answer == {
        "version": 1,
        "sound": False,
        "problems": [
            {
                "file": "content/flood/events.yaml",
                "line": 4,
                "column": 3,
                "severity": "error",
                "message": "unknown key 'txet'",
                "mend": "did you mean 'text'?",
                "excerpt": "  txet: Rain fell.",
            },
            {
                "file": "content/flood/briefing.yaml",
                "line": None,
                "column": None,
                "severity": "error",
                "message": "the file is missing",
                "mend": "",
                "excerpt": "",
            },
        ],
        "said": ["1 of 2 dossiers are sound"],
    }


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (TYPED, "::error file=content/flood/events.yaml,line=4,col=3::unknown key 'txet'%0Adid you mean 'text'?"),
        (ABSENT, "::error file=content/flood/briefing.yaml::the file is missing"),
        (AWKWARD, "::error file=content/a%2Cb%3Ac/x.yaml,line=1,col=2::100 %25 of%0D%0Ait%0A50 %25"),
    ],
)
def test_github_gets_one_escaped_command_for_each_problem(problem: Problem, expected: str) -> None:
    """What would end a command or a property early is escaped; a problem of a whole file has no line."""
    assert told("github", [problem]) == f"{expected}\n"


@pytest.mark.parametrize("problem", [TYPED, ABSENT, AWKWARD])
def test_a_line_is_what_editors_know_from_compilers(problem: Problem) -> None:
    """File, line, column and message in one line, whatever the message holds."""
    (line,) = told("line", [problem]).splitlines()
    assert re.fullmatch(r"(.*?):(\d+):(\d+): error: (.*)", line)


@pytest.mark.parametrize("form", FORMATS[1:])
def test_what_programs_read_comes_on_the_output_alone(form: str) -> None:
    """Nothing on the error stream; the exit code is the same as for people."""
    code, out, err = called(Report(("one line",), (TYPED,)), "check", "--format", form)
    assert (code, err) == (PROBLEMS, "")
    assert out == told(form, [TYPED], ["one line"])


@pytest.mark.parametrize("form", FORMATS[1:])
def test_a_refusal_is_told_in_the_same_format(form: str) -> None:
    """A lock or an unreadable article is a problem like any other."""
    assert called(Refusal([ABSENT]), "build", "--format", form)[:2] == (PROBLEMS, told(form, [ABSENT]))


def test_a_sound_dossier_is_told_to_programs_too() -> None:
    """An empty list of problems, and exit code 0."""
    code, out, _ = called(Report(("2 of 2 dossiers are sound",)), "check", "--format", "json")
    assert code == DONE
    assert json.loads(out) == {"version": 1, "sound": True, "problems": [], "said": ["2 of 2 dossiers are sound"]}


def test_the_format_may_be_given_without_a_verb() -> None:
    """`python build.py --format github` builds."""
    assert called(Report(problems=(TYPED,)), "--format", "github")[1].startswith("::error file=")


def test_an_unknown_format_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    """The formats that there are get named."""
    assert called(Report(), "check", "--format", "xml")[0] == USAGE
    said = capsys.readouterr().err
    assert all(form in said for form in FORMATS)


@pytest.mark.parametrize(
    ("line", "column", "caret"),
    [
        ("  text: closed", 9, 8),
        ("  name: 北京市 x", 13, 15),
        ("  name: e\u0301te\u0301 x", 15, 12),
        ("  name: 👍 x", 11, 11),
        ("  name: a\u200bb x", 13, 11),
    ],
)
def test_the_caret_stands_below_its_character(line: str, column: int, caret: int) -> None:
    """Wide characters take two columns of a terminal, combining and invisible ones none."""
    assert Problem("a.yaml", 1, column, "wrong", "", line).explain().splitlines()[2] == "  " + " " * caret + "^"


@pytest.mark.parametrize("column", [1, 30, 60, 200, 390, 401])
def test_a_long_line_is_cut_around_the_place(column: int) -> None:
    """The line fits a terminal of eighty columns, and the caret still stands below the character it means."""
    line = "".join(chr(ord("a") + n % 26) for n in range(400))
    _, shown, caret = Problem("a.yaml", 1, column, "wrong", "", line).explain().splitlines()
    assert len(shown) <= 80
    assert len(caret) <= 80
    meant = line[column - 1 : column]
    assert shown[len(caret) - 1 : len(caret)] == meant


@pytest.mark.parametrize("problem", [TYPED, ABSENT, AWKWARD])
def test_the_tasks_of_vs_code_read_our_lines(problem: Problem) -> None:
    """The pattern in `.vscode/tasks.json` finds file, line, column and message."""
    tasks = json.loads((Path(__file__).parent.parent / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"]
    for task in tasks:
        pattern = task["problemMatcher"]["pattern"]
        match = re.fullmatch(pattern["regexp"], told("line", [problem]).removesuffix("\n"))
        assert match
        assert match[pattern["line"]] == str(problem.line or 1)
        assert match[pattern["column"]] == str(problem.column or 1)
        assert match[pattern["message"]].startswith(problem.message.split()[0])
