"""What the parser takes for places, cut to the name, without what other words show to be a person or a body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from ..gazetteer import lookup
from ..lexicons import lexicon
from ..reading import Reading, span_of
from .adjectives import is_adjective
from .toponym import Toponym

PLACE_LABELS = ("GPE", "LOC", "FAC")


def readable(reading: Reading) -> Iterator[Token]:
    """Every token of the article but for boilerplate and the dateline."""
    blocked = [p.span for p in reading.article.paragraphs if p.kind == "boilerplate"]
    dateline = reading.article.dateline
    blocked += [dateline.span] if dateline else []
    return (t for t in reading.doc if not any(s.start <= t.idx < s.end for s in blocked))


def parsed_places(reading: Reading) -> Iterator[Toponym]:
    """Entities labelled as places, and bodies whose last word names a site: a hospital, a university, a stadium."""
    numbers = {t.i for t in readable(reading)}
    for entity in reading.doc.ents:
        tokens = _trimmed(entity)
        if tokens is None or tokens.start not in numbers:
            continue
        text = " ".join(tokens.text.split())
        if entity.label_ in PLACE_LABELS and _name_like(tokens) and not _is_only_adjective(text):
            street = entity.label_ == "FAC" and tokens[-1].text in lexicon("places")["sites"] and not lookup(text)
            yield Toponym(span_of(tokens), text, "building" if street else None)
        elif entity.label_ in ("ORG", "PERSON") and _is_site(tokens):
            yield Toponym(span_of(tokens), text, "building")


def _is_only_adjective(text: str) -> bool:
    """Whether it is left to the adjectives: "British" names a country before a noun only."""
    return is_adjective(text) and "." not in text and not text.isupper()


def _trimmed(entity: Tokens) -> Tokens | None:
    """The entity without article, possessive, punctuation and words in small letters at its ends."""
    start, end = entity.start, entity.end
    doc = entity.doc
    quiet = ("the", "a", "an", "'s", "’s", "s", "'", "’")
    while start < end and (doc[start].lower_ in quiet or doc[start].is_space or not doc[start].text[0].isalnum()):
        start += 1
    while end > start and (doc[end - 1].lower_ in quiet or doc[end - 1].is_space or doc[end - 1].text in '",”“-–—:;()'):
        end -= 1
    while end - start > 1 and _leads_in(doc[start]):
        start += 1
    return doc[start:end] if start < end and "\n" not in doc[start:end].text else None


def _leads_in(token: Token) -> bool:
    """Whether a word before a name is none of it: one in small letters, or "Near" at the head of a sentence."""
    rules = lexicon("places")
    return (token.is_lower and token.lower_ in rules["locatives"]) or token.text in rules["openers"]


def _name_like(tokens: Tokens) -> bool:
    words = lexicon("places")
    text = tokens.text
    if (
        not any(c.isupper() for c in text)
        or any(c.isdigit() for c in text.split()[0])
        or text.casefold() in words["not_places"]
    ):
        return bool(re.fullmatch(r"[AM]\d{1,4}", text)) and tokens[0].i > 0 and tokens[0].nbor(-1).lower_ == "the"
    if "$" in text or (tokens.end < len(tokens.doc) and tokens.doc[tokens.end].text.startswith("$")):
        return False
    if len(tokens) == 1 and tokens[0].pos_ in ("ADJ", "VERB", "ADV", "PRON") and not lookup(text):
        return False
    return not _is_person_here(tokens) and not _names_body(tokens)


def _is_person_here(tokens: Tokens) -> bool:
    before = tokens[0].nbor(-1).lower_.rstrip(".") if tokens.start else ""
    return before in lexicon("places")["titles"] and not lookup(tokens.text)


def _names_body(tokens: Tokens) -> bool:
    """Whether the next word makes it part of a body's name: Boston Globe, Manchester United."""
    after = tokens.doc[tokens.end] if tokens.end < len(tokens.doc) else None
    return bool(
        after is not None
        and after.is_title
        and after.lower_ in lexicon("places")["bodies"]
        and after.ent_type_ == "ORG"
    )


def _is_site(tokens: Tokens) -> bool:
    last, rules = tokens[-1].text, lexicon("places")
    named = len(tokens) > 1 and last in rules["facilities"] and tokens[0].text[0].isupper()
    of = re.match(r"(?:University|College|Bay|Port|Gulf|Isle|Strait) of [A-Z]", tokens.text)
    return bool(named or of)
