"""The key figures of a briefing: which numbers, in which order, and in few words what each is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from onrecord.model import Effect, Fact, Figure, FoundQuantity, Quantity, Span

from ..lexicons import lexicon
from .forms import participle
from .material import Material

FIGURES = 6
ENOUGH = 4
"""A number of which only is known what it counts is a figure where there are fewer than this."""
_TOLL = frozenset({"killing", "death", "other", "disaster", "bombing", "attack", "accident", "clash"})
_EFFECTS: dict[Effect, str] = {
    "death": "dead",
    "injury": "injured",
    "missing": "missing",
    "displaced": "displaced",
}
_PLAIN = frozenset(
    ["have", "be", "include", "take", "make", "get", "give", "do", "see", "need", "want", "remain", "keep"]
)
_EMPTY = frozenset({"other", "one", "thing", "way", "time", "year", "people"})


def figures_of(facts: Sequence[Fact], material: Material) -> Iterator[Figure]:
    """At most six figures: people harmed first, then what was counted and measured, in the order of the facts."""
    seen: set[str] = set()
    ranked = []
    for order, fact in enumerate(facts):
        for number, quantity in enumerate(fact.quantities, start=1):
            found = _found(quantity, fact, material)
            effect = _effect(quantity, fact, material)
            label = _EFFECTS[effect] if effect else _label(quantity, found, material)
            if quantity.value is not None and label and (effect or _is_worth(quantity)):
                bare = label == quantity.unit
                ranked.append((effect is None, bare, fact.event not in _TOLL, order, number, label, fact, quantity))
    for _, bare, _, _, number, label, fact, quantity in sorted(ranked, key=lambda one: one[:5]):
        key = f"{quantity.value} {quantity.unit} {label}"
        if key not in seen and len(seen) < (ENOUGH if bare else FIGURES):
            seen.add(key)
            yield Figure(label=label, fact=fact.id, quantity=number)


def _is_worth(quantity: Quantity) -> bool:
    """Whether a number says something without its sentence: not one of a kind, not "two others"."""
    return quantity.value != 1 and (quantity.unit or "") not in _EMPTY and bool(quantity.unit)


def _found(quantity: Quantity, fact: Fact, material: Material) -> FoundQuantity | None:
    """The finding that a fact's quantity was made of."""
    if fact.at is None:
        return None
    room = Span(fact.at.start, fact.at.end)
    inside = (q for q in material.findings.quantities if room.holds(Span(*q.span)))
    return next((q for q in inside if " ".join(Span(*q.span).cut(material.text).split()) == quantity.text), None)


def _effect(quantity: Quantity, fact: Fact, material: Material) -> Effect | None:
    """What was done to the people that a quantity counts, where an event of the fact says so."""
    if fact.at is None or quantity.value is None:
        return None
    room = Span(fact.at.start, fact.at.end)
    for event in material.findings.events:
        if any(room.holds(Span(*s)) for s in (event.span, *event.told)):
            for count in (*event.casualties, *event.losses):
                if count.value == quantity.value and count.operator == quantity.operator:
                    return count.effect
    return None


def _label(quantity: Quantity, found: FoundQuantity | None, material: Material) -> str | None:
    """What a measure is of, or what became of what is counted; None where only a unit of measure is known."""
    names = {record.id: record.name for record in material.equipment}
    of = names.get(quantity.of or "", quantity.of or "")
    if (quantity.unit or "").split(" per ")[0] in _measures():
        return _measure(of, found, material)
    done = _done(found, material)
    of = "" if of.lower() in (quantity.unit or "").lower() else of
    return " ".join(part for part in (done, f"({of})" if of and done else of) if part) or quantity.unit


@cache
def _measures() -> frozenset[str]:
    """Every unit of measure and currency by its long name."""
    units = lexicon("units")
    return frozenset({*units["units"], *units["currencies"], *lexicon("facts")["measures"]} - {"people"})


def _measure(of: str, found: FoundQuantity | None, material: Material) -> str | None:
    if not of or found is None:
        return None
    if found.change is not None and not isinstance(found.value, tuple):
        return f"{of}, {found.change}"
    behind = material.text[found.span[1] : found.span[1] + 4]
    return f"of {of}" if behind == " of " else of


def _done(found: FoundQuantity | None, material: Material) -> str | None:
    """What was done with what is counted, or what it did: "destroyed", "sent", "fled"."""
    tokens = material.reading.tokens(Span(*found.span)) if found is not None else None
    if tokens is None or (tokens.start and tokens.doc[tokens.start - 1].lower_ == "of"):
        return None
    noun = tokens.root.head if tokens.root.dep_ == "nummod" else tokens.root
    verb = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and verb.pos_ == "VERB" and not _is_plain(verb):
        return participle(verb)
    alone = not any(c.dep_ in ("dobj", "attr", "acomp") for c in verb.children)
    if noun.dep_ == "nsubj" and verb.pos_ == "VERB" and alone and not _is_plain(verb):
        return participle(verb)
    return None


def _is_plain(verb: Token) -> bool:
    """Whether a verb says nothing of what became of its object."""
    return verb.lemma_ in _PLAIN
