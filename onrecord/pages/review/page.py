"""What an editor looks at before publishing: the text with its facts, what found no place, what nobody has reviewed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from onrecord.model import Article, Clash, Consistency, Dossier, Kept, Problem

from ..book import Book, Link
from ..engine import Engine
from ..phrases import count_words
from .agreement import RESULTS, Group, checks_by_result
from .cards import Card, cards_of, numbered
from .clashes import ClashView, clash_views
from .live import Live, script, styles
from .records import InPage, RecordCard, RecordGroup, record_cards
from .spread import Block, blocks
from .troubles import troubles

_KINDS = {"waiting": "Not reviewed", "doubt": "Doubts", "clash": "Clashes", "unplaced": "Unplaced"}


@dataclass(frozen=True)
class Filter:
    """What the page can be narrowed down to, and how much of it there is."""

    kind: str
    words: str
    count: int


@dataclass(frozen=True)
class Review:
    """`review/page.html`."""

    title: str
    slug: str
    at_hand: bool
    live: Live | None
    """None on a page that lies in a file: it can only be read."""
    facts: int
    reviewed: int
    counts: tuple[Link, ...]
    filters: tuple[Filter, ...]
    problems: tuple[str, ...]
    clashes: tuple[ClashView, ...]
    checks: tuple[Group, ...]
    lost: tuple[Card, ...]
    elsewhere: tuple[Card, ...]
    """Facts without a place in this article: added by a person, from another article, or with no article at hand."""
    blocks: tuple[tuple[Block, tuple[Card, ...]], ...]
    records: tuple[RecordGroup, ...]
    unreviewed: tuple[tuple[str, tuple[Link, ...]], ...]
    styles: Markup
    script: Markup


@dataclass(frozen=True)
class Told:
    """What an editor has to be told about a dossier, beside what it says itself."""

    checks: Sequence[Consistency] = ()
    problems: Sequence[Problem] = ()
    clashes: Sequence[Clash] = ()
    """Those that nobody has settled."""


def review_page(
    dossier: Dossier,
    *,
    article: Article | None,
    told: Told = Told(),
    live: Live | None = None,
    templates: Path,
) -> str:
    """One HTML file that needs no other. It holds the article's whole text: it must never be published.

    Without `live` it is a page for reading, with no script; with it, one that `review` serves and that can write.
    """
    engine = Engine(templates)
    book = InPage(dossier, engine, cards=numbered(dossier, article))
    return engine.sheet("review/page.html", {"page": _review(book, article, told, live=live, templates=templates)})


def _review(book: InPage, article: Article | None, told: Told, *, live: Live | None, templates: Path) -> Review:
    dossier = book.dossier
    wrong, clashes = troubles(dossier, told.problems), clash_views(told.clashes)
    cards = cards_of(book, article, checks=told.checks, wrong=wrong, clashes=clashes)
    text = blocks(dossier, article, book.cards) if article else ()
    shown = tuple((block, tuple(cards[n - 1] for n in block.begins)) for block in text)
    groups = checks_by_result(book, told.checks, book.cards)
    records = record_cards(book, wrong)
    empty = sum(stretch.left_out is not None for block, _ in shown for stretch in block.stretches)
    return Review(
        title=dossier.briefing.title,
        slug=dossier.slug,
        at_hand=article is not None,
        live=live,
        facts=len(cards),
        reviewed=sum(bool(card.reviewed) for card in cards),
        counts=_counts(cards, groups, told, empty=empty),
        filters=_filters([*cards, *(card for _, those in records for card in those)], empty),
        problems=tuple(problem.explain() for problem in told.problems),
        clashes=clashes,
        checks=groups,
        lost=tuple(card for card in cards if card.lost),
        elsewhere=tuple(card for card in cards if not card.stands and not card.lost),
        blocks=shown,
        records=records,
        unreviewed=_unreviewed(book, cards),
        styles=styles(templates) + _marking(len(cards)),
        script=script(templates) if live else Markup(),
    )


def _counts(cards: Sequence[Card], groups: Sequence[Group], told: Told, *, empty: int) -> tuple[Link, ...]:
    """What awaits the editor, in numbers that lead there."""
    problems, clashes = len(told.problems), len(told.clashes)
    waiting, gone = sum(not card.reviewed for card in cards), sum(card.lost for card in cards)
    sizes = {result: len(those) for result, those in groups}
    wrong, open_ = (sizes.get(result, 0) for result in RESULTS[:2])
    return (
        Link(count_words(problems, "problem") + " to mend", "#problems" if problems else ""),
        *([Link(count_words(clashes, "clash", "clashes") + " to settle", "#clashes")] if clashes else []),
        Link(
            f"{count_words(wrong, 'check')} that {'does' if wrong == 1 else 'do'} not fit", "#checks" if wrong else ""
        ),
        Link(f"{count_words(open_, 'check')} that cannot be decided", "#checks" if open_ else ""),
        Link(f"{count_words(gone, 'fact')} that lost {'its' if gone == 1 else 'their'} place", "#lost" if gone else ""),
        Link(f"{waiting} of {count_words(len(cards), 'fact')} not reviewed", "#unreviewed" if waiting else ""),
        Link(f"{count_words(empty, 'sentence')} without a fact", "#text" if empty else ""),
    )


def _filters(cards: Sequence[Card | RecordCard], empty: int) -> tuple[Filter, ...]:
    kinds = [Filter(kind, words, sum(kind in card.kinds for card in cards)) for kind, words in _KINDS.items()]
    return (Filter("all", "All", len(cards)), *kinds, Filter("bare", "Without a fact", empty))


def _unreviewed(book: Book, cards: Sequence[Card]) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """Every record that no person has compared with the article, by kind, with the way to it or its line."""
    files = book.dossier.files
    facts = [Link(str(card.number), f"#fact-{card.number}") for card in cards if not card.reviewed]
    records: tuple[tuple[str, str, Sequence[Kept]], ...] = (
        ("Actors", "actors", files.actors.actors),
        ("Places", "places", files.places.places),
        ("Equipment", "military", files.military.equipment),
    )
    groups = [("Facts", tuple(facts))]
    for title, file, those in records:
        waiting = [record for record in those if record.reviewed is None]
        groups.append((title, tuple(Link(r.id, book.edit(f"{file}/{r.id}").words) for r in waiting)))
    return tuple((title, links) for title, links in groups if links)


def _marking(facts: int) -> Markup:
    """A rule for each fact that marks its words when it is looked up."""
    rules = (f"#at-{n}:target ~ .f{n}" for n in range(1, facts + 1))
    return Markup(f"\n{','.join(rules) or '.none'} {{ background: var(--flag); color: var(--flag-ink); }}\n")
