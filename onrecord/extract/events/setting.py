"""When and where an event happened."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from .kinds import kind_of
from .mode import clause_of
from .scene import Scene

_PLACING = frozenset(
    [
        "in",
        "at",
        "near",
        "on",
        "outside",
        "around",
        "of",
        "from",
        "to",
        "across",
        "over",
        "inside",
        "off",
        "along",
        "throughout",
        "between",
        "into",
        "against",
        "by",
    ]
)


def time_of(word: Token, tokens: Tokens, scene: Scene) -> str | None:
    """The value of the date nearest to the event word in its own clause; None where none stands there.

    A date in the clause of a reporting verb says when it was said, not when it happened.
    """
    for clause in _clauses(word):
        own = [t for t in _inside(clause, tokens, scene) if _is_date(t, scene)]
        if own:
            nearest = min(own, key=lambda t: abs(t.i - word.i))
            return scene.time_at[nearest.i].value
    loose = {scene.time_at[t.i].value for t in tokens if _is_date(t, scene) and not _is_said_then(t, scene)}
    return loose.pop() if len(loose) == 1 and _is_only_event(word, tokens) else None


def places_of(word: Token, tokens: Tokens, scene: Scene) -> tuple[str, ...]:
    """Ids of the places that follow a word of place near the event word."""
    found: dict[str, None] = {}
    for clause in _clauses(word):
        for token in _inside(clause, tokens, scene):
            if token.i in scene.place_at and _is_located(token):
                found[scene.place_at[token.i].id] = None
    return tuple(found)


def _clauses(word: Token) -> Iterator[Token]:
    """The word itself and the verb whose clause tells of it, unless that one reports or tells of something else."""
    yield word
    head = word.head
    if word.pos_ == "VERB":
        if word.dep_ in ("advcl", "xcomp", "relcl", "acl") and kind_of(head) is not None:
            yield head
        return
    while head.pos_ in ("NOUN", "ADP", "PROPN") and head.head.i != head.i:
        head = head.head
    if head.pos_ in ("VERB", "AUX") and kind_of(head) in (None, "death", "coercion", "killing", "other", "business"):
        yield head


def _inside(clause: Token, tokens: Tokens, scene: Scene) -> list[Token]:
    """The tokens below a clause's head, without the clauses that report or tell of other events."""
    below: list[Token] = []
    stack = [clause]
    while stack:
        token = stack.pop()
        if tokens.start <= token.i < tokens.end:
            below.append(token)
        stack.extend(c for c in token.children if not _opens_other(c, clause, scene))
    cue = clause.i in scene.cues
    return [] if cue else sorted(below, key=lambda t: t.i)


def _opens_other(child: Token, clause: Token, scene: Scene) -> bool:
    if child.dep_ in ("ccomp", "parataxis"):
        return True
    if child.dep_ == "conj" and child.pos_ == "VERB" and clause.pos_ == "VERB" and child.i > clause.i:
        return kind_of(child) is not None
    if child.dep_ in ("advcl", "relcl") and child.pos_ == "VERB":
        return kind_of(child) is not None or child.i in scene.cues
    return False


def _is_date(token: Token, scene: Scene) -> bool:
    time = scene.time_at.get(token.i)
    if time is None or time.relation != "on":
        return False
    return time.type in ("DATE", "TIME") and re.match(r"\d{4}(?!\d)", time.value or "") is not None


def _is_said_then(token: Token, scene: Scene) -> bool:
    """Whether a time is that of a reporting verb."""
    head = token
    while head.i in scene.time_at or head.pos_ == "ADP":
        if head.head.i == head.i:
            break
        head = head.head
    return head.i in scene.cues


def _is_only_event(word: Token, tokens: Iterable[Token]) -> bool:
    return all(kind_of(t) is None or t.i == word.i for t in tokens)


def _is_located(token: Token) -> bool:
    head = token
    while head.dep_ in ("pobj", "compound", "appos", "conj", "nmod") and head.head.i != head.i:
        head = head.head
        if head.dep_ == "prep":
            return head.lower_ in _PLACING
    return False


_BEFORE = frozenset({"had", "previously", "formerly", "once", "earlier"})
NEWS = timedelta(days=8)
"""How long before it is published an event may have happened and still be the news: a week, and a day to write it."""


def is_earlier(word: Token, when: str | None, published: date | None) -> bool:
    """Whether an event came before the news: by its date, or without one by "had" or "previously"."""
    if when and published:
        return _last_day(when) < published - NEWS
    if when is not None:
        return False
    said = {c.lower_ for c in clause_of(word).children if c.dep_ in ("aux", "advmod")}
    return bool(said & _BEFORE)


def _last_day(when: str) -> date:
    """The last day that a date value can mean; for seasons and the like the last day of the year."""
    if week := re.match(r"(\d{4})-W(\d{2})", when):
        return date.fromisocalendar(int(week[1]), min(int(week[2]), 52), 7)
    parts = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", when)
    if parts is None:
        return date.max
    year, month, day = int(parts[1]), int(parts[2] or 12), int(parts[3] or 0)
    try:
        return date(year, month, day) if day else date(year, month, monthrange(year, month)[1])
    except ValueError:
        return date.max
