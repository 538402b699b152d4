"""The unit of an amount, and what it counts or measures."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Span as Tokens

from ..lexicons import lexicon
from ..numerals import either
from .alone import alone, unit_beside
from .counted import noun_of, together, unit_of
from .measured import measured
from .shapes import currencies, rate_behind, unit_named, unit_names

_MONEY = re.compile(
    r"[£$€¥]|\b(?:sterling|dollars?|euros?|yen|currency|exchange rate|pay|paid|cost|worth|price[ds]?|tax|fine[ds]?|"
    r"spen[dt]|earn\w*|sold|wage|loan|debt|dona\w+|budget|"
    r"profit|bill|cheque|fee|charged?|compensation|bonus|prize|sav(?:e|ed|ing)|invest\w*|borrow\w*|salary|grant|fund\w*)\b"
)
_MASS = re.compile(r"\b(?:weigh\w*|weight\w*|lift\w*|heavy|heavier|light\w*|fat|meat|fish|beef|body|ounces?|lbs?)\b")


def unit_and_of(match: re.Match[str], tokens: Tokens, text: str) -> tuple[str | None, str | None]:
    """The unit by its long name, or the noun that is counted; and what a measure is of, in the article's words.

    Both None for a number that stands alone.
    """
    rate = f" per {rate_named(match['rate'])}" if match["rate"] else ""
    if match["sign"]:
        return of_country(_signs()[match["sign"].lower()], text) + rate, measured(tokens, money=True)
    spelled = match["unit"] or match["low_unit"]
    if spelled:
        name = _named(spelled, match, tokens, text)
        return name + rate, None if name == "people" else measured(tokens, money=name in currencies())
    if match["tight"] and match["tight"].lower() == "m" and not counts_millions(match, tokens):
        return "metre" + rate, None
    beside = unit_beside(match, text)
    if beside is not None:
        return beside, None
    if tokens.doc[tokens.end : tokens.end + 1].text == "times":
        behind = rate_behind().match(text, tokens.end_char + len(" times"))
        return f"time per {rate_named(behind['rate'])}" if behind else "time", None
    noun = noun_of(tokens)
    if noun is None and counts_millions(match, tokens) and tokens.doc[tokens.end].tag_ == "NNS":
        noun = tokens.doc[tokens.end]
    if noun is None:
        return alone(match, tokens, text)
    unit = unit_of(noun, tokens)
    behind = rate_behind().match(text, noun.idx + len(noun.text))
    per = f" per {rate_named(behind['rate'])}" if behind else rate
    return unit_names().get(unit.lower(), unit) + per, together(noun)


def rate_named(spelled: str) -> str:
    """What an amount is for, by its long name where it is a unit."""
    low = spelled.lower()
    return {"s": "second", "h": "hour", "t": "tonne", "mt": "tonne"}.get(low) or unit_names().get(low, low)


def printed_of(match: re.Match[str], tokens: Tokens) -> str | None:
    """The unit as the article prints it: "kilometers", "$", "tonnes a day"; the noun with its words for a count."""
    if match["unit"]:
        return match.string[match.start("unit") : match.end()]
    if match["sign"]:
        rate = match.string[match.start("rate") : match.end("rate")]
        return f"{match['sign']} per {rate}" if rate else match["sign"]
    noun = noun_of(tokens)
    if noun is None:
        return None
    before = next((t for t in tokens.doc[tokens.end : noun.i] if t.is_alpha and t.lower_ != "of"), noun)
    return str(tokens.doc[before.i : noun.i + 1].text) if noun.i - before.i < 5 else noun.text


@cache
def _signs() -> dict[str, str]:
    units = lexicon("units")
    return {sign.lower(): name for sign, name in [*units["codes"].items(), *units["signs"].items()]}


def of_country(name: str, text: str) -> str:
    """The money of the only country in the text whose money bears a name: "rupee" in an article on Nepal."""
    countries = lexicon("units")["by_country"].get(name, {})
    named = [money for money, words in countries.items() if re.search(rf"\b(?:{either(words)})\b", text)]
    return str(named[0]) if len(named) == 1 else name


def counts_millions(match: re.Match[str], tokens: Tokens) -> bool:
    """Whether the "m" of "35m" is for million: behind it stands what is counted, or "of"."""
    if not match["tight"] or match["tight"].lower() != "m":
        return False
    doc = tokens.doc
    after = doc[tokens.end] if tokens.end < len(doc) else None
    if after is None or after.lower_ in (
        "high",
        "tall",
        "long",
        "deep",
        "wide",
        "away",
        "below",
        "above",
        "from",
        "race",
    ):
        return False
    noun = noun_of(tokens)
    return after.lower_ == "of" or (noun is not None and noun.tag_ == "NNS") or after.tag_ == "NNS"


def _named(spelled: str, match: re.Match[str], tokens: Tokens, text: str) -> str:
    name = unit_named(spelled)
    if name == "pound sterling" and spelled.lower() in ("pound", "pounds"):
        return "pound-mass" if _is_mass(match, tokens, text) else of_country(name, text)
    return of_country(name, text) if name in ("rupee", "franc") else name


def _is_mass(match: re.Match[str], tokens: Tokens, text: str) -> bool:
    """Whether pounds are a weight: by the words of the sentence, unless it or the text speaks of money."""
    if re.search(r"million|billion|mn|bn", match.group(), re.IGNORECASE) or match["letter"]:
        return False
    sentence = text[tokens.sent.start_char : tokens.sent.end_char]
    if _MASS.search(sentence.lower()):
        return True
    return "£" not in text and _MONEY.search(sentence.lower()) is None
