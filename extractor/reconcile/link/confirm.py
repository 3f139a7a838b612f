"""Confirming by numbers: which figures near a claim make it, where the words alone do not say.

A relation found here can confirm and never accuse. For each claim the equations of its kind are
tried on the figures around it, in the same sentence first, then in the neighbouring paragraphs,
then farther away. A fit counts only if it is the one fit of its level and chance would hardly
make one: quotients of printed numbers spread about evenly over the powers of ten (Benford 1938),
so an interval of relative width w is hit by chance about w / ln 10 times for each try.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf, log

from extractor.model import Claim, Cue, Relation, Role
from extractor.reconcile.link.facts import SMALL, Ends, Fact, facts_of
from extractor.reconcile.link.hypotheses import (
    DIFFERENCE,
    HYPOTHESES,
    PART,
    SUM,
    Hypothesis,
    larger,
    percent,
    product,
)
from extractor.reconcile.story import AMOUNTS, Story

#: Above this many fits expected by chance, a fit confirms nothing.
BY_CHANCE = 0.15
#: How many zones apart the figures of a level may stand (-1: in one sentence), and whether one of
#: them must be the figure printed right before or after the claim.
LEVELS = ((-1, True), (1, True), (-1, False), (1, False), (3, True), (3, False), (1000, True))
#: The different reaches among them, the narrowest first, and the last of them.
LIMITS = tuple(sorted({reach for reach, _ in LEVELS}))
FARTHEST = LIMITS[-1]
#: More figures than these, the nearest first, are not tried on any level.
MOST = 40
#: The rank of a figure beyond the neighbouring zones.
FAR = 3
#: Figures that follow each other and may make a sum.
SIZES = range(2, 7)


#: The figures, by their numbers, that the equations of each kind were tried on.
Tried = dict[str, set[tuple[int, ...]]]


@dataclass(frozen=True, slots=True, eq=False)
class _Near:
    """A figure near the target: how many zones away, and whether it is printed beside it."""

    fact: Fact
    apart: int
    beside: bool
    #: 0 in the target's sentence, 1 in its zone, 2 in a neighbouring one, `FAR` beyond.
    rank: int


@dataclass(frozen=True, slots=True)
class _Page:
    """The facts of a story that an equation may take, in the order of print, and where they begin."""

    story: Story
    facts: Sequence[Fact]
    starts: Sequence[int]
    zones: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Target:
    """The claim that others may make, with the equations that its words allow."""

    fact: Fact
    hypotheses: Sequence[Hypothesis]
    #: How likely a chance pair would meet it.
    chance: float


def confirmed(story: Story, linked: Iterable[Relation]) -> Iterator[Relation]:
    """One relation for each claim that the phrases left alone and that others make."""
    done = {r.roles[0].value.id for r in linked if r.kind != "same" and isinstance(r.roles[0].value, Claim)}
    used = {frozenset(c.id for c in r.claims()) for r in linked}
    facts = facts_of(story)
    page = _page(story, facts)
    for fact in facts:
        if fact.claim.id in done:
            continue
        relation = _confirm(page, _target(story, fact))
        if relation is not None and frozenset(c.id for c in relation.claims()) not in used:
            used.add(frozenset(c.id for c in relation.claims()))
            yield relation


def _page(story: Story, facts: Sequence[Fact]) -> _Page:
    taken = [f for f in facts if not _is_step(story, f.claim)]
    return _Page(story, taken, [f.claim.figure.span.start for f in taken], [f.zone for f in taken])


def _target(story: Story, fact: Fact) -> _Target:
    allowed = [h for h in HYPOTHESES if fact.kind in h.target and h.applies(story, fact)]
    low, high = fact.ends
    centre = abs(low + high) / 2
    width = max(high - low, 1.0 if fact.kind == "C" else 0.0)
    return _Target(fact, allowed, min(1.0, width / (centre * log(10))) if centre else 1.0)


def _confirm(page: _Page, target: _Target) -> Relation | None:
    """The relation that makes a claim, from the nearest level that has one; None as soon as chance could."""
    expected = 0.0
    tried: Tried = {}
    around = _all_around(page, target.fact)
    for reach, adjacent in LEVELS:
        near = [n for n in around if (n.rank == 0 if reach < 0 else n.apart <= reach)][:MOST]
        fits: list[tuple[Hypothesis, tuple[Fact, ...]]] = []
        for hypothesis, others in _tries(page, target, near, adjacent, tried):
            computed = hypothesis.compute([o.ends for o in others])
            if not fits:
                expected += _chance(target, others, computed)
            if expected > BY_CHANCE:
                return None
            if _meets(target.fact, computed):
                fits.append((hypothesis, others))
        if fits:
            return _relation(page.story, target.fact, *fits[0]) if _is_one(fits) else None
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
            if fits and _meets(rate, percent([part.ends, whole.ends])):
                yield _relation(story, rate, HYPOTHESES[0], (part, whole))
                break


def _parts_beside(rate: Fact, facts: Sequence[Fact]) -> list[Fact]:
    """The amounts printed right before and after a share in its sentence."""
    beside = [f for f in facts if abs(f.number - rate.number) == 1 and f.kind in AMOUNTS]
    return [f for f in beside if rate.claim.sentence.contains(f.claim.figure.span)]


def _all_around(page: _Page, target: Fact) -> list[_Near]:
    """The other figures around a target, the nearest first, each amount once."""
    found: dict[int, _Near] = {}
    held = [0] * len(LIMITS)
    for fact in _outward(page, target, held):
        if fact is target or fact.amount in found:
            continue
        apart = abs(fact.zone - target.zone)
        if apart <= FARTHEST and _one_scope(fact.claim, target.claim):
            inside = fact.claim.sentence == target.claim.sentence
            rank = 0 if inside else 1 + min(apart, 2)
            found[fact.amount] = _Near(fact, apart, abs(fact.number - target.number) == 1, rank)
            for level, limit in enumerate(LIMITS):
                held[level] += inside if limit < 0 else apart <= limit
    return list(found.values())


def _outward(page: _Page, target: Fact, held: Sequence[int]) -> Iterator[Fact]:
    """The facts around a target, the nearest first, until each level has all that are tried on it.

    `held` counts those that the caller has kept, for each of the limits.
    """
    facts, starts, start = page.facts, page.starts, target.claim.figure.span.start
    ranges = [_range(page, target, limit) for limit in LIMITS]
    after = bisect_left(starts, start)
    before = after - 1
    while before >= 0 or after < len(facts):
        if _are_enough(ranges, held, before, after):
            return
        if after >= len(facts) or (before >= 0 and start - starts[before] <= starts[after] - start):
            yield facts[before]
            before -= 1
        else:
            yield facts[after]
            after += 1


def _range(page: _Page, target: Fact, limit: int) -> tuple[int, int]:
    """The first of the facts that stand so many zones from a target, and the one behind the last."""
    if limit < 0:
        sentence = target.claim.sentence
        return bisect_left(page.starts, sentence.start), bisect_left(page.starts, sentence.end)
    return bisect_left(page.zones, target.zone - limit), bisect_right(page.zones, target.zone + limit)


def _are_enough(ranges: Sequence[tuple[int, int]], held: Sequence[int], before: int, after: int) -> bool:
    """True if the narrowest level that has facts left to look at holds all that are tried already."""
    for (first, last), number in zip(ranges, held, strict=True):
        if number >= MOST:
            return True
        if before >= first or after < last:
            return False
    return False


def _is_step(story: Story, claim: Claim) -> bool:
    """True for the five of "rounded to the nearest five"."""
    start = claim.figure.span.start
    return story.document.text.endswith("nearest ", 0, start)


def _one_scope(a: Claim, b: Claim) -> bool:
    """False where both name their place themselves and the places differ."""
    if a.place is None or b.place is None or "here" not in (a.place.found, b.place.found):
        return True
    return a.place.key == b.place.key


def _tries(
    page: _Page, target: _Target, near: Sequence[_Near], adjacent: bool, tried: Tried
) -> Iterator[tuple[Hypothesis, tuple[Fact, ...]]]:
    """Each equation with figures that it may be tried on, those left out that its kind was tried on before."""
    for hypothesis in target.hypotheses:
        done = tried.setdefault(hypothesis.kind, set())
        groups = _windows if hypothesis is SUM else _groups
        for others in groups(target.fact, near, hypothesis, adjacent):
            key = _key(others)
            if key not in done and hypothesis.admits(page.story, target.fact, others):
                done.add(key)
                yield hypothesis, others


def _key(facts: Sequence[Fact]) -> tuple[int, ...]:
    """Equal for the same figures in whatever order."""
    numbers = [f.number for f in facts]
    if len(numbers) == 2:
        return (numbers[0], numbers[1]) if numbers[0] < numbers[1] else (numbers[1], numbers[0])
    return tuple(sorted(numbers))


def _groups(
    target: Fact, near: Sequence[_Near], hypothesis: Hypothesis, adjacent: bool
) -> Iterator[tuple[Fact, ...]]:
    """One figure of the claim's own zone, or each pair both ways round that stands near enough."""
    firsts = [n for n in near if hypothesis.takes(0, target, n.fact)]
    if len(hypothesis.roles) == 1:
        yield from ((n.fact,) for n in firsts if n.apart == 0 and (n.beside or not adjacent))
        return
    if not firsts:
        return
    seconds = [n for n in near if hypothesis.takes(1, target, n.fact)]
    reached = _by_rank(seconds)
    beside = _by_rank([n for n in seconds if n.beside]) if adjacent else reached
    for first in firsts:
        one, unit = first.fact, first.fact.unit
        for other in (reached if first.beside else beside)[first.rank]:
            if other is not one and (other.unit == unit or not hypothesis.alike):
                yield one, other


def _by_rank(seconds: Sequence[_Near]) -> list[list[Fact]]:
    """For each rank of a figure, those that may join it: near ones, or any if one is in the claim's sentence."""
    return [[n.fact for n in seconds if n.rank + rank <= FAR] for rank in range(FAR + 1)]


def _windows(
    target: Fact, near: Sequence[_Near], _: Hypothesis, adjacent: bool
) -> Iterator[tuple[Fact, ...]]:
    """Two to six figures of the claim's unit that follow each other in print and stand near enough."""
    ordered = sorted((n for n in near if n.fact.unit == target.unit), key=lambda n: n.fact.number)
    for size in SIZES:
        for start in range(len(ordered) - size + 1):
            group = ordered[start : start + size]
            ranks = [n.rank for n in group]
            near_enough = min(ranks) == 0 or (min(ranks) == 1 and max(ranks) < FAR)
            if near_enough and (not adjacent or any(n.beside for n in group)):
                yield tuple([n.fact for n in group])


def _chance(target: _Target, others: Sequence[Fact], computed: Ends) -> float:
    """How likely a chance pair would meet the target; small counts make simple fractions all the time."""
    if all(o.small for o in others):
        return 1 / SMALL
    return 1.0 if inf in computed else target.chance


def _meets(target: Fact, computed: Ends) -> bool:
    """True if the printed numbers themselves make the target, not only the ends of their rounding."""
    low, high = target.ends
    slack = 1e-9 * max(abs(low), abs(high), 1e-9)
    middle = (computed[0] + computed[1]) / 2
    return low - slack <= middle <= high + slack


def _relation(story: Story, fact: Fact, hypothesis: Hypothesis, facts: Sequence[Fact]) -> Relation:
    target, others = fact.claim, [f.claim for f in facts]
    cue = Cue(story.document.id, target.figure.span, target.figure.text)
    if hypothesis.compute is product:
        roles = [Role("mean", others[0]), Role("total", target), Role("n", others[1])]
    elif hypothesis is SUM:
        roles = [Role("total", target), *(Role("part", c) for c in others)]
    elif hypothesis is DIFFERENCE:
        roles = [Role("total", others[0]), Role("part", others[1]), Role("part", target)]
    elif hypothesis is PART:
        roles = [Role("rate", others[0]), Role("part", target), Role("whole", others[1])]
    else:
        first = {
            "share": "rate",
            "change": "change",
            "mean": "mean",
            "multiple": "multiple",
            "complement": "stated",
        }
        roles = [Role(first[hypothesis.kind], target), *(map(Role, hypothesis.roles, others))]
    direction = fact.way if hypothesis.kind == "change" else None
    return Relation(hypothesis.kind, tuple(roles), cue, "numeric", direction)
