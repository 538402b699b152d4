"""Texts as words: what two of them have in common, whatever the ending."""

from __future__ import annotations

import re
from functools import lru_cache

from .lexicons import lexicon

_EMPTY = frozenset(lexicon()["empty"])
_IRREGULAR: dict[str, str] = lexicon()["irregular"]
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[%$€£¥]")
_REGULATED = frozenset(_IRREGULAR.values())
_ENDINGS: list[str] = lexicon()["endings"]
_KEPT = 20_000
_SHORTEST = 4
_OPENING = 4


_BELOW = re.compile(
    r"(?:^|[\s,])(?:that|which|who|whom|whose|where|when|while|if|because|after|before|although|though|since|unless|whether|as"
    r"|until|once|what|how|why|so|than)\s|,\s+(?:\w+ly\s+)?\w{3,}ing\b|\s(?:saying|adding|arguing|noting|claiming|warning|calling)\b|(?<=[a-z]{3})[.!?][\"']?\s",
    re.IGNORECASE,
)


_ASIDE = re.compile(r"\s(?:--?|—)\s.{3,120}?\s(?:--?|—)\s|(?<=[a-z]),\s[^,]{3,80},(?=\s)")
_FIRST = re.compile(
    r"^(?:and |but )?(?:though|although|while|when|if|because|as|after|before|since|despite|given|once|unless)\b"
    r"[^,]*,\s*(?:(?:which|who|where|whose)\b[^,]*,\s*)?",
    re.IGNORECASE,
)


def main_clause(text: str) -> str:
    """The words before the first one that opens a clause below; all where that is the first word.

    >>> main_clause("The road may close, which would cut off the camps")
    'The road may close,'
    >>> main_clause("Though it did not rain, the river rose")
    'the river rose'
    """
    told = _ASIDE.sub(" ", _FIRST.sub("", plain(text)))
    opened = next((match for match in _BELOW.finditer(told) if match.start() > _OPENING), None)
    return told[: opened.start()] if opened else told


def plain(text: str) -> str:
    """The text with straight apostrophes and quotation marks, plain spaces and one kind of dash; as long as before."""
    return text.translate(_MARKS)


_MARKS = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "\n": " ", "\t": " ", "–": "-", "‑": "-"}
)


@lru_cache(maxsize=_KEPT)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case; "n't" stands for "not", a possessive loses its ending.

    >>> words("The mayor’s men didn’t leave")
    ('the', 'mayor', 'men', 'did', 'not', 'leave')
    """
    found: list[str] = []
    for word in _WORD.findall(plain(text).lower()):
        if word.endswith("n't"):
            found += ["can" if word == "can't" else "will" if word == "won't" else word[:-3], "not"]
        elif word == "cannot":
            found += ["can", "not"]
        else:
            found += word.split("'")[:1] if word.endswith("'s") else word.split("'")
    return tuple(word for word in found if word)


@lru_cache(maxsize=_KEPT)
def stem(word: str) -> str:
    """What is left of a word without its ending: rough, and the same for its forms.

    >>> [stem(word) for word in ("bombing", "bombed", "bombers", "people", "studies", "study")]
    ['bomb', 'bomb', 'bomb', 'person', 'stud', 'stud']
    """
    if word in _IRREGULAR or word in _REGULATED:
        return _IRREGULAR.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST - (ending in ("s", "ies", "ied", "y", "e")):
            return stem(word[:-1]) if ending == "s" else _single(word[: -len(ending)])
    return word


def _single(word: str) -> str:
    """Without a doubled last letter: "stopped" is "stop"."""
    return word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiouls" else word


@lru_cache(maxsize=_KEPT)
def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words that mean something, in order."""
    return tuple(stem(word) for word in words(text) if word not in _EMPTY)
