"""Numbers with nothing behind them, and plurals with no number before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.model import FoundQuantity, Span

from ..reading import Reading, span_of
from .counted import FARTHEST, noun_of, uncounted

_STANDING = frozenset(
    {
        "dobj",
        "attr",
        "nsubj",
        "nsubjpass",
        "pobj",
        "nummod",
        "npadvmod",
        "conj",
        "acomp",
        "oprd",
        "dep",
        "appos",
        "ROOT",
    }
)


def is_amount(match: re.Match[str], tokens: Tokens) -> bool:
    """Whether a number with nothing behind it is an amount: not the pronoun "one", not part of a name or a result."""
    if match["vague"]:
        return _is_crowd(tokens)
    if match["high"]:  # a dash between bare numbers makes results and telephone numbers as well as ranges
        words = re.search(r"\s(?:to|and|or)\s", match.group())
        return bool(words) and tokens.root.dep_ in ("pobj", "dobj", "attr", "nsubj", "nsubjpass")
    if match["low"].lower() in ("one", "a", "an"):
        return False
    if any(token.ent_type_ in ("PERSON", "LAW") for token in tokens):
        return False
    if any(token.ent_type_ == "DATE" for token in tokens) and _may_be_date(match["low"]):
        return tokens.root.dep_ in ("attr", "acomp")
    scaled = bool(match["letter"] or match["tight"])
    return scaled or tokens.root.dep_ in _STANDING


def _is_crowd(tokens: Tokens) -> bool:
    """Whether a vague count stands for those counted: "dozens were hurt", but not "by the thousands"."""
    doc, last = tokens.doc, tokens[-1]
    if tokens.end < len(doc) and doc[tokens.end].lower_ == "of":
        return True
    head = tokens.root
    if any(child.dep_ in ("det", "poss") for child in head.children) or last.tag_ != "NNS":
        return False
    if head.dep_ == "pobj":
        return head.head.lower_ in ("for", "of", "to", "from", "among", "with")
    return head.dep_ in ("nsubj", "nsubjpass", "dobj", "conj", "ROOT", "dep")


def _may_be_date(digits: str) -> bool:
    """Whether a bare number can be a day or a year."""
    return not digits.isdigit() or int(digits) <= 31 or 1500 <= int(digits) <= 2100


def _is_near(noun: Token, other: Token) -> bool:
    """Whether two nouns of a list stand close, with no verb between them and no "or"."""
    first, last = sorted((noun.i, other.i))
    between = noun.doc[first + 1 : last]
    return last - first <= FARTHEST and not any(t.pos_ in ("VERB", "AUX") or t.lower_ in ("or", "nor") for t in between)


def without_number(reading: Reading, span: Span) -> Iterator[FoundQuantity]:
    """Plurals in a list with what is counted at `span` that have no number: their value is None."""
    tokens = reading.tokens(span)
    noun = noun_of(tokens) if tokens is not None else None
    if tokens is None or noun is None:
        return
    for other in uncounted(noun):
        if not _is_near(noun, other):
            continue
        words = [child for child in other.lefts if child.dep_ in ("amod", "compound")] + [other]
        place = Span(words[0].idx, span_of(other).end)
        named = " ".join(word.text for word in words)
        unit = named.removesuffix(other.text) + other.lemma_.lower()
        yield FoundQuantity(span=place, value=None, unit=unit, of=named)
