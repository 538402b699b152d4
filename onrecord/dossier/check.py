"""What a dossier says, checked: every reference, every rule of sense, every place in the article."""

from __future__ import annotations

from onrecord.model import Article, Dossier, Problem

from .checking.bearing import check_bearing
from .checking.denials import check_sides
from .checking.desk import Desk, known_ids
from .checking.overview import check_overview
from .checking.references import check_references
from .checking.sense import check_sense
from .checking.stands import check_article


def dangling(dossier: Dossier) -> tuple[Problem, ...]:
    """References that lead nowhere. Where there is any, no page can be made."""
    desk = Desk(dossier, known_ids(dossier))
    check_references(desk)
    return tuple(sorted(set(desk.problems)))


def check(dossier: Dossier, article: Article | None = None) -> tuple[Problem, ...]:
    """Every problem of a dossier that loads, sorted; with the article also its places and quotations."""
    desk = Desk(dossier, known_ids(dossier))
    check_references(desk)
    check_sense(desk)
    check_overview(desk)
    check_sides(desk)
    if article is not None:
        check_article(desk, article)
        check_bearing(desk, article)
    return tuple(sorted(set(desk.problems)))
