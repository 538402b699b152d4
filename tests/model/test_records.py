"""What the records promise."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ValidationError

import onrecord.model as model
from onrecord.model import At, Fact, Files, FoundAttribution, Quantity, Record, Span

RECORDS = [kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, Record)]


def fact(**changes: object) -> Fact:
    values = {"id": "a-fact", "text": "Rain fell.", "source": "article", "certainty": "asserted"}
    return Fact.model_validate({**values, **changes})


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_every_key_of_every_record_has_a_meaning_or_names_itself(kind: type[BaseModel]) -> None:
    """Each key that a person meets in YAML carries its description; findings' own keys are named in the contract."""
    if kind.__name__.startswith(("Found", "Casualties", "Findings")):
        assert kind.__doc__
        return
    wordless = [name for name, field in kind.model_fields.items() if not field.description]
    files = {"briefing", "actors", "places", "events", "military", "reactions", "background"}
    assert set(wordless) <= files


def test_a_record_cannot_be_changed() -> None:
    """Records are values: assigning to one is an error."""
    with pytest.raises(ValidationError):
        fact().text = "No rain fell."  # type: ignore[misc]


def test_an_unknown_key_is_refused() -> None:
    """A mistyped key never passes in silence."""
    with pytest.raises(ValidationError, match="soruce"):
        fact(soruce="article")


def test_a_fact_without_a_source_is_no_fact() -> None:
    """The source has no default: a fact that nobody says cannot be built."""
    with pytest.raises(ValidationError, match="source"):
        Fact.model_validate({"id": "a-fact", "text": "Rain fell.", "certainty": "asserted"})


@pytest.mark.parametrize("id_", ["Garver", "garver notify", "garver_notify", "-garver", "garver-", ""])
def test_an_id_is_lower_case_words_joined_by_hyphens(id_: str) -> None:
    """Anything else is refused, so that ids are safe in links and file names."""
    with pytest.raises(ValidationError):
        fact(id=id_)


def test_a_quantity_says_when_the_article_gives_no_number() -> None:
    """`value: null` is written out, never left away: it is a statement."""
    assert Quantity(value=None, unit="camp").as_yaml() == {"value": None, "unit": "camp"}


def test_a_quantity_has_no_default_number() -> None:
    """Leaving the number out altogether is an error, not an unknown number."""
    with pytest.raises(ValidationError, match="value"):
        Quantity.model_validate({"unit": "camp"})


def test_yaml_words_for_numbers_become_numbers() -> None:
    """The loader hands over text; the model's field decides what it means."""
    assert Quantity.model_validate({"value": "4", "unit": "1979"}) == Quantity(value=4, unit="1979")
    assert Quantity.model_validate({"value": ["10", "12.5"]}).value == (10, 12.5)


def test_a_sentence_is_named_by_paragraph_and_number() -> None:
    """`PnSm`, both counted from 1."""
    with pytest.raises(ValidationError):
        At(sentence="P0S1", start=0, end=4, hash="00000000")


def test_spans_are_written_as_pairs() -> None:
    """The scorer's contract: a span is `[start, end]`."""
    found = FoundAttribution(cue=(Span(3, 7),), kind="indirect")
    assert found.as_yaml() == {"cue": [[3, 7]], "kind": "indirect"} or found.as_yaml()["cue"] == [(3, 7)]


def test_files_list_their_facts_in_reading_order() -> None:
    """Events first, then military, reactions, background, each fact with its file."""
    files = Files.model_validate(
        {
            "briefing": {"title": "Flood", "sources": [{"id": "wire"}]},
            "background": {"facts": [fact(id="dam").as_yaml()]},
            "events": {"facts": [fact(id="flood").as_yaml()]},
        }
    )
    assert [(name, kept.id) for name, kept in files.facts()] == [("events", "flood"), ("background", "dam")]
