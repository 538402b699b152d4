"""What an editor looks at before publishing: the text with its facts, what found no place, what nobody has reviewed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from onrecord.model import Article, Consistency, Dossier, Kept, Problem

from ..book import Book, Link
from ..engine import Engine
from ..phrases import count_words
from ..printed import FactView
from .spread import Block, blocks, lost, standing

RESULTS = ("does not fit", "cannot be decided", "fits")


@dataclass(frozen=True)
class Card:
    """A fact on the page: its number, itself, where its words stand, and whether a person has looked at it."""

    number: int
    fact: FactView
    stands: bool
    reviewed: bool


@dataclass(frozen=True)
class Check:
    """A consistency check with the way to the facts and sentences that it is about."""

    result: str
    claim: str
    steps: tuple[str, ...]
    why: str | None
    facts: tuple[Link, ...]
    sentences: tuple[str, ...]
    places: tuple[Link, ...]


@dataclass(frozen=True)
class Review:
    """`review/page.html`."""

    title: str
    slug: str
    at_hand: bool
    counts: tuple[Link, ...]
    problems: tuple[str, ...]
    checks: tuple[tuple[str, tuple[Check, ...]], ...]
    lost: tuple[Card, ...]
    elsewhere: tuple[Card, ...]
    """Facts without a place in this article: added by a person, from another article, or with no article at hand."""
    blocks: tuple[tuple[Block, tuple[Card, ...]], ...]
    unreviewed: tuple[tuple[str, tuple[Link, ...]], ...]
    styles: Markup


def review_page(
    dossier: Dossier,
    *,
    article: Article | None,
    checks: Sequence[Consistency] = (),
    problems: Sequence[Problem] = (),
    templates: Path,
) -> str:
    """One HTML file that needs no other. It holds the article's whole text: it must never be published."""
    engine = Engine(templates)
    book = Book(dossier, engine, base=f"../../public/{dossier.slug}/")
    return engine.sheet(
        "review/page.html", {"page": _review(book, article, checks, problems=problems, templates=templates)}
    )


def _review(
    book: Book,
    article: Article | None,
    checks: Sequence[Consistency],
    *,
    problems: Sequence[Problem],
    templates: Path,
) -> Review:
    dossier = book.dossier
    stands = standing(dossier, article) if article else {}
    gone = set(lost(dossier, article)) if article else set()
    order = sorted(dossier.facts, key=lambda i: (i not in stands, *stands.get(i, (0, 0))))
    numbers = {identifier: number for number, identifier in enumerate(order, 1)}
    cards = {i: Card(n, book.fact(i), i in stands, dossier.facts[i].reviewed is not None) for i, n in numbers.items()}
    text = blocks(dossier, article, numbers) if article else ()
    by_number = {card.number: card for card in cards.values()}
    shown = tuple((block, tuple(by_number[n] for n in block.begins)) for block in text)
    groups = _checks(book, checks, numbers)
    waiting = _unreviewed(book, numbers)
    return Review(
        title=dossier.briefing.title,
        slug=dossier.slug,
        at_hand=article is not None,
        counts=_counts(dossier, shown, groups, problems=problems, gone=len(gone)),
        problems=tuple(problem.explain() for problem in problems),
        checks=groups,
        lost=tuple(cards[i] for i in order if i in gone),
        elsewhere=tuple(cards[i] for i in order if i not in stands and i not in gone),
        blocks=shown,
        unreviewed=waiting,
        styles=_styles(templates, len(numbers)),
    )


def _counts(
    dossier: Dossier,
    shown: Sequence[tuple[Block, tuple[Card, ...]]],
    groups: Sequence[tuple[str, tuple[Check, ...]]],
    *,
    problems: Sequence[Problem],
    gone: int,
) -> tuple[Link, ...]:
    """What awaits the editor, in numbers that lead there."""
    waiting = sum(fact.reviewed is None for fact in dossier.facts.values())
    empty = sum(stretch.left_out is not None for block, _ in shown for stretch in block.stretches)
    sizes = {result: len(those) for result, those in groups}
    wrong, open_ = (sizes.get(result, 0) for result in RESULTS[:2])
    return (
        Link(count_words(len(problems), "problem") + " to mend", "#problems" if problems else ""),
        Link(
            f"{count_words(wrong, 'check')} that {'does' if wrong == 1 else 'do'} not fit", "#checks" if wrong else ""
        ),
        Link(f"{count_words(open_, 'check')} that cannot be decided", "#checks" if open_ else ""),
        Link(f"{count_words(gone, 'fact')} that lost {'its' if gone == 1 else 'their'} place", "#lost" if gone else ""),
        Link(f"{waiting} of {count_words(len(dossier.facts), 'fact')} not reviewed", "#unreviewed" if waiting else ""),
        Link(f"{count_words(empty, 'sentence')} without a fact", "#text" if empty else ""),
    )


def _checks(
    book: Book, checks: Sequence[Consistency], numbers: dict[str, int]
) -> tuple[tuple[str, tuple[Check, ...]], ...]:
    """Every check by its result; no group is empty."""
    made = [
        Check(
            check.result,
            check.claim,
            check.derivation,
            check.why,
            tuple(Link(book.label(i), f"#fact-{numbers[i]}") for i in check.facts if i in numbers),
            check.sentences,
            tuple(book.place(i) for i in check.places if i in book.dossier.places),
        )
        for check in checks
    ]
    groups = ((result, tuple(check for check in made if check.result == result)) for result in RESULTS)
    return tuple((result, those) for result, those in groups if those)


def _unreviewed(book: Book, numbers: dict[str, int]) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """Every record that no person has compared with the article, by kind, with the way to it or its line."""
    files = book.dossier.files
    facts = [Link(str(n), f"#fact-{n}") for i, n in numbers.items() if book.dossier.facts[i].reviewed is None]
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


def _styles(templates: Path, facts: int) -> Markup:
    """The theme's style sheet, the page's own, and a rule for each fact that marks its words when it is looked up."""
    sheets = (templates / "theme" / "assets" / "style.css", templates / "review" / "style.css")
    rules = (f"#at-{n}:target ~ .f{n}" for n in range(1, facts + 1))
    text = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    return Markup(f"{text}\n{','.join(rules) or '.none'} {{ background: var(--flag); color: var(--flag-ink); }}\n")
