"""The command line: reads arguments, calls a verb of `build.py`, tells people what came of it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from onrecord.model import Refusal
from onrecord.report import Report

from .telling import FORMATS, told

DONE, PROBLEMS, USAGE = 0, 1, 2
"""Exit codes: nothing to mend; something to mend; the call itself was not understood."""


Verb = Callable[..., Report]


def run(verbs: Mapping[str, Verb], arguments: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Call the verb that `arguments` name; print its lines to `out`, its problems to `err`; return the exit code.

    A `Refusal` is printed like any other problem: an editor or an article can never cause a traceback.
    """
    try:
        options = vars(_parser().parse_args(_as_build(_as_batch(arguments))))
    except SystemExit as stop:  # argparse has said why
        return DONE if not stop.code else USAGE
    form = options.pop("format", "text")
    try:
        verb = verbs[options.pop("verb")]
        report = verb(**options)
    except Refusal as refusal:
        report = _refused(refusal)
    except KeyboardInterrupt:
        return PROBLEMS
    if form == "text":
        _tell(report, out, err)
    else:
        out.write(told(form, report.problems, report.lines))
    return PROBLEMS if report.problems else DONE


def main(verbs: Mapping[str, Verb]) -> int:
    """Run with the process's own arguments and streams."""
    return run(verbs, sys.argv[1:], sys.stdout, sys.stderr)


def caught(verb: Callable[[], Report]) -> Callable[[], Report]:
    """A verb to be called while something else goes on, as `serve` does: a refusal comes back as its problems."""

    def call() -> Report:
        try:
            return verb()
        except Refusal as refusal:
            return _refused(refusal)

    return call


def tell_all(report: Report) -> None:
    """Print what came of a verb at once, while something else goes on."""
    _tell(report, sys.stdout, sys.stderr)
    sys.stdout.flush()


def _refused(refusal: Refusal) -> Report:
    patch = refusal.patch.removesuffix("\n")
    return Report((patch,) if patch else (), refusal.problems)


def tell(line: str) -> None:
    """Print a line at once, for a verb that goes on for long."""
    print(line, flush=True)


def _as_batch(arguments: Sequence[str]) -> Sequence[str]:
    """`extract --batch IN --out OUT` is a verb of its own: it takes no article and writes no dossier."""
    return ["batch", *arguments[1:]] if list(arguments[:1]) == ["extract"] and "--batch" in arguments else arguments


def _as_build(arguments: Sequence[str]) -> Sequence[str]:
    """Without a verb the site is built, also where an option of `build` comes first."""
    named = bool(arguments) and (not arguments[0].startswith("-") or arguments[0] in ("-h", "--help"))
    return arguments if named else ["build", *arguments]


def _tell(report: Report, out: TextIO, err: TextIO) -> None:
    _print(report.lines, out)
    _print((problem.explain() for problem in report.problems), err)
    if count := len(report.problems):
        _print([f"{count} problem{'s' if count > 1 else ''}; what was published before stays as it was."], err)


def _print(lines: Iterable[str], stream: TextIO) -> None:
    for line in lines:
        print(line, file=stream)


_FORMATS_SAID = "how problems are told: text for people, line for editors, json for programs, github for its Actions"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python build.py",
        description="From a news article to a briefing website in which every fact says who says so. "
        "Without a verb: check every dossier, render it, publish public/.",
        epilog="Exit codes: 0 nothing to mend; 1 something to mend, nothing published; 2 the call was not understood.",
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    for verb in (
        _add(verbs, "build", "check every dossier, render it, publish public/ (the default)"),
        _add(verbs, "check", "tell all problems of all dossiers"),
    ):
        verb.add_argument("--format", choices=FORMATS, default="text", help=_FORMATS_SAID)
    _add_extract(verbs)
    _add_batch(verbs)
    new = _add(verbs, "new", "lay an empty dossier to fill by hand")
    new.add_argument(
        "slug",
        metavar="SLUG",
        nargs="?",
        help="folder name: lower-case words and hyphens (default: from --title)",
    )
    new.add_argument("--title", help="title of the briefing (default: from SLUG)")
    new.add_argument("--published", metavar="DATE", help="publication date of the article, YYYY-MM-DD")
    new.add_argument(
        "--rights", choices=("own", "open", "reserved"), default="reserved", help="of the article (default: reserved)"
    )
    review = _add(verbs, "review", "a private page: the article's text with every fact where it comes from, to confirm")
    review.add_argument("slug", metavar="SLUG", help="folder name of the briefing")
    review.add_argument("--port", type=int, default=0, help="port on the loopback address (default: any that is free)")
    review.add_argument("--static", action="store_true", help="write the page to a file for reading, and serve nothing")
    _add_asking(verbs)
    mutate = _add(verbs, "mutate", "damage a dossier in memory and tell which damage the checks let through")
    mutate.add_argument("slug", metavar="SLUG", help="folder name of the briefing; its article must be at hand")
    mutate.add_argument("--count", type=int, metavar="N", help="try the first N, each kind in turn (default: all)")
    mutate.add_argument("--list", action="store_true", dest="listed", help="list what got through")
    serve = _add(verbs, "serve", "show the site on this machine and rebuild it when a file changes")
    serve.add_argument("--port", type=int, default=8000, help="port on the loopback address (default: 8000)")
    for verb in (review, serve):
        verb.add_argument(
            "--editor",
            default="auto",
            help="what edit links open: auto (VS Code where it is installed), vscode, none, or an address with {path}",
        )
    return parser


def _add(verbs: Any, name: str, said: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=said, description=said[0].upper() + said[1:] + ".")
    return parser


def _add_extract(verbs: Any) -> None:
    extract = _add(verbs, "extract", "turn articles into dossiers; merge into the dossiers that exist")
    extract.add_argument("articles", nargs="+", metavar="ARTICLE", help="a .txt, .md or .html file")
    extract.add_argument("--published", metavar="DATE", help="publication date, YYYY-MM-DD, where the file names none")
    extract.add_argument("--slug", help="folder name of the briefing (default: from the file name or the title)")


def _add_asking(verbs: Any) -> None:
    explain = _add(
        verbs, "explain", "where a fact comes from and which pages show it; an actor, place or equipment too"
    )
    explain.add_argument("record", metavar="FACT", help="its id, as in port-closes; file/id where several have it")
    what_if = _add(verbs, "what-if", "what a correction would change, before it is saved; writes nothing")
    what_if.add_argument(
        "changes",
        metavar="FACT.field=value",
        nargs="+",
        help="as in port-closes.source=ana-ruiz, port-closes.quantities[0].value=9, briefing.title=... ; "
        "FACT= tries a record away",
    )
    for verb in (explain, what_if):
        verb.add_argument("--slug", help="folder name of the briefing, where ids of several are the same")
        verb.add_argument(
            "--format", dest="form", choices=("text", "json"), default="text", help="text for people, json for programs"
        )


def _add_batch(verbs: Any) -> None:
    batch = _add(verbs, "batch", "many articles at once; also written `extract --batch IN --out OUT`")
    batch.add_argument(
        "--batch", metavar="IN", dest="texts", type=Path, required=True, help="a JSON line each: {id, text, published}"
    )
    batch.add_argument("--out", metavar="OUT", type=Path, required=True, help="what was found, a JSON line each")
