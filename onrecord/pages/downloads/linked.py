"""The briefing in schema.org's words (JSON-LD): a report with claims, quotations, people, bodies and places."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from onrecord.model import ARTICLE, CERTAINTY_WORDS, Actor, Correction, Dossier, Fact, Place, Publication

from ..book import HOME
from ..credit import credits_of
from ..labels import publication_of, source_label
from .changes import by_fact


def linked_data(dossier: Dossier, corrections: Sequence[Correction] = ()) -> str:
    """A graph of one `Report`; for each fact a `Claim` with who says it, and what it quotes and tells of besides."""
    briefing = dossier.briefing
    report = {
        "@type": "Report",
        "@id": "#briefing",
        "url": "../index.html",
        "name": briefing.title,
        "abstract": briefing.standfirst,
        "creditText": credits_of(dossier),
        "inLanguage": briefing.language,
        "isBasedOn": [{"@id": f"#source-{source.id}"} for source in briefing.sources],
        "hasPart": [{"@id": f"#fact-{fact}"} for fact in dossier.facts],
        "mentions": [{"@id": f"#actor-{actor}"} for actor in dossier.actors] or None,
        "spatialCoverage": [{"@id": f"#place-{place}"} for place in dossier.places] or None,
    }
    graph = [_filled(report)]
    graph += [_publication(source) for source in briefing.sources]
    graph += [_actor(actor, dossier) for actor in dossier.files.actors.actors]
    graph += [_place(place) for place in dossier.files.places.places]
    changed = by_fact(dossier, corrections)
    for fact in dossier.facts.values():
        graph += _claim(fact, dossier, [_comment(one) for one in changed.get(fact.id, ())])
        graph += _event(fact, dossier)
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


def _actor(actor: Actor, dossier: Dossier) -> dict[str, Any]:
    kind = {"person": "Person", "unnamed": "Person", "document": "CreativeWork"}.get(actor.kind, "Organization")
    names = list(actor.aliases)
    about: dict[str, Any] = {
        "@type": kind,
        "@id": f"#actor-{actor.id}",
        "name": actor.name,
        "alternateName": names or None,
    }
    about |= {"url": f"../actors.html#actor-{actor.id}", "description": actor.role}
    if kind == "Person":
        about["honorificPrefix"] = actor.title
    if kind != "CreativeWork" and actor.affiliation in dossier.actors:
        about["affiliation" if kind == "Person" else "memberOf"] = {"@id": f"#actor-{actor.affiliation}"}
    return _filled(about)


def _place(place: Place) -> dict[str, Any]:
    pinned = place.latitude is not None and place.longitude is not None
    point = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude} if pinned else None
    about: dict[str, Any] = {"@type": "Place", "@id": f"#place-{place.id}", "name": place.name, "geo": point}
    about |= {"url": f"../places.html#place-{place.id}", "alternateName": list(place.aliases) or None}
    country = place.country if place.country != place.name else None
    return _filled({**about, "containedInPlace": country and {"@type": "Country", "name": country}})


def _claim(fact: Fact, dossier: Dossier, comments: list[dict[str, Any]]) -> list[dict[str, Any]]:
    article = f"#source-{publication_of(fact, dossier).id}"
    said_by = {"@id": article if fact.source == ARTICLE else f"#actor-{fact.source}"}
    label = source_label(fact, dossier)
    about = [{"@id": f"#place-{place}"} for place in fact.where if place in dossier.places]
    about += [{"@id": f"#actor-{actor}"} for actor in fact.actors if actor in dossier.actors]
    claim = {
        "@type": "Claim",
        "@id": f"#fact-{fact.id}",
        "url": f"../{HOME[dossier.file_of[fact.id]]}#fact-{fact.id}",
        "text": fact.text,
        "author": said_by,
        "creditText": label,
        "appearance": {"@id": article},
        "about": about or None,
        "temporalCoverage": _time(fact),
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


def _event(fact: Fact, dossier: Dossier) -> list[dict[str, Any]]:
    """What the fact tells of, where it tells of an event; named by its kind, with who says that it happened."""
    if not fact.event:
        return []
    event = {
        "@type": "Event",
        "@id": f"#event-{fact.id}",
        "name": fact.event,
        "disambiguatingDescription": f"{CERTAINTY_WORDS[fact.certainty]}: {source_label(fact, dossier)}",
        "startDate": fact.when.date if fact.when and fact.when.relation in ("on", "since") else None,
        "endDate": fact.when and fact.when.until,
        "location": [{"@id": f"#place-{place}"} for place in fact.where if place in dossier.places] or None,
        "subjectOf": {"@id": f"#fact-{fact.id}"},
    }
    return [_filled(event)]


def _time(fact: Fact) -> str | None:
    """The date as ISO 8601 has it, an open stretch with two points."""
    when = fact.when
    if when is None or when.date is None:
        return None
    if when.until:
        return f"{when.date}/{when.until}"
    open_ = {"since": f"{when.date}/..", "after": f"{when.date}/.."}
    open_ |= {"until": f"../{when.date}", "before": f"../{when.date}"}
    return open_.get(when.relation, when.date)


def _comment(correction: Correction) -> dict[str, Any]:
    about = f"{correction.kind}: {correction.field}" if correction.field else correction.kind
    told = {"@type": "CorrectionComment", "name": about, "text": correction.why, "dateCreated": correction.on}
    return _filled({**told, "author": correction.by and {"@type": "Person", "name": correction.by}})


def _filled(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value is not None}
