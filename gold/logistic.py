"""Logistic regression on features that are there or not, few of many thousands in each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import partial

import numpy as np

Vector = np.ndarray

#: Steps towards the weights, and the steps that each of them solves for.
STEPS, INNER = 25, 60
#: A step that moves no weight by more is the last one.
STILL = 1e-4


def regression(
    described: Sequence[Collection[str]],
    labels: Sequence[int],
    *,
    ridge: float,
    seen: int = 1,
    worth: Sequence[float] | None = None,
) -> dict[str, float]:
    """Weight of each feature that is seen so often: Newton's method, each step by conjugate gradients.

    `ridge` is the weight of the squared coefficients, which keeps those of rare features small; `worth` says
    how much each example counts, all alike where it is left out.
    """
    counted = Counter(f for features in described for f in features)
    names = sorted(f for f, n in counted.items() if n >= seen)
    column = {name: i for i, name in enumerate(names)}
    rows = [[column[f] for f in features if f in column] for features in described]
    there = np.array([c for row in rows for c in row], dtype=np.int64)
    of_row = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    y = np.array(labels, dtype=float)
    counted = np.ones(len(rows)) if worth is None else np.array(worth, dtype=float)

    def across(weights: Vector) -> Vector:
        return np.bincount(of_row, weights[there], minlength=len(rows))

    def down(values: Vector) -> Vector:
        return np.bincount(there, values[of_row], minlength=len(names))

    def curved(spread: Vector, way: Vector) -> Vector:
        return down(spread * across(way)) + ridge * way

    weights = np.zeros(len(names))
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-across(weights)))
        slope = down(counted * (y - p)) - ridge * weights
        move = _solved(partial(curved, counted * p * (1 - p)), slope)
        weights += move
        if np.abs(move).max() < STILL:
            break
    return dict(zip(names, map(float, weights), strict=True))


def _solved(times: Callable[[Vector], Vector], wanted: Vector) -> Vector:
    """The vector that a symmetric matrix, told by what it makes of a vector, takes to the wanted one."""
    found = np.zeros_like(wanted)
    left = wanted.copy()
    way, size = left.copy(), float(left @ left)
    for _ in range(INNER):
        if size < 1e-16:
            break
        made = times(way)
        step = size / float(way @ made)
        found += step * way
        left -= step * made
        size, before = float(left @ left), size
        way = left + size / before * way
    return found
