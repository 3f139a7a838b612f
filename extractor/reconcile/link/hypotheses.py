"""Equations that may make a figure out of others, and what the words must allow before one is tried.

They compute on floats: a quick look that the judges repeat exactly. The names of the roles are
those of the relations that come of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf

from extractor.model import Claim, Direction, RelationKind
from extractor.nouns import may_be_one
from extractor.reconcile.link.moves import MOVE, direction_of, is_change
from extractor.reconcile.story import AMOUNTS, Story, family

Ends = tuple[float, float]
#: "More than 300" is seldom said of more than this times 300.
HEDGED = 1.15


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """An equation that may make a claim: its relation, the roles of the others, and how they compute."""

    kind: RelationKind
    target: str
    roles: tuple[str, ...]
    #: The families that each role may have.
    families: tuple[str, ...]
    #: Whether the words at the target allow the equation at all.
    applies: Callable[[Story, Claim], bool]
    compute: Callable[[Sequence[Ends]], Ends]
    admits: Callable[[Story, Claim, Sequence[Claim]], bool]
    #: True where the others have to be of one unit with each other.
    alike: bool = False


def ends(claim: Claim) -> Ends | None:
    """Both ends as floats, for a quick look; a one-sided hedge is taken to lie near its number."""
    a = claim.figure.amount
    if a.high is None:
        return None if a.low is None or a.low <= 0 else (float(a.low), HEDGED * float(a.low))
    if a.low is None or (a.low == 0 and claim.figure.hedge is not None):
        return (float(a.high) / HEDGED, float(a.high)) if a.high > 0 else None
    return float(a.low), float(a.high)


def one_unit(a: Claim, b: Claim) -> bool:
    """True if two figures can be added or divided."""
    return family(a) == family(b) and (family(a) in "CP" or a.figure.amount.unit == b.figure.amount.unit)


# How the others compute the target, on floats.


def _quotient(others: Sequence[Ends]) -> Ends:
    (a, b), (c, d) = others
    return (a / d, b / c) if c > 0 and a >= 0 else (inf, inf)


def product(others: Sequence[Ends]) -> Ends:
    """The two multiplied."""
    (a, b), (c, d) = others
    return a * c, b * d


def percent(others: Sequence[Ends]) -> Ends:
    """The first in per cent of the second."""
    low, high = _quotient(others)
    return 100 * low, 100 * high


def _percent_change(others: Sequence[Ends]) -> Ends:
    """The size of the change from the first to the second."""
    low, high = percent([others[1], others[0]])
    return (low - 100, high - 100) if low >= 100 else (100 - high, 100 - low) if high <= 100 else (0.0, inf)


def _gap(others: Sequence[Ends]) -> Ends:
    (a, b), (c, d) = others
    return (a - d, b - c) if a + b >= c + d else (c - b, d - a)


def _minus(others: Sequence[Ends]) -> Ends:
    (a, b), (c, d) = others
    return a - d, b - c


def _added(others: Sequence[Ends]) -> Ends:
    return sum(a for a, _ in others), sum(b for _, b in others)


def _rest(others: Sequence[Ends]) -> Ends:
    ((a, b),) = others
    return 100 - b, 100 - a


def _of_whole(others: Sequence[Ends]) -> Ends:
    (a, b), (c, d) = others
    return a * c / 100, b * d / 100


# What the words must allow before an equation is tried.

_CHANGE_BEFORE = re.compile(MOVE + r"(?:\s[\w’'-]+){0,2}\s*$", re.IGNORECASE)
_CHANGE_AFTER = re.compile(r"^\s?(?:[\w’'-]+\s){0,2}?" + MOVE, re.IGNORECASE)
_EACH = re.compile(
    r"^\s?(?:[\w’'-]+\s){0,2}?(?:each|apiece|a\shead|per|on\saverage|for\severy|an?\s(?:day|week|month|year|hour|head|share|match|game|unit|pupil|person"
    r"|patient|night|minute|house|home|household|go|piece|night|visit|ticket|acre|tonne|litre|kilo|mile))\b",
    re.IGNORECASE,
)
_AVERAGE = re.compile(r"\baverag\w*(?:\s[\w’'-]+){0,3}\s*$|\bmean\s(?:of\s)?$", re.IGNORECASE)
_ADDING = re.compile(
    r"\b(?:total\w*|in\sall|altogether|together|combined|making|of\swhich|of\swhom|further|another|remaining|remainder|rest|plus|add\w*|includ\w+|comprising|split"
    r"|made\sup|balance|swing|left|leaving|leaves)\b",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:rest|remaining|remainder|other|others|leaves|leaving|not|without)\b", re.IGNORECASE)


def _around(story: Story, claim: Claim) -> tuple[str, str]:
    text, span = story.document.text, claim.figure.span
    return text[max(claim.sentence.start, span.start - 60) : span.start], text[
        span.end : min(claim.sentence.end, span.end + 60)
    ]


def way_of(story: Story, claim: Claim) -> Direction | None:
    """Which way the words around a figure of change point."""
    before, after = _around(story, claim)
    around = (_CHANGE_BEFORE.search(before), _CHANGE_AFTER.match(after))
    words = [claim.figure.text, *(found[0] for found in around if found)]
    return claim.direction or next((w for w in map(direction_of, words) if w is not None), None)


def _share_admits(_: Story, rate: Claim, others: Sequence[Claim]) -> bool:
    part, whole = others
    if not one_unit(part, whole) or family(part) not in AMOUNTS or is_change(rate) or larger(part, whole):
        return False
    if rate.base is None or whole.measure is None or family(whole) != "C":
        return True
    restated = part.measure is not None and part.measure.key == rate.base.key
    named = rate.base.found == "here" and rate.base.key[:4] in rate.base.text.lower()
    return restated or not named or may_be_one(rate.base.key, whole.measure.key)


def larger(a: Claim, b: Claim) -> bool:
    """True if one figure is at least the other, whatever their roundings."""
    x, y = ends(a), ends(b)
    return x is not None and y is not None and x[0] >= y[1]


def _change_admits(story: Story, change: Claim, others: Sequence[Claim]) -> bool:
    old, new = others
    if not one_unit(old, new) or family(old) not in "CMUDPR" or not is_change(change):
        return False
    way = way_of(story, change)
    return way is not None and (larger(new, old) if way == "rose" else larger(old, new))


def _points_admits(story: Story, change: Claim, others: Sequence[Claim]) -> bool:
    old, new = others
    if family(old) != "P" or family(new) != "P" or "minus" in change.figure.text or "±" in change.figure.text:
        return False
    way = way_of(story, change)
    return larger(new, old) if way in ("rose", None) else larger(old, new)


def _sum_admits(story: Story, whole: Claim, others: Sequence[Claim]) -> bool:
    if not all(one_unit(whole, c) for c in others) or is_change(whole) or family(whole) not in AMOUNTS:
        return False
    sentences = {c.sentence for c in others}
    listed = len(sentences) == 1 and (
        whole.sentence in sentences or family(whole) != "C" or _one_noun(whole, others)
    )
    return listed or any(_ADDING.search(story.words(s)) for s in sentences | {whole.sentence})


def _one_noun(whole: Claim, others: Sequence[Claim]) -> bool:
    key = None if whole.measure is None else whole.measure.key
    return key is not None and all(c.measure is not None and may_be_one(c.measure.key, key) for c in others)


def _difference_admits(_: Story, part: Claim, others: Sequence[Claim]) -> bool:
    whole, other = others
    return (
        one_unit(part, whole)
        and one_unit(part, other)
        and family(part) in AMOUNTS
        and larger(whole, other)
        and larger(whole, part)
    )


def _mean_admits(_: Story, mean: Claim, others: Sequence[Claim]) -> bool:
    whole, number = others
    if family(number) not in "CUD" or family(whole) not in AMOUNTS:
        return False
    return family(mean) == "R" or one_unit(mean, whole)


def _product_admits(story: Story, whole: Claim, others: Sequence[Claim]) -> bool:
    """A price and a number in the claim's own passage."""
    price, number = others
    if not one_unit(price, whole) or not larger(whole, price) or (number.figure.value or 0) < 2:
        return False
    before, after = _around(story, price)
    priced = _EACH.match(after) or re.search(r"\b(?:at|for|get|gets|of|worth|costs?|paid|pays?)\s$", before)
    return bool(priced) and all(story.paragraphs_apart(whole, c) <= 1 for c in others)


def _rest_admits(story: Story, share: Claim, others: Sequence[Claim]) -> bool:
    other = others[0]
    if (
        family(other) != "P"
        or is_change(share)
        or is_change(other)
        or story.paragraphs_apart(share, other) > 0
    ):
        return False
    before, after = _around(story, share)
    return share.negated != other.negated or bool(_REST.search(before[-30:] + " " + after[:25]))


def _part_admits(story: Story, part: Claim, others: Sequence[Claim]) -> bool:
    rate, whole = others
    if family(rate) != "P" or not one_unit(part, whole) or is_change(rate) or is_change(part):
        return False
    return larger(whole, part) and (part.sentence == rate.sentence or story.paragraphs_apart(part, rate) == 0)


def _multiple_admits(_: Story, __: Claim, others: Sequence[Claim]) -> bool:
    return one_unit(*others) and family(others[0]) in AMOUNTS + "PR"


def _no_change(_: Story, claim: Claim) -> bool:
    return not is_change(claim)


def _directed(story: Story, claim: Claim) -> bool:
    return is_change(claim) and way_of(story, claim) is not None


def _always(_: Story, __: Claim) -> bool:
    return True


def _told_as_mean(story: Story, claim: Claim) -> bool:
    before, after = _around(story, claim)
    each = _EACH.match(after) or _AVERAGE.search(before)
    return family(claim) == "R" or bool(each) or claim.statistic == "mean"


_LEVELS = (AMOUNTS + "PR", AMOUNTS + "PR")
SUM = Hypothesis("sum", AMOUNTS, (), (), _no_change, _added, _sum_admits)
DIFFERENCE = Hypothesis(
    "sum", AMOUNTS, ("total", "part"), (AMOUNTS, AMOUNTS), _always, _minus, _difference_admits, alike=True
)
PART = Hypothesis("share", AMOUNTS, ("rate", "whole"), ("P", AMOUNTS), _no_change, _of_whole, _part_admits)
HYPOTHESES = (
    Hypothesis(
        "share", "P", ("part", "whole"), (AMOUNTS, AMOUNTS), _no_change, percent, _share_admits, alike=True
    ),
    Hypothesis(
        "change", "P", ("from", "to"), _LEVELS, _directed, _percent_change, _change_admits, alike=True
    ),
    Hypothesis("change", "T", ("from", "to"), ("P", "P"), _always, _gap, _points_admits, alike=True),
    Hypothesis("complement", "P", ("other",), ("P",), _no_change, _rest, _rest_admits),
    Hypothesis("multiple", "X", ("to", "from"), _LEVELS, _always, _quotient, _multiple_admits, alike=True),
    Hypothesis("mean", "M", ("mean", "n"), ("MU", "C"), _always, product, _product_admits),
    Hypothesis("mean", "CMUDR", ("total", "n"), (AMOUNTS, "CUD"), _told_as_mean, _quotient, _mean_admits),
    SUM,
    DIFFERENCE,
    PART,
)
