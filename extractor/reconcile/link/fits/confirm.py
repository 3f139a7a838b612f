"""Confirming by numbers: which figures near a claim make it, where the words alone do not say.

A relation found here can confirm and never accuse. For each claim the equations of its kind are
tried on the figures around it, in the same sentence first, then in the neighbouring paragraphs,
then farther away. A fit counts only if it is the one fit of its level and chance would hardly
make one: quotients of printed numbers spread about evenly over the powers of ten (Benford 1938),
so an interval of relative width w is hit by chance about w / ln 10 times for each try.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf

from extractor.model import Claim, Relation
from extractor.reconcile.link.fits.around import FAR, MOST, Around, Near, Page, page_of
from extractor.reconcile.link.fits.equations import percent
from extractor.reconcile.link.fits.facts import SMALL, Ends, Fact, facts_of
from extractor.reconcile.link.fits.hypotheses import HYPOTHESES, SUM, Hypothesis, larger
from extractor.reconcile.link.fits.made import Target, meets, relation_of, target_of
from extractor.reconcile.story import AMOUNTS, Story

#: Above this many fits expected by chance, a fit confirms nothing.
BY_CHANCE = 0.15
#: Which tier of `REACHES` the figures of a level may stand in, and whether one of them must be the figure
#: printed right before or after the claim. Of a tier those beside it are tried first.
LEVELS = ((0, True), (1, True), (0, False), (1, False), (2, True), (2, False), (3, True))
#: More figures than these in one sentence are a table that lost its lines; among so many, anything fits.
HEAP = 100
#: Figures that follow each other and may make a sum.
SIZES = range(2, 7)


#: The figures, by their numbers, that the equations of each kind were tried on.
Tried = dict[str, set[tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class _Level:
    """The figures that a level tries, the nearest first."""

    near: Sequence[Near]
    tier: int
    adjacent: bool

    @property
    def is_whole(self) -> bool:
        """True if the level has all figures of its tier, so that those that follow each other do so on each."""
        return len(self.near) < MOST

    def has_new(self, near: Sequence[Near]) -> bool:
        """False if nothing that is made of these figures is new."""
        has_tier = any(n.tier == self.tier for n in near)
        return has_tier and (not self.adjacent or any(n.beside for n in near))

    def is_new(self, tier: int, beside: bool) -> bool:
        """True for figures of this widest tier, one of them beside the claim or none, that no level had before."""
        return tier == self.tier and beside == self.adjacent


def confirmed(story: Story, linked: Iterable[Relation]) -> Iterator[Relation]:
    """One relation for each claim that the phrases left alone and that others make."""
    done = {r.roles[0].value.id for r in linked if r.kind != "same" and isinstance(r.roles[0].value, Claim)}
    used = {frozenset(c.id for c in r.claims()) for r in linked}
    facts = facts_of(story)
    page = page_of(story, facts)
    for fact in facts:
        if fact.claim.id in done or len(story.in_sentence(fact.claim.sentence)) > HEAP:
            continue
        relation = _confirm(page, target_of(story, fact))
        if relation is not None and frozenset(c.id for c in relation.claims()) not in used:
            used.add(frozenset(c.id for c in relation.claims()))
            yield relation


def _confirm(page: Page, target: Target) -> Relation | None:
    """The relation that makes a claim, from the nearest level that has one; None as soon as chance could."""
    expected = 0.0
    tried: Tried = {}
    around = Around(page, target.fact)
    for tier, adjacent in LEVELS:
        level = _Level(around.near(tier), tier, adjacent)
        fits: list[tuple[Hypothesis, tuple[Fact, ...]]] = []
        for hypothesis, others in _tries(page.story, target, level, tried):
            computed = hypothesis.compute([o.ends for o in others])
            if not fits:
                expected += _chance(target, others, computed)
            if expected > BY_CHANCE:
                return None
            if meets(target.fact, computed):
                fits.append((hypothesis, others))
        if fits:
            return relation_of(page.story, target.fact, *fits[0]) if _is_one(fits) else None
    return None


def _is_one(fits: Sequence[tuple[Hypothesis, tuple[Fact, ...]]]) -> bool:
    """True if all fits are of one kind and of the same values."""
    return (
        len({(h.kind, tuple(sorted(str(o.claim.figure.value) for o in others))) for h, others in fits}) == 1
    )


def shared_wholes(story: Story, linked: Sequence[Relation]) -> Iterator[Relation]:
    """Shares whose part stands beside them and whose whole another share of the paragraph has."""
    shares = [r for r in linked if r.kind == "share"]
    done = {r.roles[0].value.id for r in shares}
    wholes = [c.id for s in shares for c in s.claims("whole")]
    if not wholes:
        return
    facts = facts_of(story)
    by_id = {f.claim.id: f for f in facts}
    shared = [by_id[w] for w in wholes if w in by_id]
    for rate in facts:
        if rate.kind != "P" or rate.claim.id in done or rate.change:
            continue
        near = [w for w in shared if abs(w.zone - rate.zone) <= 1]
        for part, whole in ((p, w) for p in _parts_beside(rate, facts) for w in near if p is not w):
            fits = part.unit == whole.unit and not larger(part, whole)
            if fits and meets(rate, percent([part.ends, whole.ends])):
                yield relation_of(story, rate, HYPOTHESES[0], (part, whole))
                break


def _parts_beside(rate: Fact, facts: Sequence[Fact]) -> list[Fact]:
    """The amounts printed right before and after a share in its sentence."""
    beside = [f for f in facts if abs(f.number - rate.number) == 1 and f.kind in AMOUNTS]
    return [f for f in beside if rate.claim.sentence.contains(f.claim.figure.span)]


def _tries(
    story: Story, target: Target, level: _Level, tried: Tried
) -> Iterator[tuple[Hypothesis, tuple[Fact, ...]]]:
    """Each equation with figures that it may be tried on, those left out that its kind was tried on before."""
    has_new = level.has_new(level.near)
    for hypothesis in target.hypotheses:
        done = tried.setdefault(hypothesis.kind, set())
        groups: Iterable[tuple[Fact, ...]] = ()
        if hypothesis is SUM:
            groups = _windows(target.fact, level)
        elif has_new:
            groups = _groups(target.fact, level, hypothesis)
        for others in groups:
            key = _key(others)
            if key not in done and hypothesis.admits(story, target.fact, others):
                done.add(key)
                yield hypothesis, others


def _key(facts: Sequence[Fact]) -> tuple[int, ...]:
    """Equal for the same figures in whatever order."""
    numbers = [f.number for f in facts]
    if len(numbers) == 2:
        return (numbers[0], numbers[1]) if numbers[0] < numbers[1] else (numbers[1], numbers[0])
    return tuple(sorted(numbers))


def _groups(target: Fact, level: _Level, hypothesis: Hypothesis) -> Iterator[tuple[Fact, ...]]:
    """One figure of the claim's own zone, or each pair both ways round that stands near enough; new ones alone."""
    firsts = hypothesis.takers(0, target, level.near)
    if len(hypothesis.roles) == 1:
        yield from ((n.fact,) for n in firsts if n.apart == 0 and level.is_new(n.tier, n.beside))
        return
    seconds = hypothesis.takers(1, target, level.near) if firsts else []
    if not level.has_new([*firsts, *seconds]):
        return
    pools: dict[tuple[int, bool, int], list[Fact]] = {}
    for first in firsts:
        kind = (first.tier, first.beside, first.rank)
        if kind not in pools:
            pools[kind] = _joining(first, seconds, level)
        one, unit = first.fact, first.fact.unit
        for other in pools[kind]:
            if other is not one and (other.unit == unit or not hypothesis.alike):
                yield one, other


def _joining(first: Near, seconds: Sequence[Near], level: _Level) -> list[Fact]:
    """Those that may join a figure for the first time: near ones, or any if one is in the claim's sentence."""
    return [
        n.fact
        for n in seconds
        if n.rank + first.rank <= FAR and level.is_new(max(n.tier, first.tier), n.beside or first.beside)
    ]


def _windows(target: Fact, level: _Level) -> Iterator[tuple[Fact, ...]]:
    """Two to six figures of the claim's unit that follow each other in print and stand near enough."""
    ordered = sorted((n for n in level.near if n.fact.unit == target.unit), key=lambda n: n.fact.number)
    # Each has a figure of the claim's own zone, and where the level asks for one, a figure beside the claim.
    held = [at for at, n in enumerate(ordered) if (n.beside if level.adjacent else n.rank < FAR - 1)]
    if not held:
        return
    ordered = ordered[max(0, held[0] - SIZES[-1] + 1) : held[-1] + SIZES[-1]]
    if level.is_whole and not level.has_new(ordered):
        return
    facts = [n.fact for n in ordered]
    # Of the figures from each on: the nearest rank, the farthest, the widest tier, whether one is beside the claim.
    seen = [(n.rank, n.rank, n.tier, n.beside) for n in ordered]
    for size in SIZES:
        for start in range(len(ordered) - size + 1):
            last = ordered[start + size - 1]
            near, far, tier, beside = seen[start]
            near, far = min(near, last.rank), max(far, last.rank)
            tier, beside = max(tier, last.tier), beside or last.beside
            seen[start] = near, far, tier, beside
            near_enough = near == 0 or (near == 1 and far < FAR)
            if near_enough and (
                level.is_new(tier, beside) if level.is_whole else beside or not level.adjacent
            ):
                yield tuple(facts[start : start + size])


def _chance(target: Target, others: Sequence[Fact], computed: Ends) -> float:
    """How likely a chance pair would meet the target; small counts make simple fractions all the time."""
    if all(o.small for o in others):
        return 1 / SMALL
    return 1.0 if inf in computed else target.chance
