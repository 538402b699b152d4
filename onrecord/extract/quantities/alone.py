"""The unit of a number that no noun or unit stands behind: it shares one, or the sentence tells what it is."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from ..lexicons import lexicon
from ..numerals import DIGITS, either
from .harmed import is_human
from .measured import measured
from .shapes import spellings, unit_named, unit_names

_PARENT = re.compile(r"\b(?:father|mother|parent|dad|mum|mom)s? of $", re.IGNORECASE)
_AGE = re.compile(r"\b(?:age|life expectancy)$", re.IGNORECASE)


def alone(match: re.Match[str], tokens: Tokens, text: str) -> tuple[str | None, str | None]:
    """The unit of a bare number, and without one what the number is told of; both None where the sentence says neither.

    It may share the unit of the number behind it, be an age or a stock index, or count people or children.
    """
    shared = _shared().match(text, match.end())
    if shared is not None and match["high"] is None:
        return unit_named(shared["unit"]), None
    of = measured(tokens)
    unit = _told(match, tokens, of or "")
    return unit, of if unit is None and tokens.root.dep_ != "dobj" else None


def _told(match: re.Match[str], tokens: Tokens, of: str) -> str | None:
    if tokens.doc[tokens.end : tokens.end + 1].text == "who":
        return "people"
    if _is_age(tokens) or _AGE.search(of):
        return "year of age"
    if _PARENT.search(match.string[max(0, match.start() - 12) : match.start()]):
        return "child"
    return "point" if _stock_index().search(of) else None


def unit_beside(match: re.Match[str], text: str) -> str | None:
    """The unit that a bare number shares with one behind it, or that the word before it names: "magnitude 6.4"."""
    if match["high"] is None and (side := _side().match(text, match.end())):
        return unit_named(side["unit"] or "point")
    before, behind = text[max(0, match.start() - 16) : match.start()], text[match.end() : match.end() + 22]
    richter = re.match(r" on the Richter", behind) or re.search(r"\bmagnitude(?: of)? $", before, re.IGNORECASE)
    return "magnitude" if richter else None


@cache
def _side() -> re.Pattern[str]:
    """What behind a bare number has its unit: the other sides of "20 by 30 metres", the points of "300 up 4 points"."""
    lengths = lexicon("units")["measures"]["length"]
    spelled = either(s for s, name in unit_names().items() if name in lengths)
    return re.compile(
        rf"(?:(?: ?[x×] ?| by )(?:{DIGITS})){{1,2}}[- ]?(?P<unit>{spelled})(?!\w)|"
        rf",? (?:up|down)(?: by)? (?:{DIGITS}) (?P<points>points?)\b",
        re.IGNORECASE,
    )


@cache
def _stock_index() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(lexicon('operators')['stock_indexes'])})(?![a-z])|\bTA-\d+")


@cache
def _shared() -> re.Pattern[str]:
    """The unit that a bare number shares with the numbers behind it: "50 to 48 percent", "two, three or four miles"."""
    number = rf"(?:{DIGITS}|{either(lexicon('numbers')['ones'])})"
    joined = r"(?:, and|, or| to| and| or|-| from| versus| vs\.?| against)"
    return re.compile(rf"(?:, {number}){{0,3}}{joined} ?{number}[- ]?(?P<unit>{spellings()})(?!\w)", re.IGNORECASE)


def _is_age(tokens: Tokens) -> bool:
    """Whether a bare number is somebody's age: "she will be 35", "he turns 60"."""
    root = tokens.root
    if root.dep_ not in ("attr", "dobj", "acomp") or root.head.lemma_ not in ("be", "turn") or not root.text.isdigit():
        return False
    whose = [c for c in root.head.children if c.dep_ == "nsubj"]
    return int(root.text) <= 120 and any(_is_somebody(token) for token in whose)


def _is_somebody(token: Token) -> bool:
    """Whether a subject is one person: "she", a name, "the daughter"."""
    return token.lower_ in ("he", "she") or token.ent_type_ == "PERSON" or (token.tag_ == "NN" and is_human(token))
