"""Damage to what a fact says beside its text: source, relay, certainty, numbers, units, date, places, its own place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.model import ARTICLE, Dossier, Fact, Quantity

from .change import Mutation, replaced, with_facts
from .wording import words_of

_UNITS = {
    "kilometre": "mile", "mile": "kilometre", "metre": "foot", "foot": "metre", "millimetre": "centimetre",
    "centimetre": "millimetre", "tonne": "kilogram", "euro": "dollar", "dollar": "euro", "pound": "dollar",
    "hour": "day", "day": "week", "minute": "hour", "month": "year", "week": "month", "year": "month",
    "percent": "point", "civilian": "soldier", "soldier": "civilian", "people": "vehicle", "person": "vehicle",
}  # fmt: skip
_OPERATORS = {">=": "<=", "<=": ">=", ">": "<", "<": ">", "~": ">="}
_DEADLY = ("killing", "bombing", "attack", "disaster", "accident", "clash")


def damage_fields(dossier: Dossier) -> Iterator[Mutation]:
    """Every damage to the fields of single facts and of pairs of facts."""
    facts = list(dossier.facts.values())
    for place, fact in enumerate(facts):
        for kind, key, value in (
            *_voice(dossier, fact),
            *_certainty(fact),
            *_quantities(fact),
            *_date(fact),
            *_where(dossier, fact),
        ):
            new = fact.model_copy(update={key: value} if key != "source" else _detached(fact))
            was, now = (_shown(getattr(one, key)) for one in (fact, new))
            yield Mutation(kind, fact.id, f"{key}: {was}", f"{key}: {now}", with_facts(dossier.files, {fact.id: new}))
        yield from _swaps(dossier, fact, facts[place + 1 :])


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(_shown(one) for one in value)
    return f"{value.operator} {value.value} {value.unit}" if isinstance(value, Quantity) else str(value)


Change = tuple[str, str, object]


def _voice(dossier: Dossier, fact: Fact) -> Iterator[Change]:
    actor = dossier.actors.get(fact.source)
    # Where the text itself names who says so, nothing is lost.
    if actor and not set(words_of(actor.name)) & set(words_of(fact.text)):
        yield "source detached", "source", ARTICLE
    if fact.via:
        yield "relay dropped", "via", None


def _detached(fact: Fact) -> dict[str, object]:
    certainty = "asserted" if fact.certainty == "attributed" else fact.certainty
    return {"source": ARTICLE, "via": None, "cue": None, "certainty": certainty}


def _certainty(fact: Fact) -> Iterator[Change]:
    sure = "asserted" if fact.source == ARTICLE else "attributed"
    if fact.certainty in ("hedged", "planned", "disputed"):
        yield f"{fact.certainty} told as {sure}", "certainty", sure


def _quantities(fact: Fact) -> Iterator[Change]:
    for place, quantity in enumerate(fact.quantities):
        if isinstance(quantity.value, int | float) and quantity.value not in (0, 1):
            changed = replaced(fact.quantities, place, value=quantity.value * 2)
            yield "number changed in the quantity", "quantities", changed
            if quantity.unit:
                unit = _UNITS.get(quantity.unit, "ship")
                yield "unit changed", "quantities", replaced(fact.quantities, place, unit=unit)
        if quantity.operator != "=":
            yield "operator dropped", "quantities", replaced(fact.quantities, place, operator="=")
            other = _OPERATORS[quantity.operator]
            yield "operator turned round", "quantities", replaced(fact.quantities, place, operator=other)


def _date(fact: Fact) -> Iterator[Change]:
    when = fact.when
    if when is None or when.date is None:
        return
    if len(when.date) == 10:
        for days in (1, -7) if when.precision == "day" else (-7,):
            moved = _moved(when.date, days)
            yield "date moved", "when", when.model_copy(update={"date": moved, "until": _moved(when.until, days)})
    year = f"{int(when.date[:4]) - (11 if when.precision == 'decade' else 1)}{when.date[4:]}"
    yield "year changed", "when", when.model_copy(update={"date": year, "until": None})


def _moved(day: str | None, days: int) -> str | None:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat() if day and len(day) == 10 else None


def _where(dossier: Dossier, fact: Fact) -> Iterator[Change]:
    """A place of the fact changed for another that the dossier knows."""
    if fact.where:
        known = list(dossier.places)
        after = known[known.index(fact.where[0]) + 1 :] + known if fact.where[0] in known else known
        other = next((place for place in after if place not in fact.where), None)
        if other:
            yield "place changed", "where", (other, *fact.where[1:])


def _swaps(dossier: Dossier, fact: Fact, others: list[Fact]) -> Iterator[Mutation]:
    """What two facts have, exchanged: their speakers, their times, their places, the words they stand on."""
    speaker = next((o for o in others if o.source not in (fact.source, ARTICLE)), None)
    if speaker and fact.source != ARTICLE:
        yield _swapped(dossier, "speakers exchanged", ("source", "cue"), pair=(fact, speaker))
    if not fact.quantities:
        return
    deadly = [o for o in others if o.quantities and (fact.event in _DEADLY or o.event in _DEADLY)]
    for kind, keys in (
        ("number moved to another fact", ("quantities",)),
        ("place in the article exchanged", ("at",)),
        ("time moved to another fact", ("when",)),
        ("scene moved to another fact", ("where",)),
    ):
        other = next((o for o in deadly if _differ(fact, o, keys[0])), None)
        if other:
            yield _swapped(dossier, kind, keys, pair=(fact, other))


def _differ(one: Fact, other: Fact, key: str) -> bool:
    mine, theirs = getattr(one, key), getattr(other, key)
    if key == "when":
        return bool(mine and theirs) and mine.date != theirs.date
    return bool(mine and theirs) and mine != theirs


def _swapped(dossier: Dossier, kind: str, keys: tuple[str, ...], *, pair: tuple[Fact, Fact]) -> Mutation:
    one, other = pair
    new = one.model_copy(update={key: getattr(other, key) for key in keys})
    old = other.model_copy(update={key: getattr(one, key) for key in keys})
    was, now = (_shown(getattr(fact, keys[0])) for fact in (one, other))
    files = with_facts(dossier.files, {one.id: new, other.id: old})
    return Mutation(kind, f"{one.id} and {other.id}", was, now, files)
