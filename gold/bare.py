"""Learns the weights of `extractor/data/bare.toml`: `python -m gold.bare [--write]`.

For every count of the tuning part that stands without a noun, the candidates are known, and the label says
which of them it is. A regression on their features says how much each speaks for a candidate. Scores are
those of stories that were held out, a fifth at a time.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest import mock

import numpy as np
from spacy.language import Language

from extractor.find import find
from extractor.frame import frame, load_model
from extractor.frame.earlier import Framed
from extractor.frame.keys import Acronyms
from extractor.frame.measure import what as measure
from extractor.frame.measure.candidates import candidates
from extractor.frame.measure.ellipsis import Measured
from extractor.frame.measure.likeliest import likeliest, proposals
from extractor.frame.sentences import Spot
from extractor.lexicon import load_policy
from extractor.read import document_from_text
from gold.slots import head_noun
from gold.tally import Json
from gold.texts import family, load_part

OUT = Path(__file__).resolve().parent.parent / "extractor" / "data" / "bare.toml"
FOLDS = 5
#: Weight of the squared coefficients, which keeps rare features small.
RIDGE = 8.0
#: Times that a feature has to be seen to get a weight.
SEEN = 3
STEPS = 150
HEADER = """\
# How much each feature of a candidate speaks for it as what a number without a noun counts: learnt.
#
# Made by `python -m gold.bare --write`, never by hand; docs/decisions/0016-what-bare-numbers-count.md tells
# how and why. Features are named in frame/measure/candidates.py.
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """A number without a noun: its candidates, and for each whether it is the one that is labelled."""

    document: str
    described: tuple[frozenset[str], ...]
    right: tuple[bool, ...]


def samples(labels: Sequence[Json]) -> Iterator[Sample]:
    """The counts of labelled texts for which the weights are asked."""
    for label in labels:
        units = {f["start"]: f for f in label["figures"] if f["kind"] == "count" and f["unit"]}
        for start, end, described in _asked(label):
            figure = next((f for f in units.values() if start < f["end"] and f["start"] < end), None)
            if figure is not None:
                wanted = head_noun(figure["unit"])
                right = tuple(head_noun(key) == wanted for key in described)
                yield Sample(label["id"], tuple(described.values()), right)


def _asked(label: Json) -> Iterator[tuple[int, int, Mapping[str, frozenset[str]]]]:
    """The figures of a text for which the weights are asked, with the features of their candidates."""
    asked: list[tuple[int, int, dict[str, frozenset[str]]]] = []

    def listen(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
        found = candidates(spot, earlier, known, proposals(spot, earlier, known))
        described = {key: frozenset(c.features) for key, c in found.items()}
        asked.append((spot.figure.span.start, spot.figure.span.end, described))
        return likeliest(spot, earlier, known)

    levels = tuple(listen if level is likeliest else level for level in measure.COUNT_LEVELS)
    document = document_from_text(label["text"], id=label["id"])
    with mock.patch.object(measure, "COUNT_LEVELS", levels):
        frame(document, find(label["text"], load_policy(), document.blocks), _model(), None)
    yield from asked


def learn(chosen: Sequence[Sample]) -> dict[str, float]:
    """Weight of each feature: the likelihood of the labelled candidates with a ridge, climbed in steps."""
    told = [s for s in chosen if any(s.right) and not all(s.right)]
    seen = Counter(f for s in told for described in s.described for f in described)
    column = {name: i for i, name in enumerate(sorted(f for f, n in seen.items() if n >= SEEN))}
    rows = [d for s in told for d in s.described]
    x = np.zeros((len(rows), len(column)), np.float32)
    for row, features in enumerate(rows):
        x[row, [column[f] for f in features if f in column]] = 1
    right = np.array([r for s in told for r in s.right], np.float32)
    starts = np.cumsum([0, *(len(s.right) for s in told)])[:-1]
    group = np.repeat(np.arange(len(told)), [len(s.right) for s in told])
    weights = _climbed(x, right, starts, group)
    return {name: float(weights[i]) for name, i in column.items()}


def _climbed(x: np.ndarray, right: np.ndarray, starts: np.ndarray, group: np.ndarray) -> np.ndarray:
    """The weights after so many steps down the slope, each as long as that slope has been steady."""
    weights, mean, square = (np.zeros(x.shape[1], np.float32) for _ in range(3))
    for step in range(1, STEPS + 1):
        told = _shares(x @ weights, starts, group)
        wanted = _shares(x @ weights + np.where(right, 0, -1e6), starts, group)
        slope = x.T @ (told - wanted) + RIDGE * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        weights -= 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights


def _shares(sums: np.ndarray, starts: np.ndarray, group: np.ndarray) -> np.ndarray:
    """The likelihood of each candidate among those of its number."""
    risen = np.exp(sums - np.maximum.reduceat(sums, starts)[group])
    shares: np.ndarray = risen / np.add.reduceat(risen, starts)[group]
    return shares


def chosen(sample: Sample, weights: Mapping[str, float]) -> tuple[float, bool]:
    """The likelihood of the best candidate, and whether it is right."""
    sums = [sum(weights.get(f, 0.0) for f in described) for described in sample.described]
    best = max(range(len(sums)), key=sums.__getitem__)
    return float(1 / sum(np.exp(s - sums[best]) for s in sums)), sample.right[best]


def held_out(every: Sequence[Sample]) -> Iterator[tuple[float, bool]]:
    """Each sample judged by weights learnt without its fold."""
    for number in range(FOLDS):
        weights = learn([s for s in every if fold(s.document) != number])
        yield from (chosen(s, weights) for s in every if fold(s.document) == number)


def fold(document: str) -> int:
    """The fold of a story, the same for all of its family."""
    return int(hashlib.sha256(family(document).encode()).hexdigest(), 16) % FOLDS


@cache
def _model() -> Language:
    return load_model(None)


def _written(weights: Mapping[str, float]) -> str:
    lines = [f'"{name}" = {weight:.2f}' for name, weight in sorted(weights.items()) if abs(weight) >= 0.005]
    return "\n".join([HEADER, "[weights]", *lines, ""])


def main() -> int:
    """Entry point of `python -m gold.bare`."""
    parser = argparse.ArgumentParser(prog="python -m gold.bare", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the weights of the whole tuning part")
    arguments = parser.parse_args()
    every = list(samples(load_part("tune").documents))
    reached = sum(any(s.right) for s in every)
    if arguments.write:
        OUT.write_text(_written(learn(every)), encoding="utf-8")
        return 0
    judged = list(held_out(every))
    print(f"right {sum(right for _, right in judged)} of {len(judged)}, {reached} among the candidates")
    for low, high in ((0.0, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 1.01)):
        own = [right for likelihood, right in judged if low <= likelihood < high]
        print(f"likelihood from {low}: right {sum(own)} of {len(own)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
