"""What the checks hold against the article never gets into a fresh dossier."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.article import article_of_text
from onrecord.dossier import check, without_doubtful
from onrecord.model import FACT_FILES, Article, Dossier, Fact, Found

pytest.importorskip("spacy", reason="the extract extra is not installed")

TEXT = (
    "Residents accused the mill of poisoning the river in May. The mill denied the accusation.\n\n"
    "At least 20 people fell ill in Ostby, the police said. A doctor in Ostby said the water was safe.\n"
)


def _article() -> Article:
    return article_of_text(TEXT, name="mill.txt", published="2026-06-01")


def _found() -> Found:
    from onrecord.extract import extract

    return extract(_article())


def _changed(found: Found, words: str, **values: Any) -> Found:
    """What was found with the fact whose line holds the words changed."""
    assert found.files is not None
    update = {}
    for name in FACT_FILES:
        page = getattr(found.files, name)
        facts = tuple(f.model_copy(update=values) if words in f.text else f for f in page.facts)
        update[name] = page.model_copy(update={"facts": facts})
    return found.model_copy(update={"files": found.files.model_copy(update=update)})


def _facts(found: Found) -> list[Fact]:
    assert found.files is not None
    return [fact for _, fact in found.files.facts()]


def test_what_the_article_bears_out_stays_as_it_is() -> None:
    """Nothing is taken from a sound extraction."""
    found = _found()
    assert without_doubtful(found, _article()) == found


def test_a_fact_with_another_number_is_withdrawn_and_its_sentence_says_why() -> None:
    """The line says 30 where the article has 20."""
    damaged = _changed(_found(), "20 people", text="At least 30 people fell ill in Ostby.")
    sure = without_doubtful(damaged, _article())
    assert not [f for f in _facts(sure) if "30 people" in f.text]
    assert any("the check doubted it" in (s.left_out or "") for s in sure.sentences)


def test_nothing_refers_to_what_is_gone() -> None:
    """A denial without its accusation is told plainly, the dispute and the lines of the overview go."""
    damaged = _changed(_found(), "accused", text="Residents did not accuse the mill of poisoning the river in May.")
    sure = without_doubtful(damaged, _article())
    assert sure.files is not None
    assert not sure.files.briefing.disputes
    assert [f.certainty for f in _facts(sure) if "denied" in f.text] == ["asserted"]
    assert check(Dossier("mill", sure.files, sure), _article()) == ()
