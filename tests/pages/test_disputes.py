"""The page of disputes tells how far each has come."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.model import Dossier
from onrecord.pages import render

WORDS = {
    "open": "left open in this article",
    "backed": "a third source bears out one side",
    "settled": "a ruling settles it",
    "taken-back": "the claim was taken back",
}


def _page(ferry: Dossier, state: Any) -> str:
    first, *rest = ferry.briefing.disputes
    briefing = ferry.briefing.model_copy(update={"disputes": (first.model_copy(update={"state": state}), *rest)})
    files = ferry.files.model_copy(update={"briefing": briefing})
    return render(Dossier("ferry", files, None, ferry.positions)).rendered.files["disputes.md"]


@pytest.mark.parametrize("state", WORDS)
def test_a_dispute_says_how_far_it_has_come(ferry: Dossier, state: str) -> None:
    """The words stand behind those for its kind, and those of no other state do."""
    page = _page(ferry, state)
    assert f"; {WORDS[state]}</p>" in page
    assert not any(words in page for other, words in WORDS.items() if other != state)


def test_a_dispute_without_a_state_says_nothing_of_it(ferry: Dossier) -> None:
    """Nobody has looked at it."""
    page = _page(ferry, None)
    assert not any(words in page for words in WORDS.values())
