"""Whether a text is English: the words that hold sentences together are counted, names are not."""

from __future__ import annotations

import re

from .lexicons import lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FEW = 40


def other_language(text: str) -> str | None:
    """The language a text is written in if that is clearly not English, `another` if it is none we know; else None.

    Short texts pass. Words are compared in small letters, so capitals pass too.

    >>> other_language("Der Fluss ist in der Nacht über die Ufer getreten und hat die Stadt erreicht. " * 4)
    'de'
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if not words:
        return None
    foreign = sum(any(letter > "\u036f" for letter in word) for word in words)
    if foreign > 0.5 * len(words):
        return "another"
    if len(words) < _FEW:
        return None
    shares = {
        name: sum(w in set(known) for w in words) / len(words) for name, known in lexicon("function_words").items()
    }
    english = shares.pop("en")
    best = max(shares, key=lambda name: shares[name])
    if shares[best] > 1.5 * english and shares[best] > 0.12:
        return best
    return "another" if english < 0.06 and len(words) > 2 * _FEW else None
