"""Casualties: every count of dead, injured, missing, displaced and rescued, in order of time, each on its word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from onrecord.model import Dossier, Fact, Quantity, Toll

from ..book import Book
from ..draw.counts import Count, draw_counts
from ..draw.dates import stretch_of
from ..phrases import date_words, number_words, quantity_words
from ..printed import FactView
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


@dataclass(frozen=True)
class Row:
    """One count: when it is of, its words, its bar, and the fact it stands in."""

    number: int
    when: str
    words: str
    bar: Markup
    fact: FactView


@dataclass(frozen=True)
class Counted:
    """Counts of one effect; the drawing is empty unless they are of two days or more."""

    id: str
    title: str
    drawing: Markup
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Casualties:
    """`toll.md`."""

    groups: tuple[Counted, ...]


@dataclass(frozen=True)
class _Told:
    fact: Fact
    quantity: Quantity
    day: date | None


def toll(book: Book) -> Casualties | None:
    """The counts by effect; None where the briefing has none."""
    told = [(row.effect, _told(book.dossier, row)) for row in book.dossier.briefing.toll]
    groups = ((effect, [one for name, one in told if name == effect and one]) for effect in EFFECTS)
    made = tuple(_group(book, effect, [one for one in those if one]) for effect, those in groups if those)
    return Casualties(made) if made else None


def _told(dossier: Dossier, row: Toll) -> _Told | None:
    fact = dossier.facts[row.fact]
    if row.quantity > len(fact.quantities):
        return None
    return _Told(fact, fact.quantities[row.quantity - 1], _day(dossier, fact))


def _day(dossier: Dossier, fact: Fact) -> date | None:
    """The day a count is of: the fact's own, else that of its article, which counts as of then."""
    published = dossier.briefing.sources[0].published
    given = fact.when.date if fact.when and fact.when.date else published
    stretch = stretch_of(given) if given else None
    return stretch.first if stretch else None


def _group(book: Book, effect: str, those: list[_Told]) -> Counted:
    those = sorted(those, key=lambda one: one.day or date.max)
    full = max((_ends(one.quantity)[1] for one in those), default=0.0)
    rows = tuple(_row(book, one, number, full) for number, one in enumerate(those, 1))
    title = say(EFFECTS[effect])
    return Counted(f"toll-{effect}", title, _drawn(book, title, those), rows)


def _row(book: Book, one: _Told, number: int, full: float) -> Row:
    when = date_words(one.day.isoformat()) if one.day else ""
    return Row(number, when, quantity_words(one.quantity), one_bar(one.quantity, full), book.fact(one.fact.id))


def _ends(quantity: Quantity) -> tuple[float, float]:
    value = quantity.value
    return (value[0], value[1]) if isinstance(value, tuple) else (value or 0.0, value or 0.0)


def _drawn(book: Book, title: str, those: list[_Told]) -> Markup:
    known = [one for one in those if one.day and one.quantity.value is not None]
    if len({one.day for one in known}) < 2:
        return Markup()
    counts = [
        Count(
            one.fact.id, one.fact.source, book.label(one.fact.id), one.day or date.max, *_ends(one.quantity),
            one.quantity.operator, f"{SIGNS[one.quantity.operator]}{number_words(one.quantity.value)}",
        )
        for one in known
    ]  # fmt: skip
    told = say("%(what)s: counts over time") % {"what": title}
    about = say("Each count on its day, at its height. The table below has the same counts with their sources.")
    drawn = [(name, draw_counts(counts, title=told, description=about, width=width)) for name, width in _SHEETS]
    return Markup("").join(Markup('<div class="strip-{}">{}</div>').format(n, Markup(svg)) for n, svg in drawn)
