"""One record per actor: which found record is which gold one, what is missing, what is there twice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from onrecord.model import Actor, Found, Span

from .gold import Gold, GoldActor
from .tally import Miss, Tally, likeness, one_to_one

_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Cast:
    """The actors that were found in an article, each beside the gold one it comes nearest to."""

    gold: Gold
    found: Found

    @cached_property
    def records(self) -> tuple[Actor, ...]:
        """What the briefing prints."""
        return self.found.files.actors.actors if self.found.files else ()

    @cached_property
    def mentions(self) -> dict[str, tuple[Span, ...]]:
        """Where each actor is named, by id."""
        return {actor.id: actor.mentions for actor in self.found.actors}

    def nearness(self, gold: GoldActor, record: Actor) -> float:
        """How much of a record is about a gold actor: its name first, then each of its mentions."""
        named = 3.0 if _plain(record.name) in {_plain(name) for name in gold.names} else 0.0
        return named + sum(self._is_mention(gold, span) for span in self.mentions.get(record.id, ()))

    def _is_mention(self, gold: GoldActor, span: Span) -> float:
        best = max((likeness(self._bare(span), self._bare(m)) for m in gold.mentions), default=0.0)
        return best if best >= 0.5 else 0.0

    def _bare(self, span: Span) -> Span:
        match = _ARTICLE.match(self.gold.text, span.start, span.end)
        return Span(match.end(), span.end) if match else span

    @cached_property
    def nearest(self) -> dict[str, str]:
        """By the id of each record the id of the gold actor it is mostly about. A record may share it with another."""
        best = {}
        for record in self.records:
            score, gold_id = max((self.nearness(g, record), g.id) for g in self.gold.actors)
            if score > 0:
                best[record.id] = gold_id
        return best

    @cached_property
    def paired(self) -> list[tuple[int, int]]:
        """Numbers of gold actors and records that are the same, one to one."""
        return one_to_one(self.gold.actors, self.records, self.nearness)

    def is_one_of(self, found_id: str | None, wanted: tuple[str, ...]) -> bool:
        """Whether a found actor is one of the gold ones, or a group of the same members."""
        if found_id is None:
            return False
        if self.nearest.get(found_id) in wanted:
            return True
        record = next((r for r in self.records if r.id == found_id), None)
        members = {self.nearest.get(id) for id in record.members} if record else set()
        return bool(members) and any(set(g.members) == members for g in self.gold.actors if g.id in wanted)


def score_actors(cast: Cast, tally: Tally) -> None:
    """Records one to one: a second record for one actor is wrong, and of two actors in one record one is missing."""
    golds, records, matched = cast.gold.actors, cast.records, cast.paired
    paired = {j: golds[i] for i, j in matched}
    for j, record in enumerate(records):
        own = paired.get(j)
        if own is None or not own.optional:
            _count_record(cast, record, own, tally)
    met = {i for i, _ in matched}
    for i, gold in enumerate(golds):
        if not gold.optional:
            tally.gold += 1
            tally.recalled += i in met
            if i not in met:
                tally.misses.append(Miss(cast.gold.name, "actor missing", f"{gold.id} ({gold.names[0]})"))


def _count_record(cast: Cast, record: Actor, own: GoldActor | None, tally: Tally) -> None:
    """Count a record that is not optional; a second record of an optional actor is nobody's loss."""
    near = cast.nearest.get(record.id)
    if own is None and any(g.id == near and g.optional for g in cast.gold.actors):
        return
    tally.found += 1
    tally.right += own is not None
    if own is None:
        what = f"actor twice ({near})" if near else "actor that is none"
        tally.misses.append(Miss(cast.gold.name, what, found=f"{record.id} ({record.name}, {record.kind})"))


def _plain(name: str) -> str:
    """A name without its article, in small letters.

    >>> _plain("The  Kremlin")
    'kremlin'
    """
    return _ARTICLE.sub("", " ".join(name.split()), count=1).lower() if _ARTICLE.match(name) else name.lower()
