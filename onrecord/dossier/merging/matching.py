"""Which record of the new extraction is which of the one before: by the words they stand on, never by likeness.

Facts are known by their place in the article; everything else by its place, then its name, then its id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.model import Span

from .alignment import Alignment
from .cards import Card, Cards, Key

_PLACED = ("fact", True)
HALF = 0.5
"""Two places are one where they share at least half of the shorter one: the extractor may cut a clause anew."""


@dataclass
class Pairs:
    """Records of the extraction before, matched with those of the new one."""

    alignment: Alignment
    rejected: frozenset[Key] = frozenset()
    """Of those before, the ones that a person removed: they have the last choice."""
    new_of: dict[Key, Key] = field(default_factory=dict)
    spoilt: set[Key] = field(default_factory=set)
    """New records that also stand on words of a rejected one."""

    @property
    def old_of(self) -> dict[Key, Key]:
        """The other way round."""
        return {new: old for old, new in self.new_of.items()}

    def match(self, before: Cards, now: Cards) -> None:
        """Pair off every kind."""
        for kind in dict.fromkeys(key[0] for key in (*before, *now)):
            olds = [card for key, card in before.items() if key[0] == kind]
            news = [card for key, card in now.items() if key[0] == kind]
            for rule in (self._same_words, self._same_name, self._one_only, self._same_stretch, self._same_id):
                self._take(rule(self._free(olds, self.new_of), self._free(news, self.new_of.values())))
            if kind == "fact":
                self._take(self._reworded(self._free(olds, self.new_of), self._free(news, self.new_of.values())))
                self._spoil(olds, news)

    @staticmethod
    def _free(cards: Iterable[Card], taken: Iterable[Key]) -> list[Card]:
        known = set(taken)
        return [card for card in cards if card.key not in known]

    def _take(self, pairs: Iterable[tuple[Card, Card]]) -> None:
        for old, new in pairs:
            if old.key not in self.new_of and new.key not in self.new_of.values():
                self.new_of[old.key] = new.key

    def _same_words(self, olds: list[Card], news: list[Card]) -> Iterator[tuple[Card, Card]]:
        """Equal words in the same place; where several records stand on them, those most alike first."""
        here: dict[tuple[str, Span | None], list[Card]] = defaultdict(list)
        for new in news:
            if at := new.fields.get("at"):
                here[at["hash"], _place(at)].append(new)
        for old in olds:
            if at := old.fields.get("at"):
                now = self.alignment.moved(_place(at)) or _only(at["hash"], olds, here)
                same = here.get((at["hash"], now), [])
                for new in sorted(same, key=lambda new: (old.id != new.id, *_unlike(old, new))):
                    if _alike(old, new, same, olds):
                        yield old, new
                        break

    def _same_name(self, olds: list[Card], news: list[Card]) -> Iterator[tuple[Card, Card]]:
        """A name that one record has, before and now."""
        known = [_by_name(cards) for cards in (olds, news)]
        yield from ((old, known[1][name]) for name, old in known[0].items() if name in known[1])

    def _one_only(self, olds: list[Card], news: list[Card]) -> Iterator[tuple[Card, Card]]:
        """What there is one of: the overview, a grid, the source article."""
        single = ("briefing", "grid", "salute", "source")
        if len(olds) == len(news) == 1 and olds[0].kind in single:
            yield olds[0], news[0]

    def _same_stretch(self, olds: list[Card], news: list[Card]) -> Iterator[tuple[Card, Card]]:
        """Places that share at least half of the shorter one; those that share most first, rejected ones last."""
        shared = []
        for old in olds if olds and olds[0].kind == "fact" else ():
            was = self.alignment.moved(_place(old.fields["at"])) if "at" in old.fields else None
            for new in news if was else ():
                part = _overlap(was, _place(new.fields["at"])) if was and "at" in new.fields else 0.0
                if part >= HALF:
                    shared.append((old.key in self.rejected, -part, _unlike(old, new), old, new))
        shared.sort(key=lambda one: one[:3])
        yield from ((old, new) for _, _, _, old, new in shared)

    def _same_id(self, olds: list[Card], news: list[Card]) -> Iterator[tuple[Card, Card]]:
        """The id, where nothing else is known: not for facts with a place, whose ids are made of their words."""
        ids = {new.id: new for new in news if new.kind != "fact" or "at" not in new.fields}
        yield from ((old, ids[old.id]) for old in olds if old.id in ids and (old.kind, "at" in old.fields) != _PLACED)

    def _reworded(self, olds: list[Card], news: list[Card]) -> Iterator[tuple[Card, Card]]:
        """A sentence of the article that was replaced by another: the fact with the same id, or the only one.

        What a person removed is not matched: the new sentence says something new.
        """
        here = defaultdict(list)
        for new in news:
            here[_sentence(new)].append(new)
        for old in olds:
            now = self.alignment.reworded.get(_sentence(old) or "")
            if now and old.key not in self.rejected:
                alone = sum(_sentence(other) == _sentence(old) for other in olds) == len(here[now]) == 1
                yield from ((old, new) for new in here[now] if new.id == old.id or alone)

    def _spoil(self, olds: list[Card], news: list[Card]) -> None:
        """Mark what stands on words of a rejected fact: inside them it is rejected too, otherwise it is told."""
        known = self.old_of
        for old in olds:
            if old.key not in self.rejected or "at" not in old.fields:
                continue
            was = self.alignment.moved(_place(old.fields["at"]))
            for new in news if was else ():
                match = known.get(new.key)
                if match == old.key or "at" not in new.fields:
                    continue
                place = _place(new.fields["at"])
                if was and _overlap(was, place) >= HALF and not _both_before(olds, new, match, self.alignment):
                    self.spoilt.add(new.key)


def _both_before(olds: list[Card], new: Card, match: Key | None, alignment: Alignment) -> bool:
    """Whether the new record stands where its match stood already beside the rejected one."""
    old = next((card for card in olds if card.key == match), None)
    if old is None or "at" not in old.fields:
        return False
    where = alignment.moved(_place(old.fields["at"]))
    return where == _place(new.fields["at"])


def _alike(old: Card, new: Card, same: list[Card], olds: list[Card]) -> bool:
    """Whether records on the same words may be paired: alone there, or alike in id, text or name."""
    beside = [other for other in olds if other.fields.get("at") == old.fields["at"]]
    if len(same) == len(beside) == 1:
        return True
    return old.id == new.id or _unlike(old, new)[0] == 0


def _only(words: str, olds: list[Card], here: Iterable[tuple[str, Span | None]]) -> Span | None:
    """Where words stand that cannot be followed sentence by sentence, if they stand in one place before and now."""
    before = {_place(card.fields["at"]) for card in olds if "at" in card.fields and card.fields["at"]["hash"] == words}
    now = [place for hash_, place in here if hash_ == words]
    return now[0] if len(before) == len(now) == 1 else None


def _unlike(old: Card, new: Card) -> tuple[int, ...]:
    names = ("text", "name", "source", "quantities", "denies")
    return tuple(int(old.fields.get(name) != new.fields.get(name)) for name in names if name in old.fields) or (1,)


def _by_name(cards: list[Card]) -> dict[str, Card]:
    """Cards by their name or question; names that two have are left out."""
    seen: dict[str, Card] = {}
    twice = set()
    for card in cards:
        name = card.fields.get("name") or card.fields.get("question")
        if name:
            twice |= {name} if name in seen else set()
            seen[name] = card
    return {name: card for name, card in seen.items() if name not in twice}


def _place(at: dict[str, int]) -> Span:
    return Span(at["start"], at["end"])


def _sentence(card: Card) -> str | None:
    at = card.fields.get("at")
    return at["sentence"] if at else None


def _overlap(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / max(1, min(one.end - one.start, other.end - other.start))
