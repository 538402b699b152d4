"""Names at the edge: what the parser takes for one and has no word."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Span as Tokens

from onrecord.extract.actors import find_actors
from onrecord.extract.reading import Reading


def test_an_entity_that_is_only_an_article_names_nobody(read_text: Callable[..., Reading]) -> None:
    """The parser sometimes takes a capitalized article for a proper noun, and for a name."""
    reading = read_text("A dam broke.")
    reading.doc[0].pos_, reading.doc[0].tag_ = "PROPN", "NNP"
    reading.doc.set_ents([Tokens(reading.doc, 0, 1, label="ORG")])
    assert find_actors(reading, attributions=()).records == ()
