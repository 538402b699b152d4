"""The same amount in two units: 280 kilometers (175 miles)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.model import Agreement, Consistency

from .figures import NUMBER, ROUGH, Figure, figure, plain
from .lexicons import either, lexicon
from .told import Passage, Told

LOOSE = 0.12
"""By how much of the amount a careless conversion may be off before it is called wrong."""
CLOSE = 0.06
"""By how much the first amount may be rounded: nobody turns 50 into 31 when 30 or 70 may be meant."""
_COMPOSED = re.compile(r"\b(?:feet|foot|ft|pounds?|lbs?|stone|yards?|miles?),? (?:and )?$", re.IGNORECASE)
"""A bigger unit right before: what follows is only the rest."""
_WORSE: tuple[Agreement, ...] = ("fits", "cannot be decided", "does not fit")


@dataclass(frozen=True)
class Unit:
    """A unit of measure: `size` to `most` base units, both the same where its name means one thing."""

    name: str
    kind: str
    size: float
    most: float


def check_units(told: Told) -> Iterator[Consistency]:
    """Each amount that is given in two units, worked out from the first one."""
    for passage in told.passages:
        for match in _pair().finditer(passage.text):
            if checked := _checked(passage, match):
                yield checked
    if told.article is None:
        yield from _of_quantities(told)


def _of_quantities(told: Told) -> Iterator[Consistency]:
    """The pairs that facts keep as printed, where their text has only one half."""
    for fact in told.dossier.facts.values():
        for quantity in fact.quantities:
            passage = Passage(quantity.text or "", fact.at.sentence if fact.at else None, (), (fact.id,))
            if (match := _pair().search(passage.text)) and (checked := _checked(passage, match, passage.shared)):
                yield checked


def _checked(passage: Passage, match: re.Match[str], facts: tuple[str, ...] | None = None) -> Consistency | None:
    units = (_unit(match["unit"]), _unit(match["other"]))
    ends = _ends(match)
    if _COMPOSED.search(passage.text[: match.start()]):
        return None  # "5 feet 10 inches (1.78 meters)"
    if (
        units[0].kind != units[1].kind
        or units[0] == units[1]
        or not ends
        or not all(a.value and b.value for a, b in ends)
    ):
        return None
    factor = (units[0].size / units[1].most, units[0].most / units[1].size)
    compared = [_compared(match, first, second, factor) for first, second in ends]
    result = max((one for _, one in compared), key=_WORSE.index)
    if match["choice"] and result != "fits":
        return None  # "a 10-kilometre or 5-mile run": two things to choose from
    return Consistency(
        "units",
        f"{_range(match, 'low', 'one')} {match['unit']}, given as {_range(match, 'from', 'two')} {match['other']}",
        tuple(step for steps, _ in compared for step in steps),
        result,
        "it is a looser rounding than usual, or a slip" if result == "cannot be decided" else None,
        facts=passage.facts(match) if facts is None else facts,
        sentences=passage.sentences,
    )


def _ends(match: re.Match[str]) -> list[tuple[Figure, Figure]]:
    """The two amounts, or the ends of two ranges; nothing where a range is given as one amount."""
    if bool(match["low"]) != bool(match["from"]):
        return []
    lows = [(figure(match["low"]), figure(match["from"]))] if match["low"] else []
    return [*lows, (figure(match["one"]), figure(match["two"]))]


def _range(match: re.Match[str], low: str, high: str) -> str:
    return f"{match[low]} to {match[high]}" if match[low] else match[high]


def _compared(
    match: re.Match[str], first: Figure, second: Figure, factor: tuple[float, float]
) -> tuple[tuple[str, str], Agreement]:
    """The steps, and whether the two can be one amount: within the rounding of both it fits, far off it does not."""
    low, high = (first.value * one for one in factor)
    apart = max(low - second.value, second.value - high, 0.0)
    room = _room(second) + min(first.step / 2 * factor[1], high * CLOSE)
    loose = max(high * LOOSE, first.step / 2 * factor[1] + second.step / 2)
    times = plain(factor[0]) if factor[0] == factor[1] else f"{plain(factor[0])} to {plain(factor[1])}"
    amount = plain(low) if factor[0] == factor[1] else f"{plain(low)} to {plain(high)}"
    unit, other = match["unit"], match["other"]
    steps = (
        f"{first.text} {unit}: {plain(first.value)} × {times} = {amount} {other}.",
        f"The article prints {second.text} {other}: {plain(apart, 2)} away. Rounding {first.text} to the nearest "
        f"{plain(first.step)} and {second.text} to the nearest {plain(second.step)} explains up to {plain(room, 2)}.",
    )
    return steps, "fits" if apart <= room else "cannot be decided" if apart <= loose else "does not fit"


def _room(printed: Figure) -> float:
    """How far off rounding can put a printed number: less than half a step where it has several digits."""
    several = len(f"{printed.value:g}".replace(".", "").strip("0")) > 1 or printed.value >= 10
    return min(printed.step / 2, printed.value * LOOSE) if several else printed.step / 2


@cache
def _units() -> dict[str, Unit]:
    """Every spelling with its unit."""
    known = {}
    for kind, units in lexicon("measures").items():
        for name, entry in units.items():
            unit = Unit(name, kind, float(entry["size"]), float(entry.get("most", entry["size"])))
            known.update(dict.fromkeys(entry["spellings"], unit))
    return known


def _unit(spelling: str) -> Unit:
    return _units()[spelling.lower()]


@cache
def _pair() -> re.Pattern[str]:
    unit = either(_units())
    first = rf"(?:(?P<low>{NUMBER})(?:[ -]{unit})?(?: to |-| and ))?(?P<one>{NUMBER})[ -](?P<unit>{unit})\b"
    second = rf"(?:(?P<from>{NUMBER})(?:[ -]{unit})?(?: to |-| and ))?(?P<two>{NUMBER})[ -](?P<other>{unit})"
    return re.compile(
        rf"{first}(?:(?P<bracket> \()|(?P<choice>,? or )(?=(?:{ROUGH} )?\d))(?:{ROUGH} )?{second}"
        r"(?(bracket)(?=[);,/])|(?=\W|$))",
        re.IGNORECASE,
    )
