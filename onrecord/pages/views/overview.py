"""The overview: what happened on whose word, key figures, what is disputed, what is not said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from onrecord.model import CERTAINTY_WORDS, Correction, Figure, Gap, Grid, Takeaway

from ..amounts import amount_words, operator_words
from ..book import Book, Link
from ..editing import EditLink
from ..phrases import date_words
from ..printed import Printed
from ..words import N_, say, say_many
from .corrections import Entry, latest
from .disputes import DisputeView, dispute_views
from .grids import Slot, slots_of
from .places import small_map
from .timeline import small_strip

LATEST = 3
_SLOTS = {
    "who": N_("By whom, or to whom"),
    "what": N_("What happened"),
    "when": N_("At what time"),
    "where": N_("In what place"),
    "why": N_("For what reason"),
    "how": N_("By what means"),
}


@dataclass(frozen=True)
class GapView:
    """A question the article leaves open, and the facts that raise it."""

    question: str
    facts: tuple[Link, ...]
    edit: EditLink


@dataclass(frozen=True)
class Overview:
    """`index.md`."""

    standfirst: str | None
    """Only where there is no summary: it would say the same without facts to rest on."""
    publisher: str
    origin: Markup
    """Which article, how much is told, and how much of it was checked."""
    map: Markup
    strip: Markup
    """Small drawings of where and when; empty where there is nothing to draw."""
    summary: tuple[Printed, ...]
    takeaways: tuple[Printed, ...]
    figures: tuple[Printed, ...]
    slots: tuple[Slot, ...]
    """Empty where the briefing has no grid of this kind."""
    disputes: tuple[DisputeView, ...]
    gaps: tuple[GapView, ...]
    changes: tuple[Entry, ...]


def overview(book: Book, corrections: Sequence[Correction]) -> Overview:
    """The overview of a briefing."""
    briefing = book.dossier.briefing
    return Overview(
        standfirst=None if briefing.summary else briefing.standfirst,
        publisher=briefing.sources[0].publisher or say("the article"),
        origin=_origin(book),
        map=small_map(book),
        strip=small_strip(book),
        summary=summary(book),
        takeaways=tuple(_takeaway(book, one, f"takeaways/{n}") for n, one in enumerate(briefing.takeaways)),
        figures=tuple(figure for n, one in enumerate(briefing.figures) if (figure := _figure(book, one, n))),
        slots=slots_of(book, briefing.grid, _SLOTS, "briefing/grid") if briefing.grid != Grid() else (),
        disputes=dispute_views(book),
        gaps=tuple(_gap(book, gap, n) for n, gap in enumerate(briefing.gaps)),
        changes=latest(book, corrections, LATEST),
    )


def _origin(book: Book) -> Markup:
    """From which article, how many facts on whose word, and how many of them a person checked."""
    article, facts = book.dossier.briefing.sources[0], book.dossier.facts.values()
    voices, checked = {fact.source for fact in facts}, sum(fact.reviewed is not None for fact in facts)
    day = date_words(article.published) if article.published else say("day not known")
    told = [
        Markup(say("From <strong>%(publisher)s</strong>, %(day)s"))
        % {"publisher": article.publisher or say("the article"), "day": day},
        say_many("%(num)s fact", "%(num)s facts", len(facts)) % {"num": len(facts)},
        say_many("%(num)s source", "%(num)s sources", len(voices)) % {"num": len(voices)},
        say("none checked by a person yet") if not checked else say("%(num)s checked by a person") % {"num": checked},
    ]
    return Markup(" · ").join(told)


def summary(book: Book) -> tuple[Printed, ...]:
    """The sentences of the summary, each with its sources."""
    return tuple(_takeaway(book, one, f"summary/{n}") for n, one in enumerate(book.dossier.briefing.summary))


def _takeaway(book: Book, takeaway: Takeaway, path: str) -> Printed:
    edit = book.edit(f"briefing/{path}", N_("this line"))
    return book.statement("takeaway", takeaway.facts, {"text": takeaway.text, "edit": edit})


def _gap(book: Book, gap: Gap, number: int) -> GapView:
    return GapView(gap.question, _raised(book, gap.facts), book.edit(f"briefing/gaps/{number}", N_("this question")))


def _raised(book: Book, facts: Sequence[str]) -> tuple[Link, ...]:
    """Each source once, leading to the first fact of its that raises the question."""
    first = {book.label(fact): book.fact_href(fact) for fact in reversed(facts)}
    return tuple(Link(label, href) for label, href in reversed(first.items()))


def _figure(book: Book, figure: Figure, number: int) -> Printed | None:
    """A number with its operator; nothing where the fact gives no number."""
    fact = book.dossier.facts[figure.fact]
    if figure.quantity > len(fact.quantities):
        return None
    quantity = fact.quantities[figure.quantity - 1]
    amount, unit = amount_words(quantity)
    shown = {
        "label": figure.label,
        "operator": operator_words(quantity),
        "number": amount if quantity.value is not None else say("Not given"),
        "unit": "" if unit and unit.lower() in figure.label.lower() else unit,
        "certainty": fact.certainty,
        "certainty_words": CERTAINTY_WORDS[fact.certainty],
        "hedge": fact.hedge,
        "badge": book.badge(fact.id),
        "edit": book.edit(f"briefing/figures/{number}", N_("this figure")),
    }
    return book.statement("figure", [figure.fact], shown)
