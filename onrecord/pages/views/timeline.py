"""What happened: a strip and a table with the same rows, and each event's block in its band of time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from onrecord.model import Dossier, Fact

from ..book import Book
from ..draw import Row, draw_timeline
from ..draw.dates import stretch_of
from ..words import N_, say

_BANDS = (
    ("long-past", N_("Long past"), 3660),
    ("years-before", N_("Years before"), 366),
    ("months-before", N_("Months before"), 32),
    ("weeks-before", N_("Weeks before"), 8),
    ("these-days", N_("The days of the event"), 0),
)
_SHEETS = (("wide", 960), ("narrow", 340))
"""Widths in pixels that the strip is drawn for, so that its letters stay readable on a telephone."""
_AHEAD, _UNDATED = ("ahead", N_("Ahead")), ("no-date", N_("No date stated"))


@dataclass(frozen=True)
class Band:
    """A stretch of time, and its rows: events are at home here, other facts visit."""

    id: str
    title: str
    rows: tuple[Markup, ...]


@dataclass(frozen=True)
class Timeline:
    """`timeline.md`."""

    strip: Markup
    bands: tuple[Band, ...]
    published: str | None


def dated(dossier: Dossier) -> list[Fact]:
    """Facts of every file whose time is known as a date, in order of time."""
    known = [fact for fact in dossier.facts.values() if _first(fact)]
    return sorted(known, key=lambda fact: _first(fact) or date.max)


def timeline(book: Book) -> Timeline | None:
    """The timeline of a briefing; None when nothing happened and nothing is dated."""
    rows = dated(book.dossier)
    undated = [fact for fact in book.dossier.files.events.facts if not _first(fact)]
    if not rows and not undated:
        return None
    published = book.dossier.briefing.sources[0].published
    return Timeline(_strip(book, rows, published), tuple(_bands(book, rows, undated)), published)


def _first(fact: Fact) -> date | None:
    stretch = stretch_of(fact.when.date) if fact.when and fact.when.date else None
    return stretch.first if stretch else None


def small_strip(book: Book) -> Markup:
    """The strip for the overview: its numbers lead to the timeline's rows."""
    published = book.dossier.briefing.sources[0].published
    return _strip(book, dated(book.dossier), published, page="timeline.html")


def _strip(book: Book, facts: Sequence[Fact], published: str | None, page: str = "") -> Markup:
    """The strip for a wide sheet and for a narrow one; the style sheet shows the one that fits."""
    rows = [_row(book, fact, number) for number, fact in enumerate(facts, 1)]
    title = say("When it happened: %(num)s dated facts") % {"num": len(rows)}
    description = say("A strip from long past to ahead. The tables of the timeline have the same rows.")
    drawn = [
        (name, draw_timeline(rows, title=title, description=description, reference=published, width=width, page=page))
        for name, width in _SHEETS
    ]
    return Markup("").join(
        Markup('<div class="strip-{}">{}</div>').format(name, Markup(svg)) for name, svg in drawn if svg
    )


def _row(book: Book, fact: Fact, number: int) -> Row:
    when = fact.when
    assert when is not None
    return Row(
        fact=fact.id,
        source=fact.source,
        source_label=book.label(fact.id),
        number=number,
        text=say("%(time)s (corrected)") % {"time": when.text} if _is_corrected(book, fact) else when.text,
        date=when.date,
        until=when.until,
        precision=when.precision,
        modifier=when.modifier,
        relation=when.relation,
        planned=fact.certainty == "planned",
    )


def _is_corrected(book: Book, fact: Fact) -> bool:
    """Whether the time itself was changed: the strip prints nothing else of a fact."""
    return any(row.field == say("time") for change in book.changes.get(("fact", fact.id), ()) for row in change.rows)


def _bands(book: Book, rows: list[Fact], undated: list[Fact]) -> Iterable[Band]:
    today = _reference(book, rows)
    homes = [(_band(fact, today), fact) for fact in rows] + [(_UNDATED, fact) for fact in undated]
    for name in [*((i, title) for i, title, _ in _BANDS), _AHEAD, _UNDATED]:
        facts = [fact for home, fact in homes if home == name]
        if facts:
            yield Band(name[0], say(name[1]), tuple(_table_row(book, fact) for fact in facts))


def _table_row(book: Book, fact: Fact) -> Markup:
    view = book.fact(fact.id)
    return view.home_row if book.dossier.file_of[fact.id] == "events" else view.row


def _reference(book: Book, rows: list[Fact]) -> date | None:
    published = book.dossier.briefing.sources[0].published
    stretch = stretch_of(published) if published else None
    if stretch:
        return stretch.last
    return max((d for fact in rows if fact.certainty != "planned" and (d := _first(fact))), default=None)


def _band(fact: Fact, today: date | None) -> tuple[str, str]:
    first, when = _first(fact), fact.when
    assert first is not None
    assert when is not None
    last = stretch_of(when.date or "")
    if today is None or first > today or (fact.certainty == "planned" and last and last.last > today):
        return _AHEAD
    # What reaches into the days of the event belongs to them: a month that has begun, a year since then.
    middle = min(last.last, today) if last else first
    age = (today - middle).days
    return next((i, title) for i, title, limit in _BANDS if age >= limit)
