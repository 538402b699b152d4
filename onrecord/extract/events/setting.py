"""When and where an event happened, and how many it killed or hurt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.model import Casualties, FoundPlace, FoundQuantity, FoundTime, Span

from ..lexicons import lexicon
from ..reading import span_of


def time_of(word: Token, tokens: Tokens, times: Sequence[FoundTime]) -> str | None:
    """The value of the date nearest to the event word in its own clause; None where none stands there."""
    sentence = span_of(tokens)
    here = [t for t in times if t.value and t.type in ("DATE", "TIME") and sentence.holds(Span(*t.span))]
    if not here:
        return None
    clause = word if word.pos_ == "VERB" else word.head
    own = [t for t in here if any(span_of(w).overlaps(Span(*t.span)) for w in clause.subtree)]
    return min(own, key=lambda t: abs(t.span[0] - word.idx)).value if own else None


def places_of(word: Token, tokens: Tokens, places: Sequence[FoundPlace]) -> tuple[str, ...]:
    """Ids of the places that follow a word of place near the event word, nearest clause first."""
    clause = word if word.pos_ == "VERB" else word.head
    inside = {t.i for t in clause.subtree} & {t.i for t in tokens}
    found = []
    for place in places:
        spans = [Span(*m) for m in place.mentions]
        if any(t.i in inside and _is_located(t) and any(span_of(t).overlaps(s) for s in spans) for t in tokens):
            found.append(place.id)
    return tuple(found)


def _is_located(token: Token) -> bool:
    head = token
    while head.dep_ in ("pobj", "compound", "appos", "conj", "nmod") and head.head.i != head.i:
        head = head.head
        if head.dep_ == "prep":
            return head.lower_ in ("in", "at", "near", "on", "outside", "around", "of", "from", "to", "across", "over")
    return False


def casualties_of(word: Token, quantities: Sequence[FoundQuantity]) -> tuple[Casualties, ...]:
    """Numbers of people killed or hurt, where this word tells of it: "killing at least 12"."""
    effect = _effect(word.lemma_.lower())
    if effect is None:
        return ()
    counted = [t for p in _patients(word) for t in (p, *p.children)]
    found = []
    for quantity in quantities:
        if any(span_of(t).overlaps(Span(*quantity.span)) for t in counted) and quantity.value is not None:
            found.append(_counted(effect, quantity))
    return tuple(found)


def _counted(effect: Literal["death", "injury"], quantity: FoundQuantity) -> Casualties:
    """A range counts from its lower end; a vague count ("dozens") is told without a number, not with a made-up one."""
    if not isinstance(quantity.value, tuple):
        return Casualties(effect=effect, operator=quantity.operator, value=quantity.value)
    vague = quantity.value in (tuple(ends) for ends in lexicon("numbers")["vague"].values())
    return Casualties(effect=effect, operator=">=", value=None if vague else quantity.value[0])


def _effect(low: str) -> Literal["death", "injury"] | None:
    words = lexicon("events")
    if low in words["fatal"] or low in ("death", "killing"):
        return "death"
    return "injury" if low in words["hurt"] else None


def _patients(word: Token) -> Iterator[Token]:
    kinds = ("dobj", "nsubjpass", "nsubj") if word.lemma_ in ("die", "perish", "drown") else ("dobj", "nsubjpass")
    yield from (c for c in word.children if c.dep_ in kinds)
    yield from (g for c in word.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children)
    if word.dep_ == "acl" and word.tag_ == "VBN":
        yield word.head
