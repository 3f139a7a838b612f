"""Likelihoods by the weights of `data/likely.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import exp, fsum
from typing import Any, TypeVar

from extractor.lexicon import table

K = TypeVar("K")


def shares(sums: Sequence[float]) -> list[float]:
    """The likelihood of each of some things by its sum of weights.

    >>> [round(x, 2) for x in shares([0.0, 1.0])]
    [0.27, 0.73]
    """
    most = max(sums, default=0.0)
    risen = [exp(s - most) for s in sums]
    return [r / sum(risen) for r in risen]


class Weights:
    """How much each feature speaks for a row, a measure, a time, or for what a figure does."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        self._told = told

    def of(self, choice: str, described: Mapping[K, Iterable[str]]) -> dict[K, float]:
        """The likelihood of each of some rows, measures or times."""
        own: Mapping[str, float] = self._told[choice]
        sums = [fsum(own.get(f, 0.0) for f in features) for features in described.values()]
        return dict(zip(described, shares(sums), strict=True))

    def forms(self, features: Iterable[str], forms: Sequence[str]) -> dict[str, float]:
        """The likelihood of each form of a figure."""
        told = [*features, "always"]
        sums = [fsum(self._told["forms"][form].get(f, 0.0) for f in told) for form in forms]
        return dict(zip(forms, shares(sums), strict=True))


@cache
def learnt() -> Weights:
    """The weights of `data/likely.toml`."""
    return Weights(table("likely"))
