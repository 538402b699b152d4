"""What equipment can do: whose range, payload or speed an amount is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model import FoundEquipment, Span

from ..lexicons import lexicon
from ..reading import Reading
from .phrases import named_by, noun_of, subjects


def bearer(reading: Reading, amount: Span, equipment: Sequence[FoundEquipment]) -> str | None:
    """The id of the equipment that an amount tells something of: a range of 300 km, a warhead of 500 kg.

    None where the amount is no such measure, or where the words do not settle whose it is.
    """
    tokens = reading.tokens(amount)
    if tokens is None:
        return None
    found = [id_ for owner in _owners(tokens.root) if (id_ := named_by(owner, equipment))]
    return found[0] if len(set(found)) == 1 else None


def _owners(amount: Token) -> Iterator[Token]:
    measure = _measure(amount)
    if measure is not None:
        yield from _having(measure)
        return
    verb = amount.head if amount.dep_ in ("dobj", "npadvmod", "attr", "pobj") else None
    if verb is not None and verb.pos_ in ("ADV", "ADP", "ADJ"):
        verb = verb.head
    if verb is not None and verb.lemma_ in lexicon("equipment_types")["abilities"]:
        yield from (noun_of(subject) for subject in subjects(verb))


def _measure(amount: Token) -> Token | None:
    """The noun of the measure: the range of "a range of up to 300 km", of "300-km range", of "its range is 300 km"."""
    token = amount
    for _ in range(4):
        if token.lemma_.casefold() in lexicon("equipment_types")["measures"]:
            return token
        if token.dep_ == "attr" and token.head.lemma_ == "be":
            return next((s for s in subjects(token.head) if s.lemma_ in lexicon("equipment_types")["measures"]), None)
        if token.dep_ not in (
            "pobj",
            "prep",
            "compound",
            "nmod",
            "amod",
            "nummod",
            "conj",
            "quantmod",
            "pcomp",
            "advmod",
        ):
            return None
        token = token.head
    return None


def _having(measure: Token) -> Iterator[Token]:
    """What has a measure: the subject of "has", the noun before "with", the one behind "of", the owner."""
    for child in measure.children:
        if child.dep_ == "poss":
            yield child
        if child.lower_ == "of" and measure.dep_ in ("nsubj", "ROOT"):
            yield from (noun for noun in child.children if noun.dep_ == "pobj")
    while measure.dep_ == "conj":
        measure = measure.head
        if measure.dep_ == "pobj" and measure.head.lower_ == "of":
            measure = measure.head.head
    head = measure.head
    if measure.dep_ == "dobj" and head.lemma_ in ("have", "boast", "possess", "offer", "carry"):
        yield from (noun_of(subject) for subject in subjects(head))
    if measure.dep_ == "pobj" and head.lower_ == "with":
        yield from (noun_of(head.head),) if head.head.pos_ in ("NOUN", "PROPN") else subjects(head.head)
