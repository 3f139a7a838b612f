"""What the text shows of figures that fit: features by which a fit is weighed.

Every feature is one printed fact with a name, "share order=201" or "noun 01=same": the weights of
`data/fits.toml` say how much each speaks for a tie. That the numbers fit is given, how easily chance would make
them fit is one of the features. Figures go by their numbers in a fit: 0 is the one that is made.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from extractor.model import Claim, Relation
from extractor.nouns import may_be_one
from extractor.reconcile.link.fits.facts import Fact
from extractor.reconcile.link.fits.hypotheses import SUM, Hypothesis
from extractor.reconcile.story import Story

#: Where the ranges of what is measured end.
_CHANCE = (0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3)
_EXPECTED = (0.003, 0.01, 0.03, 0.1, 0.3, 1, 3)
_SKIPPED = (0, 1, 2, 4, 8)
_RIVALS = (0, 1, 3)
_APART = (40, 80, 160, 320, 640)
#: Of a longer list only so many figures are described one by one.
DESCRIBED = 3


@dataclass(frozen=True, slots=True)
class Fit:
    """A figure and others that make it."""

    target: Fact
    hypothesis: Hypothesis
    others: tuple[Fact, ...]
    #: How many fits of the target chance would make.
    expected: float
    #: How many different ones there are, itself counted.
    rivals: int
    #: Whether the words let these figures make one by this equation.
    admitted: bool
    #: How likely one chance pair would make the target.
    chance: float

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All its figures, the one that is made first."""
        return (self.target, *self.others)

    @property
    def place(self) -> tuple[int, ...]:
        """Where its figures stand among those of the story."""
        return tuple(f.number for f in self.facts)

    @property
    def name(self) -> str:
        """Its equation, told by the kind of relation and the roles of the others: "share part whole"."""
        return " ".join((self.hypothesis.kind, *self.hypothesis.roles))


class Tied:
    """A story with what is tied in it already."""

    def __init__(self, story: Story, facts: Sequence[Fact], found: Sequence[Relation]) -> None:
        self.story, self.facts = story, facts
        self._roles: dict[str, set[str]] = defaultdict(set)
        self._done = {r.roles[0].value.id for r in found if r.kind != "same" and r.roles}
        for relation in found:
            for role in relation.roles:
                if isinstance(role.value, Claim):
                    self._roles[role.value.id].add(f"{relation.kind}.{role.name}")

    def is_made(self, fact: Fact) -> bool:
        """True if a relation says already what makes a figure."""
        return fact.claim.id in self._done

    def roles(self, fact: Fact) -> set[str]:
        """The places that a figure has in relations: "share.whole"."""
        return self._roles.get(fact.claim.id) or {"none"}

    def between(self, facts: Sequence[Fact]) -> int:
        """How many figures stand between the first and the last of some that could have their places."""
        numbers = [f.number for f in facts]
        units = {f.unit for f in facts[1:]}
        others = (f for f in self.facts if min(numbers) < f.number < max(numbers))
        return sum(f.unit in units and f not in facts for f in others)


def signs(tied: Tied, fit: Fit) -> frozenset[str]:
    """All features of a fit."""
    name = fit.name
    own = (f"{name} {sign}" for sign in (*_equation(tied, fit), *_layout(tied, fit), *_frames(fit)))
    return frozenset(("always", name, *own, *_numbers(fit)))


def _numbers(fit: Fit) -> Iterator[str]:
    """How easily chance makes such a fit, whatever its equation."""
    yield f"chance={bisect_right(_CHANCE, fit.chance)}"
    yield f"expected={bisect_right(_EXPECTED, fit.expected)}"
    yield f"rivals={min(fit.rivals, 4)}"
    yield f"digits={min(fit.target.digits, 4)} {min(4, *(o.digits for o in fit.others))}"
    yield f"hedged={_has_hedge(fit.target)} {any(map(_has_hedge, fit.others))}"
    yield f"change={fit.target.change} {any(o.change for o in fit.others)}"


def _has_hedge(fact: Fact) -> bool:
    return fact.claim.figure.hedge is not None


def _equation(tied: Tied, fit: Fit) -> Iterator[str]:
    """What is tied already, and whether the words let the figures make one."""
    target, others = fit.target, fit.others
    yield f"expected={bisect_right(_EXPECTED, fit.expected)}"
    yield f"made={tied.is_made(target)}"
    yield f"admitted={fit.admitted}"
    yield f"small={target.small} {any(o.small for o in others)}"
    yield f"number={len(others)}"
    yield f"adds={target.adds} {any(o.adds for o in others)}"
    yield f"families={target.kind}{others[0].kind}"
    for number, fact in enumerate(fit.facts[:DESCRIBED]):
        for role in tied.roles(fact):
            yield f"in {number}={role}"


def _layout(tied: Tied, fit: Fit) -> Iterator[str]:
    """Where the figures stand, and what stands between them."""
    facts = fit.facts
    numbers = [f.number for f in facts]
    zones = [f.zone for f in facts]
    starts = [f.claim.figure.span.start for f in facts]
    yield f"sentences={len({f.sentence for f in facts})}"
    yield f"zones={min(4, max(zones) - min(zones))}"
    yield f"skipped={bisect_right(_SKIPPED, max(numbers) - min(numbers) + 1 - len(numbers))}"
    yield f"beside={any(abs(n - numbers[0]) == 1 for n in numbers[1:])}"
    yield f"order={_order(fit)}"
    yield f"between={bisect_right(_RIVALS, tied.between(facts))}"
    yield f"apart={bisect_right(_APART, max(starts) - min(starts))}"
    yield f"zone={tied.story.zones[fit.target.zone].kind}"
    for other in fit.others:
        yield f"other zone={tied.story.zones[other.zone].kind}"


def _order(fit: Fit) -> str:
    """The order of print: "120" for the figure that is made behind the others; of a sum where its total stands."""
    if fit.hypothesis is not SUM:
        return "".join(str(n) for n, _ in sorted(enumerate(fit.facts), key=lambda f: f[1].number))
    numbers = [o.number for o in fit.others]
    total = fit.target.number
    return "first" if total < min(numbers) else "last" if total > max(numbers) else "within"


def _frames(fit: Fit) -> Iterator[str]:
    """What the figures count, where, when, who says so, and whether it was done."""
    claims = [f.claim for f in fit.facts]
    described = claims[:DESCRIBED]
    for (i, a), (j, b) in combinations(enumerate(described), 2):
        yield f"noun {i}{j}={_nouns(_key(a.measure), _key(b.measure))}"
    if fit.hypothesis is SUM:
        keys = [_key(c.measure) for c in claims]
        alike = all(_nouns(keys[0], k) in ("same", "like") for k in keys[1:])
        yield f"nouns={alike} {len(set(keys[1:])) == 1}"
    base = _key(claims[0].base)
    if base is not None:
        for number, claim in enumerate(described[1:], start=1):
            yield f"base {number}={_nouns(base, _key(claim.measure))}"
    for slot in ("place", "period", "speaker"):
        keys = [_key(getattr(c, slot)) for c in described]
        for number, key in enumerate(keys[1:], start=1):
            yield f"{slot} {number}={_keys(keys[0], key)}"
    yield f"negated={''.join(str(int(c.negated)) for c in described)}"


def _key(slot: object) -> str | None:
    return getattr(slot, "key", None)


def _keys(one: str | None, other: str | None) -> str:
    if one is None and other is None:
        return "none"
    return "one" if one is None or other is None else "same" if one == other else "other"


def _nouns(one: str | None, other: str | None) -> str:
    if one is None or other is None:
        return "none"
    return "same" if one == other else "like" if may_be_one(one, other) else "other"
