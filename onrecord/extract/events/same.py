"""The same event told twice is one event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from onrecord.model import EventType

from ..lexicons import lexicon
from .casualties import Harm
from .causes import causes_of
from .draft import Draft
from .kinds import is_general, listed

NEAR = 12
"""How many sentences back "the attack" is looked for."""

_EFFECTS: frozenset[EventType] = frozenset({"killing", "death", "other", "coercion"})
_FORCES: frozenset[EventType] = frozenset({"attack", "bombing", "killing", "kidnapping", "clash", "coercion", "crime"})
_HARMFUL: frozenset[EventType] = _FORCES | {"disaster", "accident", "death", "other", "protest"}


def join_effects(drafts: Sequence[Draft]) -> list[Draft]:
    """Gives what an event did ("killing 12", "which destroyed a bank") to the event that did it."""
    by_word = {d.word.i: d for d in drafts}
    left = []
    for draft in drafts:
        causes = causes_of(draft.word) if draft.type in _EFFECTS else ()
        cause = next((by_word[t.i] for t in causes if t.i in by_word and by_word[t.i] is not draft), None)
        if cause is None or cause.type not in _HARMFUL or draft.mode != cause.mode:
            left.append(draft)
        else:
            cause.take(draft)
            by_word[draft.word.i] = cause
    return left


def join_tellings(drafts: Iterable[Draft]) -> list[Draft]:
    """Each event once: what points back to it, or names the same victim or target, is told of it.

    Nothing is joined that has two dates, two places, or two victims.
    """
    events: list[Draft] = []
    for draft in drafts:
        earlier = next((e for e in reversed(events) if _is_same(e, draft)), None)
        if earlier is None:
            events.append(draft)
        else:
            earlier.take(draft)
    return events


def _is_same(event: Draft, draft: Draft) -> bool:
    if not _fits(event, draft) or _clash(event, draft):
        return False
    if _shares(event.fillers.victims, draft.fillers.victims) or _shares(event.fillers.targets, draft.fillers.targets):
        return True
    if draft.number - event.number > NEAR or _has_own(draft):
        return False
    return draft.is_definite and draft.mode in ("happened", event.mode)


def _fits(event: Draft, draft: Draft) -> bool:
    """Whether two words can tell of one event: the same word, one of its kin, or one for harm of any kind."""
    mine, theirs = event.word.lemma_.lower(), draft.word.lemma_.lower()
    if event.type == draft.type and (mine == theirs or mine.startswith(theirs[:5])):
        return True
    if is_general(draft.word) and event.type in _HARMFUL:
        return True
    return any(mine in words and theirs in words for words in lexicon("events")["alike"])


def _clash(event: Draft, draft: Draft) -> bool:
    """Whether two tellings cannot be of one event."""
    if event.mode != draft.mode and "happened" not in (event.mode, draft.mode):
        return True
    if event.when and draft.when and not _touch(event.when, draft.when):
        return True
    if event.where and draft.where and not set(event.where) & set(draft.where):
        return True
    mine, theirs = event.fillers.victims, draft.fillers.victims
    return bool(mine and theirs and not _shares(mine, theirs))


def _touch(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short)


def _shares(mine: Sequence[tuple[str, ...]], theirs: Sequence[tuple[str, ...]]) -> bool:
    names = {name.casefold() for entity in mine for name in entity}
    return any(name.casefold() in names for entity in theirs for name in entity)


def _has_own(draft: Draft) -> bool:
    """Whether a telling names whom it was done to: then it is not only a pointer."""
    return bool(draft.fillers.victims or draft.fillers.targets)


def receiver(harm: Harm, drafts: Sequence[Draft], *, number: int) -> Draft | None:
    """The event whose victims a count is of: of the same word, of the words above it, or the last one before it."""
    by_word = {d.word.i: d for d in drafts if d.number == number}
    token = harm.word
    while token.i not in by_word and token.head.i != token.i:
        token = token.head
        subject = next((c for c in token.children if c.dep_ == "nsubj" and c.i in by_word), None)
        if token.i not in by_word and subject is not None:
            token = subject
    if token.i in by_word and (token.i == harm.word.i or by_word[token.i].type in _HARMFUL):
        return by_word[token.i]
    here = [d for d in drafts if d.number == number and d.type in _HARMFUL]
    before = [d for d in drafts if number - 3 <= d.number < number and d.type in _HARMFUL]
    return next(reversed(here or before), None)


def is_fight(done_to: Sequence[Token]) -> bool:
    """Whether armed sides fight each other: the target is military, or those hit are fighters."""
    return any(_is_military(t) for t in done_to)


def _is_military(token: Token) -> bool:
    low = token.lemma_.lower()
    if low in listed("harm", "combatants"):
        return True
    marks = {c.lemma_.lower() for c in token.children if c.dep_ in ("compound", "amod", "nmod", "poss")}
    marked = bool(marks & listed("harm", "military_marks"))
    return (low in listed("harm", "military") and low != "unit") or (marked and low in listed("harm", "things"))
