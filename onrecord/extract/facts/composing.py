"""The files of a briefing, made of its facts."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import ActorsFile, Dispute, Fact, FactsFile, Files, MilitaryFile, PlacesFile

from .casting import as_kept
from .claims import Claim
from .counted import with_units
from .filing import File, filed
from .material import Material
from .overview import briefing_of
from .placed import Placed, placed_of
from .salute import salute_of
from .warlike import is_military


def files_of(material: Material, claims: Sequence[Claim], facts: Sequence[Fact], disputes: Sequence[Dispute]) -> Files:
    """Every fact in its file, and the overview of them; equipment only where the article is military."""
    military = is_military(material)
    facts = [with_units(fact, material) for fact in facts]
    if not military:
        facts = [_without_equipment(fact, material) for fact in facts]
    held = filed(placed_of(claims, facts, material), material)
    return Files(
        briefing=briefing_of(material, held, disputes),
        actors=ActorsFile(actors=as_kept(material.actors, material.reading.article.text, reserved=material.reserved)),
        places=PlacesFile(places=material.places),
        events=_file(held, "events"),
        military=_military(material, held) if military else MilitaryFile(),
        reactions=_file(held, "reactions"),
        background=_file(held, "background"),
    )


def _file(held: dict[File, tuple[Placed, ...]], name: File) -> FactsFile:
    return FactsFile(facts=tuple(one.fact for one in held[name]))


def _military(material: Material, held: dict[File, tuple[Placed, ...]]) -> MilitaryFile:
    return MilitaryFile(
        salute=salute_of(held),
        equipment=material.equipment,
        facts=_file(held, "military").facts,
    )


def _without_equipment(fact: Fact, material: Material) -> Fact:
    """The fact without ids of equipment, for a briefing that has no page for them."""
    names = {kind.id: kind.name for kind in material.equipment}
    counted = tuple(q.model_copy(update={"of": names[q.of]}) if q.of in names else q for q in fact.quantities)
    return fact.model_copy(update={"equipment": (), "quantities": counted})
