"""Word lists: what YAML reads as something else than a word would be missed without a sound."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from onrecord.extract.lexicons import lexicon


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for part in value.values():
            yield from _leaves(part)
    elif isinstance(value, list):
        for part in value:
            yield from _leaves(part)
    else:
        yield value


@pytest.mark.parametrize("name", ["facts", "events", "truecase"])
def test_every_word_of_a_lexicon_is_a_word(name: str) -> None:
    """An unquoted `on` or `no` would be a truth value."""
    assert [leaf for leaf in _leaves(lexicon(name)) if not isinstance(leaf, str)] == []


def test_every_kind_of_event_is_one_of_the_models() -> None:
    """The lexicon of events knows only kinds that the model knows."""
    from typing import get_args

    from onrecord.model import EventType

    words = lexicon("events")
    assert {*words["verbs"], *words["nouns"], *words["violent"]} <= set(get_args(EventType))


def test_every_role_has_a_heading() -> None:
    """A fact of any role can stand under a heading on the background page."""
    from typing import get_args

    from onrecord.model import Role

    assert set(lexicon("facts")["headings"]) == set(get_args(Role))
