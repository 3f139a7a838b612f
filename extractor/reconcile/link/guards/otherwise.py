"""Figures that others of the passage account for: a relation that fails is no mismatch where they make one that holds.

"In Dale County, where 150,000 acres were sown, soybeans claimed 67,500, which is 45 per cent", behind the 126,000
acres of another county: the words were read wrongly, not printed wrongly. A few pairs meet by chance, so that some
misprints stay unsaid; one that is questioned for nothing costs more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import permutations

from extractor.model import Claim, Relation
from extractor.reconcile.link.fits.equations import added, gap, percent, percent_change
from extractor.reconcile.link.fits.facts import Ends, ends, unit_of
from extractor.reconcile.story import DISPLAY, Story, family

#: Zones around the figures of a relation in which others are looked for.
NEAR = 1
#: "A quarter" may be said of 23 per cent; another pair has to come as close as this, as many come near.
CLOSE = 0.02
#: Digits of a further part, told apart from the others, that hardly makes a total by chance.
LONG = 3
#: A story that has said "metric tons" says "tons" from there on.
_TONS = frozenset({"ton", "metric_ton"})
Pair = tuple[Claim, Claim]


def is_made_otherwise(story: Story, relation: Relation) -> bool:
    """True for a relation that fails and of which another figure near by makes one that holds."""
    made = _MADE.get(relation.kind)
    return made is not None and not _holds(relation) and made(story, relation)


def makes_share(rate: Claim, part: Claim, whole: Claim) -> bool:
    """True if the printed numbers of a part and a whole make a rate, whatever its words allow beyond that."""
    value = float(rate.figure.value or 0)
    close = (value * (1 - CLOSE), value * (1 + CLOSE))
    return _meets(rate, (part, whole), percent) and _meets(rate, (part, whole), percent, close)


def makes_change(change: Claim, old: Claim, new: Claim) -> bool:
    """True if a change in per cent is what the printed numbers of two levels make."""
    return _meets(change, (old, new), percent_change)


def _share(story: Story, relation: Relation) -> bool:
    """The part of another whole, the whole as a part of something larger, or the part as another one's whole."""
    rate = relation.claims("rate")
    part, whole = relation.claims("part"), relation.claims("whole")
    if not (len(rate) == len(part) == len(whole) == 1):
        return False
    others = _others(story, relation, part[0])
    if any(makes_share(rate[0], c, part[0]) for c in others):
        return True
    return any(makes_share(rate[0], told, c) for told in (part[0], whole[0]) for c in others)


def _change(story: Story, relation: Relation) -> bool:
    """A change from or to another level."""
    change = relation.claims("change")
    levels = (*relation.claims("from"), *relation.claims("to"))
    if len(change) != 1 or len(levels) != 2:
        return False
    relative = unit_of(change[0]) == "P" and unit_of(levels[0]) != "P"
    others = _others(story, relation, levels[0])
    pairs = [p for level in levels for other in others for p in ((level, other), (other, level))]
    rises = {"rose": True, "fell": False}.get(relation.direction or "")
    right = [p for p in pairs if rises is None or _rises(*p) == rises]
    if any(_meets(change[0], pair, percent_change if relative else gap) for pair in right):
        return True
    if any(_meets(change[0], pair, percent_change if relative else gap) for pair in _rows(story, levels)):
        return True
    return relative and _is_of_own_sentence(story, change[0], levels)


def _rows(story: Story, levels: Sequence[Claim]) -> Iterator[Pair]:
    """The other pairs of two sentences that tell two things each: "560 and 61" then, "644 and 87" now."""
    old, new = (
        [c for c in story.in_sentence(level.sentence) if c is not level and _are_alike(c, level)]
        for level in levels
    )
    if levels[0].sentence != levels[1].sentence and len(old) == 1:
        yield from ((old[0], c) for c in new)


def _is_of_own_sentence(story: Story, change: Claim, levels: Sequence[Claim]) -> bool:
    """True if the sentence of a change tells two other levels that make it, and none of its levels."""
    if any(c.sentence == change.sentence for c in levels):
        return False
    inside = [c for c in story.in_sentence(change.sentence) if c is not change and c.figure.value]
    pairs = permutations([c for c in inside if unit_of(c) != "P"], 2)
    return any(_meets(change, pair, percent_change) for pair in pairs)


def _sum(story: Story, relation: Relation) -> bool:
    """A part that the others make, another total of the parts, all of them parts of something larger, or one part more in their sentences.

    Where only the window of a total shows its parts, it may also be that of all but one at an end of the list:
    "cocaine worth €1.9m, cannabis put at €640,000 and €85,000 in cash. The drugs came to €2.54m".
    """
    total, parts = relation.claims("total"), relation.claims("part")
    if len(total) != 1 or len(parts) < 2 or len(relation.claims()) < len(relation.roles):
        return False
    others = _others(story, relation, total[0])
    apart = any(p.sentence != parts[0].sentence for p in parts)
    if apart and any(_adds_up(part, [p for p in parts if p is not part]) for part in parts):
        return True
    if any(_adds_up(c, parts) or _adds_up(c, (*total, *parts)) for c in others):
        return True
    if relation.strength == "contextual" and len(parts) > 2:
        shorter = (parts[1:], parts[:-1])
        if any(_adds_up(total[0], some) for some in shorter):
            return True
    own = {p.sentence for p in parts}
    return any(_adds_up(total[0], (*parts, c)) for c in others if c.sentence in own or _tells_much(c))


def _tells_much(claim: Claim) -> bool:
    """True for a number of so many digits that it hardly fits by chance."""
    return len("".join(c for c in claim.figure.text if c.isdigit()).strip("0")) >= LONG


_MADE: dict[str, Callable[[Story, Relation], bool]] = {"share": _share, "change": _change, "sum": _sum}


def _holds(relation: Relation) -> bool:
    """True if the figures of a relation agree among themselves, at a quick look."""
    first, *others = relation.claims()
    if relation.kind == "share":
        return len(others) == 2 and _meets(first, (others[0], others[1]), percent)
    if relation.kind == "sum":
        return _adds_up(first, others)
    return False


def _others(story: Story, relation: Relation, like: Claim) -> list[Claim]:
    """The figures of a unit around those of a relation that it does not hold, nor prints again."""
    own = {c.figure.amount for c in relation.claims()}
    near = {c.id: c for told in relation.claims() for c in story.around(told, NEAR)}
    return [
        c
        for c in near.values()
        if c.figure.amount not in own and c.block not in DISPLAY and _are_alike(c, like) and c.figure.value
    ]


def _are_alike(one: Claim, other: Claim) -> bool:
    """True for figures of one unit, or where one leaves out what it is or which: "67,500", "tons" that are metric."""
    if unit_of(one) == unit_of(other) or {family(one), family(other)} == {"C", "U"}:
        return True
    return {one.figure.amount.unit, other.figure.amount.unit} <= _TONS


def _meets(
    stated: Claim, pair: Pair, compute: Callable[[Sequence[Ends]], Ends], within: Ends | None = None
) -> bool:
    """True if the printed numbers of two figures make a third, not only the ends of their rounding."""
    told, both = within or ends(stated), list(_ends(pair))
    if told is None or len(both) != 2:
        return False
    low, high = compute(both)
    if any(c.figure.hedge is not None for c in pair):  # "just under 4.9 million" has no middle
        return low <= told[1] and told[0] <= high
    return told[0] <= (low + high) / 2 <= told[1]


def _adds_up(total: Claim, parts: Sequence[Claim]) -> bool:
    told, made = ends(total), list(_ends(parts))
    if told is None or len(made) < len(parts):
        return False
    low, high = added(made)
    return told[0] <= (low + high) / 2 <= told[1]


def _ends(claims: Sequence[Claim]) -> Iterator[Ends]:
    yield from (found for c in claims if (found := ends(c)) is not None)


def _rises(old: Claim, new: Claim) -> bool:
    return (new.figure.value or 0) > (old.figure.value or 0)
