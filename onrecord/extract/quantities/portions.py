"""Parts of a whole: "half of the condos", "two-thirds of voters", "one in five children"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.model import Span, Value

from ..lexicons import lexicon
from ..numerals import either, value_of
from .values import whole

_TIMES = r"(?:second|minute|hour|day|week|month|year|decade)s"


@cache
def _portion() -> re.Pattern[str]:
    words = lexicon("numbers")
    ones = either(words["ones"])
    named = either(w for w in words["fractions"] if w not in ("half", "halves"))
    return re.compile(
        rf"(?<![\w-])(?:(?P<half>half)(?= (?:of|the|its|his|her|their|our|my|a)\b)(?! (?:a |an )?(?:hour|time|year|day|"
        rf"century|decade|dozen|mile|million|billion))|(?:(?P<count>{ones}|an?)[- ])(?P<part>{named})(?= of\b)|"
        rf"(?P<few>{ones}|\d{{1,2}}) (?:out of|in)(?: every)? (?P<all>{ones}|{either(words['tens'])}|\d{{1,2}}|100)"
        rf"(?= (?:of\b|(?!{_TIMES}\b)[A-Za-z-]+s\b|people|children|women|men|adults)))",
        re.IGNORECASE,
    )


def portions(text: str, sentence: Span) -> Iterator[tuple[Span, Value]]:
    """Each part of a whole in a sentence: its span, and the part as a number between 0 and 1."""
    for match in _portion().finditer(text, *sentence):
        if match["half"]:
            yield Span(*match.span()), 0.5
            continue
        if match["few"]:
            few, every = value_of(match["few"]), value_of(match["all"])
            if few and every and few < every:
                yield Span(*match.span()), whole(few / every)
            continue
        size = lexicon("numbers")["fractions"][match["part"].lower()]
        count = value_of(match["count"]) or 1
        if 0 < count * size < 1:
            yield Span(*match.span()), whole(count * size)
