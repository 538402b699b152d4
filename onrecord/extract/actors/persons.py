"""Given names: they tell that words name a person, and whom "he" and "she" can mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from onrecord.extract.lexicons import lexicon


def has_given_name(words: Sequence[str]) -> bool:
    """Whether words begin with a given name and go on with another capitalized word.

    >>> has_given_name(["Ana", "Ruiz"]), has_given_name(["Ana"]), has_given_name(["Port", "Authority"])
    (True, False, False)
    """
    return len(words) > 1 and words[0] in _given() and words[-1][:1].isalpha()


def is_given_name(word: str) -> bool:
    """Whether a word is a given name."""
    return word in _given()


def gender_of_name(words: Sequence[str]) -> str | None:
    """`male` or `female` by the given name, where it is borne by one of them only.

    >>> gender_of_name(["Ana", "Ruiz"]), gender_of_name(["Robin", "Ruiz"]), gender_of_name(["Ruiz"])
    ('female', None, None)
    """
    return _given().get(words[0]) if len(words) > 1 else None


@cache
def particle_runs() -> frozenset[str]:
    """What can stand between a given name and a surname: "van der", "de la"."""
    return frozenset(lexicon("names")["particles"])


@cache
def particles() -> frozenset[str]:
    """The words of all particles, as the parser parts them."""
    return frozenset(word for run in particle_runs() for word in run.split()) | {"t", "'", "’"}


@cache
def _given() -> dict[str, str | None]:
    names = lexicon("names")
    return {
        **dict.fromkeys(names["male"], "male"),
        **dict.fromkeys(names["female"], "female"),
        **dict.fromkeys(names["both"]),
    }
