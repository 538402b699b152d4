"""When, where, who, what and how many: the findings that stand in a claim's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model import FoundQuantity, FoundTime, Quantity, Span, When

from ..equipment import bearer
from ..lexicons import lexicon
from ..reading import span_of
from ..times import when_of
from .clauses import Clause
from .material import Material, covers, nearby, overlapping


def times_in(words: Sequence[Token], material: Material) -> tuple[FoundTime, ...]:
    """Dates, times of day, and times counted from an event ("two days after"), in these words, in text order."""
    near = set(nearby((t.span for t in material.findings.times), words))
    found = (t for t in material.findings.times if t.span in near and _says_when(t))
    return tuple(t for t in found if overlapping((t.span,), words))


def _says_when(time: FoundTime) -> bool:
    return time.type in ("DATE", "TIME") or (time.type == "DURATION" and time.relation in ("before", "after"))


def when_in(clause: Clause, words: Sequence[Token], material: Material) -> When | None:
    """The time that hangs on the clause's predicate; None where there is none, or it belongs to something else."""
    times = times_in(words, material)
    for time in times:
        if any(covers((time.span,), t) and _hangs_on(t, clause) for t in words):
            return when_of(time, material.text)
    inside = [t for t in words if times and covers((times[0].span,), t)]
    # "allowed the ship to leave on Tuesday": one time, in what completes the predicate, is the whole line's.
    if len(times) == 1 and inside and _completes(inside[0], clause):
        return when_of(times[0], material.text)
    return None


def _completes(token: Token, clause: Clause) -> bool:
    """Whether a word stands in a complement or purpose of the predicate, not in a noun's description."""
    head = token
    while head.i != clause.root.i and head.head.i != head.i:
        if head.dep_ in ("relcl", "acl", "appos", "nsubj", "nsubjpass", "csubj", "pcomp"):
            return False
        if head.dep_ in ("ccomp", "advcl") and any(c.dep_ == "mark" for c in head.children):
            return False
        head = head.head
    return head.i == clause.root.i


def _hangs_on(token: Token, clause: Clause) -> bool:
    """Whether a word belongs to the predicate and not to a noun or a clause below it."""
    head = token
    for _ in range(len(token.doc)):
        if head.i == clause.root.i:
            return True
        if head.dep_ in ("relcl", "acl", "ccomp", "advcl", "appos", "csubj") or head.head.i == head.i:
            return False
        if head.dep_ == "prep" and head.head.pos_ in ("NOUN", "PROPN") and head.head.dep_ not in ("npadvmod", "pobj"):
            return head.head.dep_ == "dobj" and head.head.head.i == clause.root.i
        head = head.head
    return False


def where_in(words: Sequence[Token], material: Material) -> tuple[str, ...]:
    """Ids of the places at which it happened: those that follow a word of place."""
    prepositions = lexicon("facts")["places"]
    known = {place.id for place in material.places}
    found = []
    bodies = [span for span, actor in material.mentions if actor.kind in ("company", "media", "person")]
    near = (p for p in material.findings.places if p.id in known and any(nearby(p.mentions, words)))
    here = (p for p in near if not all(any(b.overlaps(Span(*m)) for b in bodies) for m in nearby(p.mentions, words)))
    for place in here:
        if any(is_located(t, place.mentions, prepositions) for t in words):
            found.append(place.id)
    return tuple(found)


def is_located(token: Token, mentions: Sequence[Span], prepositions: Sequence[str]) -> bool:
    """Whether a word is part of a place's mention that follows a word of place: "near Oslo", "in the city of Oslo"."""
    if not covers(mentions, token) or token.dep_ not in ("pobj", "conj", "appos"):
        return False
    head = token.head
    while head.dep_ in ("conj", "appos", "pobj") and head.dep_ != "prep" and head.head.i != head.i:
        head = head.head
    return (head.lower_ in prepositions and head.lower_ != "of") or (head.lower_ == "of" and head.head.dep_ == "pobj")


def actors_in(words: Sequence[Token], material: Material, *, but: str) -> tuple[str, ...]:
    """Ids of the actors that these words name, in text order, without the source."""
    near = set(nearby((span for span, _ in material.mentions), words))
    found = [actor.id for span, actor in material.mentions if span in near and overlapping((span,), words)]
    return tuple(a for a in dict.fromkeys(found) if a != but)


def equipment_in(words: Sequence[Token], material: Material) -> tuple[str, ...]:
    """Ids of the equipment that these words name."""
    known = {record.id for record in material.equipment}
    return tuple(e.id for e in material.findings.equipment if e.id in known and overlapping(e.mentions, words))


def quantities_in(words: Sequence[Token], material: Material) -> tuple[Quantity, ...]:
    """The numbers in these words; and, without a value, what is listed beside counted things but not counted."""
    near = set(nearby((q.span for q in material.findings.quantities), words))
    figures = (q for q in material.findings.quantities if q.same_as is None and q.unit not in ("year of age", "share"))
    inside = [q for q in figures if q.span in near and overlapping((q.span,), words)]
    counted = [(Span(*q.span), _quantity(q, words, material)) for q in inside]
    counted += list(_uncounted(words, [span for span, _ in counted]))
    return tuple(quantity for _, quantity in sorted(counted, key=lambda pair: pair[0]))


def _quantity(found: FoundQuantity, words: Sequence[Token], material: Material) -> Quantity:
    text = " ".join(Span(*found.span).cut(material.text).split())
    of = _of(found, words, material) or None
    # "Dozens" is no number: the finding keeps the range that the word can mean, the fact keeps the word.
    value = None if found.vague or text.lower() in lexicon("numbers")["vague"] else found.value
    if isinstance(value, tuple) and found.change:
        value = value[1]  # "from 4 to 6 per cent": the figure is the new level, its printed form tells both
    return Quantity(value=value, unit=found.unit or None, of=of, operator=found.operator, text=text)


def _of(found: FoundQuantity, words: Sequence[Token], material: Material) -> str | None:
    """The id of the equipment that is counted, or whose range or load it is; or the article's words for what is."""
    counts = [t for t in words if covers((found.span,), t)]
    phrase = {w.i for t in counts for w in (t.head if t.dep_ == "nummod" else t).subtree}
    inside = [t for t in words if t.i in phrase]
    types = [e.id for e in material.findings.equipment if overlapping(e.mentions, inside)]
    if types and equipment_in(words, material):
        return types[0] if len(types) == 1 else found.of  # "six Su-24s and Su-34s" are six of neither
    owner = bearer(material.reading, Span(*found.span), material.findings.equipment)
    return owner if owner in {record.id for record in material.equipment} else found.of


def _uncounted(words: Sequence[Token], counted: Sequence[Span]) -> Iterator[tuple[Span, Quantity]]:
    for token in words:
        if token.tag_ != "NNS" or token.dep_ not in ("conj", "dobj", "pobj", "nsubjpass"):
            continue
        listed = [token.head if token.dep_ == "conj" else token, *(c for c in token.conjuncts)]
        others = [t for t in listed if t.i != token.i and any(c.dep_ == "nummod" for c in t.children)]
        own = any(covers(counted, t) for t in token.subtree if t.i <= token.i)
        if others and not own and not any(c.dep_ in ("nummod", "det", "poss") for c in token.children):
            noun = " ".join(t.text for t in token.lefts if t.dep_ in ("compound", "amod"))
            unit = f"{noun} {token.text}".strip()
            yield span_of(token), Quantity(value=None, unit=None, of=unit, text=unit)
