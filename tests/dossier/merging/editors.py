"""A person at work on a dossier: random edits, and what must still be there of them after any merge."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from onrecord.dossier.merging.cards import Card, Cards, Key, cards_of, files_of
from onrecord.model import Files


@dataclass
class Editor:
    """Remembers what it wrote, and has not changed its mind about since."""

    random: Random
    values: dict[tuple[Key, str], Any] = field(default_factory=dict)
    added: dict[Key, dict[str, Any]] = field(default_factory=dict)
    removed: set[Key] = field(default_factory=set)
    lines: set[str] = field(default_factory=set)

    def edited(self, files: Files) -> Files:
        """The files after one to three edits, or none."""
        cards = cards_of(files)
        for _ in range(self.random.randint(0, 3)):
            facts = [key for key in cards if key[0] == "fact"]
            if facts:
                self._edit(cards, self.random.choice(facts))
        edited = files_of(cards.values())
        self.lines &= {line.text for line in edited.briefing.takeaways}
        return edited

    def lost(self, files: Files) -> list[object]:
        """What of this editor's work is not in the files."""
        cards = cards_of(files)
        lost: list[object] = [
            (key, name) for (key, name), value in self.values.items() if _value(cards, key, name) != value
        ]
        lost += [key for key, fields in self.added.items() if key not in cards or not _holds(cards[key], fields)]
        lost += [key for key in self.removed if key in cards]
        return lost + sorted(self.lines - {line.text for line in files.briefing.takeaways})

    def _edit(self, cards: Cards, key: Key) -> None:
        edits = (self._word, self._doubt, self._hedge, self._reject, self._add, self._review, self._rephrase)
        self.random.choice(edits)(cards, key)

    def _set(self, cards: Cards, key: Key, **values: Any) -> None:
        cards[key] = cards[key].saying({**cards[key].fields, **values})
        for name, value in values.items():
            if key in self.added:
                self.added[key][name] = value
            self.values[key, name] = value

    def _word(self, cards: Cards, key: Key) -> None:
        self._set(cards, key, text=f"{cards[key].fields['text'][:-1]}, we hear.")

    def _doubt(self, cards: Cards, key: Key) -> None:
        self._set(cards, key, certainty="analysis")

    def _hedge(self, cards: Cards, key: Key) -> None:
        self._set(cards, key, certainty="hedged", hedge="perhaps")

    def _review(self, cards: Cards, key: Key) -> None:
        self._set(cards, key, reviewed={"by": "jm", "on": "2026-01-01"})

    def _add(self, cards: Cards, key: Key) -> None:
        fields = {"text": "A fact of ours.", "source": "article", "certainty": "asserted"}
        card = Card("fact", f"ours-{self.random.randrange(10**6)}", cards[key].file, fields)
        cards[card.key] = card
        self.added[card.key] = dict(fields)

    def _reject(self, cards: Cards, key: Key) -> None:
        """Remove a fact and everything that names it, as `check` would ask for."""
        gone = {key} | {k for k, card in cards.items() if k[0] == "dispute" and key[1] in card.fields["facts"]}
        for lost in gone:
            del cards[lost]
        self.removed |= gone
        self.added.pop(key, None)
        self.values = {place: value for place, value in self.values.items() if place[0] not in gone}
        head = cards["briefing", "briefing"]
        left = [line for line in head.fields.get("takeaways", ()) if key[1] not in line["facts"]]
        cards[head.key] = head.saying({**_without(head, "takeaways"), **({"takeaways": left} if left else {})})
        slots = cards["salute", "salute"]
        kept = {slot: [i for i in ids if i != key[1]] for slot, ids in slots.fields.items()}
        cards[slots.key] = slots.saying({slot: ids for slot, ids in kept.items() if ids})

    def _rephrase(self, cards: Cards, key: Key) -> None:
        """Put a line of the overview into other words."""
        head = cards["briefing", "briefing"]
        if lines := [dict(line) for line in head.fields.get("takeaways", ())]:
            line = self.random.choice(lines)
            line["text"] = f"Our own line on {key[1]}, {self.random.randrange(10**6)}."
            self.lines.add(line["text"])
            cards[head.key] = head.saying({**head.fields, "takeaways": lines})


def _value(cards: Cards, key: Key, name: str) -> Any:
    return cards[key].fields.get(name) if key in cards else None


def _holds(card: Card, fields: dict[str, Any]) -> bool:
    return all(card.fields.get(name) == value for name, value in fields.items())


def _without(card: Card, name: str) -> dict[str, Any]:
    return {key: value for key, value in card.fields.items() if key != name}
