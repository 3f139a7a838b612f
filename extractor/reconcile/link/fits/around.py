"""The figures around a figure, the nearest first, looked for only as far as somebody asks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.model import Claim
from extractor.reconcile.link.fits.facts import Fact
from extractor.reconcile.story import Story

#: How many zones apart figures may stand, tier after tier; those of the first stand in one sentence.
REACHES = (-1, 1, 3, 1000)
#: More figures than these, the nearest first, are not tried on any tier.
MOST = 40
#: The rank of a figure beyond the neighbouring zones.
FAR = 3


@dataclass(frozen=True, slots=True, eq=False)
class Near:
    """A figure near the target: how many zones away, and whether it is printed beside it."""

    fact: Fact
    apart: int
    beside: bool
    #: 0 in the target's sentence, 1 in its zone, 2 in a neighbouring one, `FAR` beyond.
    rank: int
    #: The first of the `REACHES` that holds it, by number.
    tier: int


@dataclass(frozen=True, slots=True)
class Page:
    """The facts of a story that an equation may take, in the order of print, and where they begin."""

    story: Story
    facts: Sequence[Fact]
    starts: Sequence[int]
    zones: Sequence[int]


def page_of(story: Story, facts: Sequence[Fact]) -> Page:
    """The facts without steps of rounding."""
    taken = [f for f in facts if not _is_step(story, f.claim)]
    return Page(story, taken, [f.claim.figure.span.start for f in taken], [f.zone for f in taken])


def _is_step(story: Story, claim: Claim) -> bool:
    """True for the five of "rounded to the nearest five"."""
    start = claim.figure.span.start
    return story.document.text.endswith("nearest ", 0, start)


class Around:
    """The other figures around a target, each amount once."""

    def __init__(self, page: Page, target: Fact) -> None:
        self._page, self._target = page, target
        self._found: dict[int, Near] = {}
        self._held = [0] * len(REACHES)
        #: The next facts to look at, towards both ends of the page.
        self._after = bisect_left(page.starts, target.claim.figure.span.start)
        self._before = self._after - 1

    def near(self, tier: int) -> list[Near]:
        """The nearest figures of a tier, and of those within it."""
        self._look(tier)
        return [n for n in self._found.values() if n.tier <= tier][:MOST]

    def _look(self, tier: int) -> None:
        """Look outwards until the tier has all that are tried on it, or no figures left."""
        facts, starts, start = self._page.facts, self._page.starts, self._target.claim.figure.span.start
        first, last = self._range(REACHES[tier])
        while self._held[tier] < MOST and (self._before >= first or self._after < last):
            before, after = self._before, self._after
            if after >= len(facts) or (before >= 0 and start - starts[before] <= starts[after] - start):
                self._take(facts[before])
                self._before -= 1
            else:
                self._take(facts[after])
                self._after += 1

    def _take(self, fact: Fact) -> None:
        target = self._target
        apart = abs(fact.zone - target.zone)
        if fact is target or fact.amount in self._found or apart > REACHES[-1]:
            return
        if _one_scope(fact.claim, target.claim):
            inside = fact.sentence == target.sentence
            rank = 0 if inside else 1 + min(apart, 2)
            tier = 0 if inside else 1 if apart <= REACHES[1] else 2 if apart <= REACHES[2] else 3
            self._found[fact.amount] = Near(fact, apart, abs(fact.number - target.number) == 1, rank, tier)
            for wider in range(tier, len(REACHES)):
                self._held[wider] += 1

    def _range(self, reach: int) -> tuple[int, int]:
        """The first of the facts that stand so many zones from the target, and the one behind the last."""
        page, target = self._page, self._target
        if reach < 0:
            sentence = target.claim.sentence
            return bisect_left(page.starts, sentence.start), bisect_left(page.starts, sentence.end)
        return bisect_left(page.zones, target.zone - reach), bisect_right(page.zones, target.zone + reach)


def _one_scope(a: Claim, b: Claim) -> bool:
    """False where both name their place themselves and the places differ."""
    if a.place is None or b.place is None or "here" not in (a.place.found, b.place.found):
        return True
    return a.place.key == b.place.key
