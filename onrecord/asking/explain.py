"""Where a record comes from and which pages show it: gathered as data, told in `telling`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.model import (
    CERTAINTY_WORDS,
    Article,
    At,
    Consistency,
    Correction,
    Dossier,
    Fact,
    Kept,
    Problem,
    text_hash,
)
from onrecord.pages.labels import source_label
from onrecord.pages.shown import where_shown

from .address import Target
from .bearing import lines_on
from .evidence import findings_at, mentions_of

VERSION = 1
"""Of the shape of the data; keys are only ever added."""


@dataclass(frozen=True)
class About:
    """What a record is looked up in. `files` are rendered pages and downloads; None where they cannot be made."""

    article: Article | None
    problems: Sequence[Problem]
    corrections: Sequence[Correction]
    checks: Sequence[Consistency]
    files: Mapping[str, str] | None


def explained(target: Target, about: About) -> dict[str, Any]:
    """Everything known about a record, as plain data; never a word of the article beyond what the dossier holds."""
    record, dossier = target.record, target.dossier
    place = dossier.positions.get(target.address)
    return {
        "version": VERSION,
        "kind": target.kind,
        "id": record.id,
        "briefing": dossier.slug,
        "says": getattr(record, "text", None) or getattr(record, "name", ""),
        "lives": place and {"file": place.file, "line": place.line, "column": place.column},
        **(_of_fact(record, dossier) if isinstance(record, Fact) else _of_other(target)),
        "article": _stands(record.at, about.article),
        "found": _found(target),
        "changed": [_changed(one) for one in about.corrections if _is(one, target)],
        "reviewed": record.reviewed and record.reviewed.as_yaml(),
        "held_against": [
            *_problems(target, about.problems),
            *_unsettled(target),
            *_settled(record),
            *_checks(record.id, about.checks),
        ],
        "bears": lines_on(record.id, dossier) if isinstance(record, Fact) else [],
        "shown": None if about.files is None else _shown(target, about.files),
    }


def _of_fact(fact: Fact, dossier: Dossier) -> dict[str, Any]:
    return {
        "source": {"id": fact.source, "label": source_label(fact, dossier), "via": fact.via, "cue": fact.cue},
        "certainty": fact.certainty,
        "certainty_words": CERTAINTY_WORDS[fact.certainty],
        "hedge": fact.hedge,
        "linked": _linked(fact, dossier),
    }


def _linked(fact: Fact, dossier: Dossier) -> list[dict[str, str]]:
    """Facts that this one denies, contradicts or adds to, and those that do so with it."""
    ways = [("denies", "denied by"), ("contradicts", "contradicted by"), ("elaborates", "added to by")]
    linked = []
    for field, back in ways:
        linked += [(field if field != "elaborates" else "adds to", other) for other in getattr(fact, field)]
        linked += [(back, other.id) for other in dossier.facts.values() if fact.id in getattr(other, field)]
    return [
        {"how": how, "fact": other, "says": dossier.facts[other].text}
        for how, other in linked
        if other in dossier.facts
    ]


def _of_other(target: Target) -> dict[str, Any]:
    """The facts that name an actor, a place or a piece of equipment, by how they do."""
    name, facts = target.record.id, target.dossier.facts.values()
    ways = {
        "says": [fact for fact in facts if fact.source == name],
        "passes on": [fact for fact in facts if fact.via == name],
        "is about": [fact for fact in facts if name in (*fact.actors, *fact.equipment)],
        "counts": [fact for fact in facts if any(quantity.of == name for quantity in fact.quantities)],
        "happens there": [fact for fact in facts if name in fact.where],
    }
    details = {key: value for key, value in target.record.as_yaml().items() if key not in _TOLD}
    return {
        "details": details,
        "facts": [{"how": how, "fact": f.id, "says": f.text} for how, fs in ways.items() for f in fs],
    }


_TOLD = frozenset({"id", "name", "at", "reviewed", "corrected"})


def _stands(at: At | None, article: Article | None) -> dict[str, Any] | None:
    if at is None:
        return None
    checked = None
    if article is not None:
        checked = text_hash(article.text[at.start : at.end]) == at.hash
    return {"sentence": at.sentence, "start": at.start, "end": at.end, "as_taken_in": checked}


def _found(target: Target) -> list[dict[str, Any]]:
    found, record = target.dossier.found, target.record
    if found is None:
        return []
    if target.kind != "fact":
        return mentions_of(found, target.kind, record.id)
    return findings_at(found, record.at) if record.at else []


def _is(correction: Correction, target: Target) -> bool:
    return (correction.file, correction.record) == (target.file, target.record.id)


def _changed(correction: Correction) -> dict[str, Any]:
    kept = ("kind", "field", "was", "now", "why", "by", "on")
    return {key: getattr(correction, key) for key in kept}


def _problems(target: Target, problems: Sequence[Problem]) -> list[str]:
    """What `check` says of the record's own lines, or in words that name it."""
    first, last = _lines(target)
    place = target.dossier.positions.get(target.address)
    own = [p for p in problems if place and p.file == place.file and first <= p.line < last]
    named = [p for p in problems if p not in own and f"'{target.record.id}'" in p.message + p.mend]
    return [f"{p.file}:{p.line}:{p.column}: {p.message}" for p in (*own, *named)]


def _lines(target: Target) -> tuple[int, int]:
    """The first line of a record and the one after its last."""
    positions = target.dossier.positions
    place = positions.get(target.address)
    if place is None:
        return 0, 0
    others = [positions.get(other) for other in _addresses(target)]
    later = [other.line for other in others if other and other.file == place.file and other.line > place.line]
    return place.line, min(later, default=1 << 30)


def _addresses(target: Target) -> list[str]:
    held: Sequence[Kept] = getattr(getattr(target.dossier.files, target.file), _LISTS[target.kind])
    return [f"{target.file}/{record.id}" for record in held]


_LISTS = {"fact": "facts", "actor": "actors", "place": "places", "equipment": "equipment"}


def _unsettled(target: Target) -> list[str]:
    """Where a newer extraction differs from what a person wrote, or no longer finds the words."""
    if target.dossier.found is None:
        return []
    decisions = target.dossier.found.decisions
    own = (target.kind, target.record.id)
    clashes = [clash for clash in decisions.clashes if (clash.kind, clash.record) == own]
    lost = [one for one in decisions.lost if (one.kind, one.record) == own]
    told = [f"a newer extraction found another {clash.field or 'record'}: {clash.new}" for clash in clashes]
    return told + [f"its words are no longer in the article: they stood in {one.at.sentence}" for one in lost]


def _settled(record: Kept) -> list[str]:
    doubts = getattr(record, "settled", ())
    return [f"a doubt of the check was found to be none by a person: {doubt}" for doubt in doubts]


def _checks(identifier: str, checks: Sequence[Consistency]) -> list[str]:
    those = [check for check in checks if identifier in (*check.facts, *check.places)]
    return [f"{check.claim}: {check.result}" for check in those]


def _shown(target: Target, files: Mapping[str, str]) -> list[dict[str, Any]]:
    places = where_shown(files, target.kind, target.record.id)
    return [{"page": one.page, "anchor": one.anchor, "as": one.form, "times": one.times} for one in places]
