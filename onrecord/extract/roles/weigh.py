"""From clues to roles: a linear chain over the sentences of an article, its weights trained (decision 10)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Role

from ..lexicons import lexicon

Array = NDArray[np.float64]

ROLES: tuple[Role, ...] = get_args(Role)
UNIT = 100
"""Weights are kept as hundredths of a natural logarithm of odds."""


@dataclass(frozen=True)
class Weights:
    """What was learnt: all numbers are logarithms of odds."""

    clues: Mapping[str, Array]
    """By clue, what it adds to each role."""
    between: Array
    """What a role (row) adds to the role of the sentence after it (column)."""
    first: Array
    """What being the first sentence adds to each role."""
    leaning: Array
    """What is added to each role in the end, so that rare roles are found, too."""


def best_roles(clues: Sequence[Mapping[str, float]], weights: Weights | None = None) -> list[Role]:
    """The likeliest role of each sentence in its article; of equals the first in the order of the roles."""
    if not clues:
        return []
    weights = weights or shipped()
    chances = log_chances(points_of(clues, weights), weights) + weights.leaning
    return [ROLES[int(best)] for best in chances.argmax(1)]


def points_of(clues: Sequence[Mapping[str, float]], weights: Weights) -> Array:
    """Points of each role (columns) for each sentence (rows), seen alone. Clues without weights count nothing."""
    points = np.zeros((len(clues), len(ROLES)))
    for row, seen in enumerate(clues):
        for clue, strength in seen.items():
            if (worth := weights.clues.get(clue)) is not None:
                points[row] += strength * worth
    return points


def log_chances(points: Array, weights: Weights) -> Array:
    """Logarithms of the chance of each role for each sentence, its neighbours' roles considered.

    The forward-backward sums of a linear-chain conditional random field.
    """
    before, after = np.zeros_like(points), np.zeros_like(points)
    before[0] = points[0] + weights.first
    for row in range(1, len(points)):
        before[row] = _sum(before[row - 1][:, None] + weights.between, axis=0) + points[row]
    for row in range(len(points) - 2, -1, -1):
        after[row] = _sum(weights.between + (points[row + 1] + after[row + 1])[None], axis=1)
    return before + after - _sum(before[-1], axis=0)


def _sum(logs: Array, *, axis: int) -> Array:
    """The logarithm of the sum of what these are logarithms of."""
    most = logs.max(axis, keepdims=True)
    summed: Array = (most + np.log(np.exp(logs - most).sum(axis, keepdims=True))).squeeze(axis)
    return summed


@cache
def shipped() -> Weights:
    """The weights that ship with the project: lexicon/roles_weights.yaml."""
    data = lexicon("roles_weights")
    if tuple(data["roles"]) != ROLES:
        raise ValueError(f"lexicon/roles_weights.yaml: roles: {data['roles']} are not those of the model: train anew")
    rows = {clue: _row(worth) for clue, worth in data["clues"].items()}
    between = np.array([_row(data["between"][role]) for role in ROLES])
    return Weights(rows, between, _row(data["first"]), _row(data["leaning"]))


def _row(worth: str) -> Array:
    return np.array([int(number) for number in worth.split()], dtype=np.float64) / UNIT
