"""Comparisons that give a multiple: "twice as many", "double the price", "tenfold"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.model import FoundQuantity, Span

from ..lexicons import lexicon
from ..numerals import either, value_of
from ..reading import Reading
from .bounding import operator_of
from .changing import change_of

_AS = "many|much|few|fast|large|big|high|long|likely|good|bad|strong|deep|heavy|old|expensive|often"
_THAN = rf"(?= (?:as (?:{_AS}|\w+ as)|the (?!first|second|next)\w+|that|those|its|his|her|their|what)\b)"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    numbers = lexicon("numbers")
    ones = either([*numbers["ones"], "hundred", "thousand"])
    return (
        re.compile(rf"(?<![\w-])(?:{either(numbers['multiples'])}){_THAN}", re.IGNORECASE),
        re.compile(
            rf"(?<![\w-])(?P<count>{ones}|\d{{1,3}}) ?-?fold\b|\b(?P<joined>{ones})fold\b|"
            rf"(?<![\w.,$£€])(?P<factor>\d{{1,3}}(?:\.\d+)?)[x×](?![\w×]| ?\d)",
            re.IGNORECASE,
        ),
    )


def multiples(reading: Reading, sentence: Span) -> Iterator[FoundQuantity]:
    """Each multiple in a sentence, as so many times. The result the article does not say: nothing is multiplied.

    A verb alone ("prices doubled") gives no number.
    """
    compared, fold = _patterns()
    text = reading.plain
    for match in compared.finditer(text, *sentence):
        value = lexicon("numbers")["multiples"][match.group().lower()]
        yield _found(text, Span(*match.span()), value)
    for match in fold.finditer(text, *sentence):
        number = value_of(match["count"] or match["joined"] or match["factor"])
        tokens = reading.tokens(Span(*match.span()))
        if number is not None and tokens is not None:
            yield _found(text, Span(*match.span()), number).model_copy(update={"change": change_of(tokens)})


def _found(text: str, span: Span, value: float) -> FoundQuantity:
    return FoundQuantity(span=span, value=value, unit="time", operator=operator_of(text, span))
