"""Three versions of a dossier to one: who is who, under which id, and what each record says from now on."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.model import Clash, Dossier, Edited, Files, Found, Lost, Rejected, Span, Update

from .alignment import align
from .cards import Card, Cards, Key, cards_of, files_of, in_order
from .matching import Pairs
from .meeting import WHOLE, Meeting
from .naming import final_names, persons_names, renamed
from .placing import Whereabouts, kept_base, placeless, relocate
from .pointing import findings_pointed, without
from .remembering import edited_before, lost_before, out_of, rejected, rejected_now, remembered, unedited, without_spent
from .sound import make_sound

_INSIDE = 0.9
"""What lies this far inside the words of a rejected record is rejected with it."""


@dataclass(frozen=True)
class Outcome:
    """What the files say from now on, what is kept as the next base, and what there is to tell."""

    files: Files
    found: Found
    clashes: tuple[Clash, ...]
    updates: tuple[Update, ...]
    """What the extraction changed in records that nobody had touched."""
    lost: tuple[Key, ...]
    """Records of a person whose words are no longer in the article."""


def three_way(
    dossier: Dossier,
    found: Found,
    *,
    text: str = "",
    on: str | None = None,
    held: frozenset[Key] = frozenset(),
    frozen: frozenset[str] = frozenset(),
) -> Outcome:
    """Merge a new extraction into a dossier that has a base.

    The base and the new extraction must hold files. `text` is that of the article as it is now: words that moved
    without their sentence are looked for in it. `on` is the day, kept with what a new version of the article changed.
    `held` are records that count as touched by a person although their values are those found: they carry a remark.
    `frozen` are files in which every record stays as the person has it.
    """
    was = dossier.found
    assert was is not None
    assert was.files is not None
    assert found.files is not None
    yours, new = cards_of(dossier.files), cards_of(found.files)
    base = cards_of(was.files)
    base = renamed(base, persons_names(base, yours))
    removed = rejected_now(was.decisions, base, yours)
    ghosts = {key: Card(*key, "", _marks(one)) for key, one in removed.items() if key not in base}
    astray = lost_before(was.decisions, yours)
    before: Cards = {**base, **{key: card for key, card in yours.items() if key not in base}, **ghosts}
    before = {key: placeless(card) if key in astray else card for key, card in before.items()}
    pairs = Pairs(align(was, found), frozenset(removed))
    pairs.match(before, new)
    names = final_names(new, pairs.old_of, before)
    new, old_of = renamed(new, names), {(k[0], names[k]): old for k, old in pairs.old_of.items()}
    spoilt = {(key[0], names[key]) for key in pairs.spoilt}
    base, news = _clear(base, removed), _clear(new, removed)
    meeting = Meeting(
        base,
        yours,
        news,
        edited=edited_before(was.decisions),
        rejected=removed,
        unedited=unedited(was.decisions, dossier.files),
        spoilt=frozenset(spoilt & old_of.keys()) | {key for key, card in yours.items() if card.file in frozen},
        held=held,
    )
    _leave_out(meeting, spoilt - old_of.keys())
    meeting.hands += [
        Edited(kind=kind, record=record, field=WHOLE)
        for kind, record in sorted(held)
        if (kind, record, WHOLE) not in meeting.edited
    ]
    meeting.hold()
    lost = relocate(meeting, Whereabouts(pairs.alignment, text, found.sentences), astray)
    make_sound(meeting)
    for card in without_spent(meeting.merged, meeting.clashes):
        meeting.merged[card.key] = card
    meeting.rejected = out_of(meeting.new, meeting.merged, meeting.rejected)
    cleared = _clear({**new, **kept_base(meeting)}, meeting.rejected)
    return _outcome(dossier, _renamed(found, cleared, names), meeting, on=on, lost=lost)


def _clear(cards: Cards, removed: Container[Key]) -> Cards:
    """Records as they are without what a person removed; the removed ones themselves stay."""
    return {key: card.saying(without(card.kind, card.fields, removed)) for key, card in cards.items()}


def _marks(one: Rejected) -> dict[str, Any]:
    """What a removed record is known by when it is found again."""
    data = one.as_yaml()
    return {**({"at": data["at"]} if "at" in data else {}), **({"name": data["said"]} if "said" in data else {})}


def _leave_out(meeting: Meeting, spoilt: set[Key]) -> None:
    """New records on words of rejected ones: those inside them go unsaid, the others are told."""
    for key in sorted(spoilt):
        card = meeting.new[key]
        meeting.rejected = {**meeting.rejected, key: rejected(card, left_out=True)}
        if not _within(card, meeting.rejected.values()):
            said = str(card.fields.get("text") or card.id)
            meeting.clashes.append(Clash(kind=card.kind, record=card.id, new=said))


def _within(card: Card, removed: Iterable[Rejected]) -> bool:
    at = card.fields["at"]
    spans = [Span(one.at.start, one.at.end) for one in removed if one.at and one.record != card.id]
    length = max(1, at["end"] - at["start"])
    return any((min(at["end"], s.end) - max(at["start"], s.start)) / length >= _INSIDE for s in spans)


def _stands(update: Update, merged: Cards) -> bool:
    """Whether a change is still one after what had to stay was put back."""
    card = merged.get((update.kind, update.record))
    if update.field is None:
        return (card is None) == (update.now is None)
    return card is not None and card.fields.get(update.field) == update.now


def _renamed(found: Found, new: Cards, names: dict[Key, str]) -> Found:
    """The new extraction under the ids that stay: the base of the next merge."""
    pointed = findings_pointed(found, lambda kind, identifier: names.get((kind, identifier), identifier))
    return pointed.model_copy(update={"files": files_of(new.values())})


def _outcome(dossier: Dossier, found: Found, meeting: Meeting, *, on: str | None, lost: Mapping[Key, Lost]) -> Outcome:
    was = dossier.found
    assert was is not None
    merged = in_order(meeting.merged, meeting.yours, meeting.new)
    updates = tuple(update for update in meeting.updates if _stands(update, meeting.merged))
    newer = was.article.sha256 != found.article.sha256
    files = files_of(merged)
    decisions = remembered(
        was.decisions,
        dossier.files,
        files,
        new=meeting.new,
        hands=meeting.hands,
        rejected=meeting.rejected,
        clashes=meeting.clashes,
        lost=lost.values(),
        updates=[update.model_copy(update={"on": on}) for update in updates] if newer else (),
    )
    return Outcome(
        files, found.model_copy(update={"decisions": decisions}), tuple(meeting.clashes), updates, tuple(lost)
    )
