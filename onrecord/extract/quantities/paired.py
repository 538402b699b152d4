"""The same amount in two units, checked against itself: "280 kilometers (175 miles)"."""

from __future__ import annotations

from functools import cache

from onrecord.model import Value

from ..lexicons import lexicon

CLOSE = 0.06
"""By how much of the amount two printings of it may differ: both are rounded, often to one or two figures."""


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
    return all(_close(a * known[0][1], b * known[1][1]) for a, b in pairs)


def _degrees_agree(value: Value, unit: str, other: Value) -> bool:
    pairs = zip(_ends(value), _ends(other), strict=False)
    if unit == "celsius":
        return all(abs(a * 9 / 5 + 32 - b) <= 2 for a, b in pairs)
    return all(abs(b * 9 / 5 + 32 - a) <= 2 for a, b in pairs)


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= CLOSE * max(abs(one), abs(other))


def _ends(value: Value) -> tuple[float, ...]:
    return tuple(value) if isinstance(value, tuple) else (value,)


@cache
def _measures() -> dict[str, tuple[str, float]]:
    """What a unit measures, and how many of the base unit it is."""
    measures = lexicon("units")["measures"]
    return {unit: (kind, float(size)) for kind, sizes in measures.items() for unit, size in sizes.items()}
