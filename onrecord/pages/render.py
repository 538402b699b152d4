"""A dossier becomes pages: Markdown files, downloads, and a menu in reading order."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from onrecord.model import Article, Consistency, Correction, Dossier, Problem, Rendered

from . import views
from .book import Book
from .engine import Engine
from .head import CARD, head, picture
from .rights import Measure, measure, rights_problems
from .terms import escaped, explained
from .words import N_, say

TEMPLATES = Path(__file__).parent.parent.parent / "templates"
_MENU = {
    "index": N_("Overview"),
    "timeline": N_("What happened"),
    "toll": N_("Casualties"),
    "results": N_("Results"),
    "case": N_("The case"),
    "military": N_("Military details"),
    "actors": N_("Actors"),
    "reactions": N_("Reactions"),
    "background": N_("Background"),
    "disputes": N_("Disputes"),
    "places": N_("Places"),
    "sources": N_("Sources"),
    "corrections": N_("Corrections"),
    "data": N_("Data"),
    "about": N_("About"),
}
"""Pages in reading order, with the words the menu uses."""
_EXPLAINED = ("index", "timeline", "military", "reactions", "background", "disputes")
"""Pages on which a term is explained where it first stands."""


@dataclass(frozen=True)
class Pages:
    """What came of rendering: the files, how much of the article stands in them, and what is above the limits."""

    rendered: Rendered
    measured: Measure | None
    """None where the article was not at hand: unchecked."""
    problems: tuple[Problem, ...]


def render(
    dossier: Dossier,
    *,
    corrections: Sequence[Correction] = (),
    checks: Sequence[Consistency] = (),
    article: Article | None = None,
    downloads: Mapping[str, str] | None = None,
    edit_url: str | None = None,
    templates: Path = TEMPLATES,
) -> Pages:
    """Render a briefing. With the article at hand, its text is compared with every file."""
    downloads = downloads or {}
    files = pages_of(
        dossier,
        corrections=corrections,
        checks=checks,
        downloads=downloads,
        article_at_hand=article is not None,
        edit_url=edit_url,
        templates=templates,
    )
    measured = measure({**files, **downloads}, dossier, article) if article else None
    if measured:
        book = _book(dossier, corrections, edit_url=edit_url, templates=templates)
        files["sources.md"] = _page(book, "sources", views.sources(book, measured), downloads)
    menu = tuple((say(_MENU[name]), f"{name}.md") for name in _order(dossier) if f"{name}.md" in files)
    files = {**files, **downloads, CARD: picture(dossier)}
    rendered = Rendered(dossier.slug, dossier.briefing.title, files, menu)
    return Pages(rendered, measured, rights_problems(measured, dossier) if measured else ())


def pages_of(
    dossier: Dossier,
    *,
    corrections: Sequence[Correction] = (),
    checks: Sequence[Consistency] = (),
    downloads: Mapping[str, str] | None = None,
    article_at_hand: bool = False,
    edit_url: str | None = None,
    templates: Path = TEMPLATES,
    only: Collection[str] = tuple(_MENU),
    but: Collection[str] = (),
) -> dict[str, str]:
    """The Markdown pages of a briefing by their file's name, `only` some or all `but` some; none with nothing to show.

    Sources stand there without what is measured over all files.
    """
    book = _book(dossier, corrections, edit_url=edit_url, templates=templates)
    seen = _views(book, corrections, checks, downloads=downloads or {}, article_at_hand=article_at_hand)
    shown = {name: seen[name]() for name in _MENU if name in only and name not in but}
    return {f"{name}.md": _page(book, name, view, downloads or {}) for name, view in shown.items() if view is not None}


_TOPICS = {"military": "military", "disaster": "toll", "election": "results", "court": "case"}
"""The page that a topic is about."""


def _order(dossier: Dossier) -> Sequence[str]:
    """The pages in reading order: that of the topic comes right after the overview."""
    first = ["index", *filter(None, [_TOPICS.get(dossier.briefing.topic or "")])]
    return [*first, *(name for name in _MENU if name not in first)]


def _book(dossier: Dossier, corrections: Sequence[Correction], *, edit_url: str | None, templates: Path) -> Book:
    numbers = {fact.id: number for number, fact in enumerate(views.dated(dossier), 1)}
    return Book(dossier, Engine(templates, dossier.briefing.language), edit_url, numbers, corrections)


def _views(
    book: Book,
    corrections: Sequence[Correction],
    checks: Sequence[Consistency],
    *,
    downloads: Mapping[str, str],
    article_at_hand: bool,
) -> dict[str, Callable[[], Any]]:
    """Every page's view by name, made when it is asked for; None where there is nothing to show."""
    return {
        "index": partial(views.overview, book, corrections),
        "timeline": partial(views.timeline, book),
        "toll": partial(views.toll, book),
        "results": partial(views.results, book),
        "case": partial(views.case, book),
        "military": partial(views.military, book),
        "actors": partial(views.actors, book),
        "reactions": partial(views.reactions, book),
        "background": partial(views.background, book),
        "disputes": partial(views.disputes_page, book, checks),
        "places": partial(views.places, book),
        "sources": partial(views.sources, book, None),
        "corrections": partial(views.corrections_page, book, corrections),
        "data": partial(views.data, downloads),
        "about": partial(views.about, book, article_at_hand=article_at_hand),
    }


def _page(book: Book, name: str, view: Any, downloads: Collection[str]) -> str:
    front = head(book, name, say(_MENU[name]), downloads)
    body = book.engine.page(name, {"title": front["title"], "page": view})
    if name in _EXPLAINED:
        body = explained(body, escaped(views.terms(book)))
    return front_matter(front) + body


def front_matter(values: Mapping[str, Any]) -> str:
    """Front matter that any YAML reader reads as it was meant: each value as JSON."""
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items())
    return f"---\n{lines}---\n\n"
