"""Whom "I" and "we" mean: the one whose words they stand in. Attributions are given by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.actors import find_actors
from onrecord.extract.reading import Reading
from onrecord.model import FoundAttribution, Span

TEXT = "“I fear that the dam will break,” Kari Nilsen said. We hear that it is old."


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _attribution(source: str, cue: str, content: str, kind: str) -> FoundAttribution:
    return FoundAttribution.model_validate(
        {"source": (_span(source),), "cue": (_span(cue),), "content": (_span(content),), "kind": kind}
    )


INNER = _attribution("I", "fear", "that the dam will break", "indirect")
OUTER = _attribution("Kari Nilsen", "said", "I fear that the dam will break", "direct")
OUTSIDE = _attribution("We", "hear", "that it is old", "indirect")


@pytest.mark.parametrize("attributions", [(INNER, OUTER), (OUTER, INNER)], ids=["inner first", "outer first"])
def test_i_is_the_speaker_of_the_quotation(
    attributions: tuple[FoundAttribution, ...], read_text: Callable[..., Reading]
) -> None:
    """In whatever order the two attributions come."""
    cast = find_actors(read_text(TEXT), attributions=attributions)
    assert [a.actor for a in cast.attributions] == ["kari-nilsen", "kari-nilsen"]


def test_we_outside_of_any_quotation_are_nobody(read_text: Callable[..., Reading]) -> None:
    """The article's own "we" is no actor."""
    cast = find_actors(read_text(TEXT), attributions=(OUTER, OUTSIDE))
    assert [a.actor for a in cast.attributions] == ["kari-nilsen", None]
