"""Nationalities are findings, and no actors of the briefing."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.extract.actors import find_nationalities
from onrecord.extract.reading import Reading
from onrecord.model import FoundActor, Span


def test_a_word_for_the_people_of_a_country_is_found_with_every_mention(read_text: Callable[..., Reading]) -> None:
    """One finding a word, in text order."""
    reading = read_text("Danish engineers met Polish officials. The Danish team left early.")
    found = find_nationalities(reading, actors=())
    assert [(actor.name, actor.kind, len(actor.mentions)) for actor in found] == [
        ("Danish", "nationality", 2),
        ("Polish", "nationality", 1),
    ]


def test_a_mention_that_an_actor_has_is_left_to_it(read_text: Callable[..., Reading]) -> None:
    """A body with an adjective in its name is a body, not a people."""
    reading = read_text("The Danish Maritime Authority closed the port.")
    body = FoundActor(id="authority", name="Danish Maritime Authority", kind="government", mentions=(Span(4, 29),))
    assert find_nationalities(reading, actors=[body]) == ()
