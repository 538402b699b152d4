"""What keeps a merged dossier whole: nothing points at what is not there, and no check fails that held before."""

from __future__ import annotations

from collections import Counter

from onrecord.model import Clash, Dossier, Edited, Position

from ..check import check
from .cards import GROUPS, LISTS, Card, Cards, Key, files_of, in_order, said
from .meeting import WHOLE, Meeting
from .pointing import Dangling, named, pointed


def make_sound(meeting: Meeting) -> None:
    """Mend `meeting.merged` in place; what has to be left out or kept for it is told as a clash."""
    _restore(meeting)
    _follow(meeting)
    for _ in range(len(meeting.merged)):
        if not _unfit(meeting):
            return
        _restore(meeting)
        _follow(meeting)


def _restore(meeting: Meeting) -> None:
    """Records that are no longer found, and that something a person wrote rests on, stay."""
    while missing := _missing(meeting):
        for key in sorted(missing):
            meeting.merged[key] = yours = meeting.yours[key]
            if WHOLE not in yours.fields.get("kept", ()):
                meeting.clashes.append(_clash(key, yours=yours))


def _missing(meeting: Meeting) -> set[Key]:
    """What the person's values name, where the extraction has others, and what is no longer among the records."""
    needed: set[Key] = set()
    for key, card in meeting.merged.items():
        new = meeting.new.get(key)
        if key in meeting.yours:
            found = new.fields if new else {}
            mine = {name: value for name, value in card.fields.items() if value != found.get(name)}
            needed |= named(card.kind, mine) if mine else set()
    return {key for key in needed if key in meeting.yours} - meeting.merged.keys()


def _follow(meeting: Meeting) -> None:
    """Take ids of records that are gone out of lists; a record that cannot be without one goes with it."""
    turned = _turned(meeting)

    def point(kind: str, identifier: str) -> str | None:
        known = (kind, identifier) in meeting.merged
        to = identifier if known else turned.get((kind, identifier), identifier)
        return to if (kind, to) in meeting.merged else None

    again = True
    while again:
        again = False
        for key, card in list(meeting.merged.items()):
            try:
                meeting.merged[key] = made = card.saying(pointed(card.kind, card.fields, point))
                _note_turn(meeting, card, made)
            except Dangling:
                if key in meeting.yours:
                    meeting.merged[key] = meeting.yours[key]
                    meeting.clashes += _differences(meeting, key)
                    _restore(meeting)
                    continue
                del meeting.merged[key]
                meeting.clashes = [clash for clash in meeting.clashes if (clash.kind, clash.record) != key]
                meeting.clashes.append(_clash(key, new=meeting.new[key]))
                again = True


def _note_turn(meeting: Meeting, card: Card, made: Card) -> None:
    """What follows a person's choice of a source is the person's."""
    was, now = card.fields.get("source"), made.fields.get("source")
    if was != now and made.kind == "fact":
        meeting.hands.append(Edited(kind="fact", record=made.id, field="source", was=was))


def _turned(meeting: Meeting) -> dict[Key, str]:
    """Sources that a person removed and replaced by one other wherever they stood: what is new follows."""
    instead: dict[Key, set[str]] = {}
    for key, base in meeting.base.items():
        yours = meeting.yours.get(key)
        set_ = (*key, "source") not in meeting.unedited
        if yours and set_ and base.kind == "fact" and base.fields["source"] != yours.fields["source"]:
            instead.setdefault(("actor", base.fields["source"]), set()).add(yours.fields["source"])
    return {key: min(to) for key, to in instead.items() if len(to) == 1 and key in meeting.rejected}


def _unfit(meeting: Meeting) -> bool:
    """Put back, or leave out, what fails a check that the person's dossier did not fail; whether there was any."""
    before = Counter(_problems(meeting.yours, meeting.yours, meeting.new).values())
    found = False
    for key, message in _problems(meeting.merged, meeting.yours, meeting.new).items():
        if before[message]:
            before[message] -= 1
            continue
        yours, new = meeting.yours.get(key), meeting.new.get(key)
        if yours and meeting.merged.get(key) != yours:
            meeting.merged[key] = yours
            meeting.clashes += _differences(meeting, key)
            found = True
        elif yours is None and key in meeting.merged:
            del meeting.merged[key]
            meeting.clashes.append(_clash(key, new=new))
            found = True
    return found


def _differences(meeting: Meeting, key: Key) -> list[Clash]:
    """A clash for each field that the extraction changed in a record that is put back."""
    base, yours, new = (one[key].fields if key in one else {} for one in (meeting.base, meeting.yours, meeting.new))
    known = {(clash.kind, clash.record, clash.field) for clash in meeting.clashes}
    before = {name: yours.get(name) for name in base if (*key, name) in meeting.unedited}
    base = {**base, **before}
    return [
        Clash(kind=key[0], record=key[1], field=name, base=base.get(name), yours=yours.get(name), new=new.get(name))
        for name in dict.fromkeys([*yours, *new])
        if name != "at" and base.get(name) != new.get(name) != yours.get(name) and (*key, name) not in known
    ]


def _problems(cards: Cards, yours: Cards, new: Cards) -> dict[Key, str]:
    """The first problem of each record."""
    ordered = in_order(cards, yours, new)
    paths = _paths(ordered)
    places = {path: Position(path, 1, 1) for path in paths}
    known: dict[Key, str] = {}
    for problem in check(Dossier("merged", files_of(ordered), None, places)):
        if problem.file in paths:
            known.setdefault(paths[problem.file], problem.message)
    return known


def _paths(cards: list[Card]) -> dict[str, Key]:
    """Where each record stands in its file, as the checks name places."""
    counts: Counter[str] = Counter()
    paths: dict[str, Key] = {"briefing": ("briefing", "briefing")}
    for card in cards:
        if card.kind == "briefing":
            continue
        lists = {**GROUPS, **LISTS}
        list_ = "/".join(next(place for place, kind in lists.items() if kind == card.kind and place[0] == card.file))
        paths[list_ if card.kind in GROUPS.values() else f"{list_}/{counts[list_]}"] = card.key
        counts[list_] += 1
    return paths


def _clash(key: Key, *, yours: Card | None = None, new: Card | None = None) -> Clash:
    return Clash(kind=key[0], record=key[1], yours=yours and said(yours), new=new and said(new))
