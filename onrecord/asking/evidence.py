"""What the extractor found where a record stands, and the word lists its rules read."""

from __future__ import annotations

from typing import Any

from onrecord.model import At, Found, FoundAttribution, FoundQuantity, FoundSentence, FoundTime, Span

RULES = {
    "attribution": "cues.yaml",
    "quantity": "units.yaml, operators.yaml, numbers.yaml",
    "time": "times.yaml",
    "place": "places.yaml, gazetteer",
    "actor": "actors.yaml, names.yaml",
    "equipment": "equipment.yaml, equipment_types.yaml",
    "event": "events.yaml, harm.yaml",
    "sentence": "roles.yaml",
}
"""Below `onrecord/extract/lexicon`, by what was found."""


def findings_at(found: Found, at: At) -> list[dict[str, Any]]:
    """Every finding that shares a character with a place, in the order in which the extractor works."""
    here = Span(at.start, at.end)
    told = [
        _finding("sentence", Span(s.start, s.end), _sentence_words(s)) for s in found.sentences if s.id == at.sentence
    ]
    for one in found.attributions:
        if any(here.overlaps(span) for span in (*one.source, *one.cue, *one.content, *one.relay)):
            told.append(_finding("attribution", one.cue[0] if one.cue else here, _attribution_words(one)))
    told += [_finding("quantity", q.span, _quantity_words(q)) for q in found.quantities if here.overlaps(q.span)]
    told += [_finding("time", time.span, _time_words(time)) for time in found.times if here.overlaps(time.span)]
    for kind, named in _named(found).items():
        told += [_finding(kind, span, name) for name, spans in named for span in spans if here.overlaps(span)]
    for event in found.events:
        if any(here.overlaps(span) for span in (event.span, *event.told)):
            told.append(_finding("event", event.span, f"{event.type}, {event.mode}"))
    return told


def mentions_of(found: Found, kind: str, identifier: str) -> list[dict[str, Any]]:
    """Where the extractor saw an actor, a place or a type of equipment named, with the sentence."""
    spans = [span for name, those in _named(found)[kind] if name == identifier for span in those]
    return [_finding(kind, span, f"named in {_sentence(found, span)}") for span in spans]


def _named(found: Found) -> dict[str, list[tuple[str, tuple[Span, ...]]]]:
    """What has a name, by kind: ids with the spans of their mentions."""
    return {
        "place": [(place.id, place.mentions) for place in found.places],
        "actor": [(actor.id, actor.mentions) for actor in found.actors],
        "equipment": [(kind.id, kind.mentions) for kind in found.equipment],
    }


def _finding(what: str, span: Span, said: str) -> dict[str, Any]:
    return {"what": what, "said": said, "start": span.start, "end": span.end, "rules": RULES[what]}


def _sentence(found: Found, span: Span) -> str:
    inside = (one.id for one in found.sentences if one.start <= span.start < one.end)
    return next(inside, "no sentence of the body")


def _sentence_words(sentence: FoundSentence) -> str:
    words = f"{sentence.id}, role {sentence.role or 'unsure'}"
    return f"{words}; left out: {sentence.left_out}" if sentence.left_out else words


def _attribution_words(one: FoundAttribution) -> str:
    actor = one.actor or "nobody it is sure of"
    via = f", via {one.via}" if one.via else ""
    return f"{one.kind}, cue “{one.lemma or '?'}” ({one.sense or 'no sense'}), source {actor}{via}"


def _quantity_words(one: FoundQuantity) -> str:
    value = (
        "no number"
        if one.value is None
        else "–".join(map(str, one.value))
        if isinstance(one.value, tuple)
        else one.value
    )
    said = f"{one.operator} {value} {one.unit or ''}".strip()
    return f"{said}, {one.effect}" if one.effect else said


def _time_words(one: FoundTime) -> str:
    return f"{one.value or 'not resolved'} ({one.type.lower()}, {one.origin})"
