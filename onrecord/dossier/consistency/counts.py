"""How many were killed, hurt, missing or held: the headline against the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations_with_replacement

from onrecord.model import Agreement, Consistency

from .figures import NUMBER, ROUGH, figure
from .lexicons import either, lexicon
from .told import Passage, Told

_WORDS = lexicon("words")
_EFFECTS: dict[str, str] = {word: effect for effect, words in _WORDS["effects"].items() for word in words}
_PEOPLE = either([*_WORDS["people"], "others", "dead"])
_BEHIND = re.compile(
    rf"(?:\b(?P<rough>{ROUGH}) )?(?P<count>{NUMBER})(?: (?:[a-z]+ ){{0,2}}?{_PEOPLE})?"
    rf"(?: (?:were|was|are|have been|had been|reported|still|have|had))* (?P<effect>{either(_EFFECTS)})\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?P<effect>{either(_EFFECTS)}) (?:(?P<rough>{ROUGH}) )?(?P<count>{NUMBER})"
    rf"(?= (?:[a-z]+ ){{0,2}}?{_PEOPLE}\b|[.,;]| (?:in|at|near|after|as|when|and|off|on|outside|during|across)\b|$)",
    re.IGNORECASE,
)
_MORE = ("at least", "more than", "over")
_LESS = ("up to", "less than", "fewer than", "under", "at most", "as many as")
MANY = 6
"""Texts with more counts than this tell of many events: a headline may be about any of them."""
_ABOUT = 0.1
"""How far off "about" may be."""


@dataclass(frozen=True)
class Count:
    """So many people to whom something was done."""

    effect: str
    value: float
    rough: str
    text: str
    facts: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()

    @property
    def low(self) -> float:
        """The least that it can mean."""
        if self.rough in _LESS:
            return 0.0
        return self.value * (1 - _ABOUT) if self.rough and self.rough not in _MORE else self.value

    @property
    def high(self) -> float:
        """The most that it can mean."""
        if self.rough in _MORE:
            return float("inf")
        return self.value * (1 + _ABOUT) if self.rough and self.rough not in _LESS else self.value


def check_counts(told: Told) -> Iterator[Consistency]:
    """Every count of the headline: does the text have one that can be the same?"""
    title = Passage(told.dossier.briefing.title, None)
    found = (number for passage in told.passages for number in re.findall(NUMBER, passage.text))
    numbers = [figure(number).value for number in found]
    counts = [count for passage in told.passages for count in counts_in(passage)]
    for headline in counts_in(title):
        those = [count for count in counts if count.effect == headline.effect]
        if those:
            yield from _checked(headline, those, numbers)


def counts_in(passage: Passage) -> Iterator[Count]:
    """Each number of people with what was done to them.

    >>> [(c.rough, c.text, c.effect) for c in counts_in(Passage("Blast kills at least nine, 12 people injured", None))]
    [('', '12', 'hurt'), ('at least', 'nine', 'dead')]
    """
    for pattern in (_BEHIND, _BEFORE):
        for match in pattern.finditer(passage.text):
            number = figure(match["count"])
            if number.whole and not re.fullmatch(r"1[5-9]\d\d|20\d\d", match["count"]):
                effect = _EFFECTS[match["effect"].lower()]
                rough = (match["rough"] or "").lower()
                yield Count(effect, number.value, rough, match["count"], passage.facts(match), passage.sentences)


def _checked(headline: Count, those: list[Count], numbers: list[float]) -> Iterator[Consistency]:
    same = [count for count in those if headline.low <= count.high and count.low <= headline.high]
    result, why = _agreement(headline, those, same, numbers)
    if result is None:
        return
    shown = same or those
    told = "; ".join(dict.fromkeys(f"{count.rough} {count.text}".strip() for count in shown))
    steps = (
        f"The headline counts {headline.rough} {headline.text} {headline.effect}.".replace("  ", " "),
        f"The text counts {told}.",
    )
    yield Consistency(
        "count",
        f"{headline.rough} {headline.text} {headline.effect} in the headline".strip(),
        steps,
        result,
        why,
        facts=tuple(dict.fromkeys(fact for count in shown for fact in count.facts)),
        sentences=tuple(dict.fromkeys(s for count in shown for s in count.sentences)),
    )


def _agreement(
    headline: Count, those: list[Count], same: list[Count], numbers: list[float]
) -> tuple[Agreement | None, str | None]:
    """Wrong is only what no count of the text, and no sum of its numbers, can be."""
    if same:
        return "fits", None
    if headline.value in numbers:
        return None, None  # told in other words: "the toll rose to 177"
    parts = sorted({number for number in numbers if 0 < number < headline.value})
    sums = {sum(some) for size in (2, 3) for some in combinations_with_replacement(parts, size)}
    if headline.rough or headline.value in sums or len(those) > MANY:
        return "cannot be decided", "the headline may add up several counts, or be of another day"
    return "does not fit", None
