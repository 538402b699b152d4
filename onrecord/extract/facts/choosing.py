"""Which facts are worth a line of the overview: what stands alone, what says much, what has been said already."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..lexicons import lexicon
from .filing import is_caption
from .placed import Placed

SHORT, LONG = 6, 24
"""A line of fewer words says too little, one of more is hard to take in."""
ALIKE = 0.6
"""Share of the shorter line's words that two lines of the same content have in common."""
_WORD = re.compile(r"[^\W_]{3,}")
_SMALL = frozenset(
    [
        "the",
        "and",
        "for",
        "that",
        "this",
        "with",
        "from",
        "was",
        "were",
        "are",
        "has",
        "have",
        "had",
        "its",
        "his",
        "her",
        "their",
    ]
)


def stands_alone(one: Placed) -> bool:
    """Whether its line can be read without another, and tells what happened, not what a picture shows."""
    low = one.fact.text.lower()
    if is_caption(one) or any(re.search(pattern, low) for pattern in lexicon("overview")["leaning"]):
        return False
    return len(low.split()) > SHORT - 2


def worth(one: Placed) -> int:
    """How much its line says to someone who reads few lines: numbers, harm, deeds, names; and how early it stands."""
    fact, length = one.fact, len(one.fact.text.split())
    counted = any(q.value is not None and q.unit not in (None, "year", "day", "hour", "time") for q in fact.quantities)
    harmed = one.event is not None and bool(one.event.casualties)
    says = 2 * counted + 2 * harmed + (one.event is not None) + bool(fact.actors)
    says += 2 * (one.role == "main") + (SHORT <= length <= LONG) + max(0, 3 - one.sentence // 4)
    quoted = fact.text.startswith(("“", '"')) or bool(re.search(r"\b(I|we|We|you|my|our)\b", fact.text))
    empty = one.root.lemma_.lower() in lexicon("overview")["empty"]
    return says - 3 * quoted - 2 * empty - (length > LONG) - 2 * (fact.certainty == "hedged")


def best(those: Iterable[Placed]) -> list[Placed]:
    """Those that stand alone, the one that says most first; of equal ones the earlier."""
    return sorted((one for one in those if stands_alone(one)), key=lambda one: (-worth(one), one.sentence))


def alike(text: str, other: str) -> bool:
    """Whether two lines have most of their words in common.

    >>> alike("The storm cut power to 40,000 homes.", "The storm cut power.")
    True
    >>> alike("The storm cut power to 40,000 homes.", "The mayor closed all schools.")
    False
    """
    first, second = _content(text), _content(other)
    fewest = min(len(first), len(second))
    return fewest > 0 and len(first & second) >= ALIKE * fewest


def _content(text: str) -> frozenset[str]:
    return frozenset(w for w in _WORD.findall(text.lower()) if w not in _SMALL)
