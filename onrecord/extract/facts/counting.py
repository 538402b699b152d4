"""Two numbers for one thing, told by two sources."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.model import Quantity

from ..lexicons import lexicon
from .statements import Statement, beside, same_subject


def differing_count(first: Statement, second: Statement) -> str | None:
    """What both count, where they count the same in the same event and no number fits both; else None."""
    if first.fact.source == second.fact.source or not beside(first, second):
        return None
    if len(_counted(first)) != 1 or len(_counted(second)) != 1 or any(_hangs(s.root) for s in (first, second)):
        return None
    one, other = _counted(first)[0], _counted(second)[0]
    counted = _same_count(one, first, other, second)
    return counted if counted is not None and _apart(one, other) else None


def _hangs(root: Token) -> bool:
    """Whether a participle tells what another event did, which the fact no longer names: "a crash, killing 112"."""
    return root.tag_ == "VBG" and root.dep_ in ("advcl", "acl")


def _counted(statement: Statement) -> list[Quantity]:
    """Its numbers of things, or by how much it moved; two numbers leave open which answers the question."""
    measures = (*lexicon("facts")["measures"], "percentage", "percent")
    moves = statement.root.lemma_.lower() in lexicon("disputes")["moving"]
    found = [q for q in statement.fact.quantities if q.value is not None]
    return [q for q in found if moves or (q.unit or q.of or "").lower() not in measures]


def _same_count(one: Quantity, first: Statement, other: Quantity, second: Statement) -> str | None:
    """What both numbers count, where it is the same thing and the same happened to it; else None."""
    generic = lexicon("disputes")["generic"]
    names = [(q.unit or q.of or "").lower() for q in (one, other)]
    if not all(names):
        return None
    if any(_is_partial(t) for s in (first, second) for t in _around(s)):
        return None
    tolls = [_toll(s) for s in (first, second)]
    same_fate = tolls[0] is not None and tolls[0] == tolls[1]
    same_verb = first.root.lemma_ == second.root.lemma_ and same_subject(first, second)
    days = [(s.fact.when.date or s.fact.when.text) if s.fact.when is not None else None for s in (first, second)]
    if None not in days and days[0] != days[1]:
        return None
    if same_fate and (names[0] == names[1] or (names[0] in generic and names[1] in generic)):
        return names[0]
    # Bombs that went off on Sunday are not those of this morning: what is no toll needs the same day, told or not.
    return names[0] if same_verb and names[0] == names[1] and days[0] == days[1] else None


def _is_partial(token: Token) -> bool:
    """Whether a word makes a number a part, a rate or an earlier count; "more than 60" is none of these."""
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return token.lower_ in lexicon("disputes")["partly"] and after != "than"


def _around(statement: Statement) -> Iterator[Token]:
    """Words that tell that a number is only a part or of an earlier hour."""
    for token in statement.words:
        if token.lower_ == "total":
            yield token
        if token.like_num or token.dep_ == "nummod":
            yield from (
                t for t in (*token.children, *token.head.children) if t.dep_ in ("amod", "prep", "advmod", "det")
            )
    yield from (c for c in statement.root.children if c.dep_ in ("advmod", "prep"))
    yield from (c for t in statement.words if t.ent_type_ in ("DATE", "TIME") for c in (t,) if c.dep_ != "pobj")


def _toll(statement: Statement) -> str | None:
    tolls: dict[str, list[str]] = lexicon("disputes")["tolls"]
    lemma = statement.root.lemma_.lower()
    return next((kind for kind, verbs in tolls.items() if lemma in verbs), None)


def _apart(one: Quantity, other: Quantity) -> bool:
    """Whether no number fits both: 20 and 45, at least 40 and 30; not at least 20 and 45."""
    low, high = _range(one), _range(other)
    return low is not None and high is not None and (low[1] < high[0] or high[1] < low[0])


def _range(quantity: Quantity) -> tuple[float, float] | None:
    value = quantity.value
    if value is None:
        return None
    low, high = value if isinstance(value, tuple) else (value, value)
    if quantity.operator == "~":
        return low * 0.9, high * 1.1
    if quantity.operator in (">", ">="):
        return low, float("inf")
    return (0, high) if quantity.operator in ("<", "<=") else (low, high)
