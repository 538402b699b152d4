"""The front page: every briefing with what it says first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.model import Dossier, Rendered

from .book import Book
from .engine import Engine
from .phrases import count_words, date_words
from .printed import Printed
from .render import TEMPLATES, front_matter
from .views import summary

HOME = ""
"""The slug of the front page: it lies above the briefings."""


@dataclass(frozen=True)
class Card:
    """One briefing on the front page."""

    slug: str
    title: str
    standfirst: str | None
    publisher: str
    published: str | None
    invented: bool
    summary: tuple[Printed, ...]
    counts: str


def render_home(dossiers: Sequence[Dossier], *, templates: Path = TEMPLATES) -> Rendered:
    """The page that lists the briefings, the newest article first."""
    engine = Engine(templates)
    newest = sorted(dossiers, key=lambda d: d.briefing.sources[0].published or "", reverse=True)
    title = "Briefings"
    body = engine.page("home", {"title": title, "cards": [_card(dossier, engine) for dossier in newest]})
    front = {"title": title, "briefing": "", "invented": False, "page": "home"}
    return Rendered(HOME, "On Record", {"index.md": front_matter(front) + body}, ((title, "index.md"),))


def _card(dossier: Dossier, engine: Engine) -> Card:
    briefing = dossier.briefing
    publication = briefing.sources[0]
    voices = {fact.source for fact in dossier.facts.values()}
    return Card(
        slug=dossier.slug,
        title=briefing.title,
        standfirst=None if briefing.summary else briefing.standfirst,
        publisher=publication.publisher or "the article",
        published=date_words(publication.published) if publication.published else None,
        invented=briefing.invented,
        summary=summary(Book(dossier, engine, base=f"{dossier.slug}/")),
        counts=f"{count_words(len(dossier.facts), 'fact')} from {count_words(len(voices), 'source')}",
    )
