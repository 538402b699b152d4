"""Yes and no: a negation of the article stands in the fact, and no other."""

from __future__ import annotations

import re

from .evidence import Evidence, Passage
from .lexicons import lexicon
from .words import main_clause, stem, words

_STRICT = frozenset(lexicon()["negations"]["words"])
_STRONG = frozenset(lexicon()["negations"]["strong"])
_WEAK = frozenset(lexicon()["negations"]["weak"])
_LONG = 7
_PREFIXES = tuple(lexicon()["negations"]["prefixes"])
_EMPTY = frozenset(lexicon()["empty"])
_REMARKS = frozenset(lexicon()["remarks"])
_BRACKETS = re.compile(r"\([^)]*\)")
_RATHER = re.compile(r"\b(?:rather than|instead of|as opposed to)\b", re.IGNORECASE)
_REACH = 3
_SUBJECT = 60


def check_polarity(evidence: Evidence) -> None:
    """Report a text that says no where the article says yes, and the other way round."""
    for passage in evidence.passages:
        fact = passage.fact
        text, own = told(fact.text), told(passage.own)
        mine, there = negated(text), negated(own)
        plainly, plainly_there = affirmed(text) - mine, affirmed(own) - there
        if lost := sorted(there & plainly):
            mend = "keep the negation"
            evidence.doubt(
                passage, "negation", "text", said=f"'{lost[0]}' is negated in the article, not here", mend=mend
            )
        elif added := sorted(mine & plainly_there):
            mend = "leave the negation out"
            evidence.doubt(
                passage, "negation", "text", said=f"'{added[0]}' is negated here, not in the article", mend=mend
            )
        elif _strict(text) and not _any(_from_subject(passage)):
            said = "a negation that the article does not have"
            evidence.doubt(passage, "negation", "text", said=said, mend="leave the negation out")
        elif _strict(main_clause(own)) and not _any(text, weak=True):
            said = "told without the article's negation"
            evidence.doubt(passage, "negation", "text", said=said, mend="keep the negation")


def _from_subject(passage: Passage) -> str:
    """A fact's words with those right before them: the subject may stand there, with its "no"."""
    start = passage.span.start - passage.held.start
    return passage.sentence[max(0, start - _SUBJECT) : start] + passage.own


def told(text: str) -> str:
    """A text without what an editor says of the article in brackets or behind a semicolon.

    >>> told("Camps burned (no number given); who says so is not said.")
    'Camps burned '
    """
    kept = _BRACKETS.sub("", text)
    first, *others = kept.split(";")
    return ";".join([first, *(other for other in others if not _is_remark(other))])


def _is_remark(clause: str) -> bool:
    return _strict(clause) and bool(_REMARKS & set(words(clause)))


def _negating(text: str) -> tuple[str, ...]:
    return words(_RATHER.sub("not", text))


def negated(text: str) -> frozenset[str]:
    """The stems of the words that a negation stands right before.

    >>> sorted(negated("It did not rise, and nobody was hurt"))
    ['hurt', 'ris']
    """
    said = _negating(text)
    found = set()
    for place, word in enumerate(said):
        if word in _STRICT and not _is_idle(said, place):
            behind = [other for other in said[place + 1 : place + 1 + _REACH] if other not in _EMPTY]
            found |= {stem(other) for other in behind[:1]}
    return frozenset(found)


def affirmed(text: str) -> frozenset[str]:
    """The stems of all words that mean something."""
    return frozenset(stem(word) for word in words(text) if word not in _EMPTY)


def _is_idle(told: tuple[str, ...], place: int) -> bool:
    """Whether a negation negates nothing: "not only", "no fewer than"."""
    return told[place + 1 : place + 2] in (("only",), ("just",), ("least",), ("fewer",), ("less",), ("more",))


def _strict(text: str) -> bool:
    said = _negating(text)
    return any(word in _STRICT and not _is_idle(said, place) for place, word in enumerate(said))


def _any(text: str, *, weak: bool = False) -> bool:
    """Whether something in a text can stand for a negation; `weak` counts what seldom does."""
    for word in words(_RATHER.sub("not", text)):
        if word in _STRICT or word in _STRONG:
            return True
        if weak and (word in _WEAK or (len(word) >= _LONG and word.startswith(_PREFIXES))):
            return True
    return False
