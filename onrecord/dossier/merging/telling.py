"""What a merge has to tell: clashes with all three values and the way to settle them, lost places, updates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.model import Clash, Dossier, Update

from ..writing.emit import in_line
from .cards import GROUPS, cards_of
from .meeting import WHOLE
from .remembering import open_clashes
from .three import Outcome

_COUNTS = ("words", "sha256")
"""Fields of a source article that say which version it is: every update changes them."""


def told(dossier: Dossier, outcome: Outcome) -> tuple[str, ...]:
    """Every line an editor has to read, the most pressing first; empty where nothing but places moved."""
    return (
        *(line for clash in outcome.clashes for line in clash_lines(dossier, clash)),
        *_lost(dossier, outcome),
        *(_update(update) for update in outcome.updates if update.field not in _COUNTS),
    )


def unsettled(dossier: Dossier) -> tuple[str, ...]:
    """Every clash that nobody has settled yet: one text each, of several lines."""
    if dossier.found is None:
        return ()
    clashes = open_clashes(dossier.found.decisions, dossier.files)
    return tuple("\n".join(clash_lines(dossier, clash)) for clash in clashes)


def clash_lines(dossier: Dossier, clash: Clash) -> tuple[str, ...]:
    """Where, what; the three values; how to settle it."""
    where = place_of(dossier, clash.kind, clash.record)
    what = f"'{clash.field}' of '{clash.record}'" if clash.field else f"'{clash.record}'"
    what = f"'{clash.field}'" if clash.kind == "briefing" else what
    return f"{where}: {_how(clash, what)}", *_values(clash), f"  {_settle(clash)}"


def _values(clash: Clash) -> Iterator[str]:
    if clash.kind == "briefing" and isinstance(clash.base, list) and isinstance(clash.new, list):
        yield from (f"  no longer found: {_shown(line)}" for line in clash.base if line not in clash.new)
        yield from (f"  now found: {_shown(line)}" for line in clash.new if line not in clash.base)
    elif clash.field is None:
        yield f"  {_shown(clash.yours or clash.new)}"
    else:
        yield f"  before:    {_shown(clash.base)}"
        yield f"  yours:     {_shown(clash.yours)}"
        yield f"  now found: {_shown(clash.new)}"


def place_of(dossier: Dossier, kind: str, record: str) -> str:
    """File, line and column of a record; its file's name where it has none."""
    card = cards_of(dossier.files).get((kind, record))
    file = card.file if card else "briefing"
    key = f"{file}/{record}" if kind not in ("briefing", *GROUPS.values()) else file
    position = dossier.positions.get(key) or dossier.positions.get(file)
    return f"{position.file}:{position.line}:{position.column}" if position else f"{dossier.slug}/{file}.yaml"


def _how(clash: Clash, what: str) -> str:
    if clash.field:
        return f"you and the new extraction differ on {what}; yours stands"
    if clash.yours is None:
        return f"{what} was left out: it stands on words, or names a record, that you removed"
    return f"{what} is no longer found; it stays, because you wrote or vouched for it, or need it"


def _settle(clash: Clash) -> str:
    name = clash.field or WHOLE
    if clash.kind in ("briefing", "source", "dispute", *GROUPS.values()):
        name = clash.record if clash.kind in ("source", "dispute") else name
        return f"to settle it, write the value now found, or add 'kept: [{name}]' to briefing.yaml"
    if clash.field:
        return f"to settle it, write the value now found, or add 'kept: [{name}]' to the record"
    if clash.yours is None:
        return f"to settle it, add the fact by hand, or add 'kept: [{clash.record}]' to briefing.yaml"
    return f"to settle it, remove the record, or add 'kept: [{name}]' to it"


def _lost(dossier: Dossier, outcome: Outcome) -> Iterator[str]:
    for kind, record in outcome.lost:
        place = place_of(dossier, kind, record)
        yield f"{place}: '{record}' has lost its place: its words are no longer in the article"


def _update(update: Update) -> str:
    if update.field is None and update.was is None:
        return f"+ {update.record}: {update.now}"
    if update.field is None:
        return f"- {update.record}: {update.was}"
    return f"~ {update.record}, {update.field}: {_shown(update.was)} -> {_shown(update.now)}"


def _shown(value: Any) -> str:
    if isinstance(value, dict) and (words := value.get("text") or value.get("question") or value.get("label")):
        return str(words)
    return "nothing" if value is None else value if isinstance(value, str) else in_line(value)
