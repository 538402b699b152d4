"""The consistency checks as the private page shows them: with the way to the facts and sentences they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Consistency

from ..book import Book, Link

RESULTS = ("does not fit", "cannot be decided", "fits")
Group = tuple[str, tuple["Check", ...]]


@dataclass(frozen=True)
class Check:
    """A consistency check with the way to the facts and sentences that it is about."""

    result: str
    claim: str
    steps: tuple[str, ...]
    why: str | None
    facts: tuple[Link, ...]
    sentences: tuple[str, ...]
    places: tuple[Link, ...]


def checks_by_result(book: Book, checks: Sequence[Consistency], numbers: Mapping[str, int]) -> tuple[Group, ...]:
    """Every check by its result; no group is empty."""
    made = [
        Check(
            check.result,
            check.claim,
            check.derivation,
            check.why,
            tuple(Link(book.label(i), f"#fact-{numbers[i]}") for i in check.facts if i in numbers),
            check.sentences,
            tuple(book.place(i) for i in check.places if i in book.dossier.places),
        )
        for check in checks
    ]
    groups = ((result, tuple(check for check in made if check.result == result)) for result in RESULTS)
    return tuple((result, those) for result, those in groups if those)
