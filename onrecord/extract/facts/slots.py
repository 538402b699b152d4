"""What a fact says of its event: when, where, why, how, and how many; for grids, and for what is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from ..lexicons import lexicon
from .placed import Placed


def says_when(one: Placed) -> bool:
    """Whether it says when its event happened or will."""
    return one.fact.when is not None and one.fact.when.relation not in ("until", "for")


def says_where(one: Placed) -> bool:
    """Whether it names the place of its event."""
    return bool(one.fact.where)


def says_why(one: Placed) -> bool:
    """Whether its printed line gives a cause, a reason or an aim."""
    return gives_reason(one.words, one.fact.text) or one.fact.heading == "What was the cause?"


def says_after(one: Placed) -> bool:
    """Whether its printed line tells after what deed it came: for the news itself that is its occasion."""
    deeds = (t for t in one.words if t.lower_ == "after" and _is_printed(t, one.fact.text))
    return any(t.dep_ == "mark" or any(c.dep_ == "pcomp" or c.ent_type_ == "" for c in t.children) for t in deeds)


def says_how(one: Placed) -> bool:
    """Whether its printed line gives a means or a manner."""
    if one.event is not None and one.event.weapons and one.event.type not in ("ruling", "arrest"):
        return any(weapon.lower() in one.fact.text.lower() for names in one.event.weapons for weapon in names)
    return any(_is_means(token) for token in one.words if _is_printed(token, one.fact.text)) or bool(
        _means().search(f" {one.fact.text.lower()} ")
    )


def says_how_many(one: Placed) -> bool:
    """Whether it gives a number of something counted, not of a measure of time."""
    return any(q.value is not None and q.unit not in (None, "year", "day", "hour", "time") for q in one.fact.quantities)


def gives_reason(words: Sequence[Token], text: str) -> bool:
    """Whether these words, as far as `text` prints them, give a cause, a reason or an aim."""
    if _reasons().search(f" {text.lower()} "):
        return True
    behind = lexicon("slots")["behind"]
    return any(
        token.lower_ in behind and token.head.lemma_.lower() in behind[token.lower_] and _is_printed(token, text)
        for token in words
    )


def _is_means(token: Token) -> bool:
    """Whether it opens a means: before a deed ("by cutting a fence") or a tool ("with a crane")."""
    if token.dep_ != "prep" or token.head.pos_ not in ("VERB", "AUX"):
        return False
    if token.lower_ == "by":
        return any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in token.children)
    tools = lexicon("slots")["tools"]
    return token.lower_ in ("with", "from") and any(
        c.dep_ == "pobj" and c.lemma_.lower() in tools for c in token.children
    )


def _is_printed(token: Token, text: str) -> bool:
    """Whether the line still has the word and the one after it."""
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    low = text.lower()
    return token.lower_ in low.split() and after in low


@cache
def _reasons() -> re.Pattern[str]:
    names = lexicon("slots")
    return _opening((*names["causes"], *names["aims"]))


@cache
def _means() -> re.Pattern[str]:
    return _opening(lexicon("slots")["means"])


def _opening(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(f" (?:{'|'.join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))})[ ,]")
