"""What a page says of itself to machines: description, rights, feeds, picture, and what it is as linked data."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from onrecord.model import Dossier

from .book import Book
from .credit import credit, credits_of
from .draw.card import card
from .phrases import counted
from .words import N_, say, say_many

CARD = "card.svg"
"""The picture of a briefing, beside its pages."""


_FEEDS = {"data/facts.atom": N_("Facts"), "data/corrections.atom": N_("Corrections")}


def head(book: Book, name: str, title: str, downloads: Collection[str]) -> dict[str, Any]:
    """The front matter of the page `name`, whose words in the menu are `title`. The theme makes its `<head>` of it.

    Only feeds and data that are among the `downloads`, by path, are named.
    """
    briefing = book.dossier.briefing
    told: dict[str, Any] = {
        "title": briefing.title if name == "index" else title,
        "briefing": briefing.title,
        "invented": briefing.invented,
        "page": name,
        "description": _description(book, title),
        "rights": credits_of(book.dossier),
        "robots": "nosnippet" if briefing.invented else "",
        "feeds": [{"href": path, "title": say(words)} for path, words in _FEEDS.items() if path in downloads],
        "card": CARD,
    }
    return {**told, "linked": _linked(book, name, title, about=told["description"], downloads=downloads)}


def picture(dossier: Dossier) -> str:
    """The briefing's picture, as SVG; an invented event is called so on it too."""
    briefing = dossier.briefing
    voices = len({fact.source for fact in dossier.facts.values()})
    counts = counted(len(dossier.facts), voices)
    lines = [credit(briefing.sources[0]), counts]
    if briefing.invented:
        lines.insert(0, say("The event in this briefing is invented."))
    return card(briefing.title, lines, brand=say("On Record: every fact says who says so"))


def _description(book: Book, title: str) -> str:
    """What a search engine shows below the title: what kind of page it is, and never a fact without its source."""
    told = {"page": title, "title": book.dossier.briefing.title}
    told["publisher"] = book.dossier.briefing.sources[0].publisher or say("the article")
    count = len(book.dossier.facts)
    said = say_many(
        "%(page)s of the briefing “%(title)s”: %(num)s fact from %(publisher)s, with who says so and how sure it is.",
        "%(page)s of the briefing “%(title)s”: %(num)s facts from %(publisher)s, with who says so and how sure it is.",
        count,
    )
    return said % {**told, "num": count}


def _linked(book: Book, name: str, title: str, *, about: str, downloads: Collection[str]) -> str:
    """The page as JSON-LD in schema.org's words, safe inside a script element. Claims stand in the download."""
    briefing = book.dossier.briefing
    report: dict[str, Any] = {"@type": "Report", "@id": "index.html", "url": "index.html", "name": briefing.title}
    if name != "index":
        way = [_step(1, briefing.title, "index.html"), _step(2, title, f"{name}.html")]
        told: dict[str, Any] = {
            "@type": "WebPage",
            "name": title,
            "description": about,
            "url": f"{name}.html",
            "isPartOf": report,
        }
        told["breadcrumb"] = {"@type": "BreadcrumbList", "itemListElement": way}
    else:
        told = {**report, "description": about, "inLanguage": briefing.language, "image": CARD}
        told |= {
            "creditText": credits_of(book.dossier),
            "isBasedOn": [_article(book, n) for n in range(len(briefing.sources))],
        }
        if files := [_file(path, form) for path, form in _FORMS.items() if path in downloads]:
            told["subjectOf"] = {"@type": "Dataset", "name": briefing.title, "distribution": files}
        if dates := [one.on for one in book.corrections if one.on]:
            told["dateModified"] = max(dates)
    return _script(told)


def collection(title: str, about: str, reports: Sequence[tuple[str, str]]) -> str:
    """The front page as JSON-LD: what it is, and its briefings by title and folder."""
    told = {"@type": "CollectionPage", "name": title, "description": about}
    parts = [{"@type": "Report", "name": name, "url": f"{slug}/index.html"} for name, slug in reports]
    return _script({**told, "hasPart": parts})


def _script(told: Mapping[str, Any]) -> str:
    """JSON-LD that never ends the element it stands in."""
    whole = {"@context": "https://schema.org", **told}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _step(number: int, name: str, way: str) -> dict[str, Any]:
    return {"@type": "ListItem", "position": number, "name": name, "item": way}


def _article(book: Book, number: int) -> dict[str, Any]:
    source = book.dossier.briefing.sources[number]
    told: dict[str, Any] = {"@type": "NewsArticle", "name": source.title or credit(source)}
    told |= {"datePublished": source.published, "url": source.url}
    told |= {"publisher": source.publisher and {"@type": "Organization", "name": source.publisher}}
    return {key: value for key, value in told.items() if value}


_FORMS = {
    "data/briefing.jsonld": "application/ld+json",
    "data/briefing.json": "application/json",
    "data/facts.csv": "text/csv",
}


def _file(path: str, form: str) -> dict[str, str]:
    return {"@type": "DataDownload", "contentUrl": path, "encodingFormat": form}
