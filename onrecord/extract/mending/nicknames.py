"""Names in quotation marks inside a noun phrase, which tear it in two: `a Su-34 “Fullback” strike fighter landed`."""

from __future__ import annotations

from spacy.tokens import Token

from .tree import attach

LONGEST = 3
"""Words of a nickname."""
_OPEN, _CLOSE = frozenset('“"'), frozenset('”"')
_OWN = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss"})


def join_nickname(mark: Token) -> None:
    """Hangs the noun before a nickname on the noun behind it; a "that" before both becomes the clause's."""
    closing = _closing(mark)
    if closing is None or not mark.i or closing.i + 1 >= len(mark.doc):
        return
    noun, behind = mark.nbor(-1), closing.nbor(1)
    while behind.dep_ == "compound" and behind.head.i > behind.i:
        behind = behind.head
    if noun.pos_ not in ("PROPN", "NOUN") or behind.pos_ not in ("NOUN", "PROPN") or not mark.nbor(1).is_title:
        return
    if behind.head.i == noun.i or noun.head.i == behind.i or behind.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return
    for child in list(noun.children):
        if child.dep_ in _OWN:
            attach(child, behind, child.dep_)
        elif child.lower_ == "that" and child.i < noun.i and behind.head.i > behind.i:
            attach(child, behind.head, "mark")
    attach(noun, behind, "compound")


def _closing(mark: Token) -> Token | None:
    """The mark that closes a quotation of a few words with a capital; None if `mark` opens none."""
    if mark.text not in _OPEN or mark.i + 2 >= len(mark.doc):
        return None
    after = mark.doc[mark.i + 1 : mark.i + 2 + LONGEST]
    return next((t for t in after if t.text in _CLOSE and t.i > mark.i + 1), None)
