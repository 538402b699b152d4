"""A dossier made into pages, for the site, for a first look, and for what is asked about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial

from onrecord.dossier import check as check_dossier
from onrecord.dossier import consistency, corrections, dangling, load_dossier
from onrecord.history import History
from onrecord.house import House
from onrecord.model import Article, Correction, Dossier, Problem
from onrecord.opening import at_hand
from onrecord.pages import Pages, measure, pages_of, render, render_home, rights_problems, speaking
from onrecord.pages.downloads import downloads
from onrecord.report import Report
from onrecord.site import edit_pattern, glance, language


@contextmanager
def in_language(house: House) -> Iterator[None]:
    """Within it, pages are rendered in the language that mkdocs.yml names for the interface."""
    with speaking(language(house.root / "mkdocs.yml"), house.templates):
        yield


def rendered(house: House, dossier: Dossier, article: Article | None) -> Pages:
    """All pages and downloads of a dossier, measured against its article where that is given."""
    changes, checks = changes_of(house, dossier), consistency(dossier, article)
    files = downloads(dossier, changes, checks)
    return render(
        dossier,
        corrections=changes,
        checks=checks,
        article=article,
        downloads=files,
        edit_url=edit_pattern(house.root / "mkdocs.yml"),
        templates=house.templates,
    )


def look(house: House, slug: str, *, first: str, shown: Callable[[], None]) -> Report:
    """One briefing's pages, that of `first` before the others; the build that follows checks and completes them."""
    dossier, problems = load_dossier(house.dossier(slug), house.root)
    if dossier is None or (problems := check_dossier(dossier)):
        return Report(problems=problems)
    changes, held = changes_of(house, dossier), house.article_of(slug) is not None
    with in_language(house):
        return _shown(house, dossier, changes, held=held, first=first, shown=shown)


def _shown(
    house: House,
    dossier: Dossier,
    changes: Sequence[Correction],
    *,
    held: bool,
    first: str,
    shown: Callable[[], None],
) -> Report:
    slug = dossier.slug
    pages = partial(
        pages_of,
        dossier,
        corrections=changes,
        article_at_hand=held,
        edit_url=edit_pattern(house.root / "mkdocs.yml"),
        templates=house.templates,
        but=["sources"],
    )
    told = glance(slug, pages(only=[first.removesuffix(".html")]), root=house.root, into=house.preview)
    shown()
    checks = consistency(dossier, at_hand(house, dossier)[0])
    files = downloads(dossier, changes, checks)
    told += glance(slug, {**pages(checks=checks, downloads=files), **files}, root=house.root, into=house.preview)
    shown()
    return Report(problems=told)


def shown_files(house: House, dossier: Dossier, article: Article | None) -> Mapping[str, str] | None:
    """Every file that would be published of a dossier, the front page's share too; None while an id leads nowhere."""
    if dangling(dossier):
        return None
    files = rendered(house, dossier, article).rendered.files
    return {**files, "../index.md": render_home([dossier], templates=house.templates).files["index.md"]}


def changes_of(house: House, dossier: Dossier) -> tuple[Correction, ...]:
    """What people and updates changed, with who and when as far as the files or git know."""
    history = History(house.root, house.history)
    return history.explained(corrections(dossier), house.name_of(house.dossier(dossier.slug)))


def copied(at_hand: Mapping[str, tuple[Dossier, Article]], slug: str, texts: Mapping[str, str]) -> tuple[Problem, ...]:
    """What of an article stands in the finished files above the limits: pages, search index, downloads."""
    if slug not in at_hand:
        return ()
    dossier, article = at_hand[slug]
    return rights_problems(measure(texts, dossier, article), dossier)


def line_of(pages: Pages, clashes: int) -> str:
    """What a build says of a briefing: its pages, what is copied, what waits to be settled."""
    measured = pages.measured
    rights = "rights unchecked: the article is not at hand"
    if measured is not None:
        rights = f"{len(measured.runs)} runs copied, quotations {measured.percent} of the article"
    open_ = f", {clashes} to settle: see check or review" if clashes else ""
    return f"{pages.rendered.slug}: {len(pages.rendered.menu)} pages, {rights}{open_}"
