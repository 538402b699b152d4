"""Claims that cannot both be right: two sources on the same question, or the article against itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from spacy.tokens import Token

from onrecord.model import ARTICLE, Quantity

from ..lexicons import lexicon
from .statements import Statement, keys_of

Kind = Literal["contradiction", "explanation", "tension"]
NEAR = 6
"""Paragraphs between two accounts of one thing."""


@dataclass(frozen=True)
class Opposition:
    """Two statements that stand against each other, the earlier first, and what they differ on."""

    first: Statement
    second: Statement
    kind: Kind
    over: Literal["number", "truth", "blame", "account"]
    counted: str | None = None


def oppositions(statements: Sequence[Statement]) -> Iterator[Opposition]:
    """Every pair that stands against each other, in text order. Refuses where a time, place or subject differs."""
    for first, second in combinations(statements, 2):
        if second.paragraph - first.paragraph > NEAR or first.party & second.party:
            continue
        found = _counts(first, second) or _truth(first, second) or _blame(first, second) or _explicit(first, second)
        if found is not None:
            yield found


def _counts(first: Statement, second: Statement) -> Opposition | None:
    """Two numbers for the same thing counted in the same event: "20 people died", "45 people were killed"."""
    if first.fact.source == second.fact.source or not _beside(first, second):
        return None
    if len(_counted(first)) != 1 or len(_counted(second)) != 1:
        return None
    one, other = _counted(first)[0], _counted(second)[0]
    counted = _same_count(one, first, other, second)
    if counted is None or not _apart(one, other):
        return None
    return Opposition(first, second, "contradiction", "number", counted)


def _counted(statement: Statement) -> list[Quantity]:
    """Its numbers of things, not of years, miles or money; two numbers leave open which answers the question."""
    measures = lexicon("facts")["measures"]
    return [
        q for q in statement.fact.quantities if q.value is not None and (q.unit or q.of or "").lower() not in measures
    ]


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
    same_verb = first.root.lemma_ == second.root.lemma_ and _same_subject(first, second)
    if same_fate and (names[0] == names[1] or (names[0] in generic and names[1] in generic)):
        return names[0]
    return names[0] if same_verb and names[0] == names[1] else None


def _is_partial(token: Token) -> bool:
    """Whether a word makes a number a part, a rate or an earlier count; "more than 60" is none of these."""
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return token.lower_ in lexicon("disputes")["partly"] and after != "than"


def _around(statement: Statement) -> Iterator[Token]:
    """Words that tell that a number is only a part or of an earlier hour."""
    for token in statement.words:
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


def _beside(first: Statement, second: Statement) -> bool:
    """Whether nothing says that the two are of another time or place, and neither is still to come."""
    times = [s.fact.when.date for s in (first, second) if s.fact.when is not None and s.fact.when.date]
    places = [set(s.fact.where) for s in (first, second) if s.fact.where]
    planned = any(s.fact.certainty == "planned" for s in (first, second))
    return not planned and len(set(times)) < 2 and (len(places) < 2 or bool(places[0] & places[1]))


def _same_subject(first: Statement, second: Statement) -> bool:
    """Whether both have the same subject: the same actor, or the same noun told with no other description."""
    if first.subject is None or second.subject is None:
        return False
    keys = [keys_of(s.subject, s.material) for s in (first, second) if s.subject is not None]
    told = [
        {c.lemma_.lower() for c in s.subject.children if c.dep_ in ("amod", "compound", "poss", "nummod")}
        for s in (first, second)
        if s.subject is not None
    ]
    return bool(keys[0] & keys[1]) and (told[0] == told[1] or not told[0] or not told[1])


def _truth(first: Statement, second: Statement) -> Opposition | None:
    """The same said of the same subject, once with "not" or its opposite: "was safe", "was not safe", "was unsafe"."""
    if not _same_subject(first, second) or not _beside(first, second) or _asks_or_may(first) or _asks_or_may(second):
        return None
    if first.claim.matrix or second.claim.matrix or first.root.tag_ == "VBG" or _tense(first) != _tense(second):
        return None
    said = [_said(s) for s in (first, second)]
    negated = [_negated(s) for s in (first, second)]
    same = said[0] == said[1] and negated[0] != negated[1]
    opposite = negated[0] == negated[1] and _opposite(said[0][0], said[1][0]) and said[0][1:] == said[1][1:]
    if not same and not opposite:
        return None
    sources = {first.fact.source, second.fact.source}
    own = sources == {ARTICLE}
    return Opposition(first, second, "tension" if own else "contradiction", "truth")


def _tense(statement: Statement) -> bool:
    """Whether it is told of the past."""
    root = statement.root
    finite = next((c for c in root.children if c.dep_ in ("aux", "auxpass")), root)
    return finite.tag_ in ("VBD", "VBN") or finite.lower_ == "had"


def _asks_or_may(statement: Statement) -> bool:
    return any(c.tag_ == "MD" or (c.dep_ == "advcl" and c.i < statement.root.i) for c in statement.root.children)


def _said(statement: Statement) -> tuple[str, ...]:
    """What is said of the subject: the predicate's own word, then its object and phrases."""
    root = statement.root
    core = [
        c
        for c in root.children
        if c.dep_ in ("acomp", "attr", "oprd", "dobj", "xcomp", "prep", "agent", "prt", "ccomp")
    ]
    if root.lemma_ in ("be", "remain", "seem") and core:
        head, rest = core[0], core[1:]
        below = [c for c in head.children if c.dep_ in ("prep", "amod", "compound", "xcomp")]
        return (head.lemma_.lower(), *(_form(t) for t in (*below, *rest)))
    return (root.lemma_.lower(), *(_form(t) for t in core))


def _form(token: Token) -> str:
    dropped = ("det", "punct", "neg")
    return " ".join(t.lemma_.lower() for t in token.subtree if t.dep_ not in dropped and t.lower_ not in ("any", "no"))


def _negated(statement: Statement) -> bool:
    near = [
        *statement.root.children,
        *(g for c in statement.root.children if c.dep_ in ("dobj", "attr") for g in c.children),
    ]
    return any(t.dep_ == "neg" or t.lower_ in ("no", "never", "none", "neither") for t in near)


def _opposite(one: str, other: str) -> bool:
    return any(
        one in row and other in row and one != other and 0 in (row.index(one), row.index(other))
        for row in lexicon("disputes")["opposites"]
    )


def _blame(first: Statement, second: Statement) -> Opposition | None:
    """Two that blame different ones for the same, or each other."""
    blaming = lexicon("disputes")["blaming"]
    if any(s.root.lemma_.lower() not in blaming or not s.claim.matrix for s in (first, second)):
        return None
    if second.paragraph - first.paragraph > 2:
        return None
    blamed = [_blamed(s) for s in (first, second)]
    mutual = bool(blamed[0] & second.party) and bool(blamed[1] & first.party)
    causes = [_cause(s) for s in (first, second)]
    same = bool(causes[0]) and causes[0] == causes[1] and not blamed[0] & blamed[1]
    return Opposition(first, second, "explanation", "blame") if mutual or same else None


def _blamed(statement: Statement) -> set[str]:
    objects = [c for c in statement.root.children if c.dep_ == "dobj"]
    return {key for t in objects for key in keys_of(t, statement.material)}


def _cause(statement: Statement) -> str:
    for token in statement.words:
        if token.dep_ == "prep" and token.lower_ == "for":
            return " ".join(t.lemma_.lower() for t in token.subtree if t.pos_ in ("NOUN", "PROPN"))
    return ""


def _explicit(first: Statement, second: Statement) -> Opposition | None:
    """A claim that says itself that it goes against someone: "contrary to the ministry", "contradicted the police"."""
    if second.sentence - first.sentence > 3 or first.claim.matrix or first.fact.source == ARTICLE:
        return None
    opening = [t for t in second.root.sent if t.lower_ == "contrary" and t.i < second.root.i]
    for token in (second.root, *opening):
        if token.lemma_.lower() in ("contradict", "contrary"):
            named = {
                k for t in token.subtree if t.dep_ in ("pobj", "dobj", "poss") for k in keys_of(t, second.material)
            }
            if named & first.party:
                return Opposition(first, second, "contradiction", "account")
    return None
