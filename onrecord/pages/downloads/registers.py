"""Who and what the facts are about, as tables: actors, places, equipment; and what was corrected."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import ARTICLE, QUIET, Actor, Dossier, Equipment, Fact, Kept, Place

from ..labels import publication_of, source_label
from .cells import Column, Sheet, column
from .changes import FIELDS, Row

_GIVEN = (
    Column("source", "article = these words are the article's own", allowed=(ARTICLE,), required=True),
    Column("source_label", "who published that article; the facts about it have sources of their own", required=True),
    Column("certainty", "asserted = stated by the article itself", allowed=("asserted",), required=True),
)
_TOLD = (
    Column("facts", "ids of the facts about it, parted by spaces"),
    Column("fact_sources", "who says those facts, parted by semicolons"),
)
_PARTED = "parted by semicolons"


def register_sheets(dossier: Dossier) -> tuple[Sheet, ...]:
    """The tables of actors, places and equipment; those without a row are left out."""
    made = (_actors(dossier), _places(dossier), _equipment(dossier))
    return tuple(sheet for sheet in made if sheet.rows)


def corrections_sheet(every: Sequence[Row]) -> Sheet:
    """The rows of `corrections.json` as a table; wording and filing are told by their kind."""
    columns = tuple(Column(name, meaning.replace("null", "empty")) for name, meaning in FIELDS.items())
    told = sorted(every, key=lambda row: row["kind"] in QUIET)
    values = [[row[key] for key in FIELDS] for row in told]
    return Sheet("corrections", "one row a field that was changed", columns, values)


def _actors(dossier: Dossier) -> Sheet:
    names = ("name", "kind", "title", "role", "affiliation", "country", "side")
    columns = (
        column(Actor, "id", required=True), *(column(Actor, name, required=name in ("name", "kind")) for name in names),
        column(Actor, "aliases", also=_PARTED), column(Actor, "on_record", required=True), column(Actor, "anonymity"),
        *_GIVEN,
        Column("facts_said", "how many facts it is the source of", "integer", required=True),
        Column("facts_relayed", "how many facts it passed on for others", "integer", required=True), *_TOLD,
    )  # fmt: skip
    facts = list(dossier.facts.values())
    rows = [
        [
            actor.id, *(getattr(actor, name) for name in names), actor.aliases, actor.on_record, actor.anonymity,
            *_given(actor, dossier), sum(fact.source == actor.id for fact in facts),
            sum(fact.via == actor.id for fact in facts), *_told(dossier, [f for f in facts if actor.id in f.actors]),
        ]
        for actor in dossier.files.actors.actors
    ]  # fmt: skip
    return Sheet("actors", "one row a person, body, state, group or unnamed source", columns, rows)


def _places(dossier: Dossier) -> Sheet:
    start, end = (
        ("name", "kind", "country", "role", "latitude", "longitude", "precision", "origin"),
        ("aliases", "note"),
    )
    columns = (
        column(Place, "id", required=True), *(column(Place, name, required=name in ("name", "kind")) for name in start),
        *(column(Place, name, also=_PARTED * (name == "aliases")) for name in end), *_GIVEN, *_TOLD,
    )  # fmt: skip
    rows = [
        [
            place.id, *(getattr(place, name) for name in (*start, *end)), *_given(place, dossier),
            *_told(dossier, [fact for fact in dossier.facts.values() if place.id in (*fact.where, *fact.route)]),
        ]
        for place in dossier.files.places.places
    ]  # fmt: skip
    return Sheet("places", "one row a place, also those without coordinates", columns, rows)


def _equipment(dossier: Dossier) -> Sheet:
    names = ("name", "class_", "type", "maker", "operator", "symbol", "note", "aliases")
    columns = (
        column(Equipment, "id", required=True),
        *(column(Equipment, name, also=_PARTED * (name == "aliases"), required=name == "name") for name in names),
        *_GIVEN, *_TOLD,
    )  # fmt: skip
    rows = [
        [
            kind.id, *(getattr(kind, name) for name in names), *_given(kind, dossier),
            *_told(dossier, [fact for fact in dossier.facts.values() if kind.id in fact.equipment]),
        ]
        for kind in dossier.files.military.equipment
    ]  # fmt: skip
    return Sheet("equipment", "one row a type of equipment; how many there are is told by facts", columns, rows)


def _given(record: Kept, dossier: Dossier) -> list[str]:
    """What stands for the values of `SAID` in a record that is no fact: the article gives it."""
    return [ARTICLE, publication_of(record, dossier).publisher or "the article", "asserted"]


def _told(dossier: Dossier, facts: Sequence[Fact]) -> list[str | list[str]]:
    return [" ".join(fact.id for fact in facts), [source_label(fact, dossier) for fact in facts]]
