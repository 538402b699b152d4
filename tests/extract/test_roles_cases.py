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
    from onrecord.extract.attribution import find_attributions
    from onrecord.extract.roles import find_roles
    from onrecord.extract.times import find_times

    reading = read_text(text, "2026-03-12")
    found = find_roles(reading, times=find_times(reading), attributions=find_attributions(reading))
    return [sentence.role for sentence in found]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["say"])
def test_a_sentence_has_its_role(row: dict[str, Any], read_text: Callable[..., Any]) -> None:
    """What the row says."""
    roles = _roles(row["text"], read_text)
    number = row["sentence"]
    role = roles[number - 1 if number > 0 else number] if roles else None
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


def test_the_weights_are_for_the_roles_of_the_model() -> None:
    """Each clue has a weight for each role, and something is learnt for most of the role pairs."""
    from onrecord.extract.roles.weigh import ROLES, shipped

    assert get_args(Role) == ROLES
    weights = shipped()
    assert {len(worth) for worth in weights.clues.values()} == {len(ROLES)}
    assert weights.between.shape == (len(ROLES), len(ROLES))


def test_a_role_is_likeliest_after_itself_for_history_and_anecdotes() -> None:
    """Asides come in runs: the weights say so."""
    from onrecord.extract.roles.weigh import ROLES, shipped

    between = shipped().between
    for role in ("history", "anecdote"):
        assert between[ROLES.index(role)].argmax() == ROLES.index(role)


def test_the_chances_of_a_sentence_add_up_to_one() -> None:
    """What the chain gives are probabilities, whatever the clues."""
    import numpy as np

    from onrecord.extract.roles.weigh import log_chances, points_of, shipped

    points = points_of([{"sentence 1": 1.0}, {"question": 1.0}, {"no such clue": 5.0}], shipped())
    assert np.allclose(np.exp(log_chances(points, shipped())).sum(1), 1.0)


def test_no_clue_is_a_word_of_the_training_texts() -> None:
    """A clue that is named for a word or a list is of the lists in lexicon/roles.yaml, written by hand."""
    from onrecord.extract.lexicons import lexicon
    from onrecord.extract.roles.weigh import shipped

    data = lexicon("roles")
    measures = {f"words of {what}" for what in ("title", "lead", "last", "before", "next", "theme")}
    allowed = {
        "word of ": {f"word of {name}" for name in data["words"]},
        "words of ": {f"words of {name}" for name in data["words"]} | measures,
        "phrase of ": {f"phrase of {name}" for name in data["phrases"]},
        "opens with ": {f"opens with {word}" for word in data["openers"]},
        "time with ": {f"time with {word}" for word in (*data["times"], "weekday")},
    }
    for clue in shipped().clues:
        for head, clues in allowed.items():
            assert not clue.startswith(head) or clue in clues


def test_the_same_text_has_the_same_roles(read_text: Callable[..., Any]) -> None:
    """Roles are found anew without any chance."""
    text = "The river rose on Monday. “We are afraid,” said a farmer. It last rose in 1978. More rain is expected."
    assert _roles(text, read_text) == _roles(text, read_text)


def test_an_empty_article_has_no_roles(read_text: Callable[..., Any]) -> None:
    """Nothing to read, nothing found."""
    assert _roles("", read_text) == []
