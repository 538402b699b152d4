"""What makes the private page one that can write: served by `review`, with the key of its run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from onrecord.model import Problem

from ..engine import Engine


@dataclass(frozen=True)
class Live:
    """The key that the page shows when it writes, the nonce of its script and style, and who is looking."""

    key: str
    nonce: str
    by: str | None = None
    """Name or initials as they go into the files; None = the page asks."""


def page_of_problems(slug: str, problems: Sequence[Problem], *, live: Live, templates: Path) -> str:
    """What stands in for the page while the files cannot be read; it looks again by itself."""
    told = tuple(problem.explain() for problem in problems)
    page = {"slug": slug, "problems": told, "live": live, "styles": styles(templates), "script": script(templates)}
    return Engine(templates).sheet("review/broken.html", {"page": page})


def styles(templates: Path) -> Markup:
    """The theme's style sheet and the page's own."""
    sheets = (*sorted((templates / "style").glob("*.css")), templates / "review" / "style.css")
    return Markup("\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets))


def script(templates: Path) -> Markup:
    """The script of the page, to stand inside it."""
    return Markup((templates / "review" / "review.js").read_text(encoding="utf-8"))
