"""One voice with two numbers: the same source counts the dead of the same event twice, and not alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from onrecord.model import ARTICLE, Consistency, Fact

from .counts import Count, counts_in
from .told import Passage, Told

_PARTLY = re.compile(
    r"\b(?:more|other|others|another|among|including|of them|each|also|earlier|later|so far|still)\b", re.IGNORECASE
)


def check_voices(told: Told) -> Iterator[Consistency]:
    """Every two facts of one source that count the same of the same event; that they differ need not be a mistake."""
    counted = [(fact, counts) for fact in told.dossier.facts.values() if (counts := _whole_counts(fact))]
    for (first, one), (second, other) in combinations(counted, 2):
        if _same_event(first, second) and one.effect == other.effect:
            yield _made(first, second, one=one, other=other)


def _whole_counts(fact: Fact) -> Count | None:
    """The one count of a fact that tells of nothing else; None where it is a part, or one of several."""
    counts = list(counts_in(Passage(fact.text, None)))
    return counts[0] if len(counts) == 1 and not _PARTLY.search(fact.text) and fact.certainty != "planned" else None


def _same_event(first: Fact, second: Fact) -> bool:
    """Same source, same kind of event, same place and same day, all of them told."""
    days = [fact.when.date if fact.when else None for fact in (first, second)]
    named = first.source != ARTICLE and first.event is not None and first.where and days[0] is not None
    return bool(named) and (first.source, first.event, first.where, days[0]) == (
        second.source,
        second.event,
        second.where,
        days[1],
    )


def _made(first: Fact, second: Fact, *, one: Count, other: Count) -> Consistency:
    shown = [f"{count.rough} {count.text} {count.effect}".strip() for count in (one, other)]
    fits = one.low <= other.high and other.low <= one.high
    return Consistency(
        "count",
        f"{shown[0]} and {shown[1]}, by one source",
        (
            "Both facts have the same source, kind of event, place and day.",
            f"One counts {shown[0]}, the other {shown[1]}: "
            + ("no number is against it." if fits else "no number fits both."),
        ),
        "fits" if fits else "cannot be decided",
        None if fits else "the source may have counted at two times, or two groups",
        facts=(first.id, second.id),
        sentences=tuple(dict.fromkeys(fact.at.sentence for fact in (first, second) if fact.at)),
    )
