"""Numbers that label a thing: the lines of a list, telephones, addresses, hours, kinds with a hyphen."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Span as Tokens

from ..lexicons import lexicon
from ..numerals import either

LONGEST = 9
"""How many digits an amount without commas has at most."""
_CLOCK = re.compile(r"\b(?:half|quarter|minutes?|five|ten|twenty|twenty-five) (?:past|to) $", re.IGNORECASE)
_HOURS = re.compile(r"\s?(?:o['’]clock|[ap]\.?m\b)")
_GROUND = re.compile(r"\b(?:[Gg]round|absolute|below|from|above) $")
_PHONE = re.compile(r"(?:\b0\d{2,4}|\+\d{1,3}|\d{3,}) (?:\d{2,4} )*$")


def is_label(text: str, match: re.Match[str], tokens: Tokens) -> bool:
    """Whether a bare number labels or orders a thing, or stands for things told before ("the two")."""
    start, end = match.start(), match.end()
    clock = _CLOCK.search(text[max(0, start - 16) : start]) or _HOURS.match(text[end : end + 10].lower())
    zero = match["low"].lower() == "zero" and _GROUND.search(text[max(0, start - 12) : start])
    return bool(clock or zero) or any(
        (
            _is_line(text, match, tokens),
            _is_pair(text, match, tokens),
            _is_kind(text, match),
            _is_telephone(text, match),
            _is_result(text, match, tokens),
            match["low"].isdigit() and _street().match(text, match.end("low")) is not None,
        )
    )


def _is_line(text: str, match: re.Match[str], tokens: Tokens) -> bool:
    """Whether digits head a line of a list, or are a key too long for an amount."""
    heads = tokens[0].is_sent_start and re.match(r"[.)](?:\s|$)", text[match.end() : match.end() + 2])
    return match["low"].isdigit() and bool(len(match["low"]) > LONGEST or heads)


def _is_pair(text: str, match: re.Match[str], tokens: Tokens) -> bool:
    """Whether a number stands for those told before: "the two had met", "the three of them"."""
    if match["low"].lower() not in ("two", "three", "four", "five") or match["high"]:
        return False
    alone = tokens.root.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "conj")
    of_what = re.match(r" of (?!them\b|us\b|you\b)", text[match.end() : match.end() + 8])
    return alone and of_what is None and any(child.lower_ == "the" for child in tokens.root.children)


def _is_result(text: str, match: re.Match[str], tokens: Tokens) -> bool:
    """Whether digits are a result or a race: "250 for 5", "a 50-50 chance", "the 5K"."""
    if match["high"]:
        votes = tokens.root.head.i >= tokens.end and tokens.root.head.lemma_ in lexicon("operators")["results"]
        return match["joint"].strip() in ("-", "–") and (match["low"] == match["high"] or votes)
    before, behind = text[max(0, match.start() - 8) : match.start()], text[match.end() : match.end() + 8]
    wickets = re.match(r" for \d", behind) or re.search(r"\d for $", before)
    race = (match["tight"] or "").lower() == "k" and re.search(r"\b(?:the|a) $", before, re.IGNORECASE)
    return bool(wickets and match["low"].isdigit()) or bool(
        race and (noun := tokens.root.head) and noun.i < tokens.start
    )


def _is_kind(text: str, match: re.Match[str]) -> bool:
    """Whether a number and what stands behind its hyphen make a kind: "a seven-figure salary", "one-on-one"."""
    named = match["low"][0].isupper() and re.match(r"-[A-Z]", text[match.end("low") :][:2])  # "Five-Star Movement"
    return bool(named) or _hyphened().match(text, match.end("low")) is not None


@cache
def _hyphened() -> re.Pattern[str]:
    return re.compile(rf"-(?:(?:{either(lexicon('operators')['no_counts'])})s?\b|(?:on|by|to|and|for|in)-)")


@cache
def _street() -> re.Pattern[str]:
    return re.compile(rf"\s(?:[A-Z][\w.'’-]*\s){{1,3}}(?:{either(lexicon('operators')['streets'])})(?!\w)")


def _is_telephone(text: str, match: re.Match[str]) -> bool:
    """Whether digits are a telephone's or a code: they begin with a nought, or go on in groups without a comma."""
    low = match["low"]
    if match["high"] or not low.isdigit():
        return False
    if len(low) > 1 and low[0] == "0":
        return True
    behind = re.match(r" \d{2,4} \d{2,4}\b", text[match.end("low") : match.end("low") + 12])
    return behind is not None or _PHONE.search(text[max(0, match.start() - 20) : match.start()]) is not None
