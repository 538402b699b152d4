"""Amounts printed in two units of one scale: "6ft 2in", "the 6-foot-4 forward", "14st 3lb"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import FoundQuantity, Span

from .values import whole

_HEIGHT = re.compile(
    r"(?<![\w.,/-])(?P<large>\d{1,2})(?:(?: ?ft\.?|-foot|-feet| foot| feet),?[- ]?|['′’] ?)(?P<small>\d{1,2})"
    r"(?: ?ins?\b(?!\s\w)| ?in(?= tall| high| long|[,.;)])|[- ]inch(?:es)?\b| ?[\"″”])",
    re.IGNORECASE,
)
_TALL = re.compile(r"(?<![\w.,/-])(?P<large>[4-8])-foot-(?P<small>\d{1,2})\b", re.IGNORECASE)
_STONES = re.compile(
    r"(?<![\w.,/-])(?P<large>\d{1,2}) ?(?:st|stone),? ?(?P<small>\d{1,2}) ?(?:lbs?|pounds?)\b", re.IGNORECASE
)
_OUNCES = re.compile(
    r"(?<![\w.,/-])(?P<large>\d{1,3}) ?(?:lbs?|pounds?),? (?:and )?(?P<small>\d{1,2}) ?(?:oz|ounces?)\b", re.IGNORECASE
)
_SCALES = ((_TALL, "foot", 12), (_HEIGHT, "foot", 12), (_STONES, "stone", 14), (_OUNCES, "pound-mass", 16))


def composed(text: str, sentence: Span) -> Iterator[FoundQuantity]:
    """Each amount of a larger and a smaller unit in a sentence, as one amount in the larger unit."""
    taken: list[Span] = []
    for pattern, unit, parts in _SCALES:
        for match in pattern.finditer(text, *sentence):
            span = Span(*match.span())
            if int(match["small"]) >= parts or any(span.overlaps(other) for other in taken):
                continue
            taken.append(span)
            value = whole(int(match["large"]) + int(match["small"]) / parts)
            yield FoundQuantity(span=span, value=value, unit=unit, printed=None)
