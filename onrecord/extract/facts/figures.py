"""The key figures of a briefing: which numbers, and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Figure, Quantity

from .counted import found_of, harm_of, is_measure, label_of
from .filing import File
from .placed import Placed

FIGURES = 6
SMALL = 4
"""A smaller number of things that nobody was harmed in is no key figure, unless it is of the main event."""


@dataclass(frozen=True)
class _Candidate:
    """A number with its label, and what decides its rank."""

    one: Placed
    number: int
    quantity: Quantity
    label: str
    harmed: bool
    file: File

    @property
    def rank(self) -> tuple[int, ...]:
        """The smaller, the more it is worth: people harmed, the news before its background, the earlier."""
        few = not self.harmed and not is_measure(self.quantity) and _most(self.quantity) < SMALL
        news = self.file in ("events", "military")
        return (few, not news, not self.harmed, self.one.sentence, self.number)


def figures_of(held: Mapping[File, Sequence[Placed]]) -> Iterator[Figure]:
    """At most six figures: people harmed first, then what was counted and measured, the news before its background."""
    seen: set[str] = set()
    told: set[str] = set()
    for one in sorted(_candidates(held), key=lambda candidate: candidate.rank):
        amount = f"{one.quantity.value} {one.quantity.unit}"
        label = f"{one.label} {one.one.fact.source}" if one.harmed else one.label
        if amount not in seen and label not in told and len(told) < FIGURES:
            seen.add(amount)
            told.add(label)
            yield Figure(label=one.label, fact=one.one.fact.id, quantity=one.number)


def _candidates(held: Mapping[File, Sequence[Placed]]) -> Iterator[_Candidate]:
    for file in held:
        for one in held[file]:
            if one.role != "history" and one.fact.certainty != "planned":
                yield from _numbers_of(one, file)


def _numbers_of(one: Placed, file: File) -> Iterator[_Candidate]:
    for number, quantity in enumerate(one.fact.quantities, start=1):
        harmed = quantity.value is not None and harm_of(found_of(quantity, one.fact, one.material)) is not None
        label = label_of(quantity, one.fact, one.material) if harmed or _is_worth(quantity) else None
        if label is not None and (harmed or label.lower() != (quantity.printed or "").lower()):
            yield _Candidate(one, number, quantity, label, harmed, file)


def _is_worth(quantity: Quantity) -> bool:
    """Whether a number says something without its sentence: given, of something, and not one of a kind."""
    alone = quantity.value == 1 and quantity.unit != "percentage"
    return quantity.value is not None and bool(quantity.unit) and not alone


def _most(quantity: Quantity) -> float:
    value = quantity.value
    return float(max(value) if isinstance(value, tuple) else value or 0)
