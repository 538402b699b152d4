"""The shapes of amounts in print: numbers, ranges, currency signs before, units and rates behind."""

from __future__ import annotations

import re
from functools import cache

from onrecord.model import Operator

from ..lexicons import lexicon
from ..numerals import DIGITS, either, number_pattern


@cache
def amount() -> re.Pattern[str]:
    """A number with what is bound to it: sign, second number of a range, scale, unit, rate.

    Groups: sign, low, high, letter (a scale's), vague, unit, rate.
    """
    words, units = lexicon("numbers"), lexicon("units")
    number = number_pattern()
    sign = either(units["signs"])
    scale = r"(?: ?(?P<letter>bn|mn|tn|[kmbt])\b(?!²|³|/))"
    spellings = either(unit_names())
    rate = either(units["rates"])
    dash = r" ?[-–—] ?"
    body = (
        rf"(?:(?P<sign>{sign}) ?)?(?:(?P<vague>{either(words['vague'])})(?= of\b)|"
        rf"(?P<low>[-−]?(?:{number}))(?:(?:{dash}| to (?:{sign})?| and (?:{sign})?| or (?:{sign})?"
        rf")(?P<high>{number}))?)"
        rf"(?(sign){scale}?)"
        rf"(?:(?:[- ]|(?<=[\d)]))?(?P<unit>{spellings})(?![\w%]))?"
        rf"(?:(?: per | an? |/)(?P<rate>{rate})\b)?"
    )
    return re.compile(rf"(?<![\w.,/:#’'-])(?:{body})(?![\w]|[-/:]\d|,\d{{3}})", re.IGNORECASE)


@cache
def pair() -> re.Pattern[str]:
    """The same amount in another unit, in brackets behind it: "(175 miles)"."""
    sign = either(lexicon("units")["signs"])
    return re.compile(
        rf"\s*\((?:about |around |some |roughly |nearly )?(?:{sign})? ?(?:{DIGITS})[^()]{{0,30}}?\)", re.IGNORECASE
    )


@cache
def unit_names() -> dict[str, str]:
    """Every spelling of a unit or a currency, lower case, with its name; plurals in -s included."""
    units = lexicon("units")
    names: dict[str, str] = {}
    for name, spellings in [*units["units"].items(), *units["currencies"].items()]:
        for spelling in spellings:
            low = spelling.lower()
            names.setdefault(low, name)
            if low[-1].isalpha() and len(low) > 2:
                names.setdefault(f"{low}s", name)
    return names


@cache
def operator_patterns() -> tuple[tuple[Operator, re.Pattern[str], re.Pattern[str]], ...]:
    """Each operator with the pattern of its words before a number and behind it."""
    words = lexicon("operators")
    never = re.compile(r"(?!)")
    return tuple(
        (
            sign,
            re.compile(rf"(?<!\w)(?:{either(before)})(?: the| an?| only)?[ ]*$", re.IGNORECASE),
            re.compile(rf"^ ?(?:\w+ )?(?:{either(words['after'][sign])})(?!\w)", re.IGNORECASE)
            if sign in words["after"]
            else never,
        )
        for sign, before in words["before"].items()
    )
