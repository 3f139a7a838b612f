"""A figure with the equations that its words allow: whether others make it, and the relation that comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from extractor.amount import add, difference
from extractor.model import Claim, Cue, Derived, Relation, Role, stable_id
from extractor.reconcile.link.fits.equations import product
from extractor.reconcile.link.fits.facts import Ends, Fact
from extractor.reconcile.link.fits.hypotheses import DIFFERENCE, HYPOTHESES, PART, SUM, Hypothesis
from extractor.reconcile.story import Story

#: The first role of each kind of relation, which the figure that is made takes.
_FIRST = {
    "share": "rate",
    "change": "change",
    "mean": "mean",
    "multiple": "multiple",
    "complement": "stated",
    "same": "stated",
}

#: What a level came to by a change that is told in units: what it was is that much less, or more.
_CAME_TO = ("risen", "fallen")


@dataclass(frozen=True, slots=True)
class Target:
    """The claim that others may make, with the equations that its words allow."""

    fact: Fact
    hypotheses: Sequence[Hypothesis]
    #: How likely a chance pair would meet it.
    chance: float


def target_of(story: Story, fact: Fact) -> Target:
    """What may be tried on a figure."""
    allowed = [h for h in HYPOTHESES if fact.kind in h.target and h.applies(story, fact)]
    low, high = fact.ends
    centre = abs(low + high) / 2
    width = max(high - low, 1.0 if fact.kind == "C" else 0.0)
    return Target(fact, allowed, min(1.0, width / (centre * log(10))) if centre else 1.0)


def meets(target: Fact, computed: Ends) -> bool:
    """True if the printed numbers themselves make the target, not only the ends of their rounding."""
    low, high = target.ends
    slack = 1e-9 * max(abs(low), abs(high), 1e-9)
    middle = (computed[0] + computed[1]) / 2
    return low - slack <= middle <= high + slack


def relation_of(story: Story, fact: Fact, hypothesis: Hypothesis, facts: Sequence[Fact]) -> Relation:
    """The relation of a figure with those that make it, which can bear it out and never question it."""
    target, others = fact.claim, [f.claim for f in facts]
    roles: list[Role]
    if hypothesis.compute is product:
        roles = [Role("mean", others[0]), Role("total", target), Role("n", others[1])]
    elif hypothesis is SUM:
        roles = [Role("total", target), *(Role("part", c) for c in others)]
    elif hypothesis is DIFFERENCE:
        roles = [Role("total", others[0]), Role("part", others[1]), Role("part", target)]
    elif hypothesis is PART:
        roles = [Role("rate", others[0]), Role("part", target), Role("whole", others[1])]
    elif hypothesis.roles[-1] in _CAME_TO:
        roles = [Role("rate", target), Role("part", others[0]), Role("whole", _before(hypothesis, *others))]
    else:
        roles = [Role(_FIRST[hypothesis.kind], target), *(map(Role, hypothesis.roles, others))]
    direction = fact.way if hypothesis.kind == "change" else None
    cue = Cue(story.document.id, target.figure.span, target.figure.text)
    return Relation(hypothesis.kind, tuple(roles), cue, "numeric", direction)


def _before(hypothesis: Hypothesis, by: Claim, level: Claim) -> Derived:
    """The level before it changed: 1,054 for "up £186 to £1,240"."""
    sizes = (level.figure.amount, by.figure.amount)
    risen = hypothesis.roles[-1] == "risen"
    amount = difference(*sizes) if risen else add(*sizes)
    told = f"{level.figure.text} {'−' if risen else '+'} {by.figure.text}"
    return Derived(stable_id("d", level.id, by.id, "before"), amount, "what it was before", (level, by), told)
