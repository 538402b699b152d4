"""Whether the figures of a briefing agree with one another. Nothing is compared that is not surely the same thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from onrecord.model import Article, Consistency, Dossier

from .ages import check_ages
from .changes import check_changes
from .counts import check_counts
from .datelines import check_datelines
from .degrees import check_degrees
from .distances import check_distances
from .elapsed import check_elapsed
from .intervals import check_intervals
from .multiples import check_multiples
from .parts import check_parts
from .presence import check_presence
from .ranges import check_ranges
from .rates import check_rates
from .ratios import check_ratios
from .sets import check_sets
from .shares import check_shares
from .sums import check_sums
from .told import Told
from .units import check_units
from .voices import check_voices
from .weekdays import check_weekdays

CHECKS: tuple[Callable[[Told], Iterator[Consistency]], ...] = (
    check_counts,
    check_voices,
    check_sums,
    check_parts,
    check_shares,
    check_changes,
    check_multiples,
    check_sets,
    check_units,
    check_degrees,
    check_rates,
    check_distances,
    check_ratios,
    check_presence,
    check_weekdays,
    check_datelines,
    check_ranges,
    check_intervals,
    check_ages,
    check_elapsed,
)
"""Every check, in the order in which a page lists them."""
_ORDER = ("does not fit", "cannot be decided", "fits")


def consistency(dossier: Dossier, article: Article | None = None) -> tuple[Consistency, ...]:
    """Every check that the dossier's figures allow, what does not fit first. The same values give the same checks.

    With the article at hand its sentences are read; without it, the words of the facts.
    """
    told = Told(dossier, article)
    made = merged(one for check in CHECKS for one in check(told))
    return tuple(sorted(made, key=lambda one: _ORDER.index(one.result)))


def merged(checks: Iterable[Consistency]) -> Iterator[Consistency]:
    """The same check made twice, as of a sentence and of the fact made of it, as one about all their facts."""
    known: dict[tuple[str, str, str], list[Consistency]] = {}
    for one in checks:
        begun = replace(one, claim=_begun(one.claim), derivation=tuple(_begun(step) for step in one.derivation))
        known.setdefault((one.kind, one.claim.lower(), one.result), []).append(begun)
    for first, *others in known.values():
        yield first if not others else _joined(first, others)


def _begun(words: str) -> str:
    """Words as the beginning of a line."""
    return words[0].upper() + words[1:]


def _joined(first: Consistency, others: list[Consistency]) -> Consistency:
    everyone = (first, *others)
    return replace(
        first,
        facts=_once(one.facts for one in everyone),
        places=_once(one.places for one in everyone),
        sentences=_once(one.sentences for one in everyone),
    )


def _once(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(identifier for ids in lists for identifier in ids))
