"""A distance told as a share of another one, against the map: from A it is less than half that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Agreement, Consistency, Place

from .earth import is_point, is_sure, line_between
from .figures import NUMBER, ROUGH, Figure, figure, plain
from .lexicons import either, lexicon
from .told import Passage, Told

_TIMES = {"half": 0.5, "a third": 1 / 3, "a quarter": 0.25, "twice": 2.0, "double": 2.0, "three times": 3.0}
_WAY = r"\b(?:distance|way|route|flight|journey|trip)\b"
_THAT = re.compile(rf"(?:(?P<rough>{ROUGH}) )?(?P<times>{either(_TIMES)}) (?:of )?that\b")
_FROM = re.compile(r"\b[Ff]rom (?P<name>[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2})")
_UNITS = {s: float(e["size"]) / 1000 for e in lexicon("measures")["length"].values() for s in e["spellings"]}
_LENGTH = re.compile(rf"(?:(?P<rough>{ROUGH}) )?(?P<amount>{NUMBER}) (?P<unit>{either(_UNITS)})\b")
_LESS = ("less than", "under", "up to", "at most", "fewer than")
_MORE = ("more than", "over", "at least")
ROOM = 0.05
"""A way is longer than the straight line, and a pin is one spot of a town: this much is not judged."""


@dataclass(frozen=True)
class _Claim:
    """What the two passages say: from `start`, `rough` so many `times` as far as `amount`."""

    start: Place
    goals: tuple[Place, ...]
    share: re.Match[str]
    """The words that say so: less than half that."""
    length: re.Match[str]
    """The distance that it is a share of, as the passage before has it."""

    @property
    def times(self) -> str:
        return self.share["times"]

    @property
    def rough(self) -> str:
        return (self.share["rough"] or "").lower()

    @property
    def amount(self) -> Figure:
        return figure(self.length["amount"])

    @property
    def unit(self) -> str:
        return self.length["unit"]

    @property
    def amount_rough(self) -> str:
        return (self.length["rough"] or "").lower()

    @property
    def words(self) -> str:
        """The share as it stands before a distance: half of, twice."""
        return self.times if _TIMES[self.times] > 1 else f"{self.times} of"

    @property
    def limit(self) -> float:
        return _TIMES[self.times] * self.amount.value * _UNITS[self.unit]


def check_ratios(told: Told) -> Iterator[Consistency]:
    """Every "half that" whose distance stands in the passage before it and whose ends are pinned."""
    for before, passage in zip(told.passages, told.passages[1:], strict=False):
        if (match := _THAT.search(passage.text)) and re.search(_WAY, passage.text):
            claim = _claim(told, before, passage, match)
            if claim is not None and claim.goals:
                yield _checked(claim, before, passage)


def _claim(told: Told, before: Passage, passage: Passage, match: re.Match[str]) -> _Claim | None:
    lengths, name = list(_LENGTH.finditer(before.text)), _FROM.search(passage.text)
    start = _named(told, name["name"]) if name else None
    if len(lengths) != 1 or start is None or not is_point(start):
        return None
    length = lengths[0]
    return _Claim(
        start,
        _goals(told, before, start),
        match,
        length,
    )


def _named(told: Told, name: str) -> Place | None:
    return next((place for place in told.dossier.places.values() if name in (place.name, *place.aliases)), None)


def _goals(told: Told, before: Passage, start: Place) -> tuple[Place, ...]:
    """Where the way leads: the places told behind "to" or "in" that are points, or the scenes in a country told so."""
    known = told.dossier.places.values()
    behind = re.split(r"\b(?:to|in)\b", before.text, maxsplit=1)[-1]
    told_there = [place for place in known if re.search(rf"\b{re.escape(place.name)}\b", behind)]
    points = [place for place in told_there if is_point(place) and place != start]
    countries = {place.name for place in told_there if place.kind == "country"} - {start.country}
    scenes = [p for p in known if is_point(p) and p.country in countries and p.role in ("scene", "target")]
    return tuple(points if points and not countries else scenes)


def _checked(claim: _Claim, before: Passage, passage: Passage) -> Consistency:
    lines = [(goal, line.kilometres) for goal in claim.goals if (line := line_between(claim.start, goal))]
    result, why = _agreement(claim, [kilometres for _, kilometres in lines])
    amount = f"{claim.amount_rough} {claim.amount.text} {claim.unit}".strip()
    steps = (
        f"{claim.words} {claim.amount.text} {claim.unit}: {plain(round(claim.limit))} kilometres.".capitalize(),
        *(
            f"From {claim.start.name} to {goal.name} the straight line is {plain(round(km))} kilometres."
            for goal, km in lines
        ),
        f"The article says {claim.rough} {claim.words} {amount}.".replace("  ", " "),
    )
    return Consistency(
        "ratio",
        f"from {claim.start.name} it is {claim.rough} {claim.words} {amount}".replace("  ", " "),
        steps,
        result,
        why,
        facts=tuple(dict.fromkeys((*before.facts(claim.length), *passage.facts(claim.share)))),
        places=(claim.start.id, *(goal.id for goal, _ in lines)),
        sentences=tuple(dict.fromkeys((*before.sentences, *passage.sentences))),
    )


def _agreement(claim: _Claim, lines: list[float]) -> tuple[Agreement, str | None]:
    inside = [_inside(claim.rough, kilometres, claim.limit) for kilometres in lines]
    if all(inside):
        return "fits", None
    if claim.amount_rough or any(inside):
        return "cannot be decided", "it holds for some of the places only, or the distance is not given exactly"
    if not all(is_sure(place) for place in (claim.start, *claim.goals)):
        return "cannot be decided", "nobody has checked the pins"
    return "does not fit", None


def _inside(rough: str, kilometres: float, limit: float) -> bool:
    if rough in _LESS:
        return kilometres < limit * (1 + ROOM)
    if rough in _MORE:
        return kilometres * 1.5 > limit
    return limit * 0.5 < kilometres < limit * 1.15
