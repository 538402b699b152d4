"""The briefing in schema.org's words (JSON-LD): a report with claims, quotations, people, bodies and places."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from onrecord.model import ARTICLE, Actor, Correction, Dossier, Fact, Place, Publication

from ..labels import publication_of, source_label
from .changes import by_fact


def linked_data(dossier: Dossier, corrections: Sequence[Correction] = ()) -> str:
    """A graph of one `Report`, a `Claim` for each fact with who says it, a `Quotation` for each quote."""
    briefing = dossier.briefing
    report = {
        "@type": "Report",
        "@id": "#briefing",
        "name": briefing.title,
        "inLanguage": briefing.language,
        "isBasedOn": [{"@id": f"#source-{source.id}"} for source in briefing.sources],
        "hasPart": [{"@id": f"#fact-{fact}"} for fact in dossier.facts],
    }
    graph = [report]
    graph += [_publication(source) for source in briefing.sources]
    graph += [_actor(actor) for actor in dossier.files.actors.actors]
    graph += [_place(place) for place in dossier.files.places.places]
    changed = by_fact(dossier, corrections)
    for fact in dossier.facts.values():
        graph += _claim(fact, dossier, [_comment(one) for one in changed.get(fact.id, ())])
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _publication(source: Publication) -> dict[str, Any]:
    return _filled(
        {
            "@type": "NewsArticle",
            "@id": f"#source-{source.id}",
            "headline": source.title,
            "publisher": source.publisher and {"@type": "Organization", "name": source.publisher},
            "datePublished": source.published,
            "url": source.url,
            "license": source.licence,
        }
    )


def _actor(actor: Actor) -> dict[str, Any]:
    kind = {"person": "Person", "unnamed": "Person", "document": "CreativeWork"}.get(actor.kind, "Organization")
    names = list(actor.aliases)
    about = {"@type": kind, "@id": f"#actor-{actor.id}", "name": actor.name, "alternateName": names or None}
    return _filled({**about, "description": actor.role, "honorificPrefix": actor.title if kind == "Person" else None})


def _place(place: Place) -> dict[str, Any]:
    pinned = place.latitude is not None and place.longitude is not None
    point = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude} if pinned else None
    return _filled({"@type": "Place", "@id": f"#place-{place.id}", "name": place.name, "geo": point})


def _claim(fact: Fact, dossier: Dossier, comments: list[dict[str, Any]]) -> list[dict[str, Any]]:
    article = f"#source-{publication_of(fact, dossier).id}"
    said_by = {"@id": article if fact.source == ARTICLE else f"#actor-{fact.source}"}
    label = source_label(fact, dossier)
    claim = {
        "@type": "Claim",
        "@id": f"#fact-{fact.id}",
        "text": fact.text,
        "author": said_by,
        "creditText": label,
        "appearance": {"@id": article},
        "about": [{"@id": f"#place-{place}"} for place in fact.where] or None,
        "temporalCoverage": fact.when and fact.when.date,
        "creativeWorkStatus": fact.certainty,
        "correction": comments or None,
    }
    quote = fact.quote and {
        "@type": "Quotation",
        "@id": f"#quote-{fact.id}",
        "text": fact.quote.text,
        "spokenByCharacter": said_by,
        "creditText": label,
        "isPartOf": {"@id": article},
    }
    return [_filled(claim)] + ([quote] if quote else [])


def _comment(correction: Correction) -> dict[str, Any]:
    about = f"{correction.kind}: {correction.field}" if correction.field else correction.kind
    told = {"@type": "CorrectionComment", "name": about, "text": correction.why, "dateCreated": correction.on}
    return _filled({**told, "author": correction.by and {"@type": "Person", "name": correction.by}})


def _filled(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value is not None}
