"""The shapes of amounts in print: numbers, ranges, currency signs before, units and rates behind."""

from __future__ import annotations

import re
from functools import cache

from onrecord.model import Operator

from ..lexicons import lexicon
from ..numerals import DIGITS, either, number_pattern

_LETTER = r"bn|mn|tn|[kmb]"


@cache
def amount() -> re.Pattern[str]:
    """A number, or two as the ends of a range, with what is bound to them: sign, scale, unit, rate.

    Groups: sign, vague, low, low_letter, low_unit, joint, high, letter, tight, unit, rate. `letter` is a scale's behind
    a sign, `tight` one that stands at the digits without a sign and may be a unit ("35m").
    """
    joint = rf"(?P<joint> ?[-–—] ?(?=[^\s-])| to | and | or )(?:{either(lexicon('units')['signs'])})? ?"
    low = rf"(?: ?(?P<low_letter>{_LETTER})\b)?(?:[- ]?(?P<low_unit>{either(unit_names())}))?"
    return _compiled(rf"(?:{low}{joint}(?P<high>{number_pattern()}))?")


@cache
def single() -> re.Pattern[str]:
    """As `amount`, but one number only: for what stands before a second number that is no end of a range."""
    return _compiled("(?P<low_letter>(?!))?(?P<low_unit>(?!))?(?P<joint>(?!))?(?P<high>(?!))?")


def _compiled(second: str) -> re.Pattern[str]:
    words, units = lexicon("numbers"), lexicon("units")
    rate = either(units["rates"])
    body = (
        rf"(?:(?P<sign>{either(units['signs'])}) ?)?(?:(?P<vague>{either(words['vague'])})(?= of\b)|"
        rf"(?P<low>[-−]?(?:{number_pattern()})){second})"
        rf"(?(sign)(?: ?(?P<letter>{_LETTER}|t)\b(?!²|³|/))?|(?:(?<=\d)(?P<tight>{_LETTER})\b(?!²|³|/))?)"
        rf"(?:(?:[- ]|(?<=[\d)]))?(?P<unit>{either(unit_names())})(?![\w%]))?"
        rf"(?:(?: per | an? |/|(?<=\w) a-)(?P<rate>{rate})\b)?"
    )
    return re.compile(rf"(?<![\w.,/:#’'-])(?:{body})(?![\w]|[-/:]\d|,\d{{3}})", re.IGNORECASE)


@cache
def pair() -> re.Pattern[str]:
    """The same amount in another unit, in brackets or behind a slash: "(175 miles)"."""
    sign = either(lexicon("units")["signs"])
    start = rf"(?:about |around |some |roughly |nearly |or |approximately )?(?:{sign})? ?[-−]?(?:{DIGITS})"
    return re.compile(rf"\s*\(({start}[^()]{{0,30}}?)\)", re.IGNORECASE)


@cache
def rate_behind() -> re.Pattern[str]:
    """What a counted noun is for: "tests per day", "goals a game"."""
    return re.compile(rf"(?: per | an? |/)(?P<rate>{either(lexicon('units')['rates'])})\b", re.IGNORECASE)


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
            re.compile(rf"(?<![\w-])(?:{either(before)})(?: the| an?| only)?[ ]*$", re.IGNORECASE),
            re.compile(rf"^[ -]?(?:\w+ )?(?:{either(words['after'][sign])})(?!\w)", re.IGNORECASE)
            if sign in words["after"]
            else never,
        )
        for sign, before in words["before"].items()
    )
