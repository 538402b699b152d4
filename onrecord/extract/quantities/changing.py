"""Whether an amount is by how much something rose or fell."""

from __future__ import annotations

from functools import cache
from typing import Literal

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from ..lexicons import lexicon

_THINGS = ("NOUN", "PROPN", "ADJ")
Change = Literal["up", "down"]


@cache
def _words() -> dict[str, Change]:
    """Dictionary forms of verbs and nouns, and adverbs, with the direction they tell of."""
    changes = lexicon("operators")["changes"]
    table: dict[str, Change] = {}
    for way in ("up", "down"):
        for word in changes[way]:
            table[word] = way
    return table


def change_of(tokens: Tokens, *, span_from: bool = False) -> Change | None:
    """The direction of the change whose size these words give; None where they give a level ("rose to 5 per cent").

    With `span_from` the words run from the old level to the new one.
    """
    head = _top(tokens)
    beside = _beside(tokens)
    if beside is not None:
        return beside
    if head.like_num and head.dep_ == "nummod":
        return None  # "12 rebounds" are counted
    parent = head.head
    if any(c.lower_ == "of" and c.i > head.i for c in head.children):
        return None  # "dropped 20 tons of bombs" is no fall
    if head.dep_ == "pobj":
        if parent.lower_ not in ("by", "of", "from") or (parent.lower_ == "from" and not span_from):
            return None
        parent = parent.head
    elif head.dep_ not in ("npadvmod", "dobj", "advmod", "nummod", "compound", "amod", "nmod", "obl", "dep"):
        return None
    if head.dep_ == "dobj" and parent.lemma_ == "raise":
        return None  # "raised $25 million" is no rise
    return _words().get(parent.lemma_.lower())


def _top(tokens: Tokens) -> Token:
    """The highest token of the amount: for "5 per cent" what the whole hangs on."""
    return tokens.root


def _beside(tokens: Tokens) -> Change | None:
    """An adverb right before or behind: "up 4 per cent", "4 per cent higher"."""
    doc = tokens.doc
    words = lexicon("operators")["changes"]
    near = [doc[tokens.start - 1].lower_] if tokens.start > 0 else []
    behind = doc[tokens.end].lower_ if tokens.end < len(doc) else ""
    if near and near[0] in ("up", "down"):
        return "up" if near[0] == "up" else "down"
    more = behind in ("more", "fewer", "less") and tokens.end + 1 < len(doc) and doc[tokens.end + 1].pos_ in _THINGS
    if more:
        return None  # "six more systems" are counted
    if behind in words["behind"]["up"]:
        return "up"
    return "down" if behind in words["behind"]["down"] else None
