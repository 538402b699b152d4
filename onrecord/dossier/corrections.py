"""What people changed, and what new versions of the article changed, read off the files beside what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from onrecord.model import Correction, CorrectionKind, Decisions, Dossier, Position, Update

from .kinds import kind_of
from .records import UNCOMPARED, Held, Key, held
from .writing.emit import in_line

_KINDS = {"source": "sources", "dispute": "disputes"}
"""Kinds of records as decisions name them, where records have another name for it."""
_FILES = {"fact": "events", "actor": "actors", "place": "places", "equipment": "military", "salute": "military"}
_LISTS = {"actor": "actors", "place": "places", "equipment": "equipment", "fact": "facts"}
_LINES = ("summary", "takeaways", "figures", "gaps")


def corrections(dossier: Dossier) -> tuple[Correction, ...]:
    """Every difference a person made, and every update of the article; newest first, undated last.

    Empty where nothing was found by the program. A record that only moved to another file is not corrected. What a
    person corrected stays a correction when a later extraction finds the same.
    """
    if dossier.found is None or dossier.found.files is None:
        return ()
    desk = _Desk(dossier)
    made = [
        *(made for record in desk.now.values() for made in _of_record(desk, record)),
        *_rejections(desk),
        *updates(dossier.found.decisions.updates, desk.now),
    ]
    return tuple(sorted(made, key=lambda one: one.on or "", reverse=True))


@dataclass(frozen=True)
class _Desk:
    """A dossier with its records as found and as they stand."""

    dossier: Dossier

    @cached_property
    def now(self) -> dict[Key, Held]:
        """The records as they stand."""
        return held(self.dossier.files)

    @cached_property
    def was(self) -> dict[Key, Held]:
        """The records as last found, with the fields that people had set before as they were found then."""
        assert self.dossier.found is not None
        assert self.dossier.found.files is not None
        return _as_first_found(held(self.dossier.found.files), self.dossier.found.decisions)

    @cached_property
    def reworded(self) -> dict[Key, Key]:
        """Records without an id that were put into other words: new to old key, paired by the facts they rest on."""
        lost = {(key[0], one.bound): key for key, one in self.was.items() if key not in self.now and one.bound}
        return {
            key: lost[key[0], record.bound]
            for key, record in self.now.items()
            if key not in self.was and (key[0], record.bound) in lost
        }

    @cached_property
    def paths(self) -> Mapping[Key, str]:
        """Where each record stands among the values of its file: `events/facts/3`."""
        count: dict[str, int] = {}
        paths: dict[Key, str] = {}
        for key, record in self.now.items():
            kind = _LISTS.get(record.kind, record.kind)
            group = f"{record.file}/{kind}"
            paths[key] = record.file if record.kind == "key" else f"{group}/{count.get(group, 0)}"
            count[group] = count.get(group, 0) + 1
        return paths

    def place(self, record: Held, *fields: str | None) -> Position | None:
        """Where a record, or the first of these fields that it has, stands."""
        path = self.paths[record.key]
        tried = [f"{path}/{field}" if field else path for field in fields]
        return next((at for one in tried if (at := self.dossier.positions.get(one))), None)


def _as_first_found(was: dict[Key, Held], decisions: Decisions) -> dict[Key, Held]:
    """The base moves on with each extraction; what a person corrected was what they saw when they corrected it."""
    for edited in decisions.edited:
        key = (_KINDS.get(edited.kind, edited.kind), edited.record)
        key = ("key", edited.field) if edited.kind == "briefing" else key
        if key in was and edited.field not in UNCOMPARED and edited.field not in _LINES:
            fields = {**was[key].fields, edited.field: edited.was}
            was[key] = replace(was[key], fields={name: value for name, value in fields.items() if value is not None})
    return was


def _of_record(desk: _Desk, now: Held) -> Iterator[Correction]:
    was = desk.was.get(desk.reworded.get(now.key, now.key))
    if was is None:
        words = now.fields.get("text") or now.fields.get("name") or now.fields.get("question") or in_line(now.said())
        yield _correction(desk, now, "addition", now=words)
        return
    before, after = was.said(), now.said()
    said = now.fields.get("corrected", {}).get("kind")
    for field in dict.fromkeys([*after, *before]):
        if before.get(field) != after.get(field):
            kind = kind_of(field, before, after, said=said)
            yield _correction(desk, now, kind, field=field, was=before.get(field), now=after.get(field))


def _correction(
    desk: _Desk, record: Held, kind: CorrectionKind, *, field: str | None = None, was: Any = None, now: Any = None
) -> Correction:
    reason = record.fields.get("corrected", {})
    marked = "corrected" if reason else field
    return Correction(
        kind,
        record.file,
        _name(record),
        field,
        _shown(was),
        _shown(now),
        why=reason.get("why"),
        by=reason.get("by"),
        on=reason.get("on"),
        position=desk.dossier.positions.get(f"{record.file}/{_name(record)}"),
        of=record.kind,
        facts=record.bound,
        # A value that was taken out stands on no line: whose line would it be?
        written=desk.place(record, marked) if marked in record.fields or kind == "addition" else None,
    )


def _rejections(desk: _Desk) -> Iterator[Correction]:
    """Records that were found and that a person removed, with the reason where `rejected:` gives one."""
    reasons = {one.id: (n, one) for n, one in enumerate(desk.dossier.briefing.rejected)}
    for key, words, file, bound in _gone(desk):
        number, one = reasons.get(key[1]) or (0, None)
        name = key[0] if key[0] in _LINES else key[1]
        yield Correction(
            "rejection",
            file,
            name,
            None,
            words,
            None,
            why=one.why if one else None,
            by=one.by if one else None,
            on=one.on if one else None,
            of=key[0],
            facts=bound,
            written=desk.dossier.positions.get(f"briefing/rejected/{number}") if one else None,
        )


def _gone(desk: _Desk) -> Iterator[tuple[Key, str, str, tuple[str, ...]]]:
    """Each record that stands nowhere any more, with its words as found, the file it stood in, and what it rests on."""
    taken = set(desk.reworded.values())
    told = {key for key in desk.was if key not in desk.now and key not in taken}
    for key in (key for key in desk.was if key in told):
        record = desk.was[key]
        words = record.fields.get("text") or record.fields.get("name") or record.fields.get("question")
        yield key, words or in_line(record.said()), record.file, record.bound
    assert desk.dossier.found is not None
    for one in desk.dossier.found.decisions.rejected:
        key = (_KINDS.get(one.kind, one.kind), one.record)
        if not one.left_out and key not in desk.now and key not in told and one.said:
            yield key, one.said, _FILES.get(one.kind, "briefing"), ()


def updates(changes: Iterable[Update], now: Mapping[Key, Held]) -> Iterator[Correction]:
    """What new versions of the article changed. A change of wording or filing stays one."""
    for change in changes:
        key = (_KINDS.get(change.kind, change.kind), change.record)
        record = now.get(key)
        kind: CorrectionKind = "update"
        if change.field and record:
            fields = record.said()
            kind = kind_of(change.field, {**fields, change.field: change.was}, {**fields, change.field: change.now})
        yield Correction(
            kind if kind in ("wording", "filing") else "update",
            record.file if record else _FILES.get(change.kind, "briefing"),
            change.record,
            change.field,
            _words_of(change.was),
            _words_of(change.now),
            on=change.on,
            of=key[0],
        )


def _words_of(value: Any) -> str | None:
    """A value; of a whole record, its words."""
    if isinstance(value, dict) and (words := value.get("text") or value.get("name") or value.get("question")):
        return str(words)
    return _shown(value)


def _name(record: Held) -> str:
    return record.kind if record.kind in _LINES else record.id


def _shown(value: Any) -> str | None:
    """A value as a person reads it: a text as it stands, anything else as one line of YAML."""
    return value if value is None or isinstance(value, str) else in_line(value)
