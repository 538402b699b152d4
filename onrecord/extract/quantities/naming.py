"""Numbers that name something: designations, references, years, results. They count and measure nothing."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from ..lexicons import lexicon
from ..numerals import either
from .labels import is_label

_WARM = re.compile(r"\b(?:temperature|thermometer|degrees|heat(?:wave)?|weather|oven|freezing|boil\w*|fever)|°")
_THINGS = ("NOUN", "PROPN", "ADJ")


def is_name(text: str, match: re.Match[str], tokens: Tokens) -> bool:
    """Whether the number names something: behind "Resolution", in "iPhone 12", "S&P 500", a year before a noun."""
    low = (match["low"] or "").lower()
    behind = text[match.end() : match.end() + 16].lower()
    if low == "one" and re.match(r"\s*(?:of\b|another\b|day\b|thing\b|who\b|that\b)", behind):
        return True
    if re.fullmatch(r"[2-6]G|[248]K|[2-6]D", match.group().strip()):
        return True
    if (match["unit"] or "").lower() in ("c", "f"):  # 1.1C is a temperature, 5c a price, 3 C nothing
        tight = text[match.start("unit") - 1].isdigit() or _WARM.search(tokens.sent.text.lower()) is not None
        return not (match["unit"].isupper() and tight)
    if match["unit"] or match["sign"] or match["vague"]:
        return False
    return (
        is_label(text, match, tokens)
        or _is_reference(text, match)
        or _is_designation(match, tokens)
        or _is_year(match, tokens)
        or _is_before_name(match, tokens)
    )


def _is_before_name(match: re.Match[str], tokens: Tokens) -> bool:
    """Whether digits stand right before a name in the singular that they do not count: "787 Dreamliner"."""
    digits = re.fullmatch(r"[1-9]\d{1,3}", match["low"]) is not None and not (match["high"] or match["tight"])
    head, doc = tokens.root.head, tokens.doc
    if not digits or head.i != tokens.end or head.tag_ != "NNP" or head.text.endswith(("s", "S")):
        return False
    after = doc[head.i + 1] if head.i + 1 < len(doc) else None
    return tokens.root.dep_ == "nummod" and (after is None or (after.pos_ not in _THINGS and after.lower_ != "of"))


@cache
def _index() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({either(lexicon('operators')['indexes'])})\s$")


def _is_reference(text: str, match: re.Match[str]) -> bool:
    index = _index().search(text, max(0, match.start() - 14), match.start())
    if index is not None and match["low"].isdigit():
        points = re.match(r" points?\b", text[match.end() : match.end() + 8])
        return int(match["low"]) in lexicon("operators")["indexes"][index[1]] and points is None
    before = re.search(r"([\w.]+)\s+$", text[max(0, match.start() - 20) : match.start()])
    if before is None:
        return False
    word = before[1]
    listed = word.lower().rstrip(".") in lexicon("operators")["names"]
    return listed and (word[0].isupper() or word.lower() in ("no.", *lexicon("operators")["lower_names"]))


def _is_designation(match: re.Match[str], tokens: Tokens) -> bool:
    """Whether a bare number goes on a name: a capital word stands before it and nothing that it counts behind it."""
    if match["high"] or not re.fullmatch(r"\d{1,4}", match["low"]) or tokens.start == 0:
        return False
    before = tokens.doc[tokens.start - 1]
    if not (any(c.isupper() for c in before.text) and before.pos_ in ("PROPN", "NOUN")) or before.is_sent_start:
        return False
    after = tokens.doc[tokens.end] if tokens.end < len(tokens.doc) else None
    return after is None or not _is_counted_by(after)


def _is_counted_by(token: Token) -> bool:
    """Whether what stands behind a number is counted by it: a plural, or a word that leads to one."""
    if token.tag_ == "NNS":
        return token.text[:1].islower()
    return (
        token.pos_ in ("ADJ", "NOUN")
        and token.text[:1].islower()
        and token.head.tag_ == "NNS"
        and token.i < token.head.i
    )


def _is_year(match: re.Match[str], tokens: Tokens) -> bool:
    """Whether four digits between 1700 and 2100 are a year: no comma, and no plural that they count."""
    if match["high"] or not re.fullmatch(r"1[789]\d\d|20\d\d", match["low"]):
        return False
    head = tokens.root.head
    between = tokens.doc[tokens.end : head.i]
    counted = tokens.root.dep_ == "nummod" and head.tag_ == "NNS" and all(t.pos_ == "ADJ" for t in between)
    return not (counted and head.i >= tokens.end)
