"""Sources that speak as one: "Denmark and Norway said". The group is an actor, and its members are actors too."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.extract.reading import span_of

from .stage import Player


def parts_of(words: Tokens, players: Sequence[Player]) -> list[Tokens]:
    """The words of each member; one part where they are one name, or do not join sources."""
    heads = [words.root, *(t for t in words.root.conjuncts if t in words)]
    names = [m for p in players for m in p.mentions]
    apart = [h for h in heads if not any(_holds_both(m, h, heads[0]) for m in names if h is not heads[0])]
    if len(apart) < 2 or any(h.pos_ not in {"NOUN", "PROPN", "PRON"} for h in apart):
        return [words]
    ends = [_before_joint(h) for h in apart[1:]]
    starts = [words.start, *(_behind_joint(h, words) for h in apart[1:])]
    return [words.doc[start:end] for start, end in zip(starts, [*ends, words.end], strict=True) if start < end]


def together(members: Sequence[Player], words: Tokens, players: Sequence[Player]) -> Player | None:
    """The group that these members make: one record for the same members, in whatever order they are named."""
    if len({id(m) for m in members}) < 2:
        return members[0] if members else None
    known = next((p for p in players if set(map(id, p.members)) == set(map(id, members))), None)
    group = known or Player(_listed([m.name for m in members]), "group", plural=True, members=list(members))
    group.alias(" ".join(words.text.split()))
    group.mention(span_of(words))
    return group


def _listed(names: Sequence[str]) -> str:
    """Names in one breath.

    >>> _listed(["Denmark"]), _listed(["Denmark", "Norway"]), _listed(["Denmark", "Norway", "Sweden"])
    ('Denmark', 'Denmark and Norway', 'Denmark, Norway and Sweden')
    """
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _holds_both(mention: tuple[int, int], one: Token, other: Token) -> bool:
    start, end = mention
    return start <= one.idx < end and start <= other.idx < end


def _before_joint(head: Token) -> int:
    """Where the part before a conjunct ends: before "and", "or" and the comma."""
    left = head.left_edge.i
    while left > 0 and (head.doc[left - 1].pos_ == "CCONJ" or head.doc[left - 1].text in {",", ";"}):
        left -= 1
    return left


def _behind_joint(head: Token, words: Tokens) -> int:
    return max(head.left_edge.i, words.start)
