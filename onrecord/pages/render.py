"""A dossier becomes pages: Markdown files, downloads, and a menu in reading order."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.model import Article, Consistency, Correction, Dossier, Problem, Rendered

from . import views
from .book import Book
from .engine import Engine
from .rights import Measure, measure, rights_problems

TEMPLATES = Path(__file__).parent.parent.parent / "templates"
_MENU = {
    "index": "Overview",
    "timeline": "What happened",
    "military": "Military details",
    "actors": "Actors",
    "reactions": "Reactions",
    "background": "Background",
    "disputes": "Disputes",
    "places": "Places",
    "sources": "Sources",
    "corrections": "Corrections",
    "data": "Data",
    "about": "About",
}
"""Pages in reading order, with the words the menu uses."""


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
    numbers = {fact.id: number for number, fact in enumerate(views.dated(dossier), 1)}
    book = Book(dossier, Engine(templates), edit_url, numbers)
    seen = _views(book, corrections, checks, downloads=downloads or {}, article=article)
    files = {f"{name}.md": _page(book, name, view) for name, view in seen.items() if view is not None}
    menu = tuple((title, f"{name}.md") for name, title in _MENU.items() if f"{name}.md" in files)
    measured = measure({**files, **(downloads or {})}, dossier, article) if article else None
    files["sources.md"] = _page(book, "sources", views.sources(book, measured))
    rendered = Rendered(dossier.slug, dossier.briefing.title, {**files, **(downloads or {})}, menu)
    return Pages(rendered, measured, rights_problems(measured, dossier) if measured else ())


def _views(
    book: Book,
    corrections: Sequence[Correction],
    checks: Sequence[Consistency],
    *,
    downloads: Mapping[str, str],
    article: Article | None,
) -> dict[str, Any]:
    """Every page's view by name; None where there is nothing to show."""
    return {
        "index": views.overview(book, corrections),
        "timeline": views.timeline(book),
        "military": views.military(book),
        "actors": views.actors(book),
        "reactions": views.reactions(book),
        "background": views.background(book),
        "disputes": views.disputes_page(book, checks),
        "places": views.places(book),
        "sources": views.sources(book, None),
        "corrections": views.corrections_page(book, corrections),
        "data": views.data(downloads),
        "about": views.about(book, article_at_hand=article is not None),
    }


def _page(book: Book, name: str, view: Any) -> str:
    briefing = book.dossier.briefing
    title = briefing.title if name == "index" else _MENU[name]
    front = {"title": title, "briefing": briefing.title, "invented": briefing.invented, "page": name}
    body = book.engine.page(name, {"title": title, "page": view})
    return front_matter(front) + body


def front_matter(values: Mapping[str, Any]) -> str:
    """Front matter that any YAML reader reads as it was meant: each value as JSON."""
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items())
    return f"---\n{lines}---\n\n"
