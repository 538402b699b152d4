"""The files of a dossier as cards: one a record, whatever file it stands in, with its fields as YAML data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from onrecord.model import FACT_FILES, Files

LISTS: Mapping[tuple[str, str], str] = {
    ("briefing", "sources"): "source",
    ("briefing", "disputes"): "dispute",
    ("actors", "actors"): "actor",
    ("places", "places"): "place",
    ("military", "equipment"): "equipment",
    **{(name, "facts"): "fact" for name in FACT_FILES},
}
"""The kind of the records in each list that gives its records ids, by file and key."""
GROUPS: Mapping[tuple[str, str], str] = {("briefing", "grid"): "grid", ("military", "salute"): "salute"}
"""Groups of slots that are merged slot by slot."""

Key = tuple[str, str]
"""Kind and id: what makes a record the same wherever it stands."""
Fields = Mapping[str, Any]


@dataclass(frozen=True)
class Card:
    """A record, the file it stands in, and its fields without the id."""

    kind: str
    id: str
    file: str
    fields: Fields

    @property
    def key(self) -> Key:
        """Kind and id."""
        return self.kind, self.id

    def saying(self, fields: Fields) -> Card:
        """The same record with other fields."""
        return replace(self, fields=dict(fields))


Cards = dict[Key, Card]


def said(card: Card) -> str:
    """A record as a person knows it: its text, name or question."""
    return str(card.fields.get("text") or card.fields.get("name") or card.fields.get("question") or card.id)


def cards_of(files: Files) -> Cards:
    """Every record by kind and id, in reading order; what `briefing.yaml` says outside its lists is one more.

    Two records with one id cannot be told apart: the first counts. A dossier that loads has none.
    """
    cards: Cards = {}
    for card in _all(files):
        cards.setdefault(card.key, card)
    return cards


def _all(files: Files) -> Iterator[Card]:
    for name in type(files).model_fields:
        data = dict(getattr(files, name).as_yaml())
        for (file, key), kind in LISTS.items():
            if file == name:
                for record in data.pop(key, ()):
                    yield Card(kind, record["id"], file, {k: v for k, v in record.items() if k != "id"})
        for (file, key), kind in GROUPS.items():
            if file == name:
                yield Card(kind, kind, file, data.pop(key, {}))
        if name == "briefing":
            yield Card("briefing", "briefing", "briefing", data)


def files_of(cards: Iterable[Card]) -> Files:
    """The files that hold the cards, each list in their order.

    Raises pydantic's ValidationError where a record is not what the model allows.
    """
    data: dict[str, dict[str, Any]] = {name: {} for name in Files.model_fields}
    for card in cards:
        if card.kind == "briefing":
            data["briefing"].update(card.fields)
        elif key := next((key for (file, key), kind in GROUPS.items() if kind == card.kind), None):
            data[card.file][key] = dict(card.fields)
        else:
            key = next(key for (file, key), kind in LISTS.items() if (file, kind) == (card.file, card.kind))
            data[card.file].setdefault(key, []).append({"id": card.id, **card.fields})
    return Files.model_validate(data)


def in_order(merged: Cards, yours: Cards, new: Cards) -> list[Card]:
    """The merged cards as the person ordered theirs; each new one after the one that precedes it in the extraction."""
    order = [key for key in yours if key in merged]
    before: Key | None = None
    for key in new:
        if key in merged and key not in yours:
            file = merged[key].file
            peers = [k for k in order if k[0] == key[0] and merged[k].file == file]
            at = order.index(before) + 1 if before in peers else order.index(peers[0]) if peers else len(order)
            order.insert(at, key)
        if key in merged:
            before = key
    return [merged[key] for key in order] + [card for key, card in merged.items() if key not in order]
