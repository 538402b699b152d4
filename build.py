"""On Record from start to finish: an article becomes facts, facts a dossier, a dossier pages, pages a site.

Each verb of the command line is one function here; `onrecord/cli.py` reads the arguments and tells people what came
of it. The parts exchange values and know nothing of one another: this page is where they meet.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from onrecord.ledger import Entry, Ledger, changed, idle, inputs, lines_of, taken

if __name__ == "__main__" and (unchanged := idle(Path(__file__).parent, sys.argv[1:])):
    print("\n".join(unchanged))
    sys.exit()  # nothing has changed since the last build: what follows is not even imported

from onrecord import cli
from onrecord.article import article_of_text, read_article
from onrecord.cli import Verb
from onrecord.dossier import check as check_dossier
from onrecord.dossier import (
    consistency,
    corrections,
    dangling,
    dump_found,
    load_dossier,
    load_found,
    merge,
    new_files,
    unsettled,
    without_doubtful,
    write_files,
)
from onrecord.dossier.mutating import missed, mutate, table
from onrecord.history import History, is_told
from onrecord.house import House
from onrecord.model import Article, Correction, Dossier, Found, Problem, Refusal, Rights
from onrecord.report import Report
from onrecord.starting import name_for, next_steps, title_for

if TYPE_CHECKING:
    from onrecord.asking import State
    from onrecord.pages import Pages

P = ParamSpec("P")


def _alone(verb: Callable[Concatenate[House, P], Report]) -> Callable[Concatenate[House, P], Report]:
    """A verb that writes: two of them at once in one project would meet."""

    @wraps(verb)
    def run(house: House, /, *args: P.args, **options: P.kwargs) -> Report:
        with house.alone(verb.__name__):
            return verb(house, *args, **options)

    return run


@_alone
def extract(house: House, *, articles: Sequence[str], published: str | None = None, slug: str | None = None) -> Report:
    """Article to dossier: a new one, or merged into the one that exists. Nothing is written where it would clash."""
    reports = [_take_in(house, Path(path), published=published, slug=slug) for path in articles]
    return Report(tuple(line for report in reports for line in report.lines))


def check(house: House) -> Report:
    """All problems of all dossiers, with place and mend; and where people and a newer extraction differ."""
    opened = [_open(house, slug) for slug in house.slugs()]
    clashes = [line for dossier, _, _ in opened if dossier is not None for line in unsettled(dossier)]
    sound = sum(not problems for _, _, problems in opened)
    problems = tuple(problem for _, _, problems in opened for problem in problems)
    return Report((*clashes, f"{sound} of {len(opened)} dossiers are sound"), problems)


@_alone
def build(house: House) -> Report:
    """Check every dossier that changed, render it, publish `public/`. With a problem in any, nothing is published."""
    from onrecord.pages import Card, home_card, render_home
    from onrecord.site import publish

    taken_in = [line for path in house.articles_without_dossier() for line in _take_in(house, path).lines]
    known = Ledger.read(house.ledger)
    made_from = inputs(house.root, known)
    todo = changed(house.root, known, made_from)
    opened, problems = _open_all(house, todo)
    if problems:
        return Report(problems=problems)
    pages = [_rendered(house, dossier, article) for dossier, article in opened]
    if problems := tuple(problem for page in pages for problem in page.problems):
        return Report(problems=problems)
    entries = {slug: entry for slug, entry in known.entries.items() if slug in made_from.slugs.keys() - todo}
    front = render_home(
        [dossier for dossier, _ in opened], kept=[Card(**e.card) for e in entries.values()], templates=house.templates
    )
    examine = partial(_copied, {dossier.slug: (dossier, article) for dossier, article in opened if article})
    published = publish([page.rendered for page in pages], front, root=house.root, examine=examine, kept=entries)
    for (dossier, _), page in zip(opened, pages, strict=True):
        card = home_card(dossier, templates=house.templates)
        dated = not all(map(is_told, corrections(dossier)))
        line = _told(page, len(unsettled(dossier)))
        entries[dossier.slug] = Entry(made_from.slugs[dossier.slug], line, vars(card), dated=dated)
    if not published.problems:
        taken(house.root, made_from, entries).write(house.ledger)
    told = [*taken_in, *lines_of(entries), f"built anew: {', '.join(published.built) or 'nothing'}"]
    return Report(tuple(told), published.problems, idle=not taken_in and not published.built)


@_alone
def new(
    house: House,
    *,
    slug: str | None = None,
    title: str | None = None,
    published: str | None = None,
    rights: Rights = "reserved",
) -> Report:
    """A dossier to fill by hand: it builds at once, and its files show by example what to write. Touches no other."""
    name = name_for(house, slug, title, published)
    texts = new_files(title_for(name, title), published=published, rights=rights)
    write_files(house.dossier(name), texts, root=house.root)
    return Report(next_steps(house, name))


def review(house: House, *, slug: str, port: int = 0, static: bool = False, editor: str = "auto") -> Report:
    """A private page for the editor: the whole article with its facts, what found no place, what awaits a look.

    Served on this machine, where it can be worked with, until interrupted; `static` = written to a file for reading.
    """
    from onrecord.pages import in_editor
    from onrecord.reviewing import Desk, Reviewer, serve_review
    from onrecord.serving import editor_pattern

    if slug not in house.slugs():
        known = ", ".join(house.slugs()) or "none yet"
        said = Problem(house.name_of(house.dossier(slug)), 0, 0, "no dossier has that name", f"there are: {known}")
        raise Refusal([said])
    dress = partial(in_editor, pattern=editor_pattern(editor), root=house.root)
    desk = Desk(house.dossier(slug), house.root, house.templates, partial(_at_hand, house), dress=dress)
    if static:
        return Report((f"{house.name_of(house.keep_review(slug, desk.page()))} is for your eyes only",))
    serve_review(desk, Reviewer.at(house.root, house.reviewer), port=port, tell=cli.tell)
    return Report()


def damage(house: House, *, slug: str, count: int | None = None, listed: bool = False) -> Report:
    """Damage a dossier in memory, one change at a time, and tell which of it `check` lets through. Writes nothing."""
    dossier, problems = load_dossier(house.dossier(slug), house.root)
    if dossier is None:
        raise Refusal(problems)
    article, refused = _at_hand(house, dossier)
    if article is None:
        where = house.name_of(house.sources)
        asked = Problem(house.name_of(house.dossier(slug)), 0, 0, "the article is not at hand", f"lay it into {where}/")
        raise Refusal(refused or (asked,))
    trials = tuple(mutate(dossier, article, count))
    return Report((*table(trials), *(missed(trials) if listed else ())))


def explain(house: House, *, record: str, slug: str | None = None, form: str = "text") -> Report:
    """Where a fact, an actor, a place or a type of equipment comes from, and every page that shows it."""
    from onrecord.asking import About, as_json, explained, find_record, told

    target = find_record(record, _loaded(house, slug))
    dossier = target.dossier
    article, _ = _at_hand(house, dossier)
    problems = check_dossier(dossier, article)
    about = About(
        article, problems, corrections(dossier), consistency(dossier, article), _shown(house, dossier, article)
    )
    answer = explained(target, about)
    return Report(told(answer, article) if form == "text" else as_json(answer))


def what_if(house: House, *, changes: Sequence[str], slug: str | None = None, form: str = "text") -> Report:
    """What saving these values would change: problems, figures, corrections, lines of pages. Writes nothing."""
    from onrecord.asking import arising, as_json, compared, slug_holding, weighed
    from onrecord.dossier.trying import read_assignment, with_values

    values = [read_assignment(change) for change in changes]
    dossier = slug_holding([value.name for value in values], _loaded(house, slug))
    now, then = (_state(house, d) for d in (dossier, with_values(dossier, house.dossier(dossier.slug), values)))
    answer = compared(now, then, values)
    return Report(weighed(answer) if form == "text" else as_json(answer), tuple(arising(now, then)))


def _state(house: House, dossier: Dossier) -> State:
    from onrecord.asking import State

    article, refused = _at_hand(house, dossier)
    problems = (*refused, *check_dossier(dossier, article))
    shown = _shown(house, dossier, article)
    return State(dossier, problems, corrections(dossier), consistency(dossier, article), shown)


def serve(house: House, *, port: int, editor: str = "auto") -> Report:
    """Show the site on this machine and keep it new while dossiers, templates or the theme are edited."""
    from onrecord.pages import in_editor
    from onrecord.serving import editor_pattern, start

    dress = partial(in_editor, pattern=editor_pattern(editor), root=house.root)
    build_all, look = cli.caught(partial(build, house)), partial(_look, house)
    start(house, port=port, build=build_all, look=look, tell=cli.tell_all, dress=dress).until_interrupted()
    return Report()


def _look(house: House, slug: str, *, first: str, shown: Callable[[], None]) -> Report:
    """One briefing's pages, that of `first` before the others; the build that follows checks and completes them."""
    from onrecord.pages import pages_of
    from onrecord.pages.downloads import downloads
    from onrecord.site import edit_pattern, glance

    dossier, problems = load_dossier(house.dossier(slug), house.root)
    if dossier is None or (problems := check_dossier(dossier)):
        return Report(problems=problems)
    changes, at_hand = _changes(house, dossier), house.article_of(slug) is not None
    pages = partial(
        pages_of,
        dossier,
        corrections=changes,
        article_at_hand=at_hand,
        edit_url=edit_pattern(house.root / "mkdocs.yml"),
        templates=house.templates,
        but=["sources"],
    )
    told = glance(slug, pages(only=[first.removesuffix(".html")]), root=house.root, into=house.preview)
    shown()
    checks = consistency(dossier, _at_hand(house, dossier)[0])
    files = downloads(dossier, changes, checks)
    told += glance(slug, {**pages(checks=checks, downloads=files), **files}, root=house.root, into=house.preview)
    shown()
    return Report(problems=told)


def batch(*, texts: Path, out: Path) -> Report:
    """Many articles at once, a JSON line each; what was found goes the way of `found.yaml`, through YAML and back."""
    from onrecord.batch import answer

    problems = []
    with texts.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as answers:
        for line, problem in answer(lines, take_in=_of_record, find=_find, keep=_kept):
            answers.write(f"{line}\n")
            problems += [problem] if problem else []
    return Report(problems=tuple(problems))


def _take_in(house: House, path: Path, *, published: str | None = None, slug: str | None = None) -> Report:
    article = read_article(path, published=published)
    name = slug or house.slug_of(path, article.title)
    merged = merge(house.dossier(name), house.root, _find(article), text=article.text, on=date.today().isoformat())
    house.keep(article, name)
    write_files(house.dossier(name), merged.files, seen=merged.seen, root=house.root)
    folder = house.name_of(house.dossier(name))
    return Report((f"{folder}/: " + ("written" if merged.changes else "nothing to change"), *merged.lines))


def _find(article: Article) -> Found:
    """What the extractor finds, less what the checks hold against the article: a fresh dossier is always sound."""
    from onrecord.extract import extract as find

    return without_doubtful(find(article), article)


def _open_all(
    house: House, only: Collection[str] | None = None
) -> tuple[list[tuple[Dossier, Article | None]], tuple[Problem, ...]]:
    """Every sound dossier with its article where that is at hand, and the problems of all the others."""
    opened = [_open(house, slug) for slug in (house.slugs() if only is None else sorted(only))]
    sound = [(dossier, article) for dossier, article, problems in opened if dossier is not None and not problems]
    return sound, tuple(sorted(problem for _, _, problems in opened for problem in problems))


def _open(house: House, slug: str) -> tuple[Dossier | None, Article | None, tuple[Problem, ...]]:
    """A dossier as far as it loads, its article where that is at hand, and everything that is wrong with it."""
    dossier, problems = load_dossier(house.dossier(slug), house.root)
    if dossier is None:
        return None, None, _with_article(house, slug) or problems
    article, refused = _at_hand(house, dossier)
    return dossier, article, (*problems, *refused, *check_dossier(dossier, article))


def _with_article(house: House, slug: str) -> tuple[Problem, ...]:
    """What is wrong with a dossier that does not load, with what its article says of the records that can be read."""
    path = house.article_of(slug)
    try:
        article = read_article(path) if path else None
    except Refusal:
        return ()
    return load_dossier(house.dossier(slug), house.root, article=article)[1] if article else ()


def _loaded(house: House, slug: str | None) -> list[Dossier]:
    """The dossiers that can be read, or the one that is named. Raises Refusal where none can."""
    from onrecord.asking import of_slug

    tried = [load_dossier(house.dossier(name), house.root) for name in of_slug(slug, house.slugs())]
    loaded = [dossier for dossier, _ in tried if dossier is not None]
    if tried and not loaded:
        raise Refusal([problem for _, problems in tried for problem in problems])
    return loaded


def _shown(house: House, dossier: Dossier, article: Article | None) -> Mapping[str, str] | None:
    """Every file that would be published of a dossier, the front page's share too; None while an id leads nowhere."""
    from onrecord.pages import render_home

    if dangling(dossier):
        return None
    files = _rendered(house, dossier, article).rendered.files
    return {**files, "../index.md": render_home([dossier], templates=house.templates).files["index.md"]}


def _rendered(house: House, dossier: Dossier, article: Article | None) -> Pages:
    from onrecord.pages import render
    from onrecord.pages.downloads import downloads
    from onrecord.site import edit_pattern

    changes, checks = _changes(house, dossier), consistency(dossier, article)
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


def _changes(house: House, dossier: Dossier) -> tuple[Correction, ...]:
    """What people and updates changed, with who and when as far as the files or git know."""
    history = History(house.root, house.history)
    return history.explained(corrections(dossier), house.name_of(house.dossier(dossier.slug)))


def _copied(at_hand: Mapping[str, tuple[Dossier, Article]], slug: str, texts: Mapping[str, str]) -> tuple[Problem, ...]:
    """What of an article stands in the finished files above the limits: pages, search index, downloads."""
    from onrecord.pages import measure, rights_problems

    if slug not in at_hand:
        return ()
    dossier, article = at_hand[slug]
    return rights_problems(measure(texts, dossier, article), dossier)


def _told(pages: Pages, clashes: int) -> str:
    measured = pages.measured
    rights = "rights unchecked: the article is not at hand"
    if measured is not None:
        rights = f"{len(measured.runs)} runs copied, quotations {measured.percent} of the article"
    open_ = f", {clashes} to settle: see check or review" if clashes else ""
    return f"{pages.rendered.slug}: {len(pages.rendered.menu)} pages, {rights}{open_}"


def _at_hand(house: House, dossier: Dossier) -> tuple[Article | None, tuple[Problem, ...]]:
    path = house.article_of(dossier.slug)
    if path is None:
        return None, ()
    try:
        return read_article(path, published=dossier.briefing.sources[0].published), ()
    except Refusal as refusal:
        return None, refusal.problems


def _of_record(record: dict[str, str]) -> Article:
    return article_of_text(
        record["text"], name=record["id"], title=record.get("title"), published=record.get("published")
    )


def _kept(found: Found) -> Found:
    return load_found(dump_found(found))


VERBS: dict[str, Verb] = {
    "build": build,
    "check": check,
    "explain": explain,
    "extract": extract,
    "mutate": damage,
    "new": new,
    "review": review,
    "serve": serve,
    "what-if": what_if,
}

if __name__ == "__main__":
    here = House(Path(__file__).parent)
    sys.exit(cli.main({name: partial(verb, here) for name, verb in VERBS.items()} | {"batch": batch}))
