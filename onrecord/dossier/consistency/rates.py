"""Sums of money given in two currencies: the day's rate is not in the article, but one article has one rate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Agreement, Consistency

from .calendar import YEAR
from .figures import MONEY, ROUGH, Figure, figure, plain
from .lexicons import either, lexicon
from .told import Passage, Told

_WORDS = lexicon("words")
_NAMES = {spelling: name for name, spellings in _WORDS["currencies"].items() for spelling in spellings}
_PAIR = re.compile(
    "(?P<one>"
    + MONEY
    + rf")(?: (?P<onename>{either(_NAMES)})\b)? \((?:{ROUGH} )?(?P<two>"
    + MONEY
    + rf")(?: (?P<twoname>{either(_NAMES)})\b)?\)"
)
ROUGHLY = 0.025
"""By how much of itself a sum is rounded at most: 40 million are no 45."""
FAR = 1.25
"""Rates so far apart are not those of two days of one news story."""
_THEN = re.compile(rf"\b(?:then|at the time|years ago|in {YEAR})\b")
ROOM = 0.04
"""Rates move within the days that an article may cover."""


@dataclass(frozen=True)
class _Pair:
    """An amount in two currencies and the least and the most that one of the first can be worth."""

    passage: Passage
    match: re.Match[str]
    currencies: tuple[str, str]
    one: Figure
    two: Figure

    @property
    def rate(self) -> float:
        return self.two.value / self.one.value

    @property
    def ends(self) -> tuple[float, float]:
        one, two = (min(figure.step / 2 / figure.value, ROUGHLY) for figure in (self.one, self.two))
        return self.rate * (1 - one - two - ROOM), self.rate * (1 + one + two + ROOM)

    @property
    def words(self) -> str:
        return self.match[0].replace(" (", " = ").rstrip(")")


def check_rates(told: Told) -> Iterator[Consistency]:
    """All pairs of the same two currencies in one article: do they imply the same rate? One alone proves nothing."""
    pairs = [
        pair for passage in told.passages for match in _PAIR.finditer(passage.text) if (pair := _pair(passage, match))
    ]
    for currencies in dict.fromkeys(pair.currencies for pair in pairs):
        same = [pair for pair in pairs if pair.currencies == currencies]
        if len(same) > 1:
            yield _together(same)


def _pair(passage: Passage, match: re.Match[str]) -> _Pair | None:
    currencies = (_currency(match, "one"), _currency(match, "two"))
    one, two = figure(match["one"]), figure(match["two"])
    if (
        currencies[0] is None
        or currencies[1] is None
        or currencies[0] == currencies[1]
        or not one.value
        or not two.value
    ):
        return None
    return _Pair(passage, match, (currencies[0], currencies[1]), one, two)


def _currency(match: re.Match[str], side: str) -> str | None:
    sign = _WORDS["signs"].get(match[side][0])
    return sign or (_NAMES[match[f"{side}name"]] if match[f"{side}name"] else None)


def _together(pairs: list[_Pair]) -> Consistency:
    least, most = max(pair.ends[0] for pair in pairs), min(pair.ends[1] for pair in pairs)
    if least <= most:
        return _made(pairs, "fits", None)
    rates = [pair.rate for pair in pairs]
    if max(rates) / min(rates) > FAR and not any(_THEN.search(pair.passage.text) for pair in pairs):
        return _made(pairs, "does not fit", None)
    return _made(pairs, "cannot be decided", "the rates differ, but may be those of different days")


def _made(pairs: list[_Pair], result: Agreement, why: str | None) -> Consistency:
    first, second = pairs[0].currencies
    steps = tuple(f"{pair.words}: one {first} is worth {plain(pair.rate, 3)} {second}." for pair in pairs)
    return Consistency(
        "rate",
        f"the rate of {first} and {second} behind {' and '.join(pair.words for pair in pairs[:3])}",
        steps,
        result,
        why,
        facts=tuple(dict.fromkeys(fact for pair in pairs for fact in pair.passage.facts(pair.match))),
        sentences=tuple(dict.fromkeys(s for pair in pairs for s in pair.passage.sentences)),
    )
