"""Attributions inside the content of others: which of them are statements of their own, and whose."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from .cues import words
from .draft import Draft

_REPORTS = frozenset({"say", "deny", "accuse", "promise"})


@dataclass(frozen=True)
class _Pair:
    """A draft and the smallest one whose content holds its cue."""

    inner: Draft
    outer: Draft


def settle_nested(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that only tell a state of mind, or an intent, inside somebody's words.

    What `she hopes to win` says in `Ruiz said she hopes to win` is part of what Ruiz said. A report inside a report
    stays: `Ruiz said the bank denied it`. A participle that goes on with the outer report belongs to its source:
    `Ruiz said the bank was safe, adding that ...`.
    """
    pairs = [_Pair(inner, outer) for inner in drafts if (outer := _around(inner, drafts)) is not None]
    for pair in pairs:
        if _goes_on(doc, pair):
            start = pair.inner.cue[0]
            pair.inner.source = list(pair.outer.source)
            pair.outer.content = {i for i in pair.outer.content if i < start}
    dropped = [pair.inner for pair in pairs if not _is_own(doc, pair)]
    return [draft for draft in drafts if not _is_nobodys(draft) and not any(draft is gone for gone in dropped)]


def _is_nobodys(draft: Draft) -> bool:
    """`a chance to talk about tax`, `a company called Acme`: nobody is told to have said it."""
    verb = draft.head
    if draft.source or draft.sense in {"accuse", "deny"} or verb is None:
        return False
    if not draft.content:
        return True
    return verb.tag_ in {"VB", "VBG"} or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl", "advcl", "ccomp"})


def _around(inner: Draft, drafts: list[Draft]) -> Draft | None:
    outer = [d for d in drafts if d is not inner and inner.cue[0] in d.content and d.cue != inner.cue]
    return min(outer, key=lambda d: len(d.content), default=None)


def _goes_on(doc: Doc, pair: _Pair) -> bool:
    """Whether the inner cue is a participle behind a comma that goes on with what the outer source says."""
    inner, outer, verb = pair.inner, pair.outer, doc[pair.inner.cue[0]]
    if (
        verb.tag_ != "VBG"
        or verb.i == 0
        or inner.lemma not in words("continuing")
        or outer.sense not in _REPORTS
        or not outer.source
    ):
        return False
    own = any(c.dep_ == "nsubj" for c in verb.children)
    later = outer.cue[0] < verb.i and max(outer.content) <= max(verb.right_edge.i, *inner.content, verb.i)
    return doc[verb.i - 1].text == "," and verb.dep_ != "conj" and not own and later


def _is_own(doc: Doc, pair: _Pair) -> bool:
    inner, outer = pair.inner, pair.outer
    if _goes_on_after(outer, inner):
        return True
    if inner.sense not in _REPORTS:
        return False
    if inner.sense == "say" and inner.content and not _states(doc, inner.content):
        return False
    first = doc[inner.cue[0]]
    return not (first.tag_ == "VB" and first.dep_ in {"xcomp", "acl"} and first.head.i in {*outer.cue, *outer.content})


def _states(doc: Doc, content: set[int]) -> bool:
    """Whether something is stated: a clause with its subject, not a topic ("discussed the project")."""
    return any(doc[i].dep_ in {"nsubj", "nsubjpass", "expl"} or doc[i].is_quote for i in content)


def _goes_on_after(outer: Draft, inner: Draft) -> bool:
    """Whether the cue is in the outer content no more: it was cut off there."""
    return inner.cue[0] not in outer.content
