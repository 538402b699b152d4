"""Train a linear-chain conditional random field: the mathematics of tools/train_roles.py, in numpy alone.

No randomness: it starts from zero and goes downhill (limited-memory BFGS) until the steps are spent, so the same input
gives the same weights, but for the last digits of another processor's arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Numbers = NDArray[np.int64]
Slope = Callable[[Array], tuple[float, Array]]

UNKNOWN = -1
"""The label of a sentence that nobody labelled: any label may be true of it."""
_NEVER = -1e4


@dataclass(frozen=True)
class Field:
    """Weights: clues to labels, label to next label, and first label."""

    clues: Array
    between: Array
    first: Array


@dataclass(frozen=True)
class Chains:
    """Sequences side by side, padded to the longest."""

    rows: Array
    """All positions of all sequences, one below the other: a column for each clue."""
    allowed: Array
    """For each position and label: 1 if it may be true."""
    mask: NDArray[np.bool_]
    """For each sequence and step: whether it has so many."""

    @classmethod
    def of(cls, rows: Sequence[Array], labels: Sequence[Numbers], count: int) -> Chains:
        """Chains of sequences of rows with their labels; `count` labels there are."""
        flat = np.concatenate(list(labels))
        allowed = (flat[:, None] == np.arange(count)) | (flat[:, None] == UNKNOWN)
        longest = max(map(len, rows))
        mask = np.array([[step < len(row) for step in range(longest)] for row in rows])
        return cls(np.concatenate(list(rows)), allowed.astype(float), mask)

    def pad(self, points: Array) -> Array:
        """Points of each position, by sequence and step."""
        padded = np.zeros((*self.mask.shape, points.shape[1]))
        padded[self.mask] = points
        return padded


def train(chains: Chains, *, penalty: float, steps: int = 80) -> Field:
    """The field that makes the labels likeliest, its weights held small by `penalty` (half of it times square)."""
    count, clues = chains.allowed.shape[1], chains.rows.shape[1]
    ends = (clues * count, clues * count + count * count)

    def unpack(theta: Array) -> Field:
        parts = theta[: ends[0]], theta[ends[0] : ends[1]], theta[ends[1] :]
        return Field(parts[0].reshape(clues, count), parts[1].reshape(count, count), parts[2])

    def slope(theta: Array) -> tuple[float, Array]:
        field = unpack(theta)
        points = chains.rows @ field.clues
        free = _expect(chains, points, field)
        held = _expect(chains, np.where(chains.allowed > 0, points, _NEVER), field)
        change = [(chains.rows.T @ (free[1] - held[1])).ravel(), (free[2] - held[2]).ravel(), free[3] - held[3]]
        return free[0] - held[0] + 0.5 * penalty * float(theta @ theta), np.concatenate(change) + penalty * theta

    return unpack(_descend(slope, np.zeros(ends[1] + count), steps))


def chances(rows: Array, field: Field) -> Array:
    """Logarithms of the chance of each label at each position of one sequence."""
    points = rows @ field.clues
    whole = np.ones((1, len(rows)), dtype=bool)
    marginal = _expect(Chains(rows, np.ones_like(points), whole), points, field)[1]
    return np.log(np.maximum(marginal, 1e-300))


def _expect(chains: Chains, points: Array, field: Field) -> tuple[float, Array, Array, Array]:
    """The log sum over all labellings, and how often each label, pair, and first label is to be expected."""
    at, mask = chains.pad(points), chains.mask[:, :, None]
    ahead, back = np.zeros_like(at), np.zeros_like(at)
    ahead[:, 0] = at[:, 0] + field.first
    for step in range(1, at.shape[1]):
        moved = _log_sum(ahead[:, step - 1][:, :, None] + field.between[None], 1) + at[:, step]
        ahead[:, step] = np.where(mask[:, step], moved, ahead[:, step - 1])
    for step in range(at.shape[1] - 2, -1, -1):
        moved = _log_sum(field.between[None] + (at[:, step + 1] + back[:, step + 1])[:, None, :], 2)
        back[:, step] = np.where(mask[:, step + 1], moved, back[:, step + 1])
    total = _log_sum(ahead[:, -1], 1)
    single = np.exp(ahead + back - total[:, None, None]) * mask
    pairs = np.zeros_like(field.between)
    for step in range(1, at.shape[1]):
        joint = ahead[:, step - 1][:, :, None] + field.between[None] + (at[:, step] + back[:, step])[:, None, :]
        pairs += (np.exp(joint - total[:, None, None]) * mask[:, step][:, :, None]).sum(0)
    return float(total.sum()), single[chains.mask], pairs, single[:, 0].sum(0)


def _log_sum(logs: Array, axis: int) -> Array:
    most = logs.max(axis, keepdims=True)
    summed: Array = (most + np.log(np.exp(logs - most).sum(axis, keepdims=True))).squeeze(axis)
    return summed


def _descend(slope: Slope, start: Array, steps: int, memory: int = 10) -> Array:
    """Where limited-memory BFGS with halved steps gets from `start`."""
    theta, (cost, gradient) = start, slope(start)
    past: list[tuple[Array, Array]] = []
    for _ in range(steps):
        way = -_direction(gradient, past)
        size, fall = (1.0 if past else 1.0 / float(np.abs(gradient).sum())), float(way @ gradient)
        new_cost, new_gradient = slope(theta + size * way)
        while new_cost > cost + 1e-4 * size * fall and size > 1e-10:
            size /= 2
            new_cost, new_gradient = slope(theta + size * way)
        moved, turned = size * way, new_gradient - gradient
        if float(moved @ turned) > 1e-10:
            past = [*past, (moved, turned)][-memory:]
        theta, cost, gradient = theta + moved, new_cost, new_gradient
        if float(np.abs(gradient).max()) < 1e-3:
            break
    return theta


def _direction(gradient: Array, past: list[tuple[Array, Array]]) -> Array:
    """The gradient bent by what the last steps tell of the curve (two-loop recursion)."""
    way, parts = gradient.copy(), []
    for moved, turned in reversed(past):
        part = float(moved @ way) / float(moved @ turned)
        way -= part * turned
        parts.append(part)
    if past:
        moved, turned = past[-1]
        way *= float(moved @ turned) / float(turned @ turned)
    for (moved, turned), part in zip(past, reversed(parts), strict=True):
        way += (part - float(turned @ way) / float(moved @ turned)) * moved
    return way
