"""Attributions inside the content of others: which of them are statements of their own, and whose."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from .cues import nouns, words
from .draft import Draft

_BREAKS = frozenset({",", "—", "–", "--"})
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
    for draft in drafts:
        draft.content = _this_side(doc, draft, drafts)
    pairs = [_Pair(inner, outer) for inner in drafts if (outer := _around(inner, drafts)) is not None]
    for pair in pairs:
        if _goes_on(doc, pair):
            pair.inner.source = list(pair.outer.source)
            _cut(pair.outer, pair.inner.cue[0])
        elif (start := _answer(doc, pair)) is not None:
            _cut(pair.outer, start)
            if doc[start].lower_ == "which":
                pair.inner.content = set(pair.outer.content)
    dropped = [pair.inner for pair in pairs if not _is_own(doc, pair)]
    return [draft for draft in drafts if not _is_nobodys(draft) and not any(draft is gone for gone in dropped)]


def _this_side(doc: Doc, draft: Draft, drafts: list[Draft]) -> set[int]:
    """The content without what stands beyond a semicolon and has a cue of its own."""
    cue = draft.cue[0]
    first, last = min([cue, *draft.content]), max([cue, *draft.content])
    marks = [i for i in range(first, last) if doc[i].text == ";"]
    others = [d.cue[0] for d in drafts if d is not draft and d.source and d.sense == draft.sense]
    low = max((i for i in marks if i < cue and any(o < i for o in others if o >= first)), default=first - 1)
    high = min((i for i in marks if i > cue and any(o > i for o in others if o <= last)), default=last + 1)
    return {i for i in draft.content if low < i < high}


def _is_nobodys(draft: Draft) -> bool:
    """`a chance to talk about tax`, `a company called Acme`: nobody is told to have said it."""
    verb = draft.head
    if _is_asked(draft):
        return True
    if draft.source or draft.sense in {"accuse", "deny"} or verb is None:
        return False
    if not draft.content:
        return True
    return verb.tag_ in {"VB", "VBG"} or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl", "advcl", "ccomp"})


def _is_asked(draft: Draft) -> bool:
    """Of "Ruiz, asked whether she would run, said": she was asked, and asks nothing."""
    verb = draft.head
    if verb is None or draft.lemma not in {"ask", "press", "question", "quiz"} or not draft.source:
        return False
    set_off = verb.doc[verb.i - 1].text == "," and max(draft.source) == verb.i - 2
    return set_off and verb.head.i > verb.i and verb.tag_ in {"VBD", "VBN"}


def _cut(outer: Draft, start: int) -> None:
    outer.content = {i for i in outer.content if i < start}


def _answer(doc: Doc, pair: _Pair) -> int | None:
    """Where a clause begins that sets somebody else's word against the outer content; None if there is none.

    "..., while the ministry put it at nine", "..., which the army denied", "..., an accusation the prison denies".
    """
    verb, outer = pair.inner.head, pair.outer
    if verb is None or outer.cue[0] > verb.i or not pair.inner.source or max(outer.content) > verb.right_edge.i:
        return None
    if verb.dep_ == "advcl" and verb.left_edge.lower_ in {"while", "whereas", "although", "though", "but"}:
        start = verb.left_edge.i
    elif verb.dep_ == "relcl" and pair.inner.sense in {"deny", "doubt"}:
        comment = verb.head.lemma_.lower() in nouns() and doc[verb.head.left_edge.i - 1].text in _BREAKS
        start = verb.head.left_edge.i if comment else verb.left_edge.i
    else:
        return None
    return start if doc[start - 1].text in _BREAKS else None


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
    if any(doc[i].lower_ == "what" and i < inner.cue[0] for i in inner.content):
        return False
    first = doc[inner.cue[0]]
    return not (first.tag_ == "VB" and first.dep_ in {"xcomp", "acl"} and first.head.i in {*outer.cue, *outer.content})


def _states(doc: Doc, content: set[int]) -> bool:
    """Whether something is stated: a clause with its subject, not a topic ("discussed the project")."""
    return any(doc[i].dep_ in {"nsubj", "nsubjpass", "expl"} or doc[i].is_quote for i in content)


def _goes_on_after(outer: Draft, inner: Draft) -> bool:
    """Whether the cue is in the outer content no more: it was cut off there."""
    return inner.cue[0] not in outer.content
