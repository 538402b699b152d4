"""The level before: "2.5 per cent, down from 3", "from 62% in 2016 to 48%"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.model import FoundQuantity, Span

from .shapes import is_measure

_ABOUT = r"(?:about |around |some |roughly |nearly |almost |just |only |an? |the )*$"
_FROM = re.compile(rf"\bfrom {_ABOUT}", re.IGNORECASE)
_TO = re.compile(rf"\b(?:up |down )?to {_ABOUT}", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\b(?:up|down|higher|lower|rising|falling|risen|fallen|increased?|decreased?|rose|fell|increasing)"
    rf"(?: \w+){{0,2}} from {_ABOUT}",
    re.IGNORECASE,
)
_COMPARED = re.compile(rf"\b(?:(?:compared|compares) (?:with|to)|against|versus) {_ABOUT}", re.IGNORECASE)
_THEN = re.compile(
    r"[^.;]{0,40}\b(?:ago|earlier|before|previous(?:ly)?|prior|last (?:year|month|week|quarter|season|time)|"
    r"in (?:19|20)\d\d|year-(?:ago|earlier))\b",
    re.IGNORECASE,
)
_CLOSE = 60
"""How many letters may stand between two levels of one thing."""


def with_levels(found: Iterable[FoundQuantity], text: str) -> Iterator[FoundQuantity]:
    """The amounts of one sentence, in order; what has a level before has it as `was`, in the same unit only."""
    quantities = list(found)
    for place, quantity in enumerate(quantities):
        was = _was(quantities, place, text)
        if was is not None:
            quantities[place] = quantity.model_copy(update={"was": was})
            _share_unit(quantities, place)
        elif place and _is_restated(quantities[place - 1], quantity, text):
            told = {"change": quantities[place - 1].change, "of": quantities[place - 1].of}
            quantities[place] = quantity.model_copy(update=told)
    yield from quantities


def _share_unit(quantities: list[FoundQuantity], place: int) -> None:
    """Of two levels of one thing, one is printed without its unit: "from 62% in 2016 to 48"."""
    other = next(n for n, q in enumerate(quantities) if q.span == quantities[place].was)
    unit = quantities[place].unit or quantities[other].unit
    for one in (place, other):
        quantities[one] = quantities[one].model_copy(update={"unit": unit})


def _was(quantities: list[FoundQuantity], place: int, text: str) -> Span | None:
    one = quantities[place]
    later = next((q for q in quantities[place + 1 :] if q.same_as is None), None)
    earlier = next((q for q in reversed(quantities[:place]) if q.same_as is None), None)
    if later is not None and _are_levels(one, later, text):
        between = _between(one, later, text)
        falls_to = re.fullmatch(r" from (?:about )?", between) and _TO.search(_ahead(one, text))
        compared = _COMPARED.search(between) and _THEN.match(text, later.span[1])
        if falls_to or compared or _BEFORE.search(between):
            return Span(*later.span)
    if earlier is not None and _are_levels(earlier, one, text):
        begins = _FROM.search(_ahead(earlier, text))
        return Span(*earlier.span) if begins and _TO.search(_between(earlier, one, text)) else None
    return None


def _is_restated(one: FoundQuantity, other: FoundQuantity, text: str) -> bool:
    """Whether a change is told again in another unit: "rose 12 points, or 0.6 per cent"."""
    between = _between(one, other, text)
    again = one.change is not None and other.change is None and one.unit != other.unit
    return again and re.fullmatch(r",? or (?:about |roughly |nearly |almost )?", between) is not None


def _ahead(quantity: FoundQuantity, text: str) -> str:
    return text[max(0, quantity.span[0] - 24) : quantity.span[0]]


def _are_levels(one: FoundQuantity, other: FoundQuantity, text: str) -> bool:
    between = _between(one, other, text)
    single = not isinstance(one.value, tuple) and not isinstance(other.value, tuple)
    units = {one.unit, other.unit}
    same = units.isdisjoint(("year of age", "time", "share"))
    same = same and (len(units) == 1 or (None in units and is_measure(one.unit or other.unit)))
    return (
        single
        and same
        and one.change is None
        and one.effect in (other.effect, None)
        and len(between) <= _CLOSE
        and ";" not in between
    )


def _between(one: FoundQuantity, other: FoundQuantity, text: str) -> str:
    return text[one.span[1] : other.span[0]]
