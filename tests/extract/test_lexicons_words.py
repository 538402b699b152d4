"""Word lists: what YAML reads as something else than a word would be missed without a sound."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import onrecord.extract
from onrecord.extract.lexicons import lexicon


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield key
            yield from _leaves(part)
    elif isinstance(value, list):
        for part in value:
            yield from _leaves(part)
    else:
        yield value


LEXICONS = sorted(path.stem for path in (Path(onrecord.extract.__file__).parent / "lexicon").glob("*.yaml"))


@pytest.mark.parametrize("name", LEXICONS)
def test_no_word_of_a_lexicon_is_a_truth_value(name: str) -> None:
    """An unquoted `on`, `off` or `no` would be one, and the word would be missed."""
    assert [leaf for leaf in _leaves(lexicon(name)) if isinstance(leaf, bool)] == []


def test_every_kind_of_event_is_one_of_the_models() -> None:
    """The lexicon of events knows only kinds that the model knows."""
    from typing import get_args

    from onrecord.model import EventType

    words = lexicon("events")
    assert {*words["verbs"], *words["nouns"], *words["violent"]} <= set(get_args(EventType))
