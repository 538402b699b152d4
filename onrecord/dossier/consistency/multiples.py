"""Doubled, tripled, halved: the word against the two levels beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Agreement, Consistency

from .figures import MONEY, Figure, figure, plain
from .lexicons import either, lexicon
from .told import Passage, Told

_TIMES = {word: float(times) for word, times in lexicon("words")["multiplied"].items()}
_ROUGH = r"(?P<rough>more than|almost|nearly|about|roughly|just over|just under|at least)"
_NOUN = r"(?: [a-z]+){0,3}?"
_MULTIPLIED = re.compile(
    rf"(?:{_ROUGH} )?(?P<word>{either(_TIMES)})(?: [a-z]+ly)? "
    rf"(?:from (?P<old>{MONEY}){_NOUN} to (?P<new>{MONEY})|to (?P<new2>{MONEY}){_NOUN},? from (?P<old2>{MONEY}))"
)
ROOM = 0.12
"""How far from twice a doubling may be; nobody says doubled for 1.7 times."""
_OPEN = {
    "more than": (1.0, 1.6),
    "at least": (1.0, 1.6),
    "just over": (1.0, 1.15),
    "almost": (0.8, 1.0),
    "nearly": (0.8, 1.0),
    "just under": (0.85, 1.0),
    "about": (0.85, 1.15),
    "roughly": (0.85, 1.15),
}
"""What the words before it allow, in parts of the multiple: least and most."""


def check_multiples(told: Told) -> Iterator[Consistency]:
    """Every doubling, tripling, halving that is told with both levels."""
    for passage in told.passages:
        for match in _MULTIPLIED.finditer(passage.text):
            if checked := _checked(passage, match):
                yield checked


def _checked(passage: Passage, match: re.Match[str]) -> Consistency | None:
    written = (match["old"] or match["old2"], match["new"] or match["new2"])
    old, new = figure(written[0]), figure(written[1])
    signs = {text[0] if text[0] in "$€£¥" else "" for text in written}
    if len(signs) > 1 or not old.value or all(re.fullmatch(r"1[5-9]\d\d|20\d\d", text) for text in written):
        return None
    times, rough = _TIMES[match["word"]], (match["rough"] or "").strip()
    result = _agreement(old, new, times=times, rough=rough)
    said = f"{rough} {match['word']}".strip()
    return Consistency(
        "change",
        f"{said} from {written[0]} to {written[1]}",
        (
            f"{plain(new.value, 6)} ÷ {plain(old.value, 6)} = {plain(new.value / old.value, 3)}.",
            f"The article says {said}, {plain(times, 3)} times.",
        ),
        result,
        "the word is used loosely" if result == "cannot be decided" else None,
        facts=passage.facts(match),
        sentences=passage.sentences,
    )


def _agreement(old: Figure, new: Figure, *, times: float, rough: str) -> Agreement:
    """Within what the words allow it fits; the wrong way, or far off, it does not."""
    ratio = new.value / old.value / times
    step = min(old.step, new.step)
    rounding = (step / 2 / old.value + step / 2 / new.value) if step > 1 else 0.0
    least, most = _OPEN.get(rough, (1 - ROOM, 1 + ROOM))
    low, high = (least - rounding, most + rounding) if times > 1 else (2 - most - rounding, 2 - least + rounding)
    if low <= ratio <= high:
        return "fits"
    wrong_way = (new.value < old.value) == (times > 1)
    return "does not fit" if wrong_way or not 0.6 <= ratio <= 2.2 else "cannot be decided"
