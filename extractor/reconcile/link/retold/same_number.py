"""One number that two siblings tell: where it may be of one thing, so that the words beside it are compared.

A long number hardly meets itself by chance; of a short one the words have to meet as well, or to say the
contrary of each other, which is why they differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.model import Claim
from extractor.reconcile.clauses import clause_of, lead_of
from extractor.reconcile.contrary import contrary, parted
from extractor.reconcile.link.cues.stems import moving, stems
from extractor.reconcile.link.retold.elsewhere import one_place
from extractor.reconcile.link.retold.near_numbers import UNLIKELY, digits
from extractor.reconcile.siblings.denied import is_denied
from extractor.reconcile.siblings.periods import may_be_one_time
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex

#: Digits and words in common that a shorter number needs.
NEEDED = 4
#: The same for a number of one digit, which every story has.
ROUND = 2
#: A number of two digits from here on is in one story once.
LARGE = 100_000
#: What a share is told against: "20 per cent below the charity's target".
_AGAINST = Regex(
    r"\b(?:above|below|over|under|beyond|short of|ahead of|behind|more than|less than|off|past|beat|missed)"
    r"\s(?:[\w’']+\s){1,3}?(targets?|goals?|budgets?|plans?|forecasts?|estimates?|limits?|averages?|norms?)\b"
)
#: Units of a span of time, each beside those that are taken for it.
SPANS = ("second", "minute", "hour", "day", "week", "month", "year")
#: The one share that those who did and those who did not may have both, in per cent.
HALF = 50
#: Words in common by which "rose by 2 per cent" is "a gain of 2 percentage points".
TELLING = 3


def same_numbers(a: Story, b: Story) -> Iterator[tuple[Claim, Claim]]:
    """Figures with one number in both stories, where each story prints it once and the words around them meet."""
    ours, theirs = _by_number(a), _by_number(b)
    for number in sorted(ours.keys() & theirs.keys()):
        for x, y in _alone(ours[number], theirs[number]):
            if digits(x) >= UNLIKELY or _is_large(x, y) or _meet(a, x, b, y):
                yield x, y


def _alone(ours: list[Claim], theirs: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The figures that print a number alone in their stories, or alone of their sort: 16 per cent and the 16th."""
    if len(ours) == len(theirs) == 1:
        yield ours[0], theirs[0]
        return
    for sort in sorted({family(c) for c in ours}):
        here, there = (_exact([c for c in told if family(c) == sort]) for told in (ours, theirs))
        if len(here) == len(there) == 1:
            yield here[0], there[0]


def _exact(told: list[Claim]) -> list[Claim]:
    """The figures without those behind a hedge, where others are left: 20 per cent, and about a fifth."""
    return [c for c in told if c.figure.hedge is None] or told


def _is_large(x: Claim, y: Claim) -> bool:
    """True for "5.2 million" of one sort, which one event hardly has twice."""
    return digits(x) >= ROUND and (x.figure.value or 0) >= LARGE and alike(x, y)


def _meet(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if the words around a short number meet, or say the contrary of each other."""
    shared = len(stems(a.sentence(x)) & stems(b.sentence(y)))
    turned = contrary(clause_of(a, x), clause_of(b, y)) is not None or _is_denied(x, y)
    if _one_whole_parted(a, x, b, y):
        return True
    if digits(x) < ROUND:
        # "Profit before tax was £40m", "a pre-tax loss of £40m"; which way a rate went takes more words.
        one_kind = (
            family(x) == family(y) == "M"
            or _is_denied(x, y)
            or (family(x) == family(y) and family(x) in "PT" and _goes(x, y))
        )
        if shared >= TELLING and _points_for_rate(x, y, exact=False):
            return True
        if _reversed(x, y) and shared and (_one_yardstick(a, x, b, y) or _one_line(a, x, b, y)):
            return True
        return one_kind and turned and shared >= (1 if family(x) == "M" else ROUND)
    if shared and (shared + digits(x) >= NEEDED or _points_for_rate(x, y) or _other_unit(a, x, b, y)):
        return True
    # "A pre-tax loss" and "profit before tax" are of one thing, and that is why they differ.
    shared += contrary(a.sentence(x).lower(), b.sentence(y).lower()) is not None
    shared += 2 * (turned or _reversed(x, y))
    return bool(shared) and shared + digits(x) >= NEEDED


def _is_denied(x: Claim, y: Claim) -> bool:
    """True for one deed of one share or count of things, done in one story and denied in the other: "40% voted".

    Half of them did, and half of them did not.
    """
    if is_denied(x) == is_denied(y) or x.event is None or y.event is None or family(x) != family(y):
        return False
    return x.event.key.split(":")[0] == y.event.key.split(":")[0] and not is_half(x)


def _one_whole_parted(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for a share of one whole that is told of two parts of it: "48% of the field were men", "were women"."""
    if family(x) != "P" or family(y) != "P" or is_half(x):
        return False
    wholes = frozenset(w for c in (x, y) if c.base is not None for w in stems(c.base.text))
    told = stems(a.sentence(x)) & stems(b.sentence(y)) & wholes
    return bool(told) and parted(clause_of(a, x), clause_of(b, y)) is not None


def is_half(claim: Claim) -> bool:
    return family(claim) == "P" and claim.figure.value in (HALF, HALF / 100)


def _reversed(x: Claim, y: Claim) -> bool:
    """True if one number is of a rise and the other of a fall."""
    return x.direction is not None and y.direction is not None and x.direction != y.direction


def _one_yardstick(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if two shares are of one thing's change, "the crop", or are told against one "target"."""
    p, q = x.measure, y.measure
    if family(x) not in "PT" or family(x) != family(y):
        return False
    if p is not None and q is not None and p.key == q.key and p.found == q.found == "here":
        return may_be_one_time(x.period, y.period) and one_place(x, y)
    here, there = (set(_AGAINST.findall(s.sentence(c).lower())) for s, c in ((a, x), (b, y)))
    return bool(here & there)


def _one_line(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if one clause has several words that name what moved, and the other sentence has them and no other change.

    "Purpose-built rental starts fell by a fifth" beside "purpose-built rental starts went from 2,470 to 2,964, an
    increase of a fifth".
    """
    if family(x) != "P" or family(y) != "P" or not (may_be_one_time(x.period, y.period) and one_place(x, y)):
        return False
    return any(
        len(line := stems(lead_of(s, c)) - moving()) >= TELLING
        and line <= stems(other.sentence(d))
        and _moves_alone(other, d)
        for s, c, other, d in ((a, x, b, y), (b, y, a, x))
    )


def _moves_alone(story: Story, claim: Claim) -> bool:
    beside = (c for c in story.in_sentence(claim.sentence) if c.id != claim.id)
    return not any(family(c) in "PT" or c.direction is not None for c in beside)


def _goes(x: Claim, y: Claim) -> bool:
    """True if one of two shares is known to be a change."""
    return x.direction is not None or y.direction is not None


def _points_for_rate(x: Claim, y: Claim, *, exact: bool = True) -> bool:
    """True for "7.2 percentage points higher" and "7.2% more": with its decimals a rise is hardly told twice."""
    rise = x.direction is not None and x.direction == y.direction
    decimal = x.figure.value is not None and x.figure.value != int(x.figure.value)
    return rise and (decimal or not exact) and {x.figure.kind, y.figure.kind} == {"percentage", "points"}


def _other_unit(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for £68 and €68, or 53 days and 53 weeks, where neither story has the other's unit for anything else."""
    ours, theirs = x.figure.amount.unit, y.figure.amount.unit
    if family(x) != family(y) or family(x) not in "MD" or ours == theirs:
        return False
    return family(x) == "M" or (_next(x, y) and not (_has_unit(a, y) or _has_unit(b, x)) and _own(a, x, b, y))


def _next(x: Claim, y: Claim) -> bool:
    """True for weeks and days, months and weeks: nobody prints minutes for years."""
    units = [SPANS.index(u) if (u := _unit(c)) in SPANS else len(SPANS) * n for n, c in enumerate((x, y), 2)]
    return abs(units[0] - units[1]) == 1


def _own(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if the noun or the deed of either figure is a word of both sentences."""
    told = (m.text for c in (x, y) for m in (c.measure, c.event) if m is not None)
    return bool(stems(a.sentence(x)) & stems(b.sentence(y)) & {w for t in told for w in stems(t)})


def _has_unit(story: Story, claim: Claim) -> bool:
    return any(c.figure.kind == claim.figure.kind and _unit(c) == _unit(claim) for c in story.claims)


def _unit(claim: Claim) -> str:
    """The unit that a span of time is printed in: "weeks" of "53 weeks"."""
    return claim.figure.text.split()[-1].lower().rstrip("s")


def _by_number(story: Story) -> dict[Decimal, list[Claim]]:
    found: dict[Decimal, list[Claim]] = {}
    for claim in story.claims:
        if claim.figure.value is not None and digits(claim) >= 1 and claim.block not in DISPLAY:
            found.setdefault(claim.figure.value, []).append(claim)
    return found


__all__ = ["is_half", "same_numbers"]
