"""Parts of a whole: "half of the condos", "two-thirds of voters", "one in five children", "less than half that"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.model import Span, Value

from ..lexicons import lexicon
from ..numerals import either, value_of
from .values import whole

_ORDERED = re.compile(r"\b(?:first|second|other|top|bottom|latter|last|final|better|opening|this|that|next) $")
_WHOLE = re.compile(
    r" ?[- ]?(?:of (?:the|all|its|his|her|their|our|my|that|those|these|this|an?|[\w-]+s)\b|full|empty|majority)"
)
_TIMES = r"(?:second|minute|hour|day|week|month|year|decade)s"
_NO_SHARE = r"(?:an? )?(?:hour|time|year|day|century|decade|dozen|mile|million|billion|thousand|hundred|percent|point)"


@cache
def _portion() -> re.Pattern[str]:
    words = lexicon("numbers")
    ones = either(words["ones"])
    named = either(w for w in words["fractions"] if w not in ("half", "halves"))
    compared = r"(?: as (?:many|much|\w+ as)\b)"
    lesser = r"(?: (?:less|more|fewer|lower|higher|cheaper|larger|smaller)\b| full\b| empty\b|[- ]majority\b)"
    return re.compile(
        rf"(?<![\w-])(?:(?P<half>half)(?:(?= (?:of|the|its|his|her|their|our|my|a|that|those|these|this)\b)"
        rf"(?! {_NO_SHARE})|(?={compared})|(?=[- ](?:full|empty)\b)|(?<=\bby half)(?!\w|-| (?:{_NO_SHARE}|an?|of)\b))|"
        rf"(?P<few>{ones}|\d{{1,2}}) (?:out of|in)(?: every)? (?P<all>{ones}|{either(words['tens'])}|"
        rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}0*)|(?:a )?(?:hundred|thousand|million))(?![\d,.]*\d)"
        rf"(?= (?:of\b|(?!{_TIMES}\b)[A-Za-z-]+s\b|people|children|women|men|adults))|"
        rf"(?P<by>by )?(?:(?P<count>{ones}|an?)[- ])(?P<part>{named})"
        rf"(?:(?= of\b)(?! of an? )|(?={compared})|(?={lesser})|"
        rf"(?(by)(?=[,.;:)]| (?:in|to|from|since|over|by|and|last|this|on|at|after)\b)|(?!))))",
        re.IGNORECASE,
    )


def portions(text: str, sentence: Span) -> Iterator[tuple[Span, Value]]:
    """Each part of a whole in a sentence: its span, and the part as a number between 0 and 1."""
    for match in _portion().finditer(text, *sentence):
        if _is_period(match, text):
            continue
        if match["half"]:
            yield Span(*match.span("half")), 0.5
            continue
        if match["few"]:
            few, every = value_of(match["few"]), value_of(match["all"])
            if few and every and few < every and (every <= 10 or every % 10 == 0):
                yield Span(*match.span()), whole(few / every)
            continue
        size = lexicon("numbers")["fractions"][match["part"].lower()]
        count = value_of(match["count"]) or 1
        if 0 < count * size < 1:
            yield Span(match.start("count"), match.end("part")), whole(count * size)


def _is_period(match: re.Match[str], text: str) -> bool:
    """Whether a half or quarter is one of a game or a year: "the second half of", "three quarters of growth"."""
    counted = match["part"] and match["count"].lower() not in ("a", "an", "one")
    if counted and match["part"].lower().startswith("quarter"):
        return _WHOLE.match(text, match.end()) is None and match["by"] is None
    return match["half"] is not None and _ORDERED.search(text[max(0, match.start() - 12) : match.start()]) is not None
