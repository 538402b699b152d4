"""The order in which an article is read: each finder sees what the finders before it found."""

from __future__ import annotations

from onrecord import __version__
from onrecord.model import Article, Findings, Found, Taken

from .actors import find_actors, find_nationalities, with_collectives
from .attribution import find_attributions
from .equipment import equipment_records, find_equipment
from .events import Scene, find_events
from .facts import Material, make_files
from .places import find_places, place_records
from .quantities import find_quantities
from .reading import Reading, read
from .roles import find_roles
from .times import find_times

EXTRACTOR = f"onrecord {__version__}"


def find_all(article: Article) -> Found:
    """Everything found in `article`, and the files made of it."""
    reading = read(article)
    material = _material(reading)
    files, sentences = make_files(material)
    findings = material.findings.model_copy(update={"sentences": sentences})
    taken = Taken(sha256=article.sha256, published=article.published, words=article.words)
    return Found(**dict(findings), article=taken, extractor=EXTRACTOR, files=files)


def _material(reading: Reading) -> Material:
    equipment = find_equipment(reading)
    times = find_times(reading)
    quantities = find_quantities(reading, times=times, equipment=equipment)
    places = find_places(reading, equipment=equipment)
    cast = find_actors(reading, attributions=find_attributions(reading), places=places, equipment=equipment)
    actors = with_collectives(reading, actors=cast.found)
    scene = Scene(
        reading,
        actors=actors,
        attributions=cast.attributions,
        places=places,
        times=times,
        quantities=quantities,
        equipment=equipment,
    )
    findings = Findings(
        sentences=find_roles(reading, times=times, attributions=cast.attributions),
        attributions=cast.attributions,
        quantities=quantities,
        times=times,
        actors=(*actors, *find_nationalities(reading, actors=cast.found)),
        places=places,
        equipment=equipment,
        events=find_events(scene),
    )
    return Material(
        reading,
        findings,
        actors=cast.records,
        places=place_records(reading, places),
        equipment=equipment_records(reading, equipment, actors=cast.found),
    )
