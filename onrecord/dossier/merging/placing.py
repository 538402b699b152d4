"""Where records stand now that are not found any more: by equal words, once in the article, or nowhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.model import At, FoundSentence, Lost, Span

from ..checking.stands import same_words
from .alignment import Alignment
from .cards import Card, Cards, Key
from .meeting import Meeting


@dataclass(frozen=True)
class Whereabouts:
    """The new version of the article: what moved with its sentence, its text, and its sentences."""

    alignment: Alignment
    text: str
    sentences: Sequence[FoundSentence]

    def of(self, at: Mapping[str, Any]) -> dict[str, Any] | None:
        """The place that the words of another place have now; None where they are gone, or stand twice."""
        span = Span(at["start"], at["end"])
        now, sentence = self.alignment.moved(span), self.alignment.sentence(span)
        if now is None:
            found = list(same_words(At.model_validate(at), self.text))
            now = found[0] if len(found) == 1 else None
            sentence = next((s.id for s in self.sentences if now and s.start <= now.start < s.end), None)
        return {**at, "sentence": sentence, "start": now.start, "end": now.end} if now and sentence else None


def placeless(card: Card) -> Card:
    """A record as it is without its place."""
    return card.saying({name: value for name, value in card.fields.items() if name != "at"})


def relocate(meeting: Meeting, now: Whereabouts, astray: Mapping[Key, Lost]) -> dict[Key, Lost]:
    """Give what is not found any more the place its words have now; return the records that stand nowhere."""
    lost = {key: one for key, one in astray.items() if key in meeting.merged and key not in meeting.new}
    for key, card in list(meeting.merged.items()):
        at = card.fields.get("at")
        if now.alignment.same or at is None or key in meeting.new or key in lost:
            continue
        if (place := now.of(at)) is None:
            lost[key] = Lost(kind=card.kind, record=card.id, at=at)
        else:
            meeting.merged[key] = card.saying({**card.fields, "at": place})
    return lost


def kept_base(meeting: Meeting) -> Cards:
    """What was found of records that stay although they are no longer found, with the place they have now."""
    stay = (key for key in meeting.base if key in meeting.merged and key not in meeting.new)
    return {key: _placed(meeting.base[key], meeting.merged[key]) for key in stay}


def _placed(base: Card, merged: Card) -> Card:
    at = merged.fields.get("at")
    return base if at is None or "at" not in base.fields else base.saying({**base.fields, "at": at})
