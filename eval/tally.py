"""Counts, scores and misses: what every measure hands back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from onrecord.model import Span

Gold = TypeVar("Gold")
Other = TypeVar("Other")


@dataclass(frozen=True)
class Miss:
    """One thing that is not as the reader marked it. `gold` or `found` is empty where there is nothing to show."""

    article: str
    what: str
    gold: str = ""
    found: str = ""

    def line(self) -> str:
        """The miss as one line.

        >>> Miss("court", "speaker", "she said = martin-fell", "nobody").line()
        'court: speaker | gold: she said = martin-fell | found: nobody'
        """
        sides = [f"{name}: {' '.join(words.split())}" for name, words in (("gold", self.gold), ("found", self.found))]
        return " | ".join([f"{self.article}: {self.what}", *(s for s in sides if not s.endswith(": "))])


@dataclass
class Tally:
    """How many of the golds were found, how many of the found are right, and what went wrong."""

    gold: int = 0
    found: int = 0
    recalled: int = 0
    right: int = 0
    misses: list[Miss] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the golds that were found, in per cent."""
        return 100 * self.recalled / self.gold if self.gold else 100.0

    @property
    def precision(self) -> float:
        """Share of the found that are right, in per cent."""
        return 100 * self.right / self.found if self.found else 100.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two; for a share of one number, that share.

        >>> Tally(gold=4, found=4, recalled=3, right=3).f1
        75.0
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def hit(self) -> None:
        """One gold and one found that agree."""
        self.recalled += 1
        self.right += 1

    def judge(self, right: bool, miss: Miss) -> None:
        """One question with one answer: for accuracies, where golds and answers are equally many."""
        self.gold += 1
        self.found += 1
        if right:
            self.hit()
        else:
            self.misses.append(miss)


def one_to_one(
    golds: Sequence[Gold], found: Sequence[Other], likeness: Callable[[Gold, Other], float]
) -> list[tuple[int, int]]:
    """Numbers of golds and found that belong together, one to one, the likeliest first; 0 is no likeness."""
    scored = [(likeness(g, f), -i, -j) for i, g in enumerate(golds) for j, f in enumerate(found)]
    taken: list[tuple[int, int]] = []
    for score, i, j in sorted(scored, reverse=True):
        if score > 0 and not any(-i == g or -j == f for g, f in taken):
            taken.append((-i, -j))
    return taken


def share_inside(span: Span, parts: Sequence[Span]) -> float:
    """Which part of a span's characters lies in `parts`, which do not overlap one another.

    >>> share_inside(Span(0, 10), [Span(5, 20)])
    0.5
    """
    shared = sum(max(0, min(span.end, p.end) - max(span.start, p.start)) for p in parts)
    return shared / max(1, span.end - span.start)


def likeness(one: Span, other: Span) -> float:
    """What two spans share of what they cover together: 1 for the same span, 0 for spans apart."""
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return shared / max(1, max(one.end, other.end) - min(one.start, other.start))
