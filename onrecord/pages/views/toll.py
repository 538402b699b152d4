"""Casualties: every count of dead, injured, missing, displaced and rescued, in order of time, each on its word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from onrecord.model import Dossier, Fact, Quantity, Toll

from ..amounts import number_words, quantity_words
from ..book import Book
from ..draw.counts import Count, draw_counts
from ..draw.dates import Stretch, stretch_of
from ..phrases import date_words, dated_words
from ..printed import Printed
from ..words import N_, say
from .measures import one_bar

EFFECTS = {
    "dead": N_("Dead"),
    "injured": N_("Injured"),
    "missing": N_("Missing"),
    "displaced": N_("Displaced"),
    "rescued": N_("Rescued"),
}
SIGNS = {"=": "", "~": "≈ ", ">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ "}
_SHEETS = (("wide", 640), ("narrow", 340))
_AS_OF = ("on", "until")
"""A count that something happened "since" a day, "before" or "after" it is of no day that could be drawn."""


@dataclass(frozen=True)
class Counted:
    """Counts of one effect, a row each; the drawing is empty unless they are of two days or more."""

    id: str
    title: str
    drawing: Markup
    rows: tuple[Printed, ...]


@dataclass(frozen=True)
class Casualties:
    """`toll.md`."""

    groups: tuple[Counted, ...]


@dataclass(frozen=True)
class _Told:
    fact: Fact
    quantity: Quantity
    when: str
    """The date it is of, as exact as it is known; empty where there is none."""
    days: Stretch | None
    exact: bool

    @property
    def day(self) -> date | None:
        return self.days.first if self.days and self.exact else None

    @property
    def order(self) -> tuple[date, date]:
        return (self.days.first, self.days.last) if self.days else (date.max, date.max)


def toll(book: Book) -> Casualties | None:
    """The counts by effect; None where the briefing has none."""
    told = [(row.effect, _told(book.dossier, row)) for row in book.dossier.briefing.toll]
    groups = ((effect, [one for name, one in told if name == effect and one]) for effect in EFFECTS)
    made = tuple(_group(book, effect, those) for effect, those in groups if those)
    return Casualties(made) if made else None


def _told(dossier: Dossier, row: Toll) -> _Told | None:
    fact = dossier.facts[row.fact]
    if row.quantity > len(fact.quantities):
        return None
    quantity, when = fact.quantities[row.quantity - 1], fact.when
    if when is None:
        # A count without a time of its own is what was known when the article went out.
        published = dossier.briefing.sources[0].published
        days = stretch_of(published) if published else None
        words = date_words(published) if published and days else ""
        return _Told(fact, quantity, words, days, bool(days and days.days == 1))
    days = stretch_of(when.date, when.precision) if when.date else None
    exact = bool(days and days.days == 1) and when.until in (None, when.date) and not when.modifier
    return _Told(fact, quantity, dated_words(when) or "", days, exact and when.relation in _AS_OF)


def _group(book: Book, effect: str, those: list[_Told]) -> Counted:
    those = sorted(those, key=lambda one: one.order)
    full = max((_ends(one.quantity)[1] for one in those), default=0.0)
    title = say(EFFECTS[effect])
    return Counted(f"toll-{effect}", title, _drawn(book, title, those), tuple(_row(book, one, full) for one in those))


def _row(book: Book, one: _Told, full: float) -> Printed:
    """One count: when it is of, its words, its bar, and the fact it stands in, all with the source of the fact."""
    shown = {
        "when": one.when,
        "words": quantity_words(one.quantity),
        "bar": one_bar(one.quantity, full),
    }
    return book.told("fact_count_row", one.fact.id, shown)


def _ends(quantity: Quantity) -> tuple[float, float]:
    value = quantity.value
    return (value[0], value[1]) if isinstance(value, tuple) else (value or 0.0, value or 0.0)


def _drawn(book: Book, title: str, those: list[_Told]) -> Markup:
    known = [(one, one.day) for one in those if one.day and one.quantity.value is not None]
    if len({day for _, day in known}) < 2:
        return Markup()
    counts = [
        Count(
            one.fact.id, one.fact.source, book.label(one.fact.id), day, *_ends(one.quantity),
            one.quantity.operator, f"{SIGNS[one.quantity.operator]}{number_words(one.quantity.value)}",
        )
        for one, day in known
    ]  # fmt: skip
    told = say("%(what)s: counts over time") % {"what": title}
    about = say("Each count on its day, at its height. The table below has the same counts with their sources.")
    drawn = [(name, draw_counts(counts, title=told, description=about, width=width)) for name, width in _SHEETS]
    return Markup("").join(Markup('<div class="strip-{}">{}</div>').format(n, Markup(svg)) for n, svg in drawn)
