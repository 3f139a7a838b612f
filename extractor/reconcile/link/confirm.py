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
from math import inf, log

from extractor.model import Amount, Claim, Cue, Relation, Role
from extractor.reconcile.link.hypotheses import (
    DIFFERENCE,
    HYPOTHESES,
    PART,
    SUM,
    Ends,
    Hypothesis,
    ends,
    larger,
    one_unit,
    percent,
    product,
    way_of,
)
from extractor.reconcile.link.moves import is_change
from extractor.reconcile.story import AMOUNTS, Story, family

#: Above this many fits expected by chance, a fit confirms nothing.
BY_CHANCE = 0.15
#: How many zones apart the figures of a level may stand (-1: in one sentence), and whether one of
#: them must be the figure printed right before or after the claim.
LEVELS = ((-1, True), (1, True), (-1, False), (1, False), (3, True), (3, False), (1000, True))
#: Counts below this are so common that their sums and quotients tell little.
SMALL = 10
#: Farther figures than these per claim are not tried.
MOST = 40


@dataclass(frozen=True, slots=True)
class _Near:
    """A figure near the target: how many zones away, in its sentence or not, printed beside it or not."""

    claim: Claim
    apart: int
    inside: bool
    beside: bool
    #: What the equations ask of every figure, looked up once.
    kind: str
    unit: str
    ends: Ends


def confirmed(story: Story, linked: Iterable[Relation]) -> Iterator[Relation]:
    """One relation for each claim that the phrases left alone and that others make."""
    done = {r.roles[0].value.id for r in linked if r.kind != "same" and isinstance(r.roles[0].value, Claim)}
    used = {frozenset(c.id for c in r.claims()) for r in linked}
    for target in story.claims:
        if target.id in done or ends(target) is None:
            continue
        relation = _confirm(story, target)
        if relation is not None and frozenset(c.id for c in relation.claims()) not in used:
            used.add(frozenset(c.id for c in relation.claims()))
            yield relation


def _confirm(story: Story, target: Claim) -> Relation | None:
    """The relation that makes a claim, from the nearest level that has one; None as soon as chance could."""
    expected = 0.0
    tried: set[frozenset[str]] = set()
    around = _all_around(story, target)
    for reach, adjacent in LEVELS:
        fits: list[tuple[Hypothesis, tuple[Claim, ...]]] = []
        for hypothesis, group in _tries(story, target, around, reach, adjacent):
            others = tuple(n.claim for n in group)
            key = frozenset((hypothesis.kind, *(c.id for c in others)))
            if key in tried:
                continue
            tried.add(key)
            computed = hypothesis.compute([n.ends for n in group])
            if not fits:
                expected += _chance(target, others, computed)
            if expected > BY_CHANCE:
                return None
            if _meets(target, computed):
                fits.append((hypothesis, others))
        if fits:
            distinct = {(h.kind, tuple(sorted(str(c.figure.value) for c in o))) for h, o in fits}
            return _relation(story, target, *fits[0]) if len(distinct) == 1 else None
    return None


def shared_wholes(story: Story, linked: Sequence[Relation]) -> Iterator[Relation]:
    """Shares whose part stands beside them and whose whole another share of the paragraph has."""
    shares = [r for r in linked if r.kind == "share"]
    done = {r.roles[0].value.id for r in shares}
    wholes = [r.value for r in (role for s in shares for role in s.roles) if r.name == "whole"]
    for rate in story.claims:
        if family(rate) != "P" or rate.id in done or is_change(rate):
            continue
        beside = _beside(story, rate)
        parts = [c for c in story.in_sentence(rate.sentence) if c.id in beside and family(c) in AMOUNTS]
        near = [w for w in wholes if isinstance(w, Claim) and story.paragraphs_apart(w, rate) <= 1]
        for part, whole in ((p, w) for p in parts for w in near if p is not w):
            x, y = ends(part), ends(whole)
            if (
                x
                and y
                and one_unit(part, whole)
                and not larger(part, whole)
                and _meets(rate, percent([x, y]))
            ):
                yield _relation(story, rate, HYPOTHESES[0], (part, whole))
                break


def _beside(story: Story, target: Claim) -> set[str]:
    """The claims printed right before and after one."""
    place = story.claims.index(target)
    return {c.id for c in (*story.claims[max(0, place - 1) : place], *story.claims[place + 1 : place + 2])}


def _all_around(story: Story, target: Claim) -> list[_Near]:
    """The other figures of the story, the nearest first, each value once."""
    beside = _beside(story, target)
    found: dict[tuple[str, Amount], _Near] = {}
    for claim in sorted(story.claims, key=lambda c: abs(c.figure.span.start - target.figure.span.start)):
        reach = ends(claim)
        key = (family(claim), claim.figure.amount)
        if claim is target or reach is None or key in found:
            continue
        if not _is_step(story, claim) and _one_scope(claim, target):
            apart = story.paragraphs_apart(claim, target)
            inside, unit = claim.sentence == target.sentence, _unit(claim)
            found[key] = _Near(claim, apart, inside, claim.id in beside, key[0], unit, reach)
    return list(found.values())


def _unit(claim: Claim) -> str:
    """Equal for figures that can be added or divided."""
    kind = family(claim)
    return kind if kind in "CP" else f"{kind} {claim.figure.amount.unit}"


def _is_step(story: Story, claim: Claim) -> bool:
    """True for the five of "rounded to the nearest five"."""
    return story.document.text[: claim.figure.span.start].endswith("nearest ")


def _one_scope(a: Claim, b: Claim) -> bool:
    """False where both name their place themselves and the places differ."""
    if a.place is None or b.place is None or "here" not in (a.place.found, b.place.found):
        return True
    return a.place.key == b.place.key


def _tries(
    story: Story, target: Claim, around: Sequence[_Near], reach: int, adjacent: bool
) -> Iterator[tuple[Hypothesis, tuple[_Near, ...]]]:
    near = [n for n in around if (n.inside if reach < 0 else n.apart <= reach)][:MOST]
    for hypothesis in HYPOTHESES:
        if family(target) not in hypothesis.target or not hypothesis.applies(story, target):
            continue
        for group in (
            _windows(target, near, adjacent) if hypothesis is SUM else _groups(near, hypothesis, adjacent)
        ):
            if _near_enough(group) and hypothesis.admits(story, target, tuple(n.claim for n in group)):
                yield hypothesis, group


def _groups(near: Sequence[_Near], hypothesis: Hypothesis, adjacent: bool) -> Iterator[tuple[_Near, ...]]:
    """One figure, or each pair both ways round, of which one stands in the claim's own zone."""
    first_kinds, *rest = hypothesis.families
    firsts = [n for n in near if n.kind in first_kinds]
    if not rest:
        yield from ((n,) for n in firsts if n.apart == 0 and (n.beside or not adjacent))
        return
    seconds = [n for n in near if n.kind in rest[0]]
    beside = [n for n in seconds if n.beside]
    for first in firsts:
        for second in seconds if first.beside or not adjacent else beside:
            if first is second or (hypothesis.alike and first.unit != second.unit):
                continue
            if first.apart == 0 or second.apart == 0:
                yield first, second


def _near_enough(group: Sequence[_Near]) -> bool:
    """True if all the others stand in neighbouring zones, or one of them in the claim's own sentence."""
    if any(n.inside for n in group):
        return True
    apart = [n.apart for n in group]
    return max(apart) <= 1 and min(apart) == 0


def _windows(target: Claim, near: Sequence[_Near], adjacent: bool) -> Iterator[tuple[_Near, ...]]:
    """Two to six figures of the claim's unit that follow each other in print."""
    unit = _unit(target)
    ordered = sorted((n for n in near if n.unit == unit), key=lambda n: n.claim.figure.span)
    for size in range(2, 7):
        for start in range(len(ordered) - size + 1):
            group = tuple(ordered[start : start + size])
            if not adjacent or any(n.beside for n in group):
                yield group


def _chance(target: Claim, others: Sequence[Claim], computed: Ends) -> float:
    """How likely a chance pair would meet the target; small counts make simple fractions all the time."""
    if all(family(c) == "C" and (c.figure.value or 0) < SMALL for c in others):
        return 1 / SMALL
    low, high = ends(target) or (0.0, 0.0)
    centre = abs(low + high) / 2
    if centre == 0 or inf in computed:
        return 1.0
    least = 1.0 if family(target) in "C" else 0.0
    width = max(high - low, least)
    return min(1.0, width / (centre * log(10)))


def _meets(target: Claim, computed: Ends) -> bool:
    """True if the printed numbers themselves make the target, not only the ends of their rounding."""
    low, high = ends(target) or (0.0, 0.0)
    slack = 1e-9 * max(abs(low), abs(high), 1e-9)
    middle = (computed[0] + computed[1]) / 2
    return low - slack <= middle <= high + slack


def _relation(story: Story, target: Claim, hypothesis: Hypothesis, others: Sequence[Claim]) -> Relation:
    cue = Cue(story.document.id, target.figure.span, target.figure.text)
    way = way_of(story, target)
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
    direction = way if hypothesis.kind == "change" else None
    return Relation(hypothesis.kind, tuple(roles), cue, "numeric", direction)
