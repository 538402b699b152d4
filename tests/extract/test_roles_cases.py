"""Roles: each row of cases/roles.yaml is a short article and what one of its sentences does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from onrecord.model import Role

pytest.importorskip("spacy", reason="the extract extra is not installed")

ROWS = yaml.safe_load((Path(__file__).parent.parent / "cases" / "roles.yaml").read_text(encoding="utf-8"))


def _roles(text: str, read_text: Callable[..., Any]) -> list[str | None]:
    from onrecord.extract.roles import find_roles

    return [sentence.role for sentence in find_roles(read_text(text, "2026-03-12"))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["say"])
def test_a_sentence_has_its_role(row: dict[str, Any], read_text: Callable[..., Any]) -> None:
    """What the row says."""
    roles = _roles(row["text"], read_text)
    role = roles[row["sentence"] - 1] if roles else None
    if "not" in row:
        assert role != row["not"]
    else:
        assert role == row["role"]


def test_every_sentence_of_the_body_is_there_in_order(read_text: Callable[..., Any]) -> None:
    """Roles are given to all sentences of the body, in text order, with their spans."""
    from onrecord.extract.roles import find_roles

    reading = read_text("The river rose. The town slept.\n\nNobody woke.")
    found = find_roles(reading)
    assert [(s.id, s.start, s.end) for s in found] == [(s.id, *s.span) for s in reading.article.sentences]


def test_the_lexicon_knows_no_other_roles() -> None:
    """Every clue in the lexicon gives points to roles of the model only."""
    from onrecord.extract.lexicons import lexicon

    roles = {role for points in lexicon("roles")["points"].values() for role in points}
    assert roles <= set(get_args(Role))
