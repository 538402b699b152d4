"""Bodies that act without a name of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytest.importorskip("spacy", reason="the extract extra is not installed")


def _found(text: str, read_text: Callable[..., Any]) -> list[tuple[str, str, int]]:
    from onrecord.extract.actors import find_actors, with_collectives
    from onrecord.extract.attribution import find_attributions
    from onrecord.extract.places import find_places

    reading = read_text(text)
    cast = find_actors(reading, attributions=find_attributions(reading), places=find_places(reading, equipment=()))
    found = with_collectives(reading, actors=cast.found)
    return [(actor.name, actor.kind, len(actor.mentions)) for actor in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Iraqi forces entered the town. The mayor watched Iraqi forces pass.", [("Iraqi forces", "organisation", 2)]),
        ("The Syrian regime closed the road.", [("Syrian regime", "government", 1)]),
        ("Masked rebels burned two barns near the river.", [("Masked rebels", "armed-group", 1)]),
        ("Six insurgents crossed the river.", [("insurgents", "armed-group", 1)]),
        ("The coalition bombed a bridge.", [("coalition", "organisation", 1)]),
        ("Market forces lifted the price.", []),
        ("Police closed the road.", []),
        ("The road is closed.", []),
    ],
)
def test_a_body_without_a_name_is_found_where_it_acts(
    text: str, found: list[tuple[str, str, int]], read_text: Callable[..., Any]
) -> None:
    """The words before the noun belong to it, articles and numbers do not; a noun alone says too little."""
    assert _found(text, read_text) == found


def test_who_speaks_keeps_its_record_and_gains_what_it_does(read_text: Callable[..., Any]) -> None:
    """The same words are the same body: no second one is made of what an actor with a record does."""
    found = _found("The Iraqi army said its men had left. The Iraqi army fled.", read_text)
    assert found == [("Iraqi army", "group", 2)]
