"""From one level to another, and by how much: rose 5 percent to 250 from 238 · fell 4 points, or 0.2 percent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.model import Agreement, Consistency

from .figures import MONEY, ROUGH, Figure, figure, plain
from .lexicons import either, lexicon
from .told import Passage, Told

_WORDS = lexicon("words")
_UP, _DOWN = either(_WORDS["up"]), either(_WORDS["down"])
_MOVE = rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
_PERCENT = r" ?(?:percent|per cent|%)"
_UNIT = r"(?P<{}>(?: percent| per cent|%)?(?: [a-z]+){{0,2}}?)"
_BY_TO_FROM = re.compile(
    rf"{_MOVE} (?:by )?(?:{ROUGH} )?(?P<by>{MONEY}){_PERCENT},? to (?P<new>{MONEY}){_UNIT.format('unit')}"
    rf",? from (?P<old>{MONEY})(?P<oldunit>{_PERCENT})?"
)
_FROM_TO = re.compile(
    rf"{_MOVE}(?: sharply| slightly)? (?:from (?P<old>{MONEY}){_UNIT.format('unit')} to (?P<new>{MONEY})"
    rf"|to (?P<new2>{MONEY}){_UNIT.format('unit2')},? from (?P<old2>{MONEY}))(?P<oldunit>{_PERCENT})?"
    r"(?:(?: [a-z]+){0,4}, (?:an? )?(?:increase|rise|gain|jump|drop|decline|fall|decrease)? ?(?:of |or )?"
    rf"(?P<by>{MONEY}){_PERCENT})?"
)
_BY_OR_TO = re.compile(
    rf"{_MOVE} (?:by )?(?P<step>{MONEY})(?: points?| cents?| dollars?)?,? or (?P<by>{MONEY}){_PERCENT},? "
    rf"(?:to|at|to close at|to end at|to finish at) (?P<new>{MONEY})"
)
SLIP = 0.15
"""By how much of itself a percentage may be off before it is called wrong, where rounding does not explain it."""


def check_changes(told: Told) -> Iterator[Consistency]:
    """Every change that is told with its levels: does the direction, does the percentage agree?"""
    for passage in told.passages:
        seen: list[tuple[int, int]] = []
        for pattern in (_BY_TO_FROM, _BY_OR_TO, _FROM_TO):
            for match in pattern.finditer(passage.text):
                if any(match.start() < end and start < match.end() for start, end in seen):
                    continue
                if checked := _checked(passage, match):
                    seen.append(match.span())
                    yield checked


def _checked(passage: Passage, match: re.Match[str]) -> Consistency | None:
    levels = _levels(match)
    by = figure(match["by"]) if match["by"] else None
    if levels is None or (by is None and match.re is not _FROM_TO):
        return None
    old, new = levels
    steps: list[str] = [_direction(match, old, new)]
    result: Agreement = "fits"
    if (new.value > old.value) != bool(match["up"]) or new.value == old.value:
        if not _are_amounts(passage, match, new):
            return None  # a club climbs from 12 to 8
        result = "does not fit"
    elif by is not None:
        step, result = _share(old, new, by)
        steps.append(step)
    return Consistency(
        "change",
        _claim(match, old, new, by),
        tuple(steps),
        result,
        "the levels are rounded, and the percentage may be taken from exact ones"
        if result == "cannot be decided"
        else None,
        facts=passage.facts(match),
        sentences=passage.sentences,
    )


def _levels(match: re.Match[str]) -> tuple[Figure, Figure] | None:
    """The level before and the one after, in the same unit; None where that is not sure."""
    groups = match.groupdict()
    new = figure(groups.get("new") or groups["new2"])
    if match.re is _BY_OR_TO:
        step = figure(match["step"])
        old = new.value - step.value if match["up"] else new.value + step.value
        if old <= 0 or step.value >= new.value or _sign(match["step"]) != _sign(match["new"]):
            return None
        return Figure(_sign(match["new"]) + plain(old, 6), old, max(step.exact, new.exact)), new
    old_figure = figure(groups.get("old") or groups["old2"])
    signs = {_sign(groups.get("old") or groups["old2"]), _sign(groups.get("new") or groups["new2"])}
    percents = {bool(re.search(_PERCENT, groups.get("unit") or groups.get("unit2") or "")), bool(groups["oldunit"])}
    if len(signs) > 1 or True in percents or min(old_figure.value, new.value) <= 0:
        return None
    ratio = max(old_figure.value, new.value) / min(old_figure.value, new.value)
    return (old_figure, new) if ratio <= 50 and not _are_years(old_figure, new) else None


def _are_amounts(passage: Passage, match: re.Match[str], new: Figure) -> bool:
    """Whether the levels are surely amounts of something, not places in a table or times of a day."""
    groups = match.groupdict()
    counted = re.search(r"\b(?:number|total|count|toll|share|price|cost)s?\b", passage.text[: match.start()])
    unit = (groups.get("unit") or groups.get("unit2") or "").strip()
    return bool(counted or unit or match["by"] or _sign(groups.get("new") or groups["new2"]) or new.value >= 1000)


def _are_years(old: Figure, new: Figure) -> bool:
    return all(re.fullmatch(r"1[5-9]\d\d|20\d\d", one.text) for one in (old, new))


def _sign(text: str) -> str:
    return text[0] if text[0] in "$€£¥" else ""


def _direction(match: re.Match[str], old: Figure, new: Figure) -> str:
    word = match["up"] or match["down"]
    way = "more" if new.value > old.value else "less" if new.value < old.value else "the same"
    return f"From {plain(old.value, 6)} to {plain(new.value, 6)} is {way}; the article says {word}."


def _share(old: Figure, new: Figure, by: Figure) -> tuple[str, Agreement]:
    """The percentage that the levels give, between the least and the most that rounding allows."""
    exact = abs(new.value - old.value) / old.value * 100
    old, new, by = (replace(printed, step=printed.exact) for printed in (old, new, by))
    ends = [abs(n - o) / o * 100 for n in (new.low, new.high) for o in (max(old.low, 1e-9), old.high)]
    crossing = old.low <= new.high and new.low <= old.high
    low, high = 0.0 if crossing else min(ends), max(ends)
    told = (
        f"{_apart(old, new)} ÷ {plain(old.value, 6)} = {plain(exact, 3)} percent; the article prints {by.text}. "
        f"With both levels rounded as printed it can be {plain(low, 2)} to {plain(high, 2)} percent."
    )
    if low <= by.high and by.low <= high:
        return told, "fits"
    near = abs(exact - by.value) <= max(1.0, SLIP * max(exact, by.value))
    return told, "cannot be decided" if near else "does not fit"


def _apart(old: Figure, new: Figure) -> str:
    high, low = max(old.value, new.value), min(old.value, new.value)
    return f"({plain(high, 6)} − {plain(low, 6)})"


def _claim(match: re.Match[str], old: Figure, new: Figure, by: Figure | None) -> str:
    word = match["up"] or match["down"]
    return f"{word} from {old.text} to {new.text}" + (f", by {by.text} percent" if by else "")
