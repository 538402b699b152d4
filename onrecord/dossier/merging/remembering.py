"""What people decided, from one extraction to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from onrecord.model import Clash, Decisions, Edited, Files, Lost, Rejected, Update

from .cards import Card, Cards, Key, cards_of
from .meeting import WHOLE


def open_clashes(decisions: Decisions, files: Files) -> tuple[Clash, ...]:
    """The clashes that nobody has settled: the value still stands as it did, and `kept` does not name it."""
    cards = cards_of(files)
    return tuple(clash for clash in decisions.clashes if not _settled(clash, cards))


def _settled(clash: Clash, cards: Cards) -> bool:
    key = clash.kind, clash.record
    card, head = cards.get(key), cards["briefing", "briefing"].fields.get("kept", ())
    if clash.record in head or (clash.field or WHOLE) in (card.fields.get("kept", ()) if card else ()):
        return True
    if clash.kind in ("briefing", "grid", "salute") and clash.field in head:
        return True
    if clash.field is None:
        return (card is None) == (clash.yours is not None)
    return card is None or card.fields.get(clash.field) != clash.yours


def lost_before(decisions: Decisions, yours: Cards) -> dict[Key, Lost]:
    """Records that stand nowhere, and that nobody has given another place since."""
    known = {(one.kind, one.record): one for one in decisions.lost}
    return {key: one for key, one in known.items() if key in yours and yours[key].fields.get("at") == one.at.as_yaml()}


def edited_before(decisions: Decisions) -> dict[tuple[str, str, str], Edited]:
    """What people have set, by kind, id and key."""
    return {(one.kind, one.record, one.field): one for one in decisions.edited}


def rejected_now(decisions: Decisions, base: Cards, yours: Cards) -> dict[Key, Rejected]:
    """Every record that a person ever removed, and did not bring back."""
    before = {(one.kind, one.record): one for one in decisions.rejected}
    gone = {key: rejected(card) for key, card in base.items() if key not in yours and card.kind != "briefing"}
    return {key: before.get(key, one) for key, one in {**before, **gone}.items() if key not in yours}


def unedited(decisions: Decisions, files: Files) -> frozenset[tuple[str, str, str]]:
    """Fields that hold an older finding only because a clash is open: nobody has set them."""
    clashes = open_clashes(decisions, files)
    return frozenset((c.kind, c.record, c.field) for c in clashes if c.field and c.base == c.yours)


def rejected(card: Card, *, left_out: bool = False) -> Rejected:
    """What is remembered of a record that a person removed, or that the merge had no place for."""
    said = card.fields.get("text") or card.fields.get("name") or card.fields.get("question")
    return Rejected(kind=card.kind, record=card.id, said=said, at=card.fields.get("at"), left_out=left_out)


def out_of(new: Cards, merged: Cards, known: Mapping[Key, Rejected]) -> dict[Key, Rejected]:
    """Every record that stays out: those known, as they are found now, and new ones that the merge left out."""
    out = {key: one for key, one in known.items() if key not in merged}
    for key, card in new.items():
        if key not in merged and card.kind != "briefing":
            out[key] = rejected(card, left_out=known[key].left_out if key in known else True)
    return out


def remembered(
    before: Decisions,
    yours: Files,
    merged: Files,
    *,
    new: Cards,
    hands: Iterable[Edited],
    rejected: Mapping[Key, Rejected],
    clashes: Iterable[Clash],
    lost: Iterable[Lost],
    updates: Iterable[Update],
) -> Decisions:
    """All decisions after a merge; a newer clash on the same field takes the place of the older one.

    What was no longer found, and is found again, is no clash any more.
    """
    fresh = {(clash.kind, clash.record, clash.field): clash for clash in clashes}
    both = open_clashes(before.model_copy(update={"clashes": open_clashes(before, yours)}), merged)
    kept = {(clash.kind, clash.record, clash.field): clash for clash in both}
    again = {key for key in kept if key[2] is None and kept[key].yours is not None and key[:2] in new}
    kept = {key: clash for key, clash in kept.items() if key not in again}
    return Decisions(
        edited=tuple({**edited_before(before), **{(h.kind, h.record, h.field): h for h in hands}}.values()),
        rejected=tuple(rejected.values()),
        lost=tuple(lost),
        clashes=tuple({**kept, **fresh}.values()),
        updates=(*before.updates, *updates),
    )


def without_spent(cards: Cards, clashes: Iterable[Clash]) -> Iterator[Card]:
    """Cards whose `kept` named what an extraction has changed again: the mark was for the older one."""
    spent: dict[Key, set[str]] = {}
    for clash in clashes:
        spent.setdefault((clash.kind, clash.record), set()).add(clash.field or WHOLE)
        spent.setdefault(("briefing", "briefing"), set()).update({clash.record, clash.field or ""})
    for key, names in spent.items():
        if key in cards and (kept := cards[key].fields.get("kept")):
            left = [name for name in kept if name not in names]
            fields = {name: value for name, value in cards[key].fields.items() if name != "kept"}
            yield cards[key].saying({**fields, **({"kept": left} if left else {})})
