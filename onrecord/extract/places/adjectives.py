"""Adjectives of countries and regions before a noun: "Danish trawlers" names Denmark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model import Span

from ..gazetteer import nation_of_adjective
from ..lexicons import lexicon
from ..reading import Reading
from .toponym import Toponym

_ADJECTIVE = re.compile(
    r"\b(?:(?:North|South|East|West|Central|Latin|Southeast|Northern|Eastern|Western|Middle|Saudi|Sri|New|"
    r"Puerto|Costa|Sierra) )?[A-Z][A-Za-z.]+\b"
)


def adjectives(reading: Reading, taken: Sequence[Span]) -> Iterator[Toponym]:
    """Adjectives of a country or region before a noun. "The Danes" and "Danish" as a language are not places."""
    blocked = [p.span for p in reading.article.paragraphs if p.kind == "boilerplate"]
    for found in _ADJECTIVE.finditer(reading.text):
        word = found[0] if is_adjective(found[0]) else found[0].split()[-1]
        span = Span(found.end() - len(word), found.end())
        tokens = reading.tokens(span)
        if tokens is None or not is_adjective(word) or any(span.overlaps(other) for other in (*taken, *blocked)):
            continue
        if reading.text[span.end : span.end + 1] == "$":
            continue
        after = tokens.doc[tokens.end] if tokens.end < len(tokens.doc) else None
        listed = after is not None and after.text in ("and", "or", ",", "-") and tokens[-1].pos_ == "ADJ"
        if after is not None and (after.pos_ in ("NOUN", "ADJ", "NUM") or listed or _has_office(after)):
            yield Toponym(span, word, adjective=True)


def is_adjective(word: str) -> bool:
    """Whether a word is the adjective of one country or region.

    >>> is_adjective("Danish"), is_adjective("European"), is_adjective("Wooden")
    (True, True, False)
    """
    return word in lexicon("places")["adjectives"] or nation_of_adjective(word) is not None


def _has_office(after: Token) -> bool:
    """Whether a capitalised word behind an adjective is an office or rank, not the rest of a body's name."""
    return after.lower_ in lexicon("places")["titles"] or after.lower_ in (
        "foreign",
        "prime",
        "vice",
        "defense",
        "defence",
    )
