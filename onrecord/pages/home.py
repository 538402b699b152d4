"""The front page: every briefing with what it says first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import Markup

from onrecord.model import Dossier, Rendered

from .book import Book
from .downloads.briefings import FEED, briefings_feed
from .engine import Engine
from .head import collection
from .phrases import counted, date_words
from .render import TEMPLATES, front_matter
from .views import summary
from .words import say, spoken

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
    day: str
    """The day its article was published, as written; empty where it is not known."""
    summary: tuple[str, ...]
    """Its sentences as HTML, each with its sources."""
    counts: str
    language: str = "en"
    """That of its words."""

    @property
    def apart(self) -> bool:
        """Whether the interface speaks another language."""
        return self.language != spoken()


def render_home(dossiers: Sequence[Dossier], *, kept: Sequence[Card] = (), templates: Path = TEMPLATES) -> Rendered:
    """The page that lists the briefings, the newest article first; `kept` are cards of an earlier build."""
    engine = Engine(templates)
    cards = sorted(
        [*(home_card(dossier, templates=templates) for dossier in dossiers), *kept], key=lambda card: card.slug
    )
    newest = sorted(cards, key=lambda card: card.day, reverse=True)
    title = say("Briefings")
    body = engine.page("home", {"title": title, "cards": [_safe(card) for card in newest]})
    front = {"title": title, "briefing": "", "invented": False, "page": "home"}
    about = say("News articles as briefings: every fact with who says so, and how sure it is.")
    front |= {"description": about, "linked": collection(title, about, [(one.title, one.slug) for one in newest])}
    front |= {"feeds": [{"href": FEED, "title": title}]} if newest else {}
    files = {"index.md": front_matter(front) + body, **({FEED: briefings_feed(newest)} if newest else {})}
    return Rendered(HOME, "On Record", files, ((title, "index.md"),))


def home_card(dossier: Dossier, *, templates: Path = TEMPLATES) -> Card:
    """What the front page shows of a briefing: plain values that can be kept for the next build."""
    briefing = dossier.briefing
    publication = briefing.sources[0]
    book = Book(dossier, Engine(templates, briefing.language), base=f"{dossier.slug}/")
    voices = {fact.source for fact in dossier.facts.values()}
    return Card(
        slug=dossier.slug,
        title=briefing.title,
        standfirst=None if briefing.summary else briefing.standfirst,
        publisher=publication.publisher or say("the article"),
        published=date_words(publication.published) if publication.published else None,
        invented=briefing.invented,
        day=publication.published or "",
        summary=tuple(one.__html__() for one in summary(book)),
        counts=counted(len(dossier.facts), len(voices)),
        language=briefing.language,
    )


def _safe(card: Card) -> Card:
    """The card with its HTML marked as such: a card that was kept comes back as plain text."""
    return replace(card, summary=tuple(Markup(one) for one in card.summary))
