"""A figure with the likelihoods of the rows, measures and times that it may be of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from extractor.model import Claim
from extractor.reference.likely.around import Around
from extractor.reference.likely.board import Board, Key, Measure
from extractor.reference.likely.forms import FORMS, Likeliest, features
from extractor.reference.likely.measures import measures
from extractor.reference.likely.rows import rows
from extractor.reference.likely.times import Telling
from extractor.reference.likely.weights import Weights
from extractor.reference.match import At

K = TypeVar("K")
#: Less likely cells are not looked at.
_LEAST = 1e-3


@dataclass(frozen=True)
class Bound:
    """What a figure may be of, each row, measure and time by itself."""

    board: Board
    claim: Claim
    weights: Weights

    @cached_property
    def around(self) -> Around:
        """Where the figure stands."""
        return Around(self.board, self.claim)

    @cached_property
    def described_rows(self) -> Mapping[str, frozenset[str]]:
        """The features of each row."""
        return rows(self.around)

    @cached_property
    def described_measures(self) -> Mapping[Measure, frozenset[str]]:
        """The features of each measure."""
        return measures(self.around)

    @cached_property
    def telling(self) -> Telling:
        """The words around it that tell when."""
        return Telling(self.around)

    def described_times(self, measure: Measure) -> Mapping[str | None, frozenset[str]]:
        """The features of each time of a measure."""
        if measure not in self._told_times:
            self._told_times[measure] = self.telling.times(measure)
        return self._told_times[measure]

    @cached_property
    def _told_times(self) -> dict[Measure, Mapping[str | None, frozenset[str]]]:
        return {}

    @cached_property
    def rows(self) -> Mapping[str, float]:
        """The likelihood of each row."""
        return self.weights.of("rows", self.described_rows)

    @cached_property
    def measures(self) -> Mapping[Measure, float]:
        """The likelihood of each measure."""
        return self.weights.of("measures", self.described_measures)

    def measure_of(self, at: At) -> Measure:
        """The measure of a cell."""
        return self.board.reader.sorting(at.row), self.board.first[at.column.number]

    def measures_of(self, form: str) -> Mapping[Measure, float]:
        """The likelihood of each measure, if the figure is a change of it, or is made of it and another."""
        if form not in self._measures_of:
            self._measures_of[form] = self.weights.of(f"measures_{form}", self.described_measures)
        return self._measures_of[form]

    @cached_property
    def _measures_of(self) -> dict[str, Mapping[Measure, float]]:
        return {}

    @cached_property
    def _times(self) -> dict[Measure, Mapping[str | None, float]]:
        return {}

    def times(self, measure: Measure) -> Mapping[str | None, float]:
        """The likelihood of each time of a measure."""
        if measure not in self._times:
            self._times[measure] = self.weights.of("times", self.described_times(measure))
        return self._times[measure]

    @cached_property
    def told(self) -> frozenset[str]:
        """The features that tell what the figure does."""
        measure = max(self.measures, key=lambda m: self.measures[m])
        return features(
            self.around,
            _likeliest(self.rows, self.described_rows),
            _likeliest(self.measures, self.described_measures),
            _likeliest(self.times(measure), self.described_times(measure)),
        )

    @cached_property
    def forms(self) -> Mapping[str, float]:
        """The likelihood of each thing that the figure may do."""
        return self.weights.forms(self.told, FORMS)

    def cells(self) -> Iterator[tuple[Key, float]]:
        """The cells that the figure may state, each with its likelihood if it states one."""
        for name, row in self.rows.items():
            for measure, of_measure in self.measures.items():
                if row * of_measure < _LEAST:
                    continue
                for time, of_time in self.times(measure).items():
                    yield (name, measure, time), row * of_measure * of_time


def _likeliest(found: Mapping[K, float], described: Mapping[K, frozenset[str]]) -> Likeliest:
    best = max(found, key=lambda k: found[k], default=None)
    return (found[best], described[best]) if best is not None else (0.0, frozenset())
