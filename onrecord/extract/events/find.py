"""Events by the dictionary form of the word that tells of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from onrecord.model import EventType, FoundEvent, FoundPlace, FoundQuantity, FoundTime

from ..lexicons import lexicon
from ..reading import Reading, span_of
from .fillers import Fillers, fillers_of
from .setting import casualties_of, places_of, time_of


@cache
def _types() -> tuple[dict[str, EventType], dict[str, EventType]]:
    """Kinds of event by dictionary form: of verbs, of nouns. The first kind that lists a form has it."""
    words = lexicon("events")
    tables: list[dict[str, EventType]] = []
    for part in ("verbs", "nouns"):
        table: dict[str, EventType] = {}
        for kind, forms in words[part].items():
            for form in forms:
                table.setdefault(form, kind)
        tables.append(table)
    return tables[0], tables[1]


def find_events(
    reading: Reading,
    *,
    times: Sequence[FoundTime] = (),
    places: Sequence[FoundPlace] = (),
    quantities: Sequence[FoundQuantity] = (),
) -> tuple[FoundEvent, ...]:
    """Every event the body tells of, in text order. Planned, denied and conditional ones count: facts say which.

    People and things are named as the article prints them.
    """
    return tuple(_events(reading, times, places, quantities))


def _events(
    reading: Reading, times: Sequence[FoundTime], places: Sequence[FoundPlace], quantities: Sequence[FoundQuantity]
) -> Iterator[FoundEvent]:
    violent, wrecking = (set(lexicon("events")[part]) for part in ("violent", "wrecking"))
    for sentence, tokens in reading.sentences:
        for token in tokens:
            kind = kind_of(token)
            if kind is None:
                continue
            forceful = kind in violent or token.lemma_.lower() in wrecking
            fillers = fillers_of(token, reading) if forceful else Fillers()
            yield FoundEvent(
                type=kind,
                span=span_of(token),
                sentence=sentence.id,
                when=time_of(token, tokens, times),
                where=places_of(token, tokens, places),
                casualties=casualties_of(token, quantities),
                **fillers.as_fields(),
            )


def kind_of(token: Token) -> EventType | None:
    """The kind of event a word tells of; None for most words, and for a verb that is only an auxiliary."""
    verbs, nouns = _types()
    low = token.lemma_.lower()
    if token.pos_ == "VERB" and token.dep_ not in ("amod", "compound"):
        return "bombing" if _sets_off(token) else verbs.get(low)
    return nouns.get(low) if token.pos_ == "NOUN" and token.dep_ != "compound" else None


def _sets_off(verb: Token) -> bool:
    """Whether the verb is about a weapon put in place or thrown: "planted a bomb", "a grenade was hurled"."""
    words = lexicon("events")
    things = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
    return verb.lemma_.lower() in words["setting_off"] and any(t.lemma_.lower() in words["weapons"] for t in things)
