"""One field, three values: what it holds from now on, and whether a person has to be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.model import Edited

SUBSTANCE = frozenset(
    {"text", "source", "via", "certainty", "hedge", "when", "where", "route", "quantities", "denies", "contradicts",
     "quote", "name", "kind", "role", "affiliation", "latitude", "longitude", "class", "anonymity"}
)  # fmt: skip
"""What a person vouches for who has reviewed a record. In all other fields a reviewed record takes what is found."""
NEVER_FOUND = frozenset({"reviewed", "corrected", "settled", "kept"})
"""What only people write."""


@dataclass(frozen=True)
class Ruling:
    """What a field holds from now on; None = it is absent."""

    value: Any
    clash: bool = False
    """Whether person and program changed it, each in another way."""
    hand: bool = False
    """Whether a person has set it."""


def rule(base: Any, yours: Any, new: Any, *, edited: Edited | None = None, vouched: bool = False) -> Ruling:
    """Only the program changed it: its value. Only the person: theirs. Both: theirs, and a clash.

    What a person once set stays theirs (`edited`), also where an extraction in between had found the same; what
    they corrected is no news when it is found again. `vouched`: a person has compared the value with the article.

    >>> rule("7 dead", "7 dead", "9 dead").value
    '9 dead'
    >>> rule("7 dead", "8 dead", "9 dead")
    Ruling(value='8 dead', clash=True, hand=True)
    """
    hand = yours != base or edited is not None
    if yours == new:
        return Ruling(yours, hand=hand)
    if hand:
        known = new == base or (edited is not None and new == edited.was)
        return Ruling(yours, clash=not known, hand=True)
    if vouched and new != base:
        return Ruling(yours, clash=True)
    return Ruling(new)
