"""Figures that the text ties without a phrase, by weighing what it shows of them.

The phrases of `link` know how a change and its levels are told in one breath. Reporters also spread
them over sentences, in more ways than can be written down. Here every pair of figures that a change
or a rate could be made of is described by features of the text alone, and weights say how much each
feature speaks for a tie. The weights are learnt from stories in which the printed numbers show
which figures belong together (`gold/ties.py`; `docs/decisions/0011-learnt-ties.md`), and so
the numbers of the story at hand are never asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, fsum

from extractor.lexicon import table
from extractor.model import Claim, Relation
from extractor.reconcile.link.tie import change, share
from extractor.reconcile.link.tie.triple import LATE, Triple, late
from extractor.reconcile.link.tie.triple import features as shared
from extractor.reconcile.link.window.near import is_excused, is_near
from extractor.reconcile.story import Story

__all__ = ["TIES", "Tie", "tied"]


@dataclass(frozen=True, slots=True)
class Tie:
    """One kind of tie: which triples a figure could make, what describes them, and the relation they become."""

    name: str
    triples: Callable[[Story, Claim], Iterator[Triple]]
    features: Callable[[Story, Triple], Iterator[str]]
    relation: Callable[[Story, Triple], Relation]
    #: Whether something else in the story accounts for one of the three, so that a tie that fails is none.
    is_explained: Callable[[Story, Triple], bool] = lambda _story, _triple: False

    def describe(self, story: Story, triple: Triple) -> frozenset[str]:
        """All features of a triple."""
        return self.early(story, triple).union(late(story, triple))

    def early(self, story: Story, triple: Triple) -> frozenset[str]:
        """All features but those that take longest to look for."""
        return frozenset((*shared(story, triple), *self.features(story, triple)))


TIES = (
    Tie("change", change.triples, change.features, change.relation),
    Tie("share", share.triples, share.features, share.relation, share.is_explained),
)


#: From this likelihood on, a figure that is far off may be questioned too, if a mix-up accounts for it.
SURE = 0.95


def tied(story: Story, found: Sequence[Relation]) -> Iterator[Relation]:
    """The relations of those figures that no relation found so far is about."""
    explained = {c.id for r in found for c in r.claims() if r.kind != "same"}
    for claim in story.claims:
        if claim.id not in explained:
            yield from (r for tie in TIES if (r := _tie(story, tie, claim)) is not None)


def _tie(story: Story, tie: Tie, claim: Claim) -> Relation | None:
    """The likeliest triple of a figure, if it is likely enough."""
    weights = _weights(tie.name)
    scored = [
        (p, t) for t in tie.triples(story, claim) if (p := _likelihood(story, tie, t, weights)) is not None
    ]
    if not scored:
        return None
    likelihood, best = max(scored, key=lambda s: s[0])
    if tie.is_explained(story, best):
        return None
    relation = tie.relation(story, best)
    return relation if is_near(relation) or (likelihood >= SURE and not is_excused(relation)) else None


def _likelihood(story: Story, tie: Tie, triple: Triple, weights: _Weights) -> float | None:
    """How likely a triple belongs together, 0 to 1; None where that is not likely enough, whatever is left to see."""
    seen = tie.early(story, triple)
    if weights.likelihood(seen, weights.left) < weights.least:
        return None
    likelihood = weights.likelihood(seen.union(late(story, triple)))
    return likelihood if likelihood >= weights.least else None


@dataclass(frozen=True, slots=True)
class _Weights:
    """What each feature adds to the log odds of a tie."""

    least: float
    of: Mapping[str, float]
    #: The most that the late features can add together.
    left: float

    def likelihood(self, features: frozenset[str], more: float = 0.0) -> float:
        """How likely it is that the figures of so described a triple belong together, 0 to 1.

        `more` is added to the log odds. The sum is exact, whatever the order of the features.
        """
        of = self.of
        return 1 / (1 + exp(-fsum([more, *[of[f] for f in features if f in of]])))


@cache
def _weights(name: str) -> _Weights:
    learnt = table("ties")[name]
    best: dict[str, float] = {}
    for feature, weight in learnt["weights"].items():
        kind = feature.partition("=")[0]
        best[kind] = max(best.get(kind, 0.0), weight)
    # A hair more, so that no rounding rules out what just reaches.
    return _Weights(learnt["least"], learnt["weights"], 1e-9 + sum(best.get(kind, 0.0) for kind in LATE))
