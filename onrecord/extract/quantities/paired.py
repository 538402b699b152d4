"""The same amount in two units, checked against itself: "280 kilometers (175 miles)"."""

from __future__ import annotations

import re
from functools import cache

from onrecord.model import FoundQuantity, Value

from ..lexicons import lexicon
from ..reading import Reading
from .extent import trimmed
from .shapes import amount, pair
from .units import unit_and_of
from .values import value_in

_OR = re.compile(r",? or (?:about |around |roughly |nearly |almost |some )?(?=\d)")
CLOSE = 0.06
"""By how much of the amount two printings of it may differ: both are rounded, often to one or two figures."""
COARSE = 0.12
"""The same where one of them is rounded to one figure."""


def same_behind(reading: Reading, found: FoundQuantity, end: int) -> tuple[FoundQuantity, int] | None:
    """The amount that gives an amount in another unit, and where it ends: in brackets, or behind "or" where it fits."""
    text = reading.plain
    brackets = pair().match(text, end)
    if brackets is not None:
        match = amount().search(text, brackets.start(1), brackets.end(1))
        whole = match is not None and match.end() >= brackets.end(1) - 1
        second = _second(reading, found, match) if match is not None and whole else None
        return (second, brackets.end()) if second is not None else None
    told = _OR.match(text, end)
    match = amount().match(text, told.end()) if told else None
    second = _second(reading, found, match) if match is not None else None
    return (second, second.span[1]) if second is not None and second.fits else None


def _second(reading: Reading, found: FoundQuantity, match: re.Match[str]) -> FoundQuantity | None:
    """The amount that a match is, checked against the one found before it; None in the same unit or in none."""
    span, value = trimmed(match), value_in(match)
    tokens = reading.tokens(span)
    unit = unit_and_of(match, tokens, reading.plain)[0] if tokens is not None else None
    if unit is None or value is None or unit == found.unit or found.value is None or found.unit is None:
        return None
    fits = agree(found.value, found.unit, value, unit)
    return FoundQuantity(span=span, value=value, unit=unit, fits=fits, operator=found.operator, of=found.of)


def agree(value: Value, unit: str, other: Value, other_unit: str) -> bool | None:
    """Whether two amounts are the same within rounding; None where their units cannot be compared.

    >>> agree(280, "kilometre", 175, "mile"), agree(280, "kilometre", 275, "mile"), agree(9, "dollar", 8, "euro")
    (True, False, None)
    >>> agree(40, "celsius", 104, "fahrenheit")
    True
    """
    if {unit, other_unit} == {"celsius", "fahrenheit"}:
        return _degrees_agree(value, unit, other)
    known = (_measures().get(unit), _measures().get(other_unit))
    if known[0] is None or known[1] is None or known[0][0] != known[1][0]:
        return None
    pairs = zip(_ends(value), _ends(other), strict=False)
    return all(_close(a * known[0][1], b * known[1][1], room=_room(a, b)) for a, b in pairs)


def _degrees_agree(value: Value, unit: str, other: Value) -> bool:
    pairs = zip(_ends(value), _ends(other), strict=False)
    if unit == "celsius":
        return all(abs(a * 9 / 5 + 32 - b) <= 2 for a, b in pairs)
    return all(abs(b * 9 / 5 + 32 - a) <= 2 for a, b in pairs)


def _close(one: float, other: float, *, room: float = CLOSE) -> bool:
    return abs(one - other) <= room * max(abs(one), abs(other))


def _room(*values: float) -> float:
    """How far two printings may differ: more where one of them has one figure only ("3 feet (1 metre)")."""
    return COARSE if any(len(f"{abs(value):.10g}".strip("0.").replace(".", "")) <= 1 for value in values) else CLOSE


def _ends(value: Value) -> tuple[float, ...]:
    return tuple(value) if isinstance(value, tuple) else (value,)


@cache
def _measures() -> dict[str, tuple[str, float]]:
    """What a unit measures, and how many of the base unit it is."""
    measures = lexicon("units")["measures"]
    return {unit: (kind, float(size)) for kind, sizes in measures.items() for unit, size in sizes.items()}
