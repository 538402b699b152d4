"""Dossiers as they lie there: opened, with their articles where these are at hand, and all that is wrong."""

from __future__ import annotations

from collections.abc import Collection

from onrecord.article import read_article
from onrecord.dossier import check as check_dossier
from onrecord.dossier import load_dossier
from onrecord.house import House
from onrecord.model import Article, Dossier, Problem, Refusal


def open_all(
    house: House, only: Collection[str] | None = None
) -> tuple[list[tuple[Dossier, Article | None]], tuple[Problem, ...]]:
    """Every sound dossier with its article where that is at hand, and the problems of all the others."""
    known = [opened(house, slug) for slug in (house.slugs() if only is None else sorted(only))]
    sound = [(dossier, article) for dossier, article, problems in known if dossier is not None and not problems]
    return sound, tuple(sorted(problem for _, _, problems in known for problem in problems))


def opened(house: House, slug: str) -> tuple[Dossier | None, Article | None, tuple[Problem, ...]]:
    """A dossier as far as it loads, its article where that is at hand, and everything that is wrong with it."""
    dossier, problems = load_dossier(house.dossier(slug), house.root)
    if dossier is None:
        return None, None, _with_article(house, slug) or problems
    article, refused = at_hand(house, dossier)
    return dossier, article, (*problems, *refused, *check_dossier(dossier, article))


def _with_article(house: House, slug: str) -> tuple[Problem, ...]:
    """What is wrong with a dossier that does not load, with what its article says of the records that can be read."""
    path = house.article_of(slug)
    try:
        article = read_article(path) if path else None
    except Refusal:
        return ()
    return load_dossier(house.dossier(slug), house.root, article=article)[1] if article else ()


def at_hand(house: House, dossier: Dossier) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article of a dossier where it is at hand; and why it cannot be read, where that is so."""
    path = house.article_of(dossier.slug)
    if path is None:
        return None, ()
    try:
        return read_article(path, published=dossier.briefing.sources[0].published), ()
    except Refusal as refusal:
        return None, refusal.problems
