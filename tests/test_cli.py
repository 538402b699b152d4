"""The command line as people meet it."""

from __future__ import annotations

import io
from typing import Any

import pytest

from onrecord.cli import DONE, PROBLEMS, USAGE, run
from onrecord.model import Problem, Refusal
from onrecord.report import Report

PROBLEM = Problem("content/flood/events.yaml", 4, 3, "unknown key 'txet'", "did you mean 'text'?", "  txet: Rain fell.")


class Call:
    """A verb that remembers how it was called and reports what it is told to."""

    def __init__(self, report: Report | Exception) -> None:
        self.report = report
        self.options: dict[str, Any] = {}

    def __call__(self, **options: Any) -> Report:
        self.options = options
        if isinstance(self.report, Exception):
            raise self.report
        return self.report


def called(verb: Call, *arguments: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = run(dict.fromkeys(["build", "check", "extract", "new", "serve"], verb), arguments, out, err)
    return code, out.getvalue(), err.getvalue()


def test_without_a_verb_the_site_is_built() -> None:
    """`python build.py` is the main job."""
    assert called(Call(Report(("public/ is ready",)))) == (DONE, "public/ is ready\n", "")


def test_problems_are_printed_whole_and_the_exit_code_says_so() -> None:
    """Place, message, the line with a caret, the mend; then how many."""
    code, out, err = called(Call(Report(problems=(PROBLEM,))), "check")
    assert (code, out) == (PROBLEMS, "")
    assert err == (
        "content/flood/events.yaml:4:3: unknown key 'txet'\n"
        "    txet: Rain fell.\n"
        "    ^\n"
        "  did you mean 'text'?\n"
        "1 problem; what was published before stays as it was.\n"
    )


def test_a_refusal_is_no_traceback() -> None:
    """What an article or an editor causes is told like any other problem."""
    code, _, err = called(Call(Refusal([PROBLEM, PROBLEM])), "build")
    assert code == PROBLEMS
    assert err.count("unknown key") == 2
    assert "Traceback" not in err
    assert "2 problems" in err


def test_a_patch_is_printed_where_it_can_be_piped() -> None:
    """What could not be written goes to the output as a patch, the problem to the error stream."""
    code, out, err = called(Call(Refusal([PROBLEM], "--- a/x.yaml\n+++ b/x.yaml\n")), "build")
    assert (code, out) == (1, "--- a/x.yaml\n+++ b/x.yaml\n")
    assert PROBLEM.message in err


def test_extract_takes_articles_a_date_and_a_slug() -> None:
    """What the README's three lines use."""
    verb = Call(Report())
    called(verb, "extract", "a.txt", "b.html", "--published", "2026-03-12", "--slug", "flood")
    assert verb.options["articles"] == ["a.txt", "b.html"]
    assert (verb.options["published"], verb.options["slug"]) == ("2026-03-12", "flood")


@pytest.mark.parametrize("arguments", [["publish"], ["extract", "--date", "today"]])
def test_an_unknown_word_is_a_usage_error(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is called; the exit code tells it from a problem in a dossier."""
    verb = Call(Report())
    assert called(verb, *arguments)[0] == USAGE
    assert verb.options == {}
    assert "usage:" in capsys.readouterr().err


def test_help_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` ends well and names every verb."""
    assert called(Call(Report()), "--help")[0] == DONE
    said = capsys.readouterr().out
    assert all(verb in said for verb in ["build", "check", "extract", "new", "serve"])
