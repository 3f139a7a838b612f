"""Learns the weights of `extractor/data/fits.toml`: `python -m gold.fits --help`.

In the tuning parts of the gold and of the passages, and in all of `gold/told`, people labelled which figures
belong together. Of everything that happens to fit in those texts some is labelled and most is chance.
Logistic regression on the features of the text says how much each speaks for a tie. Scores are those of gold
stories that were held out, a fifth at a time; twins stay together.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, fsum
from pathlib import Path
from unittest import mock

from extractor.model import Claim, Relation
from extractor.reconcile.link import link
from extractor.reconcile.link.fits.signs import Fit
from extractor.reconcile.link.fits.weighed import described_fits
from extractor.reconcile.story import Story, family
from gold.bare import FOLDS, fold
from gold.logistic import regression
from gold.passages.passage import load as load_passages
from gold.tally import Json
from gold.texts import load_part
from gold.ties import framed_story
from gold.told.cutting import load as load_cuttings

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "extractor" / "data" / "fits.toml"
#: Weight of the squared coefficients, which keeps rare features small.
RIDGE = 3.0
#: Times that a feature has to be seen to get a weight, and the least weight that is kept.
SEEN, KEPT = 10, 0.05
#: From which likelihood on a fit bears a figure out.
LEAST = 0.65
HEADER = """\
# How much each feature of a text speaks for a tie between figures that fit: log odds, learnt.
#
# Made by `python -m gold.fits --write`, never by hand; docs/decisions/0021-fits-are-weighed.md tells how
# and why. `least` is the likelihood from which a figure is borne out. Features are named in
# reconcile/link/fits/signs.py.
"""
#: Offsets of the figures that a label ties.
Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Sample:
    """A fit, what the text shows of it, and whether people tied it: 1, 0, or None where nobody can say."""

    document: str
    fit: Fit
    described: frozenset[str]
    label: int | None


def samples() -> Iterator[Sample]:
    """Every fit of the labelled stories that no relation has."""
    for label in load_part("tune").documents:
        for story, fit, described, ties in _fits(label["id"], label["text"], _gold_ties(label)):
            yield Sample(label["id"], fit, described, int(any(_tells(story, fit, t) for t in ties)))


def cuttings() -> Iterator[Sample]:
    """Those of the short texts; one that shares two figures with a tie is open: not all ties are told."""
    told = [(c.id, c.text, [t.figures for t in c.relations]) for c in load_cuttings()]
    told += [(p.id, p.text, [] if p.innocent else [p.figures]) for p in load_passages("tune")]
    for name, text, labelled in told:
        for _, fit, described, ties in _fits(name, text, labelled):
            shared = [_shared(fit, t) for t in ties]
            whole = any(n == len(t) == len(fit.facts) for n, t in zip(shared, ties, strict=True))
            yield Sample(name, fit, described, 1 if whole else None if max(shared, default=0) > 1 else 0)


def _gold_ties(label: Json) -> list[Spans]:
    return [
        [(f["start"], f["end"]) for f in finding["figures"]]
        for finding in label["findings"]
        if finding["verdict"] in ("consistent", "mismatch") and not finding.get("cells")
    ]


def _fits(
    name: str, text: str, ties: Sequence[Spans]
) -> Iterator[tuple[Story, Fit, frozenset[str], Sequence[Spans]]]:
    with mock.patch("extractor.reconcile.link.weighed") as weighed:
        list(link(framed_story(name, text)))
    story: Story
    kept: Sequence[Relation]
    story, kept = weighed.call_args.args
    for fit, described in described_fits(story, kept):
        yield story, fit, described, ties


def _shared(fit: Fit, spans: Spans) -> int:
    """How many figures of a fit are labelled ones."""
    own = [f.claim.figure.span for f in fit.facts]
    return sum(any(s.start < end and start < s.end for start, end in spans) for s in own)


def _tells(story: Story, fit: Fit, spans: Spans) -> bool:
    """True if a fit prints what labelled figures do: the 760 of the headline for the one of the text."""
    labelled = [c for c in story.claims if any(_meet(c, start, end) for start, end in spans)]
    return Counter(map(_printed, labelled)) == Counter(_printed(f.claim) for f in fit.facts)


def _meet(claim: Claim, start: int, end: int) -> bool:
    return claim.figure.span.start < end and start < claim.figure.span.end


def _printed(claim: Claim) -> tuple[object, ...]:
    return family(claim), claim.figure.value, claim.figure.amount


def learnt(chosen: Sequence[Sample]) -> dict[str, float]:
    """The weights of the features."""
    known = [(s.described, s.label) for s in chosen if s.label is not None]
    return regression([d for d, _ in known], [label for _, label in known], ridge=RIDGE, seen=SEEN)


def held_out(every: Sequence[Sample], short: Sequence[Sample]) -> Iterator[tuple[float, Sample]]:
    """Each fit of a story with its likelihood under weights learnt without its fold."""
    for number in range(FOLDS):
        weights = learnt([*(s for s in every if fold(s.document) != number), *short])
        for sample in every:
            if fold(sample.document) == number:
                yield 1 / (1 + exp(-fsum(weights.get(f, 0.0) for f in sample.described))), sample


def chosen(judged: Sequence[tuple[float, Sample]], least: float) -> Iterator[Sample]:
    """The likeliest fit of each figure, the likeliest first; figures together count once."""
    targets: set[tuple[str, int]] = set()
    sets: set[tuple[str, frozenset[int]]] = set()
    for likelihood, sample in sorted(judged, key=lambda j: -j[0]):
        target = (sample.document, sample.fit.place[0])
        together = (sample.document, frozenset(sample.fit.place))
        if likelihood >= least and target not in targets and together not in sets:
            targets.add(target)
            sets.add(together)
            yield sample


def main() -> int:
    """Entry point: prints the held-out scores; writes the weights if asked."""
    parser = argparse.ArgumentParser(description="Learn which figures that fit belong together.")
    parser.add_argument("--write", action="store_true", help=f"write {OUT.relative_to(ROOT)}")
    arguments = parser.parse_args()
    every, short = list(samples()), list(cuttings())
    judged = list(held_out(every, short))
    for least in (0.4, 0.5, 0.6, 0.7, 0.8):
        labels = Counter(s.label for s in chosen(judged, least))
        print(f"{least}: labelled {labels[1]}, not labelled {labels[0]}")
    if arguments.write:
        weights = sorted((f, w) for f, w in learnt([*every, *short]).items() if abs(w) >= KEPT)
        lines = [HEADER, f"least = {LEAST}", "", "[weights]", *(f'"{f}" = {w:.2f}' for f, w in weights)]
        OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
