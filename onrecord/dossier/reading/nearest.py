"""Did you mean: the word out of a list that a person most likely wanted."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_CLOSE = 0.75


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to `word`; None where none is close. Case, underscores and spaces do not count.

    >>> nearest("rolle", ["name", "role"])
    'role'
    >>> nearest("Moscow City", ["moscow-city", "kazan"])
    'moscow-city'
    >>> nearest("hamedan", ["kazan"])
    """
    evened = {_even(candidate): candidate for candidate in reversed(list(known))}
    close = get_close_matches(_even(word), evened, n=1, cutoff=_CLOSE)
    return evened[close[0]] if close else None


def _even(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
