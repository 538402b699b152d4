"""The shapes of amounts in print: numbers, ranges, currency signs before, units and rates behind."""

from __future__ import annotations

import re
from functools import cache

from onrecord.model import Operator

from ..lexicons import lexicon
from ..numerals import DIGITS, either, number_pattern

_LETTER = r"bln|mln|bn|mn|tn|mio|[kmb]"
_AGO = r"(?! (?:earlier|ago|later|before|after|old|on)\b)"
"""Behind "a year" what makes it a time: "$3 million a year earlier" is no rate."""
_SCREENS = "screen|display|tv|television|monitor|wheel|alloy|tablet|touch|panel|pipe|barrel|nail|lcd|led"
_INCHES = rf"(?<=\d)[\"”](?= ?(?:{_SCREENS}))"
"""A mark that also ends a quotation: inches only before what is sold by them."""
_POWER = r"(?: ?[x×] ?10(?:\^[-−]?\d{1,2}|[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})| ?× ?10[-−]\d{1,2})?"
"""A power of ten behind a number: "1.2 x 10^6", "3 × 10⁻⁸"."""


@cache
def amount() -> re.Pattern[str]:
    """A number, or two as the ends of a range, with what is bound to them: sign, scale, unit, rate.

    Groups: sign, vague, low, low_letter, low_unit, joint, high, letter, tight, unit, rate. `letter` is a scale's behind
    a sign, `tight` one that stands at the digits without a sign and may be a unit ("35m").
    """
    joint = rf"(?P<joint>-? to |-to-| ?[-–—] ?(?=[^\s-])| and | or )(?:{_signs()})? ?"
    low = rf"(?: ?(?P<low_letter>{_LETTER})\b)?(?:[- ]?(?P<low_unit>{spellings()}))?"
    return _compiled(rf"(?:{low}{joint}(?P<high>{number_pattern()}))?")


@cache
def single() -> re.Pattern[str]:
    """As `amount`, but one number only: for what stands before a second number that is no end of a range."""
    return _compiled("(?P<low_letter>(?!))?(?P<low_unit>(?!))?(?P<joint>(?!))?(?P<high>(?!))?")


def _compiled(second: str) -> re.Pattern[str]:
    rate = either(lexicon("units")["rates"])
    part = (
        rf"(?:half|(?:an? |three[- ])quarters?|quarter(?=-)|an? third|[1-9]/[2-9])(?: of)?(?: an?)?"
        rf"(?=[- ](?:{_measures()})\b)"
    )
    body = (
        rf"(?:(?P<sign>{_signs()}) ?)?(?:(?P<vague>{_vague()})|"
        rf"(?P<low>[-−]?(?:{_half()}|{part}|(?:{number_pattern()}){_POWER})){second})"
        rf"(?(sign)(?: ?(?P<letter>{_LETTER}|mm|t)\b(?!²|³|/))?|(?:(?<=\d)(?P<tight>{_LETTER})\b(?!²|³|/))?)"
        rf"(?:(?:[- ]|(?<=[\d)]))?(?P<unit>{spellings()})(?![\w%]))?"
        rf"(?:(?: per | an? |/|(?<=\w) a-|-an?-|-per-)(?P<rate>{rate})\b{_AGO})?"
    )
    start = r"(?:(?<![\w.,/:#’'%-])|(?<=%-)|(?<=%–))"
    return re.compile(rf"{start}(?:{body})(?(unit)(?!\w|/\d)|(?!\w|[-/:]\d|,\d{{3}}))", re.IGNORECASE)


def _vague() -> str:
    """A pattern for a count without a number: "dozens", "tens of thousands", "several hundred"."""
    words = lexicon("numbers")
    plural = either(words["vague"])
    large = "thousands|millions|billions|trillions|(?:thousand|million|billion)(?= of\\b)"
    scale = either([*words["groups"], "hundred", "thousand", "million", "billion", "trillion"])
    twice = "|".join(f"{word} and {word}" for word in words["vague"])
    return (
        rf"(?:{plural}) of (?:{large})|{twice}(?= of\b)|"
        rf"(?:{either(words['few'])}) (?:{scale})(?: (?:thousand|million|billion))?|"
        rf"(?:{plural})(?= of\b)|(?:dozens|hundreds|thousands|millions)(?= [a-z]|[.,;])"
    )


def _half() -> str:
    """A pattern for a part of a scale: "half a million", "half a dozen", "a quarter of a million"."""
    words = lexicon("numbers")
    scale = either([*words["groups"], "hundred", "thousand", "million", "billion", "trillion"])
    return rf"(?:half|(?:an? |three[- ])quarters?(?: of)?)(?: an?|-) ?(?:{scale})"


def _measures() -> str:
    """A pattern for the units that a fraction is printed with: "half an hour", "quarter-mile"."""
    kinds = lexicon("units")["measures"]
    names = {name for kind in ("length", "area", "volume", "mass") for name in kinds[kind]}
    names |= {"hour", "minute", "second", "percentage", "percentage point", "day"}
    return either(spelling for spelling, name in unit_names().items() if name in names and len(spelling) > 2)


@cache
def pair() -> re.Pattern[str]:
    """The same amount in another unit, in brackets or behind a slash: "(175 miles)"."""
    sign = _signs()
    start = rf"(?:about |around |some |roughly |nearly |or |approximately )?(?:{sign})? ?[-−]?(?:{DIGITS})"
    return re.compile(rf"\s*\(({start}[^()]{{0,30}}?)\)", re.IGNORECASE)


@cache
def rate_behind() -> re.Pattern[str]:
    """What a counted noun is for: "tests per day", "goals a game"."""
    return re.compile(rf"(?: per | an? |/)(?P<rate>{either(lexicon('units')['rates'])})\b{_AGO}", re.IGNORECASE)


def _signs() -> str:
    """A pattern for the signs and codes of currencies; codes are in capitals."""
    units = lexicon("units")
    return rf"{either(units['signs'])}|(?-i:{either(units['codes'])})"


@cache
def spellings() -> str:
    """A pattern for every spelling of a unit; those that mean something else in another case come first, as spelled."""
    units = lexicon("units")
    cased = either([*units["cased"], *units["codes"]])
    seconds = r"(?:(?<=\d\.\d)|(?<=\d\.\d\d)|(?<=\d\.\d )|(?<=\d\.\d\d ))s"
    signs = r"(?:(?<=\d)|(?<=\d ))[$€£]"
    return rf"(?-i:{cased}|{seconds}|{_INCHES}|{signs})(?!\w)|{either(unit_names())}"


def unit_named(spelled: str) -> str:
    """The long name of a unit as an amount prints it."""
    units = lexicon("units")
    exact = {**units["signs"], **units["codes"], **units["cased"], "s": "second", '"': "inch", "”": "inch"}
    return str(exact.get(spelled) or unit_names()[spelled.lower()])


@cache
def currencies() -> frozenset[str]:
    """The long name of every currency."""
    units = lexicon("units")
    return frozenset({*units["currencies"], *units["signs"].values(), *units["codes"].values(), *_national().values()})


def is_measure(unit: str | None) -> bool:
    """Whether a unit measures, and does not count: a unit of the lexicon, a currency, a share, a multiple."""
    base = (unit or "").split(" per ")[0]
    measures = base in currencies() or base in lexicon("units")["units"] or base in ("share", "time")
    return measures and base != "people"


def _national() -> dict[str, str]:
    """The names of moneys that several countries have, by "Egyptian pound"; a plural's own form names the same."""
    names: dict[str, str] = {}
    for word, nations in lexicon("units")["national"].items():
        kind = {"kroner": "krone", "kronor": "krona", "rouble": "ruble"}.get(word, word)
        names |= {f"{nation} {word}".lower(): f"{nation} {kind}".lower() for nation in nations}
    return names


@cache
def unit_names() -> dict[str, str]:
    """Every spelling of a unit or a currency, lower case, with its name; plurals in -s included."""
    units = lexicon("units")
    names = _national()
    names |= {f"{spelled}s": name for spelled, name in names.items()}
    for name, spellings in [*units["units"].items(), *units["currencies"].items()]:
        for spelling in spellings:
            low = spelling.lower()
            names.setdefault(low, name)
            if low[-1].isalpha() and len(low) > 2:
                names.setdefault(f"{low}s", name)
            if " " in low:
                names.setdefault(low.replace(" ", "-"), name)
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
