"""Learns the weights of `extractor/data/denied.toml`: `python -m gold.denied [--write]`.

For every figure of the tuning part for which a denial is looked for, the signs are known, and the label says
whether it counts those that did not; so for the sentences that the rules are tuned on, half of them traps
(`tests/frame/negation/tuned.txt`). A regression says how much each sign speaks for that. Scores are those of
stories that were held out, a fifth at a time.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from spacy.language import Language

from extractor.find import find
from extractor.frame import frame, load_model
from extractor.frame.earlier import Framed
from extractor.frame.polarity.likely_denied import REFUSED, likelihood, may_be_denied, signs
from extractor.frame.sentences import Spot
from extractor.lexicon import load_policy
from extractor.model import Claim, Document, Figure
from extractor.read import document_from_text
from gold.bare import FOLDS, fold
from gold.figures import NOT_LABELLED, pair_spans
from gold.logistic import regression
from gold.tally import Json
from gold.texts import load_part
from tests.frame.conftest import story
from tests.frame.test_negation import labelled

if TYPE_CHECKING:
    from spacy.tokens import Token

OUT = Path(__file__).resolve().parent.parent / "extractor" / "data" / "denied.toml"
#: Weight of the squared coefficients, and times that a sign has to be seen.
RIDGE = 4.0
SEEN = 4
#: What a figure is worth for which the rules find a denial: in stories that they were not written on they
#: miss many that look like it.
FOUND = 0.4
#: Likelihood from which a denial is guessed.
ENOUGH = 0.5
HEADER = """\
# How much each sign speaks for a figure that counts those that did not, where no rule finds a denial: learnt.
#
# Made by `python -m gold.denied --write`, never by hand; docs/decisions/0018-a-denial-may-be-likely.md tells
# how and why. Signs are named in frame/polarity/likely_denied.py; "" is for a figure without any.
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """A figure with its signs: whether it is labelled as denied, and whether the rules say so.

    A figure of a kind that nothing is guessed of has no signs, nor has one that was not found.
    """

    document: str
    signs: frozenset[str]
    denied: bool
    ruled: bool


def samples(labels: Sequence[Json]) -> Iterator[Sample]:
    """The figures of labelled texts."""
    for label in labels:
        document = document_from_text(label["text"], id=label["id"])
        claims, asked = _asked(document, find(label["text"], load_policy(), document.blocks))
        wanted = [f for f in label["figures"] if f["kind"] not in NOT_LABELLED]
        spans = [c.figure.span for c in claims]
        pairs = dict(pair_spans(wanted, [{"start": s.start, "end": s.end} for s in spans]))
        for number, figure in enumerate(wanted):
            claim = claims[pairs[number]] if number in pairs else None
            yield _sample(label["id"], claim, asked, denied=figure["negated"])


def traps() -> Iterator[Sample]:
    """The figures of the sentences that the rules are tuned on."""
    for number, sentence in enumerate(labelled("tuned")):
        document, figures = story(sentence.marked)
        claims, asked = _asked(document, figures)
        for claim, denied in zip(claims, sentence.expected, strict=True):
            yield _sample(f"trap {number}", claim, asked, denied=denied)


def _asked(
    document: Document, figures: Sequence[Figure]
) -> tuple[Sequence[Claim], dict[int, frozenset[str]]]:
    """The claims of a text as the rules have them, and the signs at the start of each figure."""
    asked: dict[int, frozenset[str]] = {}

    def listen(spot: Spot, noun: Token | None, earlier: Sequence[Framed]) -> bool:
        if may_be_denied(spot):
            asked[spot.figure.span.start] = signs(spot, noun, earlier) | {""}
        return False

    with mock.patch("extractor.frame.likely_denied", listen):
        return frame(document, figures, _model()).claims, asked


def _sample(name: str, claim: Claim | None, asked: Mapping[int, frozenset[str]], *, denied: bool) -> Sample:
    if claim is None or claim.statistic == "change":
        return Sample(name, frozenset(), denied, claim is not None and claim.negated)
    found = asked.get(claim.figure.span.start, frozenset())
    if claim.negated:
        found = frozenset(sign for sign in found if not sign.startswith(REFUSED))
    return Sample(name, found, denied, claim.negated)


def weights_of(chosen: Sequence[Sample]) -> dict[str, float]:
    """Weight of each sign that is seen often enough."""
    told = [s for s in chosen if s.signs]
    often = Counter(sign for s in told for sign in s.signs)
    kept = frozenset(sign for sign, n in often.items() if n >= SEEN)
    worth = [FOUND if s.ruled else 1.0 for s in told]
    return regression([s.signs & kept for s in told], [int(s.denied) for s in told], ridge=RIDGE, worth=worth)


def held_out(every: Sequence[Sample], always: Sequence[Sample]) -> Iterator[tuple[Sample, bool]]:
    """Each figure with what rules and weights say that were learnt without its fold, and with the traps."""
    for number in range(FOLDS):
        weights = weights_of([*(s for s in every if fold(s.document) != number), *always])
        for sample in every:
            if fold(sample.document) == number:
                yield sample, sample.ruled or guessed(sample, weights)


def guessed(sample: Sample, weights: Mapping[str, float]) -> bool:
    """True if the weights hold a denial for likelier than none."""
    return bool(sample.signs) and likelihood(sample.signs - {""}, weights) > ENOUGH


@cache
def _model() -> Language:
    return load_model(None)


def _written(weights: Mapping[str, float]) -> str:
    lines = [f'"{name}" = {weight:.2f}' for name, weight in sorted(weights.items()) if abs(weight) >= 0.005]
    return "\n".join([HEADER, "[weights]", *lines, ""])


def _score(judged: Sequence[tuple[Sample, bool]]) -> str:
    """Precision, recall and F1 of what is told to be denied."""
    hits = sum(told and sample.denied for sample, told in judged)
    told, denied = sum(told for _, told in judged), sum(sample.denied for sample, _ in judged)
    return f"{hits} of {told} right, {hits} of {denied} found, F1 {200 * hits / (told + denied):.1f}"


def main() -> int:
    """Entry point of `python -m gold.denied`."""
    parser = argparse.ArgumentParser(prog="python -m gold.denied", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the weights of the whole tuning part")
    arguments = parser.parse_args()
    every, always = list(samples(load_part("tune").documents)), list(traps())
    if arguments.write:
        OUT.write_text(_written(weights_of([*every, *always])), encoding="utf-8")
        return 0
    print(f"rules: {_score([(s, s.ruled) for s in every])}")
    print(f"with weights, held out: {_score(list(held_out(every, always)))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
