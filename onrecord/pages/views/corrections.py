"""Corrections: was, now, why, who, when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.model import Correction, Dossier, Fact

from ..book import Book, Link
from ..labels import source_label
from ..phrases import date_words, quantity_words, resolved_words

_KIND = {"addition": "Added", "rejection": "Removed"}
_OVERVIEW = frozenset({"briefing"})
"""The file whose lines are about facts, and are none."""


class Row(NamedTuple):
    """One field that changed. `quoted`: was and now are a source's own words."""

    field: str | None
    was: str | None
    now: str | None
    quoted: bool


@dataclass(frozen=True)
class Change:
    """What changed in one record. `source` and `label` are those of the fact as it stands now, where it is one."""

    kind: str
    what: Link
    rows: tuple[Row, ...]
    why: str | None
    who: str
    when: str
    fact: str
    source: str
    label: str
    place: Link


class Fold(NamedTuple):
    """Changes that are told, and not shouted about."""

    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Corrections:
    """`corrections.md`."""

    changes: tuple[Change, ...]
    folds: tuple[Fold, ...]


def corrections_page(book: Book, corrections: Sequence[Correction]) -> Corrections | None:
    """Every correction, one entry a record; None where there is none."""
    if not corrections:
        return None
    folds = {
        "Lines of the overview": [c for c in corrections if c.file in _OVERVIEW],
        "Wording only": [c for c in corrections if c.kind == "wording" and c.file not in _OVERVIEW],
        "Listing and links only": [c for c in corrections if c.kind == "filing"],
    }
    shown = (Fold(title, _changes(book, folded)) for title, folded in folds.items() if folded)
    return Corrections(changes_of(book, corrections), tuple(shown))


def changes_of(book: Book, corrections: Sequence[Correction]) -> tuple[Change, ...]:
    """What changed in substance, one entry a record."""
    folded = ("wording", "filing")
    return _changes(book, [c for c in corrections if c.kind not in folded and c.file not in _OVERVIEW])


def _changes(book: Book, corrections: Sequence[Correction]) -> tuple[Change, ...]:
    records: dict[tuple[str, str, str], list[Correction]] = {}
    for correction in corrections:
        whole = correction.kind if correction.kind in _KIND else ""
        records.setdefault((correction.file, correction.record, whole), []).append(correction)
    return tuple(_change(book, changed) for changed in records.values())


def _change(book: Book, corrections: Sequence[Correction]) -> Change:
    first = corrections[0]
    fact, place = _fact(book.dossier, first.record), first.position
    href = book.fact_href(first.record) if first.record in book.dossier.facts else ""
    return Change(
        kind=_KIND.get(first.kind, "Changed"),
        what=Link(first.record, href),
        rows=_rows(book, corrections),
        why=first.why,
        who=first.by or "an editor",
        when=date_words(first.on) if first.on else "undated",
        fact=first.record,
        source=fact.source if fact else "editor",
        label=source_label(fact, book.dossier) if fact else f"this briefing’s {first.file} list",
        place=Link(f"{place.file}:{place.line}") if place else Link(f"{first.file}.yaml"),
    )


def _rows(book: Book, corrections: Sequence[Correction]) -> tuple[Row, ...]:
    """The fields that changed; those that read the same before and after only where no other did."""
    rows = [_row(book, correction) for correction in corrections]
    return tuple(row for row in rows if row.was != row.now) or tuple(rows)


def _row(book: Book, correction: Correction) -> Row:
    field = correction.field
    if field not in _SPOKEN or correction.record not in book.dossier.facts:
        return Row(field, correction.was, correction.now, quoted=False)
    was, now = (_spoken(field, fact, book.dossier) for fact in _versions(book.dossier, correction.record))
    return Row(field, was, now, quoted=field == "quote")


_SPOKEN = frozenset({"quote", "quantities", "when", "where", "source", "via"})
"""Fields of a fact that a reader wants in words, not as the YAML has them."""


def _spoken(field: str, fact: Fact | None, dossier: Dossier) -> str | None:
    """A field's value as the fact block prints it; None where there is none."""
    if fact is None or not getattr(fact, field):
        return None
    if field == "quote":
        return fact.quote.text if fact.quote else None
    if field == "quantities":
        return "; ".join(quantity_words(quantity) for quantity in fact.quantities)
    if field == "when" and fact.when:
        resolved = resolved_words(fact.when)
        return f"{fact.when.text} ({resolved})" if resolved else fact.when.text
    if field == "where":
        return ", ".join(dossier.places[place].name if place in dossier.places else place for place in fact.where)
    return source_label(fact, dossier)


def _versions(dossier: Dossier, identifier: str) -> tuple[Fact | None, Fact | None]:
    """A fact as it was found, and as it is now."""
    files = dossier.found.files if dossier.found else None
    found = next((fact for _, fact in files.facts() if fact.id == identifier), None) if files else None
    return found, dossier.facts.get(identifier)


def _fact(dossier: Dossier, identifier: str) -> Fact | None:
    """The fact as it stands, or as it was found where a person removed it."""
    was, now = _versions(dossier, identifier)
    return now or was
