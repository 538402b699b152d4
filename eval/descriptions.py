"""What the article says of its actors: kind, title, role, affiliation, the reason why one is not named."""

from __future__ import annotations

import re

from onrecord.model import Actor

from .actors import Cast
from .tally import Miss, Tally


def score_descriptions(cast: Cast, kinds: Tally, described: Tally) -> None:
    """On actors that have a record: whether it holds what a reader marked. What it holds beyond that is not judged."""
    for i, j in cast.paired:
        gold, record = cast.gold.actors[i], cast.records[j]
        if gold.optional:
            continue
        wanted = " or ".join(gold.kinds)
        kinds.judge(record.kind in gold.kinds, Miss(cast.gold.name, "kind", f"{gold.id} {wanted}", record.kind))
        for key, value in gold.described:
            held = getattr(record, key)
            miss = Miss(cast.gold.name, key, f"{gold.id} {value}", held or "nothing")
            described.judge(_agrees(cast, key, value, record), miss)


def _agrees(cast: Cast, key: str, value: str, record: Actor) -> bool:
    held = getattr(record, key)
    if held is None:
        return False
    if key != "affiliation":
        return _within(value, held) or _within(held, value)
    names = next(gold.names for gold in cast.gold.actors if gold.id == value)
    return cast.is_one_of(held, (value,)) or any(_within(name, held) for name in names)


def _within(value: str, held: str) -> bool:
    """Whether all words of a value are held, in this order and together.

    >>> _within("spokesman", "ministry’s spokesman"), _within("man", "spokesman")
    (True, False)
    """
    return re.search(rf"(?<!\w){re.escape(value.lower())}(?!\w)", held.lower()) is not None
