"""A web page becomes Markdown with front matter: its article and what it says of itself."""

from __future__ import annotations

import re

from onrecord.model import Problem, Refusal

from .front import valid_date

_META = re.compile(
    r"(?i)datePublished|article:published_time|pubdate|publish|dc\.date|date\.issued|<time\b|parsely-pub-date"
)


def markdown_of_html(html: str, *, name: str) -> str:
    """The article of a page as Markdown with front matter. Raises Refusal without trafilatura or without an article."""
    try:
        import trafilatura
    except ImportError:
        message = "reading HTML needs trafilatura, which is not installed"
        raise Refusal(
            [Problem(name, 0, 0, message, "install the extract extra: pip install 'onrecord[extract]'")]
        ) from None
    document = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, favor_precision=False)
    body = (getattr(document, "text", None) or "").strip()
    if not body:
        raise Refusal([Problem(name, 0, 0, "no article found in the page", "save its text as a .txt or .md file")])
    return _front(document, html) + "\n\n".join(_lines(body, getattr(document, "title", None))) + "\n"


def _lines(body: str, title: str | None) -> list[str]:
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    return [line for n, line in enumerate(lines) if n > 0 or line != title]


def _front(document: object, html: str) -> str:
    values = {
        "title": getattr(document, "title", None),
        "publisher": getattr(document, "sitename", None),
        "author": getattr(document, "author", None),
        "published": _published(getattr(document, "date", None), html),
        "url": getattr(document, "url", None),
        "language": getattr(document, "language", None),
    }
    lines = [f"{key}: {_quoted(value)}" for key, value in values.items() if value]
    return "\n".join(["---", *lines, "---", "", ""])


def _published(date: str | None, html: str) -> str | None:
    """A date counts only where the page marks one up: a year in a copyright line is none."""
    return date if date and valid_date(date) and _META.search(html) else None


def _quoted(value: str) -> str:
    plain = " ".join(value.split())
    return "'" + plain.replace("'", "''") + "'"
