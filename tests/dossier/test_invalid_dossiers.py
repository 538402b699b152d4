"""Every broken dossier under tests/invalid says what is wrong, where, and how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.article import article_of_text
from onrecord.dossier import check, load_dossier

INVALID = Path(__file__).parent.parent / "invalid"
CASES = sorted(path.parent.name for path in INVALID.glob("*/expected.txt"))
JARGON = ("str", "int", "dict", "tuple", "NoneType", "pydantic", "Traceback", "validation", "Input should", "None")


def told(folder: Path) -> str:
    """Everything that loading and checking say about a dossier."""
    path = folder / "article.txt"
    article = article_of_text(path.read_text(encoding="utf-8"), name=path.name) if path.exists() else None
    dossier, problems = load_dossier(folder, folder, article=article)
    if dossier is not None:
        problems = check(dossier, article)
    return "".join(problem.explain() + "\n" for problem in problems)


@pytest.mark.parametrize("case", CASES)
def test_a_broken_dossier_is_explained_whole(case: str) -> None:
    """All problems of all files come in one run, each with place, line, caret and mend."""
    assert told(INVALID / case) == (INVALID / case / "expected.txt").read_text(encoding="utf-8")


def test_there_are_many_kinds_of_broken_dossiers() -> None:
    """At least eighty ways of being wrong are told apart."""
    assert len(CASES) >= 80


@pytest.mark.parametrize("case", CASES)
def test_no_message_speaks_like_a_program(case: str) -> None:
    """Messages name no Python type and no library."""
    words = (INVALID / case / "expected.txt").read_text(encoding="utf-8").replace("!!str", "").split()
    assert not set(JARGON) & {word.strip("'\",.:()") for word in words}
