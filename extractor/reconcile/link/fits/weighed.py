"""Fits that chance could have made as well, borne out where the text around them speaks for a tie.

Every figure is tried on the figures around it, whatever chance would find. What fits is described by features of
the text (`signs`), and weights learnt from labelled stories say how likely its figures belong together
(`gold/fits.py`, `docs/decisions/0021-fits-are-weighed.md`). Such a relation can bear a figure out and never
question it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import exp, fsum, inf

from extractor.lexicon import table
from extractor.model import Claim, Relation, RelationKind
from extractor.reconcile.link.fits.addable import TELLING, are_unlike, makes_sense, one_noun
from extractor.reconcile.link.fits.confirm import HEAP, SIZES
from extractor.reconcile.link.fits.equations import added, minus, percent
from extractor.reconcile.link.fits.facts import Ends, Fact, facts_of
from extractor.reconcile.link.fits.hypotheses import SUM, Hypothesis, larger
from extractor.reconcile.link.fits.made import Target, meets, relation_of, target_of
from extractor.reconcile.link.fits.signs import Fit, Tied, signs
from extractor.reconcile.story import AMOUNTS, Story
from extractor.regexes import Regex

#: Zones around a figure that may hold the others; the first two, headline and standfirst, are near to all.
ZONES, TOP = 6, 2
#: How many figures, the nearest first, an equation is tried on.
NEAR = 18
_BARE = Regex(r"[\d.,]+")


def _first(others: Sequence[Ends]) -> Ends:
    return others[0]


def _is_change(_: Story, target: Fact) -> bool:
    return target.change


def _rose(_: Story, target: Fact) -> bool:
    return target.change and target.way == "rose"


def _fell(_: Story, target: Fact) -> bool:
    return target.change and target.way == "fell"


def _of_risen(others: Sequence[Ends]) -> Ends:
    return percent([others[0], minus([others[1], others[0]])])


def _of_fallen(others: Sequence[Ends]) -> Ends:
    return percent([others[0], added(others)])


def _is_no_change(_: Story, target: Fact) -> bool:
    return not target.change


def _smaller_first(_: Story, __: Fact, others: Sequence[Fact]) -> bool:
    return larger(others[1], others[0])


def _elsewhere(_: Story, target: Fact, others: Sequence[Fact]) -> bool:
    return others[0].sentence != target.sentence and not others[0].change


def _own_unit(target: Fact, other: Fact) -> bool:
    return target.unit == other.unit


#: One fact told twice, in two sentences.
AGAIN = Hypothesis(
    "same", "CPMUDRT", ("from",), ("CPMUDRT",), _is_no_change, _first, _elsewhere, asks=(_own_unit,)
)
#: A change told in per cent and in units, and the level that it starts from or comes to.
CHANGES = tuple(
    Hypothesis("share", "P", roles, (AMOUNTS, AMOUNTS), applies, compute, _smaller_first, alike=True)
    for roles, applies, compute in (
        (("part", "whole"), _is_change, percent),
        (("part", "risen"), _rose, _of_risen),
        (("part", "fallen"), _fell, _of_fallen),
    )
)


def weighed(story: Story, found: Sequence[Relation]) -> Iterator[Relation]:
    """The likeliest fit of each figure, if it is likely enough and no relation tells the same numbers so."""
    told = {_numbers(r.kind, r.claims()) for r in found}
    made: set[str] = set()
    for _, fit in sorted(_likely(story, found), key=lambda scored: (-scored[0], scored[1].place)):
        numbers = _numbers(fit.hypothesis.kind, [f.claim for f in fit.facts])
        if numbers not in told and fit.target.claim.id not in made:
            told.add(numbers)
            made.add(fit.target.claim.id)
            yield relation_of(story, fit.target, fit.hypothesis, fit.others)


def _numbers(kind: RelationKind, claims: Sequence[Claim]) -> tuple[RelationKind, frozenset[object]]:
    """Equal for relations of one kind that hold the same numbers; one fact told twice goes by its places."""
    return kind, frozenset(c.id if kind == "same" else (c.figure.kind, c.figure.amount) for c in claims)


def _likely(story: Story, found: Sequence[Relation]) -> Iterator[tuple[float, Fit]]:
    weights = _weights()
    for fit, described in described_fits(story, found):
        likelihood = weights.likelihood(described)
        if likelihood >= weights.least:
            yield likelihood, fit


def described_fits(story: Story, found: Sequence[Relation]) -> Iterator[tuple[Fit, frozenset[str]]]:
    """Every fit of figures that no relation has together, with what the text shows of it."""
    known = {frozenset(c.id for c in r.claims()) for r in found}
    told = {r.roles[0].value.id for r in found if r.strength != "numeric" and r.kind != "same"}
    facts = facts_of(story)
    tied = Tied(story, facts, found)
    for fact in facts:
        if fact.claim.id not in told and len(story.in_sentence(fact.claim.sentence)) <= HEAP:
            for fit in _fits(story, fact, facts):
                if frozenset(f.claim.id for f in fit.facts) not in known:
                    yield fit, signs(tied, fit)


def _fits(story: Story, fact: Fact, facts: Sequence[Fact]) -> Iterator[Fit]:
    target = target_of(story, fact)
    near = _near(fact, facts)
    more = [h for h in (AGAIN, *CHANGES) if fact.kind in h.target and h.applies(story, fact)]
    yield from _fitting(story, target, [h for h in more if h is AGAIN], near)
    made = [*target.hypotheses, *(h for h in more if h is not AGAIN)]
    yield from _fitting(story, target, made, _each_once(fact, near))


def _fitting(
    story: Story, target: Target, hypotheses: Sequence[Hypothesis], near: Sequence[Fact]
) -> Iterator[Fit]:
    tried = 0
    found: list[tuple[Hypothesis, tuple[Fact, ...]]] = []
    for hypothesis in hypotheses:
        for others in _groups(target.fact, hypothesis, near):
            tried += 1
            computed = hypothesis.compute([o.ends for o in others])
            fits = inf not in computed and meets(target.fact, computed)
            if fits and _may_tell(story, target.fact, hypothesis, others):
                found.append((hypothesis, others))
    rivals = len({(h.kind, *sorted(str(o.claim.figure.value) for o in others)) for h, others in found})
    for hypothesis, others in found:
        admitted = hypothesis.admits(story, target.fact, others)
        yield Fit(target.fact, hypothesis, others, tried * target.chance, rivals, admitted, target.chance)


def _may_tell(story: Story, fact: Fact, hypothesis: Hypothesis, others: Sequence[Fact]) -> bool:
    """False for what nobody would tell, and for numbers that meet all the time."""
    together = (fact, *others)
    if hypothesis is AGAIN:
        told = fact.digits > 2 or fact.kind != "C" or one_noun(fact, others)
        return fact.digits > 1 and told and not are_unlike(together) and not any(map(_takes_up, together))
    if hypothesis.kind != "sum":
        admitted = hypothesis.admits(story, fact, others)
        return (
            admitted and not all(o.small for o in others) and (_in_one(together) or not _has_small(together))
        )
    short = all(f.kind == "C" and f.digits < TELLING for f in together)
    if not _in_one(together) and (_has_small(together) or (short and are_unlike(together))):
        return False
    whole, *parts = together if hypothesis is SUM else (*others, fact)
    return makes_sense(story, whole, parts)


def _takes_up(fact: Fact) -> bool:
    """True for "the 61.7 rate", a share without its unit, which only takes up one that was told."""
    return fact.kind == "P" and _BARE.fullmatch(fact.claim.figure.text) is not None


def _in_one(facts: Sequence[Fact]) -> bool:
    return len({f.sentence for f in facts}) == 1


def _has_small(facts: Sequence[Fact]) -> bool:
    return any(f.small for f in facts)


def _near(fact: Fact, facts: Sequence[Fact]) -> list[Fact]:
    """The other figures within reach, the nearest first."""
    start = fact.claim.figure.span.start
    found = [f for f in facts if f is not fact and _reaches(f, fact)]
    return sorted(found, key=lambda f: abs(f.claim.figure.span.start - start))


def _reaches(one: Fact, other: Fact) -> bool:
    return abs(one.zone - other.zone) <= ZONES or min(one.zone, other.zone) < TOP


def _each_once(fact: Fact, near: Sequence[Fact]) -> list[Fact]:
    """The nearest figures of each amount but the target's own."""
    amounts = {fact.amount: fact}
    found: list[Fact] = []
    for other in near:
        if other.amount not in amounts and len(found) < NEAR:
            amounts[other.amount] = other
            found.append(other)
    return found


def _groups(fact: Fact, hypothesis: Hypothesis, near: Sequence[Fact]) -> Iterator[tuple[Fact, ...]]:
    """The figures that an equation is tried on together."""
    if hypothesis is SUM:
        alike = sorted((f for f in near if f.unit == fact.unit), key=lambda f: f.number)
        for size in SIZES:
            yield from (tuple(alike[at : at + size]) for at in range(len(alike) - size + 1))
        return
    takers = [_takers(fact, hypothesis, role, near) for role in range(len(hypothesis.roles))]
    if len(takers) == 1:
        yield from ((f,) for f in takers[0])
        return
    for one, other in product(*takers):
        if one is not other and (one.unit == other.unit or not hypothesis.alike):
            yield one, other


def _takers(fact: Fact, hypothesis: Hypothesis, role: int, near: Sequence[Fact]) -> list[Fact]:
    families = hypothesis.families[role]
    ask = hypothesis.asks[role] if hypothesis.asks else None
    return [f for f in near if f.kind in families and (ask is None or ask(fact, f))]


@dataclass(frozen=True, slots=True)
class _Weights:
    least: float
    of: dict[str, float]

    def likelihood(self, described: frozenset[str]) -> float:
        # Exact, so that the order in which a set gives its features decides nothing.
        return 1 / (1 + exp(-fsum(self.of.get(f, 0.0) for f in described)))


@cache
def _weights() -> _Weights:
    learnt = table("fits")
    return _Weights(learnt["least"], learnt["weights"])
