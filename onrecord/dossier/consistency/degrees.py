"""Temperatures in two scales: 40 degrees Celsius (104 Fahrenheit); and by how much they rise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Agreement, Consistency

from .figures import Figure, figure, plain
from .told import Passage, Told

_AMOUNT = r"(?P<{}sign>minus |-|−)?(?P<{}>\d{{1,5}}(?:\.\d{{1,3}})?)"
_SCALE = r" ?(?:degrees? |°)?(?P<{}>Celsius|Fahrenheit|[CF])\b"
_PAIR = re.compile(
    r"(?<![\w.,])" + _AMOUNT.format("one", "one") + _SCALE.format("scale") + r" \(" + _AMOUNT.format("two", "two")
    + _SCALE.format("other") + r"\)"
)  # fmt: skip
ROOM = 1.5
"""Degrees that rounding to whole ones explains, in either scale."""


def check_degrees(told: Told) -> Iterator[Consistency]:
    """Each temperature, or difference of temperatures, in Celsius and in Fahrenheit."""
    for passage in told.passages:
        for match in _PAIR.finditer(passage.text):
            if match["scale"][0] != match["other"][0]:
                yield _checked(passage, match)


def _checked(passage: Passage, match: re.Match[str]) -> Consistency:
    one, two = (figure(match[side]) for side in ("one", "two"))
    first, second = (
        figure.value * (-1 if match[f"{side}sign"] else 1) for side, figure in (("one", one), ("two", two))
    )
    celsius = match["scale"][0] == "C"
    level = first * 1.8 + 32 if celsius else (first - 32) / 1.8
    change = first * 1.8 if celsius else first / 1.8
    room = _room(one, two, celsius=celsius)
    result = _agreement(second, (level, change), room=room)
    steps = (
        f"{_printed(match, 'one')} {match['scale']} as a temperature is {plain(round(level, 1))} {match['other']}; "
        f"as a difference it is {plain(round(change, 1))}.",
        f"The article prints {_printed(match, 'two')}. Rounding explains up to {plain(round(room, 1))} degrees.",
    )
    return Consistency(
        "units",
        f"{_printed(match, 'one')} {match['scale']}, given as {_printed(match, 'two')} {match['other']}",
        steps,
        result,
        "it is a looser rounding than usual, or a slip" if result == "cannot be decided" else None,
        facts=passage.facts(match),
        sentences=passage.sentences,
    )


def _agreement(second: float, readings: tuple[float, float], *, room: float) -> Agreement:
    apart = min(abs(second - reading) for reading in readings)
    return "fits" if apart <= room else "cannot be decided" if apart <= room + 4 else "does not fit"


def _room(one: Figure, two: Figure, *, celsius: bool) -> float:
    """What rounding of both explains in the second scale: more where the first is a round number."""
    rough = 5.0 if one.value >= 100 and one.value % 100 == 0 else one.step / 2 if one.step <= 1 else 1.0
    return max(ROOM, rough * (1.8 if celsius else 1 / 1.8) + two.step / 2 if two.step <= 1 else ROOM)


def _printed(match: re.Match[str], side: str) -> str:
    return ("−" if match[f"{side}sign"] else "") + match[side]
