"""What a correction would change before it is saved: two states of one dossier, compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from onrecord.dossier.trying import Assignment
from onrecord.model import Consistency, Correction, Dossier, Problem
from onrecord.pages.visible import visible_lines

from .bearing import lines_on

VERSION = 1
"""Of the shape of the data; keys are only ever added."""
_SIZES = "data.md"
"""The page that tells how large the downloads are: nothing that a person corrects."""
_DRAWING = re.compile(r"<svg.*?</svg>", re.DOTALL)


@dataclass(frozen=True)
class State:
    """A dossier, as it is or as it would be, and what comes of it."""

    dossier: Dossier
    problems: Sequence[Problem]
    corrections: Sequence[Correction]
    checks: Sequence[Consistency]
    files: Mapping[str, str] | None
    """Pages and downloads; None where an id leads nowhere, so that none can be made."""


def compared(now: State, then: State, assignments: Sequence[Assignment]) -> dict[str, Any]:
    """What differs once the values are saved, as plain data."""
    names = [assignment.name.rpartition("/")[2] for assignment in assignments]
    return {
        "version": VERSION,
        "briefing": now.dossier.slug,
        "tried": [one.text for one in assignments],
        "changes": now.dossier.files != then.dossier.files,
        "was_found": now.dossier.found is not None,
        "counts_as": [_told(one) for one in _new(now.corrections, then.corrections, key=_correction)],
        "counts_no_more": [_told(one) for one in _new(then.corrections, now.corrections, key=_correction)],
        "arises": [_problem(one) for one in arising(now, then)],
        "vanishes": [_problem(one) for one in arising(then, now)],
        "figures": list(_figures(now.checks, then.checks)),
        "rests_on_it": [line for name in dict.fromkeys(names) for line in lines_on(name, now.dossier)],
        "pages": None if now.files is None or then.files is None else list(_pages(now.files, then.files)),
    }


def arising(now: State, then: State) -> list[Problem]:
    """The problems that would be new; one that only moved is not."""
    known = {(problem.file, problem.message) for problem in now.problems}
    return [problem for problem in then.problems if (problem.file, problem.message) not in known]


def _new(before: Sequence[Any], after: Sequence[Any], key: Any) -> list[Any]:
    known = {key(one) for one in before}
    return [one for one in after if key(one) not in known]


def _correction(one: Correction) -> tuple[str | None, ...]:
    return (one.kind, one.file, one.record, one.field, one.was, one.now)


def _told(one: Correction) -> dict[str, Any]:
    return {key: getattr(one, key) for key in ("kind", "record", "field", "was", "now", "why")}


def _problem(one: Problem) -> dict[str, Any]:
    return {key: getattr(one, key) for key in ("file", "line", "column", "message", "mend")}


def _figures(now: Sequence[Consistency], then: Sequence[Consistency]) -> Iterator[dict[str, str | None]]:
    """Checks of figures whose result differs, that come up, or that go."""
    before = {check.claim: check.result for check in now}
    after = {check.claim: check.result for check in then}
    for claim in dict.fromkeys([*before, *after]):
        if before.get(claim) != after.get(claim):
            yield {"claim": claim, "was": before.get(claim), "now": after.get(claim)}


def _pages(now: Mapping[str, str], then: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Every file that differs: of pages the words, of drawings and downloads only that they do."""
    for path in dict.fromkeys([*now, *then]):
        was, new = now.get(path, ""), then.get(path, "")
        if was == new:
            continue
        page = path.endswith(".md")
        lines = list(_lines(was, new)) if page and path != _SIZES else []
        drawn = page and _DRAWING.findall(was) != _DRAWING.findall(new)
        gone = "added" if path not in now else "removed" if path not in then else "changed"
        name = f"{path.removesuffix('.md')}.html" if page else path
        if lines or drawn or not page:
            yield {"page": name, "how": gone, "drawing": drawn, "lines": lines}


def _lines(was: str, new: str) -> Iterator[dict[str, Any]]:
    """Words that go and words that come, block by block."""
    before, after = visible_lines(was), visible_lines(new)
    matcher = SequenceMatcher(None, [line.words for line in before], [line.words for line in after], autojunk=False)
    for how, i, j, k, n in matcher.get_opcodes():
        if how != "equal":
            first = (after[k:n] or before[i:j])[0]
            yield {
                "anchor": first.anchor,
                "was": [line.words for line in before[i:j]],
                "now": [line.words for line in after[k:n]],
            }
