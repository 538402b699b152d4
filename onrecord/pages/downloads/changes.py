"""The corrections as rows for machines: `corrections.json`, and what the feed and the table of facts say of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from onrecord.model import FACT_FILES, QUIET, Correction, Dossier, Fact

from ..changed import anchor, label_of

Row = dict[str, Any]

AUTHORITY = "on-record.invalid,2026"
"""Whose names the ids are, and since when: a domain that nobody can own (RFC 2606), so it is nobody else's."""
FIELDS: Mapping[str, str] = {
    "id": "name of this correction, the same in the feed; it stays whatever else is corrected",
    "kind": "correction, clarification, update (of the article), addition, rejection; wording and filing stand apart",
    "of": "kind of the record: fact, actor, place, equipment, ...",
    "record": "its id",
    "field": "the key that changed; null = the record as a whole",
    "was": "the value before, as the YAML has it; null = none",
    "now": "the value after; null = none",
    "why": "the reason; null = no reason was given",
    "by": "who changed it; null = not known",
    "on": "the day; null = not known",
    "source": "who says the fact: an actor's id, or article; null where the record is no fact",
    "source_label": "the same in words",
    "certainty": "how sure that is; null where the record is no fact",
    "page": "where it stands among all corrections",
}
"""Every key of a row in `corrections.json`, with its meaning."""


def rows(dossier: Dossier, corrections: Sequence[Correction]) -> list[Row]:
    """One row a correction, each id once."""
    files = dossier.found.files if dossier.found else None
    found = {fact.id: fact for _, fact in files.facts()} if files else {}
    made = {tag(dossier, one): one for one in reversed(corrections)}
    return [_row(dossier, found, name, one) for name, one in reversed(made.items())]


def corrections_json(dossier: Dossier, every: Sequence[Row]) -> str:
    """The rows of the feed as `corrections`, those of wording and filing as `quiet`; a row a line."""
    told, quiet = ([row for row in every if (row["kind"] in QUIET) is apart] for apart in (False, True))
    head = f'"slug": {_json(dossier.slug)},\n"title": {_json(dossier.briefing.title)}'
    return f'{{\n{head},\n"corrections": {_listed(told)},\n"quiet": {_listed(quiet)}\n}}\n'


def _listed(those: Sequence[Row]) -> str:
    return "[\n" + ",\n".join(f" {_json(row)}" for row in those) + "\n]"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def tag(dossier: Dossier, correction: Correction) -> str:
    """A tag URI (RFC 4151) made of what was corrected and nothing else: neither its order nor who, when or why."""
    of = "fact" if correction.of in ("", "fact") and correction.file in FACT_FILES else correction.of or correction.file
    # The same field can be updated from 4 to 5 twice: only then the day tells one from the other.
    day = correction.on if correction.kind == "update" else None
    what = repr((correction.field, correction.was, correction.now, day))
    digest = sha256(what.encode()).hexdigest()[:16]
    return f"tag:{AUTHORITY}:{dossier.slug}/{of}/{correction.record}/{correction.field or 'record'}/{digest}"


def corrected_words(corrections: Sequence[Correction]) -> str:
    """What was changed in one fact, beyond wording and filing, in one cell.

    >>> corrected_words([Correction("correction", "events", "a", "source", "x", "y", on="2026-11-22")])
    'correction 2026-11-22: source'
    """
    days: dict[str, list[str]] = {}
    for one in corrections:
        days.setdefault(f"{one.kind} {one.on}" if one.on else one.kind, []).append(one.field or "")
    return "; ".join(f"{day}: {', '.join(names)}" if any(names) else day for day, names in days.items())


def by_fact(dossier: Dossier, corrections: Sequence[Correction]) -> dict[str, list[Correction]]:
    """The corrections of each fact that stands, beyond wording and filing."""
    told: dict[str, list[Correction]] = {}
    for one in corrections:
        if one.kind not in QUIET and one.of in ("", "fact") and one.file in FACT_FILES and one.record in dossier.facts:
            told.setdefault(one.record, []).append(one)
    return told


def _row(dossier: Dossier, found: Mapping[str, Fact], name: str, one: Correction) -> Row:
    is_fact = one.of in ("", "fact")
    fact = (dossier.facts.get(one.record) or found.get(one.record)) if is_fact else None
    return {
        "id": name,
        "kind": one.kind,
        "of": one.of or one.file,
        "record": one.record,
        "field": one.field,
        "was": one.was,
        "now": one.now,
        "why": one.why,
        "by": one.by,
        "on": one.on,
        "source": fact.source if fact else None,
        "source_label": label_of(one, dossier, found),
        "certainty": fact.certainty if fact else None,
        "page": f"corrections.html#{anchor(one)}",
    }
