"""Do the figures agree? Every check with how it was worked out; what does not fit comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Agreement, Consistency

from ..book import Book
from ..printed import Printed
from ..words import N_, say, say_many

_RESULTS: tuple[tuple[Agreement, str, str], ...] = (
    ("does not fit", N_("Does not fit"), N_("At least one of the figures must be wrong, or is not what it seems.")),
    ("cannot be decided", N_("Cannot be decided"), N_("What the article says is not enough to tell.")),
    ("fits", N_("Fits"), N_("The figures agree with one another; whether they are right is another question.")),
)


@dataclass(frozen=True)
class Checked:
    """Checks with the same result. `folded` are those that nobody has to look at."""

    id: str
    title: str
    note: str
    folded: bool
    count: str
    checks: tuple[Printed, ...]


def agreement(book: Book, checks: Sequence[Consistency]) -> tuple[Checked, ...]:
    """The checks that are about facts, by result; no group is empty. What stands in a dispute is not told again."""
    disputes = [set(dispute.facts) for dispute in book.dossier.briefing.disputes]
    told = [check for check in checks if any(fact in book.dossier.facts for fact in check.facts)]
    told = [c for c in told if c.kind != "presence" or not any(set(c.facts) <= dispute for dispute in disputes)]
    groups = []
    for result, title, note in _RESULTS:
        those = tuple(_printed(book, check) for check in told if check.result == result)
        if those:
            name = result.replace(" ", "-")
            count = say_many("%(num)s check", "%(num)s checks", len(those)) % {"num": len(those)}
            groups.append(Checked(name, say(title), say(note), result == "fits", count, those))
    return tuple(groups)


def _printed(book: Book, check: Consistency) -> Printed:
    """A check prints itself whole, with the facts that it is about and their sources."""
    known = [fact for fact in check.facts if fact in book.dossier.facts]
    shown = {
        "claim": check.claim,
        "steps": check.derivation,
        "why": check.why,
        "result": check.result,
        "result_words": say(check.result),
        "lines": book.facts(known),
        "places": [book.place(place) for place in check.places if place in book.dossier.places],
    }
    return book.statement("check", known, shown)
