"""Nationalities and peoples as the text names them ("Danish", "the Danes"): findings only, without a record."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import FoundActor, Span

from ..gazetteer import country_of
from ..ids import id_of
from ..reading import Reading, span_of


def find_nationalities(reading: Reading, *, actors: Sequence[FoundActor]) -> tuple[FoundActor, ...]:
    """One for each word that names the people of a country, with every mention that no actor has already."""
    taken = [Span(*mention) for actor in actors for mention in actor.mentions]
    found: dict[str, list[Span]] = {}
    for token in reading.body():
        span = span_of(token)
        if token.ent_type_ == "NORP" and country_of(token.text) and not any(span.overlaps(other) for other in taken):
            found.setdefault(token.text, []).append(span)
    ids = {actor.id for actor in actors}
    made: list[FoundActor] = []
    for name, mentions in found.items():
        made.append(FoundActor(id=id_of(name, taken=ids), name=name, kind="nationality", mentions=tuple(mentions)))
        ids.add(made[-1].id)
    return tuple(made)
