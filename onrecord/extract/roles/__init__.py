"""What each sentence does in the article: the eight roles of NewsDiscourse (Choubey et al., ACL 2020)."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import FoundAttribution, FoundSentence, FoundTime, text_hash

from ..reading import Reading
from .clues import Clues
from .weigh import best_roles

__all__ = ["find_roles"]


def find_roles(
    reading: Reading, *, times: Sequence[FoundTime] = (), attributions: Sequence[FoundAttribution] = ()
) -> tuple[FoundSentence, ...]:
    """Every sentence of the body, in order, with its role; None where there is nothing to judge by."""
    clues = Clues(reading, tuple(times), tuple(attributions))
    roles = best_roles([clues.of(number) for number in range(len(reading.sentences))])
    return tuple(
        FoundSentence(
            id=sentence.id,
            start=sentence.span.start,
            end=sentence.span.end,
            hash=text_hash(sentence.span.cut(reading.article.text)),
            role=role if any(t.is_alpha for t in tokens) else None,
        )
        for (sentence, tokens), role in zip(reading.sentences, roles, strict=True)
    )
