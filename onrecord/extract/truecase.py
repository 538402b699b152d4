"""Text in capitals only, given back its likely lower case, so that a parser trained on edited news can read it.

Same length, code point by code point: every offset stays an offset of the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from .lexicons import lexicon

LOWER_SHARE = 0.05
"""A text with a smaller share of lower-case letters than this was not written in mixed case."""

_WORD = re.compile(r"[^\W\d_]+")
_BRACKETED = re.compile(r"[(\[]([^\W\d_]{2,8})[)\]]|\b([^\W\d_]{2,6}) [(\[](?:[^\W\d_]+ ){2,}[^\W\d_]+[)\]]")


def _never(low: str) -> bool:
    return not low


@dataclass(frozen=True)
class English:
    """What is known of a lower-case word: that it is common, can only be a noun, is seldom but a name."""

    known: Callable[[str], bool]
    only_noun: Callable[[str], bool] = _never
    rare: Callable[[str], bool] = _never


@dataclass(frozen=True)
class Speller:
    """Decides the case of each word of a text in capitals.

    `acronyms` and `surnames` are the text's own.
    """

    english: English
    acronyms: frozenset[str]
    surnames: frozenset[str] = frozenset()

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
        if low in names["names"] or low in self.surnames or self.is_given(low):
            return True
        titled = before in names["titles"] and low not in names["titles"]
        beside = self.is_surname(before, low) or (self.english.rare(low) and not self._is_plain(before))
        return titled or beside or not self._is_plain(low)

    def is_surname(self, before: str, low: str) -> bool:
        """Whether a word is likely the name of the family, for the given name before it."""
        return self.is_given(before) and self.english.only_noun(low) and low not in lexicon("truecase")["titles"]

    def is_given(self, low: str) -> bool:
        """Whether a lower-case word is a given name before all: "miguel", not "grace"."""
        return low in _given() and low not in lexicon("truecase")["also_words"]

    def _is_plain(self, low: str) -> bool:
        return self.english.known(low) or len(low) < 2 or low in lexicon("truecase")["small"]


@cache
def _given() -> frozenset[str]:
    """Given names in lower case."""
    names = lexicon("names")
    return frozenset(name.lower() for part in ("male", "female", "both") for name in names[part])


def in_capitals(text: str) -> bool:
    """Whether practically no letter of `text` is lower case.

    >>> in_capitals("POLICE FOUND THE CAR"), in_capitals("Police found the car"), in_capitals("1,200")
    (True, False, False)
    """
    upper = sum(c.isupper() for c in text)
    return upper > 0 and sum(c.islower() for c in text) < LOWER_SHARE * upper


def truecase(text: str, starts: Iterable[int], english: English) -> str:
    """`text` with its likely case, if it is in capitals; otherwise `text`. The length never changes.

    `starts` are the offsets at which sentences begin.
    """
    if not in_capitals(text):
        return text
    acronyms = frozenset(word for pair in _BRACKETED.findall(text) for word in pair if word)
    speller = Speller(english, acronyms)
    speller = replace(speller, surnames=frozenset(_surnames(text, speller)))
    return "".join(_spelled(text, frozenset(starts), speller))


def _surnames(text: str, speller: Speller) -> Iterator[str]:
    """Words that follow a given name somewhere in the text and may be names: they are names all through it."""
    words = [match[0].lower() for match in _WORD.finditer(text)]
    for before, word in pairwise(words):
        if speller.is_surname(before, word):
            yield word


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
