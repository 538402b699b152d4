"""Corrections: was, now, why, who, when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Correction, Dossier, Fact

from ..book import Book, Link
from ..labels import source_label
from ..phrases import date_words

_KIND = {"correction": "Changed", "wording": "Reworded", "addition": "Added", "rejection": "Removed"}


@dataclass(frozen=True)
class Change:
    """One correction in words. `source` and `label` are those of the fact as it stands now, where it is one."""

    kind: str
    what: Link
    field: str | None
    was: str | None
    now: str | None
    quoted: bool
    """Whether was and now are a source's own words."""
    why: str | None
    who: str
    when: str
    fact: str
    source: str
    label: str
    place: Link


@dataclass(frozen=True)
class Corrections:
    """`corrections.md`."""

    changes: tuple[Change, ...]
    wordings: tuple[Change, ...]


def corrections_page(book: Book, corrections: Sequence[Correction]) -> Corrections | None:
    """Every correction, those of mere wording apart; None where there is none."""
    if not corrections:
        return None
    changes = tuple(change_of(book, c) for c in corrections if c.kind != "wording")
    return Corrections(changes, tuple(change_of(book, c) for c in corrections if c.kind == "wording"))


def change_of(book: Book, correction: Correction) -> Change:
    """A correction as it is shown."""
    fact = _fact(book.dossier, correction.record)
    place = correction.position
    quoted = correction.field == "quote"
    was, now = _quotes(book.dossier, correction.record) if quoted else (correction.was, correction.now)
    return Change(
        kind=_KIND[correction.kind],
        what=Link(
            correction.record, book.fact_href(correction.record) if correction.record in book.dossier.facts else ""
        ),
        field=correction.field,
        was=was,
        now=now,
        quoted=quoted,
        why=correction.why,
        who=correction.by or "an editor",
        when=date_words(correction.on) if correction.on else "undated",
        fact=correction.record,
        source=fact.source if fact else "editor",
        label=source_label(fact, book.dossier) if fact else f"this briefing’s {correction.file} list",
        place=Link(f"{place.file}:{place.line}") if place else Link(f"{correction.file}.yaml"),
    )


def _quotes(dossier: Dossier, identifier: str) -> tuple[str | None, str | None]:
    """A fact's quotation as found and as it is now: both are the article's words and printed as quotations."""
    files = dossier.found.files if dossier.found else None
    found = next((fact for _, fact in files.facts() if fact.id == identifier), None) if files else None
    now = dossier.facts.get(identifier)
    return (found.quote.text if found and found.quote else None, now.quote.text if now and now.quote else None)


def _fact(dossier: Dossier, identifier: str) -> Fact | None:
    """The fact as it stands, or as it was found where a person removed it."""
    if identifier in dossier.facts or dossier.found is None or dossier.found.files is None:
        return dossier.facts.get(identifier)
    return next((fact for _, fact in dossier.found.files.facts() if fact.id == identifier), None)
