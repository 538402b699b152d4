"""Who stands how to whom, and who says what about whom: lines of a graph, and the same as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from onrecord.model import ARTICLE, Actor

from ..book import Book, Link
from ..draw.graph import Edge, Node, draw_graph
from ..labels import actor_label
from ..printed import FactView
from ..words import N_, say, say_many

_SHEETS = (("wide", 900), ("narrow", 350))
SEATS = 16
"""Actors that a graph can show and still be read."""
KINDS = {
    "allied": N_("allied with"),
    "opposed": N_("opposed to"),
    "part-of": N_("part of"),
    "speaks-for": N_("speaks for"),
    "belongs": N_("belongs to, or speaks for"),
    "says": N_("speaks about"),
}
"""How a line reads between two names."""


@dataclass(frozen=True)
class Row:
    """A line of the graph in words, with the facts it rests on; none where the actor's own record says so."""

    start: Link
    words: str
    end: Link
    facts: tuple[FactView, ...]


@dataclass(frozen=True)
class Relations:
    """The graph for a wide and for a narrow sheet, its table, and how many actors it leaves out."""

    graph: Markup
    rows: tuple[Row, ...]
    left_out: str


@dataclass(frozen=True)
class _Tie:
    start: str
    kind: str
    end: str
    facts: tuple[str, ...]


def relations(book: Book) -> Relations | None:
    """Ties of the actors, whom they belong to, and about whom they speak; None where there is nothing of it."""
    ties = list(_ties(book))
    if not ties:
        return None
    seated = _seated(book, ties)
    rows = tuple(
        Row(book.actor(tie.start), say(KINDS[tie.kind]), book.actor(tie.end), book.facts(tie.facts)) for tie in ties
    )
    named = {end for tie in ties for end in (tie.start, tie.end)}
    out = len(named) - len(seated)
    said = say_many(
        "%(num)s actor with fewer ties is in the table alone.",
        "%(num)s actors with fewer ties are in the table alone.",
        out,
    )
    return Relations(_graph(book, ties, seated), rows, said % {"num": out} if out else "")


def _ties(book: Book) -> Iterator[_Tie]:
    actors = book.dossier.files.actors.actors
    known = book.dossier.actors
    for actor in actors:
        told = {tie.to for tie in actor.ties}
        yield from (_Tie(actor.id, tie.kind, tie.to, tie.facts) for tie in actor.ties)
        if actor.affiliation in known and actor.affiliation not in told and actor.affiliation:
            yield _Tie(actor.id, "belongs", actor.affiliation, ())
    yield from _speaking(book)


def _speaking(book: Book) -> Iterator[_Tie]:
    """Who speaks about whom: not of oneself, and not where the article speaks itself."""
    about: dict[tuple[str, str], list[str]] = {}
    for fact in book.dossier.facts.values():
        for actor in fact.actors if fact.source != ARTICLE else ():
            if actor != fact.source:
                about.setdefault((fact.source, actor), []).append(fact.id)
    yield from (_Tie(source, "says", actor, tuple(facts)) for (source, actor), facts in about.items())


def _seated(book: Book, ties: Sequence[_Tie]) -> list[Actor]:
    """The actors with most ties; ties that are told count more than speaking about somebody."""
    weight: Counter[str] = Counter()
    for tie in ties:
        for end in (tie.start, tie.end):
            weight[end] += 1 if tie.kind == "says" else 3
    order = {actor.id: n for n, actor in enumerate(book.dossier.files.actors.actors)}
    chosen = sorted(weight, key=lambda one: (-weight[one], order.get(one, 0)))[:SEATS]
    return [actor for actor in book.dossier.files.actors.actors if actor.id in chosen]


def _graph(book: Book, ties: Sequence[_Tie], seated: Sequence[Actor]) -> Markup:
    nodes = [
        Node(actor.id, actor_label(actor.id, book.dossier), actor.side or say("Others"), f"#actor-{actor.id}")
        for actor in seated
    ]
    edges = [_edge(book, tie) for tie in ties]
    title = say("Who stands how to whom, and who speaks about whom")
    description = say("Actors on two sides with lines between them. The table below has every line with its facts.")
    drawn = [(n, draw_graph(nodes, edges, title=title, description=description, width=w)) for n, w in _SHEETS]
    return Markup("").join(Markup('<div class="graph-{}">{}</div>').format(n, Markup(svg)) for n, svg in drawn if svg)


def _edge(book: Book, tie: _Tie) -> Edge:
    told = say("%(start)s: %(relation)s %(end)s") % {
        "start": actor_label(tie.start, book.dossier),
        "relation": say(KINDS[tie.kind]),
        "end": actor_label(tie.end, book.dossier),
    }
    if not tie.facts:
        return Edge(tie.start, tie.end, tie.kind, told)
    fact = book.dossier.facts[tie.facts[0]]
    return Edge(tie.start, tie.end, tie.kind, f"{told}. {book.label(fact.id)}", fact.id, fact.source)
