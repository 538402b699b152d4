"""What was changed in a record, as pages print it: kind, was and now, why, who, when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from typing import Any, NamedTuple

from onrecord.model import CERTAINTY_WORDS, FACT_FILES, QUIET, Correction, CorrectionKind, Decisions, Dossier, Fact

from .amounts import quantity_words
from .labels import actor_label, source_label
from .phrases import date_words, resolved_words
from .words import N_, say

KIND_WORDS: Mapping[CorrectionKind, str] = {
    "rejection": N_("Removed"),
    "addition": N_("Added"),
    "correction": N_("Corrected"),
    "update": N_("Updated"),
    "clarification": N_("Clarified"),
    "wording": N_("Reworded"),
    "filing": N_("Filed anew"),
}
"""What happened to a record, in a word; of several kinds the first names the whole."""
_FIELD_WORDS = {
    "source": N_("who says so"), "via": N_("passed on by"), "quantities": N_("numbers"), "when": N_("time"),
    "where": N_("place"), "route": N_("way"), "actors": N_("who it is about"), "quote": N_("quotation"),
    "hedge": N_("reservation"), "cue": N_("verb of saying"), "text": N_("text"), "certainty": N_("certainty"),
    "name": N_("name"), "role": N_("role"), "kind": N_("kind"), "aliases": N_("other names"),
    "heading": N_("heading"), "event": N_("kind of event"), "country": N_("country"), "record": N_("record"),
}  # fmt: skip
_SPOKEN = frozenset(
    {"quote", "quantities", "when", "where", "route", "source", "via", "certainty", "actors", "equipment"}
)
"""Fields of a fact that a reader wants in words, not as the YAML has them."""
_TOKEN = re.compile(r"\s*(?:“[^”]*”|[^\W_](?:[\w'’,.-]*[^\W_])?|\S)")
_FEWEST = 2
_ALIKE = 0.4
"""Texts that share less than this have nothing to compare word by word; of one word each, neither."""


class Piece(NamedTuple):
    """A stretch of words; `changed` = it is not in the other version."""

    words: str
    changed: bool

    def __repr__(self) -> str:
        return f"Piece({self.words!r}, {self.changed})"


class Row(NamedTuple):
    """One field that changed, before and after; None = there was none. `quoted`: a source's own words."""

    field: str
    was: tuple[Piece, ...] | None
    now: tuple[Piece, ...] | None
    quoted: bool


@dataclass(frozen=True)
class Change:
    """What changed in one record, at once. `source` and `label` are those of the fact as it stands, where it is one."""

    id: str
    """Names its entry on the page of corrections."""
    kind: CorrectionKind
    title: str
    """The kind in a word."""
    of: str
    """Kind of the record."""
    file: str
    record: str
    rows: tuple[Row, ...]
    why: str | None
    who: str
    on: str | None
    when: str
    is_fact: bool
    source: str
    label: str
    place: str
    """File and line."""


def changes_in(dossier: Dossier, corrections: Sequence[Correction]) -> tuple[Change, ...]:
    """One change for each record and day, in the order of the corrections; what comes and goes stands by itself."""
    files = dossier.found.files if dossier.found else None
    desk = _Desk(dossier, {fact.id: fact for _, fact in files.facts()} if files else {})
    groups: dict[str, list[Correction]] = {}
    for one in corrections:
        groups.setdefault(anchor(one), []).append(one)
    return tuple(_change(desk, name, group) for name, group in groups.items())


_LINES = frozenset({"summary", "takeaways", "figures", "gaps"})


def anchor(correction: Correction) -> str:
    """Names a correction's entry on the page of corrections, the same whatever else is corrected."""
    said = [correction.of or correction.file, correction.record, correction.on or "undated"]
    if correction.kind in ("addition", "rejection", "update", *QUIET):
        said.append(correction.kind)
    if correction.of in _LINES:
        # A line of the overview has no id: its words tell it from the others.
        said.append(sha256((correction.now or correction.was or "").encode()).hexdigest()[:8])
    return "-".join(["change", *said])


class _Desk(NamedTuple):
    """A dossier, and its facts as they were found, by id."""

    dossier: Dossier
    found: Mapping[str, Fact]


def badges(dossier: Dossier, corrections: Sequence[Correction]) -> dict[tuple[str, str], tuple[Change, ...]]:
    """What a reader has to be told of each record that stands, by its kind and id, newest first.

    Not wording or filing, and nothing of the overview.
    """
    standing = {"fact": dossier.facts, "actor": dossier.actors, "place": dossier.places, "equipment": dossier.equipment}
    told: dict[tuple[str, str], tuple[Change, ...]] = {}
    for change in changes_in(dossier, announced(corrections)):
        if change.record in standing.get(change.of, ()):
            told[change.of, change.record] = (*told.get((change.of, change.record), ()), change)
    return told


def announced(corrections: Sequence[Correction]) -> list[Correction]:
    """Those of substance."""
    return [one for one in corrections if one.kind not in QUIET]


def _change(desk: _Desk, name: str, group: Sequence[Correction]) -> Change:
    first, dossier = group[0], desk.dossier
    fact = dossier.facts.get(first.record) or desk.found.get(first.record) if first.of in ("fact", "") else None
    kind = next(kind for kind in KIND_WORDS if any(one.kind == kind for one in group))
    return Change(
        id=name,
        kind=kind,
        title=say(KIND_WORDS[kind]),
        of=first.of or ("fact" if first.file in FACT_FILES else first.file),
        file=first.file,
        record=first.record,
        rows=_rows(desk, group),
        why=first.why or (say("A new version of the article says so.") if kind == "update" else None),
        who=first.by or (_updater(dossier) if kind == "update" else say("an editor")),
        on=first.on,
        when=date_words(first.on) if first.on else say("undated"),
        is_fact=fact is not None,
        source=fact.source if fact else "editor",
        label=label_of(first, dossier, desk.found),
        place=f"{first.position.file}:{first.position.line}" if first.position else f"{first.file}.yaml",
    )


def label_of(correction: Correction, dossier: Dossier, found: Mapping[str, Fact]) -> str:
    """Who says what was changed: the fact's source; of a line of the overview, those it rests on; else, our list."""
    every = {**found, **dossier.facts}
    if correction.of in ("", "fact") and (correction.file in FACT_FILES or correction.record in every):
        fact = every.get(correction.record)
        return source_label(fact, dossier) if fact else say("a source that is no longer known")
    list_ = say("this briefing’s %(name)s list") % {"name": correction.file}
    voices = dict.fromkeys(source_label(every[one], dossier) for one in correction.facts if one in every)
    return say("%(list)s, after %(voices)s") % {"list": list_, "voices": "; ".join(voices)} if voices else list_


def _updater(dossier: Dossier) -> str:
    return dossier.briefing.sources[0].publisher or say("the article")


def _rows(desk: _Desk, group: Sequence[Correction]) -> tuple[Row, ...]:
    """The fields that changed; those that read the same before and after only where no other did."""
    rows = [_row(desk, one) for one in group]
    return tuple(row for row in rows if row.was != row.now) or tuple(rows)


def _row(desk: _Desk, correction: Correction) -> Row:
    field, was, now = correction.field, correction.was, correction.now
    if field in _SPOKEN and correction.record in desk.dossier.facts:
        was, now = (_spoken(field, fact, desk.dossier) for fact in _versions(desk, correction))
    if was == now:
        was, now = correction.was, correction.now
    words = say(_FIELD_WORDS.get(field or "record", field or ""))
    return Row(words, *compared(was, now), quoted=field == "quote")


def _versions(desk: _Desk, correction: Correction) -> tuple[Fact | None, Fact | None]:
    """A fact before and after a change: as found and as it stands; for an update, as the article had it twice."""
    fact = desk.dossier.facts[correction.record]
    if correction.kind != "update":
        return desk.found.get(correction.record), fact
    decisions = desk.dossier.found.decisions if desk.dossier.found else Decisions()
    same = [one for one in decisions.updates if (one.record, one.field, one.on) == _what(correction)]
    if len(same) != 1:
        return None, None
    return _with(fact, correction.field, same[0].was), _with(fact, correction.field, same[0].now)


def _with(fact: Fact, field: str | None, value: Any) -> Fact | None:
    """The fact with another value in a field; None where the model no longer allows it."""
    others = {name: inner for name, inner in fact.as_yaml().items() if name != field}
    try:
        return Fact.model_validate({**others, **({} if value is None else {field: value})})
    except ValueError:
        return None


def _what(correction: Correction) -> tuple[str, str | None, str | None]:
    return correction.record, correction.field, correction.on


def compared(was: str | None, now: str | None) -> tuple[tuple[Piece, ...] | None, tuple[Piece, ...] | None]:
    """Two versions in pieces, so that what is only in one of them can be marked. A quotation is never cut.

    >>> compared("The port closed", "The old port closed.")[1]
    (Piece('The ', False), Piece('old', True), Piece(' port closed', False), Piece('.', True))
    """
    if was is None or now is None:
        return (None if was is None else (Piece(was, True),)), (None if now is None else (Piece(now, True),))
    one, other = _TOKEN.findall(was), _TOKEN.findall(now)
    matcher = SequenceMatcher(None, [word.strip() for word in one], [word.strip() for word in other], autojunk=False)
    if matcher.ratio() < _ALIKE or min(len(one), len(other)) < _FEWEST:
        return (Piece(was, was != now),), (Piece(now, was != now),)
    steps = matcher.get_opcodes()
    before = _pieces(("".join(one[a:b]), tag != "equal") for tag, a, b, _, _ in steps)
    return before, _pieces(("".join(other[c:d]), tag != "equal") for tag, _, _, c, d in steps)


def _pieces(stretches: Iterable[tuple[str, bool]]) -> tuple[Piece, ...]:
    """The stretches as pieces; a space before marked words stands outside the mark."""
    pieces: list[Piece] = []
    for words, changed in stretches:
        kept = words.lstrip() if changed else words
        space = words[: len(words) - len(kept)]
        if space and pieces:
            pieces[-1] = Piece(pieces[-1].words + space, pieces[-1].changed)
        pieces += [Piece(kept, changed)] if kept else []
    return tuple(pieces)


def _spoken(field: str | None, fact: Fact | None, dossier: Dossier) -> str | None:
    """A field's value as the fact block prints it; None where there is none."""
    if fact is None or not field or not getattr(fact, field):
        return None
    match field:
        case "quote":
            return fact.quote.text if fact.quote else None
        case "quantities":
            return "; ".join(quantity_words(quantity) for quantity in fact.quantities)
        case "when" if fact.when:
            resolved = resolved_words(fact.when)
            return f"{fact.when.text} ({resolved})" if resolved else fact.when.text
        case "where":
            return ", ".join(dossier.places[one].name if one in dossier.places else one for one in fact.where)
        case "route":
            return " → ".join(dossier.places[one].name if one in dossier.places else one for one in fact.route)
        case "actors":
            return ", ".join(actor_label(one, dossier) for one in fact.actors)
        case "equipment":
            return ", ".join(dossier.equipment[one].name if one in dossier.equipment else one for one in fact.equipment)
        case "certainty":
            return CERTAINTY_WORDS[fact.certainty]
    return source_label(fact, dossier)
