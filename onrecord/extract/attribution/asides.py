"""Cues set off by commas, where the parser saw no clause: what stands around them is their content.

`The bridge, engineers said in a letter, is safe.` `A second wave is likely, said Ana Ruiz, who runs the clinic.`
"""

from __future__ import annotations

from spacy.tokens import Doc

from .cues import verbs
from .draft import Draft

_BREAKS = frozenset({",", "—", "–", "--"})
_OPENING = frozenset(
    {"if", "when", "while", "after", "before", "as", "because", "although", "though", "since", "until"}
)


def give_surroundings(doc: Doc, draft: Draft, sentence: range) -> None:
    """Gives a cue that has no content the sentence around it, where commas set the cue off; else leaves it alone.

    `sentence` has the numbers of the sentence's tokens.
    """
    if draft.content or not draft.source:
        return
    if (clause := _as_clause(draft)) is not None:
        draft.content = clause
        return
    if not _speaks(draft):
        return
    group = [*draft.source, *draft.cue]
    start, end = min(group), _end(doc, draft, sentence)
    before = _before_comma(doc, start, sentence)
    if end is None or not before or max(group) >= end:
        return
    after = set(range(end, sentence.stop))
    inverted = min(draft.source) > draft.cue[0] and len(before) > 3
    if inverted or _states(doc, before) or (after and _states(doc, before | after)):
        draft.content = before | after


def _as_clause(draft: Draft) -> set[int] | None:
    """What "as Ruiz has pointed out" comments on: the clause around it."""
    verb = draft.head
    if verb is None or verb.dep_ != "advcl" or draft.sense not in {"say", "show", "believe"}:
        return None
    entry = verbs().get(draft.lemma)
    first = verb.left_edge
    if entry is None or "clause" not in entry.frames or first.lower_ != "as" or first.dep_ not in {"mark", "advmod"}:
        return None
    if first.nbor(1).lower_ in {"if", "though"}:
        return None
    around = {t.i for t in verb.head.subtree} - {t.i for t in verb.subtree}
    return None if any(t.dep_ in {"dobj", "attr", "acomp", "xcomp"} for t in verb.children) else around


def _speaks(draft: Draft) -> bool:
    """Whether the cue is a finite verb of saying that takes a clause, its source right beside it."""
    entry, verb = verbs().get(draft.lemma), draft.head
    if entry is None or verb is None or draft.sense != "say" or not {"clause", "quote"} <= set(entry.frames):
        return False
    near = draft.source[0] - draft.cue[-1] == 1 or 0 < draft.cue[0] - draft.source[-1] <= 3
    return near and verb.tag_ in {"VBD", "VBZ", "VBP"} and verb.dep_ not in {"relcl", "acl", "advcl", "xcomp"}


def _before_comma(doc: Doc, start: int, sentence: range) -> set[int]:
    """What stands before the comma in front of `start`; nothing where no comma stands there."""
    last = start - 1
    while last in sentence and (doc[last].is_quote or doc[last].is_space):
        last -= 1
    return set(range(sentence.start, last)) if last in sentence and doc[last].text in _BREAKS else set()


def _end(doc: Doc, draft: Draft, sentence: range) -> int | None:
    """Where the aside is over: at the sentence's end, or behind the comma that closes it.

    None where more than the cue and its circumstances stand in it.
    """
    place = draft.cue[-1] + 1
    inverted = min(draft.source) > draft.cue[0]
    if inverted:
        return sentence.stop
    while place < sentence.stop:
        token = doc[place]
        if token.text in _BREAKS:
            return place + 1
        if token.is_sent_end or token.text in ".?!":
            return sentence.stop
        if token.pos_ in {"VERB", "AUX"} or token.dep_ in {"dobj", "attr", "acomp", "oprd", "mark", "nsubj"}:
            return None
        place += 1
    return sentence.stop


def _states(doc: Doc, numbers: set[int]) -> bool:
    """Whether the words are a statement: a finite verb with its subject, in no subordinate clause."""
    first = doc[min(numbers)]
    if first.lower_ in _OPENING and len(numbers) < 4:
        return False
    for i in numbers:
        verb = doc[i]
        if verb.tag_ not in {"VBD", "VBZ", "VBP", "MD"}:
            continue
        clause = verb.head if verb.dep_ in {"aux", "auxpass"} else verb
        marked = any(c.dep_ in {"mark", "advmod"} and c.lower_ in _OPENING for c in clause.children)
        if not marked and clause.dep_ not in {"relcl", "advcl", "acl"}:
            return True
    return False
