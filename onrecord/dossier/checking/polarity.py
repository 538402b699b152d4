"""Yes and no: a negation of the article stands in the fact, and no other."""

from __future__ import annotations

import re
from collections import Counter

from .evidence import Evidence, Passage
from .lexicons import lexicon
from .words import main_clause, stem, words

_STRICT = frozenset(lexicon()["negations"]["words"])
_STRONG = frozenset(lexicon()["negations"]["strong"])
_FAINT = frozenset(lexicon()["negations"]["faint"])
_WEAK = frozenset(lexicon()["negations"]["weak"])
_LONG = 7
_PREFIXES = tuple(lexicon()["negations"]["prefixes"])
_EMPTY = frozenset(lexicon()["empty"])
_REMARKS = frozenset(lexicon()["remarks"])
_BRACKETS = re.compile(r"\([^)]*\)")
_RATHER = re.compile(r"\b(?:rather than|instead of|as opposed to)\b", re.IGNORECASE)
_APART = frozenset({"without"})
"""What negates no more than the word behind it."""
_REACH, _FAR = 3, 4
_SUBJECT = 60
_ROOT = 6


def check_polarity(evidence: Evidence) -> None:
    """Report a text that says no where the article says yes, and the other way round."""
    for passage in evidence.passages:
        text, own = told(passage.fact.text), told(passage.own)
        if lost := _opposed(own, text):
            said, mend = f"'{lost}' is negated in the article, not here", "keep the negation"
        elif added := _opposed(text, own):
            said, mend = f"'{added}' is negated here, not in the article", "leave the negation out"
        elif _strict(text) and not _any(_from_subject(passage)):
            said, mend = "a negation that the article does not have", "leave the negation out"
        elif _lost(own) and not _any(text, weak=True):
            said, mend = "told without the article's negation", "keep the negation"
        else:
            continue
        evidence.doubt(passage, "negation", "text", said=said, mend=mend)


def _opposed(one: str, other: str) -> str | None:
    """A word that is negated in the first text and stands without a negation in the second."""
    plainly = affirmed(other) - negated(other, reach=_FAR, wide=True).keys()
    again = _again(one)
    return next((word for root, word in negated(one).items() if root in plainly and root not in again), None)


def _lost(own: str) -> bool:
    clause = main_clause(own)
    return bool((_STRICT - _APART) & set(words(clause))) and _strict(clause)


def _again(text: str) -> frozenset[str]:
    """The stems that a text has more than once: negated in one place, they need not be in the other."""
    whole = [stem(word) for word in words(text)]
    roots = Counter(one[:_ROOT] for one in whole)
    return frozenset(one for one in whole if roots[one[:_ROOT]] > 1)


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


def negated(text: str, *, reach: int = 1, wide: bool = False) -> dict[str, str]:
    """The words that mean something right behind each negation, `reach` of them, by their stems.

    `wide` counts words that say no in another way, such as "unable".

    >>> negated("It did not rise, and nobody was hurt")
    {'ris': 'rise', 'hurt': 'hurt'}
    """
    said = _negating(text)
    found: dict[str, str] = {}
    for place, word in enumerate(said):
        if (word in _STRICT or (wide and word in _STRONG)) and not _is_idle(said, place):
            behind = [other for other in said[place + 1 : place + _REACH + reach] if other not in _EMPTY]
            found |= {stem(other): other for other in behind[:reach]}
    return found


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
        if word in _STRICT | _STRONG | _FAINT:
            return True
        if weak and (word in _WEAK or (len(word) >= _LONG and word.startswith(_PREFIXES))):
            return True
    return False
