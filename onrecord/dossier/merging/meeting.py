"""Every record in three versions, decided one by one: the heart of the merge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from onrecord.model import Clash, Edited, Rejected, Update

from .cards import Card, Cards, Key, said
from .lines import merged_lines
from .ruling import NEVER_FOUND, SUBSTANCE, Ruling, rule

WHOLE = "record"
"""Stands in `kept` for the record as a whole."""
_LINES = ("summary", "takeaways", "figures", "gaps")


@dataclass
class Meeting:
    """Base, the person's records and the new ones, under the ids that they keep; what came of them."""

    base: Cards
    yours: Cards
    new: Cards
    edited: Mapping[tuple[str, str, str], Edited]
    """What people have set before, by kind, id and key."""
    rejected: Mapping[Key, Rejected]
    unedited: frozenset[tuple[str, str, str]] = frozenset()
    """Fields that differ from the base although nobody has set them: a clash about them is open."""
    spoilt: frozenset[Key] = frozenset()
    """New records that stand on words of rejected ones too."""
    held: frozenset[Key] = frozenset()
    """Records that carry a remark of a person."""
    merged: Cards = field(default_factory=dict)
    clashes: list[Clash] = field(default_factory=list)
    hands: list[Edited] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)

    def hold(self) -> None:
        """Decide every record."""
        for key in dict.fromkeys([*self.yours, *self.new, *self.base]):
            base, yours, new = self.base.get(key), self.yours.get(key), self.new.get(key)
            if yours and new:
                self._both(base, yours, new)
            elif yours:
                self._only_yours(base, yours)
            elif new and base is None and key not in self.rejected:
                self._only_new(new)

    def _both(self, base: Card | None, yours: Card, new: Card) -> None:
        fields: dict[str, Any] = {}
        was = base.fields if base else {}
        for name in dict.fromkeys([*yours.fields, *new.fields, *was]):
            ruling = self._ruling(name, base, yours, new)
            if ruling.value is not None:
                fields[name] = ruling.value
            self._note(name, ruling, base, yours, new)
        moved = base is not None and yours.file == base.file and not self._touched(base, yours)
        self.merged[yours.key] = Card(yours.kind, yours.id, new.file if moved else yours.file, fields)

    def _ruling(self, name: str, base: Card | None, yours: Card, new: Card) -> Ruling:
        mine, found = yours.fields.get(name), new.fields.get(name)
        if name in NEVER_FOUND:
            return Ruling(mine)
        if base is None:  # found now what the person had added before
            differ = name in SUBSTANCE and mine is not None and found is not None and mine != found
            return Ruling(mine if name != "at" else mine or found, clash=differ, hand=name != "at")
        was = base.fields.get(name)
        if name == "at":
            return Ruling(found if mine == was else mine, hand=mine != was)
        if yours.key in self.spoilt:
            return Ruling(mine, clash=mine != found and found != was, hand=mine != was)
        known = self.edited.get((yours.kind, yours.id, name))
        unset = (yours.kind, yours.id, name) in self.unedited
        both = name in _LINES and not unset and mine != was and found not in (was, mine)
        if both and (lines := merged_lines(was or (), mine or (), found or ())) is not None:
            return Ruling(lines or None, hand=True)
        vouched = name in SUBSTANCE and "reviewed" in yours.fields
        return rule(was, mine, found, edited=known, vouched=vouched)

    def _note(self, name: str, ruling: Ruling, base: Card | None, yours: Card, new: Card) -> None:
        was = base.fields.get(name) if base else None
        where = {"kind": yours.kind, "record": yours.id, "field": name}
        if ruling.clash:
            mine = yours.fields.get(name)
            before = mine if (yours.kind, yours.id, name) in self.unedited else was
            self.clashes.append(Clash(**where, base=before, yours=mine, new=new.fields.get(name)))
        known = (yours.kind, yours.id, name) in self.edited or (yours.kind, yours.id, name) in self.unedited
        if base is None:  # the person had it first: whatever differs is theirs
            was, known = new.fields.get(name), known or yours.fields.get(name) == new.fields.get(name)
        if (ruling.hand or base is None) and not known and name not in ("at", *NEVER_FOUND):
            self.hands.append(Edited(**where, was=was))
        if base is not None and name not in ("at", *NEVER_FOUND) and ruling.value != yours.fields.get(name):
            self.updates.append(Update(**where, was=was, now=ruling.value))

    def _only_yours(self, base: Card | None, yours: Card) -> None:
        """No longer found: it goes if nobody has touched it."""
        if base is None:
            self.merged[yours.key] = yours
        elif self._touched(base, yours):
            self.merged[yours.key] = yours
            self._lost(base, yours)
        else:
            self.updates.append(Update(kind=yours.kind, record=yours.id, was=said(yours)))

    def _lost(self, base: Card, yours: Card) -> None:
        if WHOLE not in yours.fields.get("kept", ()):
            self.clashes.append(Clash(kind=yours.kind, record=yours.id, base=said(base), yours=said(yours)))
        for name in dict.fromkeys([*base.fields, *yours.fields]):
            was, mine, where = base.fields.get(name), yours.fields.get(name), (yours.kind, yours.id, name)
            known = name in ("at", *NEVER_FOUND) or where in self.edited or where in self.unedited
            if was != mine and not known:
                self.hands.append(Edited(kind=yours.kind, record=yours.id, field=name, was=was))

    def _only_new(self, new: Card) -> None:
        self.merged[new.key] = new
        self.updates.append(Update(kind=new.kind, record=new.id, now=said(new)))

    def _touched(self, base: Card, yours: Card) -> bool:
        """Whether a person has had a hand in a record: changed it, remarked on it, or vouched for it."""
        changed = any(
            base.fields.get(name) != yours.fields.get(name) for name in {*base.fields, *yours.fields} - {"at"}
        )
        known = any(key[:2] == yours.key for key in self.edited)
        return changed or known or base.file != yours.file or yours.key in self.held
