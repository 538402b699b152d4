"""The claims matrix: who says, who denies, and who is silent on each disputed point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import ARTICLE, Dossier, Fact

from ..book import Book, Link
from ..labels import actor_label, publisher_label
from ..words import N_, say, say_many

SIGNS = {"says": "●", "otherwise": "◐", "denies": "✕", "silent": "·"}
WORDS = {
    "says": N_("says so"),
    "otherwise": N_("says otherwise"),
    "denies": N_("denies it"),
    "silent": N_("silent"),
}


@dataclass(frozen=True)
class Cell:
    """What a source does on a point: a sign, the word for it, and where it does."""

    stance: str
    sign: str
    words: str
    href: str


@dataclass(frozen=True)
class Line:
    """A source and its cells, one for each point in order."""

    source: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Matrix:
    """Points by number, sources that speak on any, and in words how many others are quoted and speak on none."""

    points: tuple[Link, ...]
    lines: tuple[Line, ...]
    silent: str


def matrix(book: Book, disputes: Sequence[tuple[str, str, Sequence[str]]]) -> Matrix | None:
    """The matrix of disputes given as id, question and fact ids; None without any."""
    if not disputes:
        return None
    facts = book.dossier.facts
    stances = [_stances([facts[one] for one in ids]) for _, _, ids in disputes]
    sources = list(dict.fromkeys(source for one in stances for source in one))
    others = len({fact.source for fact in facts.values()} - set(sources))
    told = say_many(
        "%(num)s other source is quoted, and silent on all of this.",
        "%(num)s other sources are quoted, and silent on all of this.",
        others,
    )
    lines = tuple(Line(_source(book, source), tuple(_cell(book, one, source) for one in stances)) for source in sources)
    points = tuple(Link(question, f"#dispute-{identifier}") for identifier, question, _ in disputes)
    return Matrix(points, lines, told % {"num": others} if others else "")


def _stances(facts: Sequence[Fact]) -> dict[str, tuple[str, str]]:
    """Each source's stance on one point and the fact it shows in; a denial tells more than a claim."""
    seen: dict[str, tuple[str, str]] = {}
    for number, fact in enumerate(facts):
        stance = _stance(fact, facts[:number], {one.id for one in facts})
        if fact.source not in seen or (stance == "denies" and seen[fact.source][0] != "denies"):
            seen[fact.source] = (stance, fact.id)
    return seen


def _stance(fact: Fact, before: Sequence[Fact], point: set[str]) -> str:
    if point & set(fact.denies):
        return "denies"
    against = set(fact.contradicts) & {one.id for one in before}
    against |= {one.id for one in before if fact.id in one.contradicts}
    return "otherwise" if against else "says"


def _cell(book: Book, stances: dict[str, tuple[str, str]], source: str) -> Cell:
    stance, fact = stances.get(source, ("silent", ""))
    return Cell(stance, SIGNS[stance], say(WORDS[stance]), book.fact_href(fact) if fact else "")


def _source(book: Book, source: str) -> Link:
    return Link(_name(book.dossier, source), f"{book.base}sources.html#source-{source}")


def _name(dossier: Dossier, source: str) -> str:
    if source != ARTICLE:
        return actor_label(source, dossier)
    return publisher_label(next(fact for fact in dossier.facts.values() if fact.source == ARTICLE), dossier)
