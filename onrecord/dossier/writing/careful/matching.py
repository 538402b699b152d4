"""Which entry of a list became which: by id, then by what they say, then by likeness and order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Any

_ALIKE = 0.5
"""How much of a record with an id must be the same for a new id to count as the old record renamed."""


def match(was: list[Any], now: list[Any]) -> list[int | None]:
    """For each entry of `now` the entry of `was` that it was; None for one that is new. No entry is taken twice.

    >>> match([{"id": "a"}, {"id": "b"}], [{"id": "b", "text": "B"}, {"id": "c"}])
    [1, None]
    >>> match(["iran", "syria"], ["iraq", "syria"])
    [0, 1]
    """
    matching = _Matching(was, now)
    matching.equal(lambda entry: entry)
    matching.equal(lambda entry: entry.get("id") if isinstance(entry, dict) else None)
    matching.alike()
    return matching.found


class _Matching:
    def __init__(self, was: list[Any], now: list[Any]) -> None:
        self.was, self.now = was, now
        self.free = list(range(len(was)))
        self.found: list[int | None] = [None] * len(now)

    def equal(self, key: Callable[[Any], Any]) -> None:
        for place, entry in enumerate(self.now):
            wanted = key(entry) if self.found[place] is None else None
            old = next((i for i in self.free if wanted is not None and key(self.was[i]) == wanted), None)
            if old is not None:
                self.take(place, old)

    def alike(self) -> None:
        left = [place for place, old in enumerate(self.found) if old is None]
        likes = [
            (-_likeness(self.was[i], self.now[place]), abs(i - place), place, i) for place in left for i in self.free
        ]
        for like, _, place, old in sorted(likes):
            if like and self.found[place] is None and old in self.free:
                self.take(place, old)

    def take(self, place: int, old: int) -> None:
        self.found[place] = old
        self.free.remove(old)


def _likeness(was: Any, now: Any) -> float:
    """How much of two entries is the same, from 0 = another entry to 1."""
    if not isinstance(was, dict) or not isinstance(now, dict):
        return 0.5 if isinstance(was, dict) == isinstance(now, dict) else 0
    same = sum(1 for key in now if key in was and was[key] == now[key])
    share = same / max(len(was), len(now), 1)
    if "id" in was or "id" in now:
        return share if share > _ALIKE else 0
    return max(share, 0.01)


def staying(places: list[int]) -> set[int]:
    """Of the places that entries had, those of a longest run in rising order: they stay, the others move.

    >>> sorted(staying([2, 0, 1, 3]))
    [0, 1, 3]
    """
    ends: list[int] = []
    ways: list[list[int]] = []
    for place in places:
        length = bisect_left(ends, place)
        way = [*(ways[length - 1] if length else []), place]
        ends[length:] = [place] if length == len(ends) else [place, *ends[length + 1 :]]
        ways[length:] = [way] if length == len(ways) else [way, *ways[length + 1 :]]
    return set(ways[-1]) if ways else set()
