"""Which equipment the words of a noun phrase name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model import FoundEquipment, Span

from .catalogue import by_name

_INSIDE = ("compound", "appos", "nmod", "amod", "nummod", "punct", "poss")


def named_by(noun: Token, equipment: Sequence[FoundEquipment]) -> str | None:
    """The id of the one type or kind that a noun with its modifiers and its apposition names.

    A designation outranks the word for the kind beside it ("the missile, a Fateh-110"). None for none, or for several.
    """
    words = list(_phrase(noun))
    named = [one for one in equipment if any(_holds(m, w) for m in one.mentions for w in words)]
    listed = [one for one in named if one.name in by_name()]
    chosen = listed or named
    return chosen[0].id if len(chosen) == 1 else None


def noun_of(token: Token) -> Token:
    """The noun that a designation stands before: the bombers of "Tu-95 bombers"."""
    while token.dep_ in ("compound", "nmod", "amod", "nummod", "punct") and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    return token


def subjects(verb: Token) -> Iterator[Token]:
    """Who or what does a verb: its subject; for "which" or "that" the noun meant; for a joined verb the first one's."""
    own = [child for child in verb.children if child.dep_ == "nsubj"]
    if not own and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        yield from subjects(verb.head)
    for subject in own:
        yield verb.head if subject.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else subject


def _phrase(noun: Token) -> Iterator[Token]:
    yield noun
    for child in noun.children:
        if child.dep_ in _INSIDE:
            yield child
            yield from (c for c in child.children if c.dep_ in _INSIDE)


def _holds(mention: Span, token: Token) -> bool:
    return mention.start < token.idx + len(token) and token.idx < mention.end
