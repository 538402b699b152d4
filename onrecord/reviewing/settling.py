"""A clash settled as docs/decisions/0014 has it: the value now found is written, or `kept` says that yours stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onrecord.dossier.merging.cards import Card, Cards, cards_of, files_of
from onrecord.dossier.merging.meeting import WHOLE
from onrecord.dossier.merging.remembering import open_clashes
from onrecord.model import Clash, Dossier
from onrecord.pages.review import version

from .changes import removed
from .marks import Change, Mark, Stale

_IN_HEAD = frozenset({"briefing", "source", "dispute", "grid", "salute"})
"""Kinds whose marks stand in `briefing.yaml` itself."""


def settle(dossier: Dossier, shown: str, take: str, mark: Mark) -> Change:
    """Settle the clash that the page showed under this version: `take` is `mine` or `new`.

    Raises Stale where it is settled already, ValueError where it cannot be settled so.
    """
    decisions = dossier.found.decisions if dossier.found else None
    open_ones = open_clashes(decisions, dossier.files) if decisions else ()
    clash = next((one for one in open_ones if version(one) == shown), None)
    if clash is None:
        raise Stale("this clash is settled already, or has changed since this page showed it")
    cards = cards_of(dossier.files)
    card = cards.get((clash.kind, clash.record))
    record = f"{card.file}/{card.id}" if card else f"briefing/{clash.record}"
    if take == "mine":
        made, said = _kept(cards, clash), "yours stays"
    elif take == "new" and card is not None and clash.field is None:
        made, said = removed(cards, card.key), "removed"
    elif take == "new" and card is not None:
        made, said = {**cards, card.key: _taken(card, clash, mark)}, "the new value is taken"
    else:
        raise ValueError("this clash cannot be settled so")
    what = f"{clash.record}, {clash.field}" if clash.field else clash.record
    return Change(record, f"{what}: {said}", files_of(made.values()))


def _kept(cards: Cards, clash: Clash) -> Cards:
    """`kept` names the key in the record; in the head of `briefing.yaml` what has no such place, by id or key."""
    key, name = (clash.kind, clash.record), clash.field or WHOLE
    if clash.kind in _IN_HEAD or key not in cards:
        by_id = clash.kind in ("source", "dispute") or clash.field is None
        key, name = ("briefing", "briefing"), clash.record if by_id else name
    card = cards[key]
    return {**cards, key: card.saying({**card.fields, "kept": [*card.fields.get("kept", ()), name]})}


def _taken(card: Card, clash: Clash, mark: Mark) -> Card:
    """The record with the value now found. Who vouched for the old one has not seen it: who decides now has."""
    fields: dict[str, Any] = {name: value for name, value in card.fields.items() if name != clash.field}
    if clash.new is not None and clash.field:
        fields[clash.field] = clash.new
    if "reviewed" in fields:
        fields["reviewed"] = mark.seen.as_yaml()
    order: Mapping[str, Any] = {**card.fields, **fields}
    return card.saying({name: fields[name] for name in order if name in fields})
