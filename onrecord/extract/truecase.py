"""Text in capitals only, given back its likely lower case, so that a parser trained on edited news can read it.

Same length, code point by code point: every offset stays an offset of the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from .lexicons import lexicon

LOWER_SHARE = 0.05
"""A text with a smaller share of lower-case letters than this was not written in mixed case."""

_WORD = re.compile(r"[^\W\d_]+")
_BRACKETED = re.compile(r"[(\[]([^\W\d_]{2,8})[)\]]|\b([^\W\d_]{2,6}) [(\[](?:[^\W\d_]+ ){2,}[^\W\d_]+[)\]]")


@dataclass(frozen=True)
class Speller:
    """Decides the case of each word of a text in capitals. `known` says whether a lower-case word is common English."""

    known: Callable[[str], bool]
    acronyms: frozenset[str]

    def spell(self, word: str, before: str, *, first: bool) -> str:
        """`word` in its likely case; `before` is the word to its left, `first` whether it opens a sentence."""
        low, names = word.lower(), lexicon("truecase")
        if len(low) != len(word) or word in self.acronyms or low in names["capitals"]:
            return word
        if self._is_name(low, before.lower(), names):
            return word[0] + low[1:]
        return word[0] + low[1:] if first else low

    def _is_name(self, low: str, before: str, names: dict[str, list[str]]) -> bool:
        if low in names["small"]:
            return False
        titled = before in names["titles"] and low not in names["titles"]
        return titled or low in names["names"] or not (self.known(low) or len(low) == 1)


def in_capitals(text: str) -> bool:
    """Whether practically no letter of `text` is lower case.

    >>> in_capitals("POLICE FOUND THE CAR"), in_capitals("Police found the car"), in_capitals("1,200")
    (True, False, False)
    """
    upper = sum(c.isupper() for c in text)
    return upper > 0 and sum(c.islower() for c in text) < LOWER_SHARE * upper


def truecase(text: str, starts: Iterable[int], known: Callable[[str], bool]) -> str:
    """`text` with its likely case, if it is in capitals; otherwise `text`. The length never changes.

    `starts` are the offsets at which sentences begin.
    """
    if not in_capitals(text):
        return text
    speller = Speller(known, frozenset(word for pair in _BRACKETED.findall(text) for word in pair if word))
    return "".join(_spelled(text, frozenset(starts), speller))


def _spelled(text: str, starts: frozenset[int], speller: Speller) -> Iterator[str]:
    phrases = {m.start() for phrase in lexicon("truecase")["phrases"] for m in _words_of(phrase, text)}
    done, before, fresh = 0, "", True
    for match in _WORD.finditer(text):
        word, gap = match[0], text[done : match.start()]
        fresh = fresh or any(place in starts for place in range(done, match.start() + 1))
        yield gap
        initial = len(word) == 1 and text[match.end() : match.end() + 1] == "." and gap[-1:] not in ("'", "’")
        named = match.start() in phrases
        yield word if initial else speller.spell(word, before if gap in (" ", ". ") else "", first=fresh or named)
        done, before, fresh = match.end(), word, False
    yield text[done:]


def _words_of(phrase: str, text: str) -> Iterator[re.Match[str]]:
    """Each word of each occurrence of `phrase` in `text`."""
    for found in re.finditer(rf"\b{phrase}\b", text, re.IGNORECASE):
        yield from _WORD.finditer(text, found.start(), found.end())
