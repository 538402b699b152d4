"""Every amount in an article's body, with its operator and unit; what only looks like one is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.model import FoundEquipment, FoundQuantity, FoundTime, Span, Value

from ..reading import Reading
from .ages import ages
from .bare import is_amount, without_number
from .bounding import operator_of
from .changing import change_of
from .composed import composed
from .counted import noun_of
from .extent import below_zero, trimmed, with_scale
from .harmed import effect_of, is_human
from .levels import with_levels
from .multiples import multiples
from .naming import is_name
from .paired import same_behind
from .portions import portions
from .shapes import amount, is_measure, rate_behind, single
from .units import counts_millions, printed_of, rate_named, unit_and_of
from .values import comes_from, is_contest, is_range, value_in, whole

_SIGN = re.compile(r"\b(?:Rs|Rp)\.\s$")
"""A sign of money that looks like the end of a sentence."""


@dataclass(frozen=True)
class _Room:
    """Where amounts are looked for: a reading, and the places that other findings have taken."""

    reading: Reading
    taken: Sequence[Span]

    @property
    def text(self) -> str:
        return self.reading.plain


def find_quantities(
    reading: Reading, *, times: Sequence[FoundTime], equipment: Sequence[FoundEquipment]
) -> tuple[FoundQuantity, ...]:
    """Numbers that count or measure something, in text order. Dates, names and designations with digits are none.

    A count without a number ("dozens", "several hundred") is `vague`, a range from one of its kind to ten; "from 4 to 6
    per cent" runs from the old level to the new one, with `change`; where words stand between two levels each is an
    amount, and the newer has the older as `was`. A part of a whole is a "share" between 0 and 1, a multiple a number of
    "time"; neither is worked out. An amount in brackets that gives another one in its own unit is `same_as` that one.
    A plural in a list in which others have their own number has the value None: a number is never borrowed from its
    neighbour. People harmed have an `effect`, whether or not it happened.
    """
    taken = [Span(*time.span) for time in times if time.type in ("DATE", "TIME") and not _is_length(reading, time)]
    taken += [Span(*mention) for kind in equipment for mention in kind.mentions]
    room = _Room(reading, taken)
    return tuple(q for sentence, _ in reading.sentences for q in _of_sentence(room, sentence.span))


def _of_sentence(room: _Room, sentence: Span) -> Iterator[FoundQuantity]:
    single = _without_doubles(list(_in_sentence(room, sentence)))
    ordered = sorted(single, key=lambda quantity: quantity.span)
    yield from with_levels((_with_people(quantity, room) for quantity in ordered), room.text)


def _is_length(reading: Reading, time: FoundTime) -> bool:
    """Whether a date is told by a length of time: "nine days later", "two years ago"."""
    words = Span(*time.span).cut(reading.plain)
    return (
        re.match(r"[\w ,.-]+? (?:day|week|month|year|hour|minute|decade)s? (?:later|earlier|after|before|ago)\b", words)
        is not None
    )


def _in_sentence(room: _Room, sentence: Span) -> Iterator[FoundQuantity]:
    yield from ages(room.reading, sentence)
    special = [*composed(room.text, sentence), *multiples(room.reading, sentence)]
    for span, value in portions(room.text, sentence):
        special.append(FoundQuantity(span=span, value=value, unit="share", operator=operator_of(room.text, span)))
    yield from special
    room = replace(room, taken=(*room.taken, *(Span(*quantity.span) for quantity in special)))
    sign = _SIGN.search(room.text, max(0, sentence.start - 6), sentence.start)
    place = sign.start() if sign else sentence.start
    while match := amount().search(room.text, place, sentence.end):
        if match.start() >= sentence.end:
            return
        if is_contest(match, room.text[: match.start()]):
            place = match.end()
            continue
        one = single().match(room.text, match.start(), sentence.end)
        if not is_range(match, room.text[max(0, match.start() - 24) : match.start()]):
            if one is None:  # "3-1", "82-22": results
                place = match.end()
                continue
            match = one
        found = list(_at(room, match))
        if not found and match["high"] and one is not None:
            match = one
            found = list(_at(room, match))
        yield from found
        place = max((match.end(), *(q.span[1] for q in found if q.value is not None)))
        if found and not match["rate"] and " per " in (found[0].unit or ""):
            rate = rate_behind().search(room.text, place, min(place + 40, sentence.end))
            place = rate.end() if rate else place  # "12 deaths per 100,000 people" is one amount


def _at(room: _Room, match: re.Match[str]) -> Iterator[FoundQuantity]:
    """The amount that a match is, what the same is in another unit, and plurals beside it that nobody counted."""
    span = trimmed(match)
    if any(span.overlaps(other) for other in room.taken):
        return
    found = _quantity(room, match, span)
    if found is None:
        return
    second = same_behind(room.reading, found, span.end) if found.unit is not None else None
    if second is not None:
        rate = rate_behind().match(room.text, second[1])
        per = f" per {rate_named(rate['rate'])}" if rate else ""
        found = found.model_copy(update={"span": Span(found.span[0], second[1]), "unit": f"{found.unit}{per}"})
        yield found
        yield second[0].model_copy(update={"same_as": Span(*found.span), "unit": f"{second[0].unit}{per}"})
    else:
        yield found
    if not is_measure(found.unit):
        yield from without_number(room.reading, span)


def _quantity(room: _Room, match: re.Match[str], span: Span) -> FoundQuantity | None:
    tokens = room.reading.tokens(span)
    value = value_in(match)
    if tokens is None or value is None or is_name(room.text, match, tokens):
        return None
    unit, of = unit_and_of(match, tokens, room.text)
    if unit is None and not is_amount(match, tokens):
        return None
    if counts_millions(match, tokens):
        value = _times(value, 1_000_000)
    moved = isinstance(value, tuple) and comes_from(room.text[max(0, span.start - 24) : span.start])
    change = change_of(tokens, span_from=moved)
    if isinstance(value, tuple) and value[0] > value[1]:
        change = "down"
    value, span = below_zero(room.text, value, unit, span)
    span = with_scale(room.text, span) if unit == "magnitude" else span
    return FoundQuantity(
        span=span,
        value=value,
        unit=unit,
        printed=printed_of(match, tokens),
        operator=operator_of(room.text, span, behind=match.end()),
        of=of,
        vague=bool(match["vague"]),
        change=change,
    )


def _with_people(quantity: FoundQuantity, room: _Room) -> FoundQuantity:
    """The quantity with what was done to the people it counts; a bare number of people harmed counts people."""
    tokens = room.reading.tokens(Span(*quantity.span))
    if tokens is None or quantity.value is None or is_measure(quantity.unit):
        return quantity
    noun = noun_of(tokens)
    heads = (noun, tokens.root) if noun is not None else (tokens.root,)
    effect = next((effect for head in heads if (effect := effect_of(head)) is not None), None)
    if effect is None or not (noun is None or is_human(noun)):
        return quantity
    unit = "people" if quantity.unit in (None, "other", "more") else quantity.unit
    return quantity.model_copy(update={"effect": effect, "unit": unit})


def _times(value: Value, scale: int) -> Value:
    return (whole(value[0] * scale), whole(value[1] * scale)) if isinstance(value, tuple) else whole(value * scale)


def _without_doubles(found: Sequence[FoundQuantity]) -> list[FoundQuantity]:
    """Each place once: what has a number before what has none, and an amount before the part or age it holds."""
    kept: dict[Span, FoundQuantity] = {}
    for quantity in found:
        span = Span(*quantity.span)
        inside = quantity.same_as is None and any(span.overlaps(k) and q.same_as is None for k, q in kept.items())
        if not inside and (quantity.value is not None or span not in kept):
            kept[span] = quantity
    return list(kept.values())
