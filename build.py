"""On Record from start to finish: an article becomes facts, facts a dossier, a dossier pages, pages a site.

Each verb of the command line is one function here; `onrecord/cli.py` reads the arguments and tells people what came
of it. The parts exchange values and know nothing of one another: this page is where they meet.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial, wraps
from pathlib import Path
from typing import Concatenate, ParamSpec

from onrecord.ledger import Entry, Ledger, changed, idle, inputs, lines_of, taken

if __name__ == "__main__" and (unchanged := idle(Path(__file__).parent, sys.argv[1:])):
    print("\n".join(unchanged))
    sys.exit()  # nothing has changed since the last build: what follows is not even imported

from onrecord import cli
from onrecord.cli import Verb
from onrecord.dossier import check as check_dossier
from onrecord.dossier import consistency, corrections, load_dossier, new_files, unsettled, write_files
from onrecord.dossier.mutating import missed, mutate, table
from onrecord.history import is_told
from onrecord.house import House
from onrecord.model import Problem, Refusal, Rights
from onrecord.opening import at_hand, open_all, opened
from onrecord.report import Report
from onrecord.starting import name_for, next_steps, title_for
from onrecord.taking import article_of_record, find, take_in, through_yaml

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
    reports = [take_in(house, Path(path), published=published, slug=slug) for path in articles]
    return Report(tuple(line for report in reports for line in report.lines))


def check(house: House) -> Report:
    """All problems of all dossiers, with place and mend; and where people and a newer extraction differ."""
    known = [opened(house, slug) for slug in house.slugs()]
    clashes = [line for dossier, _, _ in known if dossier is not None for line in unsettled(dossier)]
    sound = sum(not problems for _, _, problems in known)
    problems = tuple(sorted(problem for _, _, problems in known for problem in problems))
    return Report((*clashes, f"{sound} of {len(known)} dossiers are sound"), problems)


@_alone
def build(house: House) -> Report:
    """Check every dossier that changed, render it, publish `public/`. With a problem in any, nothing is published."""
    from onrecord.making import in_language

    with in_language(house):
        return _built(house)


def _built(house: House) -> Report:
    from onrecord.making import copied, line_of, rendered
    from onrecord.pages import Card, home_card, render_home
    from onrecord.site import publish, site_address

    taken_in = [line for path in house.articles_without_dossier() for line in take_in(house, path).lines]
    known = Ledger.read(house.ledger)
    made_from = inputs(house.root, known)
    todo = changed(house.root, known, made_from)
    sound, problems = open_all(house, todo)
    if problems:
        return Report(problems=problems)
    pages = [rendered(house, dossier, article) for dossier, article in sound]
    if problems := tuple(problem for page in pages for problem in page.problems):
        return Report(problems=problems)
    entries = {slug: entry for slug, entry in known.entries.items() if slug in made_from.slugs.keys() - todo}
    front = render_home(
        [dossier for dossier, _ in sound], kept=[Card(**e.card) for e in entries.values()], templates=house.templates
    )
    examine = partial(copied, {dossier.slug: (dossier, article) for dossier, article in sound if article})
    address = site_address(house.root / "mkdocs.yml")
    published = publish(
        [page.rendered for page in pages], front, root=house.root, site_url=address, examine=examine, kept=entries
    )
    for (dossier, _), page in zip(sound, pages, strict=True):
        card = home_card(dossier, templates=house.templates)
        dated = not all(map(is_told, corrections(dossier)))
        line = line_of(page, len(unsettled(dossier)))
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
    desk = Desk(house.dossier(slug), house.root, house.templates, partial(at_hand, house), dress=dress)
    if static:
        return Report((f"{house.name_of(house.keep_review(slug, desk.page()))} is for your eyes only",))
    serve_review(desk, Reviewer.at(house.root, house.reviewer), port=port, tell=cli.tell)
    return Report()


def damage(house: House, *, slug: str, count: int | None = None, listed: bool = False) -> Report:
    """Damage a dossier in memory, one change at a time, and tell which of it `check` lets through. Writes nothing."""
    dossier, problems = load_dossier(house.dossier(slug), house.root)
    if dossier is None:
        raise Refusal(problems)
    article, refused = at_hand(house, dossier)
    if article is None:
        where = house.name_of(house.sources)
        asked = Problem(house.name_of(house.dossier(slug)), 0, 0, "the article is not at hand", f"lay it into {where}/")
        raise Refusal(refused or (asked,))
    trials = tuple(mutate(dossier, article, count))
    return Report((*table(trials), *(missed(trials) if listed else ())))


def explain(house: House, *, record: str, slug: str | None = None, form: str = "text") -> Report:
    """Where a fact, an actor, a place or a type of equipment comes from, and every page that shows it."""
    from onrecord.asking import About, as_json, explained, find_record, loaded, told
    from onrecord.making import shown_files

    target = find_record(record, loaded(house, slug))
    dossier = target.dossier
    article, _ = at_hand(house, dossier)
    problems = check_dossier(dossier, article)
    about = About(
        article, problems, corrections(dossier), consistency(dossier, article), shown_files(house, dossier, article)
    )
    answer = explained(target, about)
    return Report(told(answer, article) if form == "text" else as_json(answer))


def what_if(house: House, *, changes: Sequence[str], slug: str | None = None, form: str = "text") -> Report:
    """What saving these values would change: problems, figures, corrections, lines of pages. Writes nothing."""
    from onrecord.asking import arising, as_json, compared, loaded, slug_holding, state_of, weighed
    from onrecord.dossier.trying import read_assignment, with_values

    values = [read_assignment(change) for change in changes]
    dossier = slug_holding([value.name for value in values], loaded(house, slug))
    now, then = (state_of(house, d) for d in (dossier, with_values(dossier, house.dossier(dossier.slug), values)))
    answer = compared(now, then, values)
    return Report(weighed(answer) if form == "text" else as_json(answer), tuple(arising(now, then)))


def serve(house: House, *, port: int, editor: str = "auto") -> Report:
    """Show the site on this machine and keep it new while dossiers, templates or the theme are edited."""
    from onrecord.making import look
    from onrecord.pages import in_editor
    from onrecord.serving import editor_pattern, start

    dress = partial(in_editor, pattern=editor_pattern(editor), root=house.root)
    build_all = cli.caught(partial(build, house))
    start(
        house, port=port, build=build_all, look=partial(look, house), tell=cli.tell_all, dress=dress
    ).until_interrupted()
    return Report()


def batch(*, texts: Path, out: Path) -> Report:
    """Many articles at once, a JSON line each; what was found goes the way of `found.yaml`, through YAML and back."""
    from onrecord.batch import answer

    problems = []
    with texts.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as answers:
        for line, problem in answer(lines, take_in=article_of_record, find=find, keep=through_yaml):
            answers.write(f"{line}\n")
            problems += [problem] if problem else []
    return Report(problems=tuple(problems))


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
