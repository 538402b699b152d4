"""What people changed, read off the difference between the files and what was found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.model import Correction, CorrectionKind, Dossier, Position

from .records import Held, Key, held
from .weight import weight
from .writing.emit import in_line

_PROSE = frozenset({"text", "heading", "title", "standfirst", "note", "question", "label"})
"""Fields that hold our words; in all others, another word is another statement."""
_CARRIERS = ("source", "via", "certainty", "hedge", "quantities", "when", "where", "denies", "contradicts", "facts")
"""Fields beside a text that have to stay for a new text to be only another wording."""


_FILING = frozenset(
    {"heading", "side", "actors", "equipment", "event", "elaborates", "cue", "country", "maker", "operator", "symbol",
     "aliases", "note", "class", "type", "kind"}
)  # fmt: skip
"""Fields that say where a record is listed and what it is linked with."""


def corrections(dossier: Dossier) -> tuple[Correction, ...]:
    """Every difference a person made, newest first, undated last; empty where nothing was found by the program.

    A record that only moved to another file is not corrected.
    """
    if dossier.found is None or dossier.found.files is None:
        return ()
    was, now = held(dossier.found.files), held(dossier.files)
    reworded = _reworded(was, now)
    made = [
        made
        for record in now.values()
        for made in _of_record(was.get(reworded.get(record.key, record.key)), record, dossier)
    ]
    gone = was.keys() - now.keys() - set(reworded.values())
    made += [_whole("rejection", record, dossier) for key, record in was.items() if key in gone]
    return tuple(sorted(made, key=_newest))


def _reworded(was: dict[Key, Held], now: dict[Key, Held]) -> dict[Key, Key]:
    """Records without an id that were put into other words: new to old key, paired by the facts they are bound to."""
    lost = {(key[0], record.bound): key for key, record in was.items() if key not in now and record.bound}
    return {
        key: lost[key[0], record.bound]
        for key, record in now.items()
        if key not in was and (key[0], record.bound) in lost
    }


def _newest(correction: Correction) -> tuple[bool, int]:
    return correction.on is None, -int((correction.on or "0").replace("-", ""))


def _of_record(was: Held | None, now: Held, dossier: Dossier) -> Iterator[Correction]:
    if was is None:
        yield _whole("addition", now, dossier)
        return
    before, after = was.said(), now.said()
    for field in dict.fromkeys([*after, *before]):
        if before.get(field) != after.get(field):
            yield _correction(_kind(field, before, after), now, field, before.get(field), after.get(field), dossier)


def _whole(kind: CorrectionKind, record: Held, dossier: Dossier) -> Correction:
    words = record.fields.get("text") or record.fields.get("name") or record.fields.get("question")
    shown = words or in_line(record.said())
    was, now = (shown, None) if kind == "rejection" else (None, shown)
    return _correction(kind, record, None, was, now, dossier)


def _correction(
    kind: CorrectionKind, record: Held, field: str | None, was: Any, now: Any, dossier: Dossier
) -> Correction:
    corrected = {} if kind == "rejection" else record.fields.get("corrected", {})
    why, by, on = (corrected.get(key) for key in ("why", "by", "on"))
    place = _place(record, kind, dossier)
    return Correction(kind, record.file, _name(record), field, _shown(was), _shown(now), why, by, on, place)


def _name(record: Held) -> str:
    return record.kind if record.kind in ("summary", "takeaways", "figures", "gaps") else record.id


def _place(record: Held, kind: CorrectionKind, dossier: Dossier) -> Position | None:
    return None if kind == "rejection" else dossier.positions.get(f"{record.file}/{_name(record)}")


def _shown(value: Any) -> str | None:
    """A value as a person reads it: a text as it stands, anything else as one line of YAML."""
    return value if value is None or isinstance(value, str) else in_line(value)


def _kind(field: str, before: dict[str, Any], after: dict[str, Any]) -> CorrectionKind:
    if _same_meaning(field, before, after):
        return "wording"
    return "filing" if field in _FILING else "correction"


def _same_meaning(field: str, before: dict[str, Any], after: dict[str, Any]) -> bool:
    was, now = before.get(field), after.get(field)
    if field not in _PROSE or not isinstance(was, str) or not isinstance(now, str):
        return False
    carried = all(before.get(name) == after.get(name) for name in _CARRIERS)
    return carried and weight(was) == weight(now)
