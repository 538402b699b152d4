"""Sources that speak as one: "Denmark and Norway said". The group is an actor, and its members are actors too."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.extract.reading import span_of
from onrecord.model import Span

from .stage import Player

_NOMINAL = frozenset({"PROPN", "NOUN", "DET", "PUNCT", "CCONJ", "ADJ"})


def parts_of(words: Tokens, players: Sequence[Player]) -> list[Tokens]:
    """The words of each member; one part where they are one name, or do not join sources."""
    if by_names := _names_in(words, [m for p in players if not p.members for m in p.mentions]):
        return by_names
    heads = [words.root, *(t for t in words.root.conjuncts if t in words)]
    names = [m for p in players for m in p.mentions]
    apart = [h for h in heads if not any(_holds_both(m, h, heads[0]) for m in names if h is not heads[0])]
    if len(apart) < 2 or any(h.pos_ not in {"NOUN", "PROPN", "PRON"} for h in apart):
        return [words]
    ends = [_before_joint(h) for h in apart[1:]]
    starts = [words.start, *(_behind_joint(h, words) for h in apart[1:])]
    return [words.doc[start:end] for start, end in zip(starts, [*ends, words.end], strict=True) if start < end]


def _names_in(words: Tokens, names: Sequence[Span]) -> list[Tokens]:
    """The parts at each "and" and comma that stands between two names, where the parser saw one noun."""
    ends = {m.end: m for m in names}
    joints = [t for t in words if t.lower_ in {"and", ","} and not any(m.start <= t.idx < m.end for m in names)]
    joints = [t for t in joints if t.i > words.start and _end(words.doc[t.i - 1]) in ends | {t.idx - 1: t}]
    cuts = [t.i for t in joints if t.i + 1 < words.end and (t.lower_ == "and" or words.doc[t.i + 1].text[:1].isupper())]
    edges = [words.start - 1, *cuts, words.end]
    parts = [words.doc[a + 1 : b] for a, b in pairwise(edges) if a + 1 < b]
    named = all(_end(p[-1]) in ends and not _has_preposition(p, names) for p in parts)
    return parts if named and any(words.doc[c].lower_ == "and" for c in cuts) else []


def _has_preposition(part: Tokens, names: Sequence[Span]) -> bool:
    """Whether a name only belongs to the noun before it: "executives at Acme"."""
    return any(t.pos_ == "ADP" and not any(m.start <= t.idx < m.end for m in names) for t in part)


def _end(token: Token) -> int:
    return token.idx + len(token)


def widened(words: Tokens) -> Tokens:
    """With those who are joined to a subject behind it, up to its verb: "Denmark, Norway and Sweden said"."""
    joined = [t for t in words.root.conjuncts if t.i >= words.end]
    if words.root.dep_ not in {"nsubj", "nsubjpass"} or not joined or any(t.pos_ != "PROPN" for t in joined):
        return words
    last = max(joined, key=lambda t: t.i)
    whole = words.doc[words.start : last.i + 1]
    return whole if last.i < words.root.head.i and all(t.pos_ in _NOMINAL for t in whole) else words


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
