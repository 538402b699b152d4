"""From clues to a role: points for each role are added up, and the best one wins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast, get_args

from onrecord.model import Role

from ..lexicons import lexicon

ROLES: tuple[Role, ...] = get_args(Role)
PRIOR = "any sentence"
"""The clue that every sentence has."""


def points_of(clues: Iterable[str]) -> dict[Role, int]:
    """Points of each role for these clues, in hundredths of a logarithm of odds."""
    points = lexicon("roles")["points"]
    total = dict.fromkeys(ROLES, 0)
    for clue in (PRIOR, *clues):
        for role, worth in points.get(clue, {}).items():
            total[cast(Role, role)] += worth
    return total


def best_role(clues: Iterable[str]) -> Role:
    """The role with most points; of equals the first in the order of the roles."""
    total = points_of(clues)
    return max(ROLES, key=lambda role: total[role])
