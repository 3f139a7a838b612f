"""Equations that may make a figure out of others, and what the words must allow before one is tried.

The equations compute on floats: a quick look that the judges repeat exactly. The names of the roles
are those of the relations that come of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractor.model import RelationKind
from extractor.nouns import may_be_one
from extractor.reconcile.link.fits.addable import may_be_added, one_noun
from extractor.reconcile.link.fits.around import Near
from extractor.reconcile.link.fits.equations import (
    added,
    gap,
    minus,
    of_whole,
    percent,
    percent_change,
    product,
    quotient,
    rest,
)
from extractor.reconcile.link.fits.facts import Ends, Fact, way_of, words_around
from extractor.reconcile.story import AMOUNTS, Story
from extractor.regexes import Regex

__all__ = ["DIFFERENCE", "HYPOTHESES", "PART", "SUM", "Hypothesis", "larger", "way_of"]

#: Whether a figure by itself may take a role beside a target: the target's fact, then the figure's.
Asks = Callable[[Fact, Fact], bool]


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """An equation that may make a claim: its relation, the roles of the others, and how they compute."""

    kind: RelationKind
    target: str
    roles: tuple[str, ...]
    #: The families that each role may have.
    families: tuple[str, ...]
    #: Whether the words at the target allow the equation at all.
    applies: Callable[[Story, Fact], bool]
    compute: Callable[[Sequence[Ends]], Ends]
    #: Whether figures that may take their roles may do so together.
    admits: Callable[[Story, Fact, Sequence[Fact]], bool]
    #: True where the others have to be of one unit with each other.
    alike: bool = False
    #: What each role asks of a figure by itself, asked once and not for every pair.
    asks: tuple[Asks, ...] = ()

    def takers(self, role: int, target: Fact, near: Sequence[Near]) -> list[Near]:
        """Those that may take a role, numbered from 0, whatever takes the other role."""
        families = self.families[role]
        found = [n for n in near if n.fact.kind in families]
        if self.asks:
            ask = self.asks[role]
            found = [n for n in found if ask(target, n.fact)]
        return found


# What the words must allow before an equation is tried.

_EACH = Regex(
    r"^\s?(?:[\w’'-]+\s){0,2}?(?:each|apiece|a\shead|per|on\saverage|for\severy|an?\s(?:day|week|month|year|hour|head|share|match|game|unit|pupil|person"
    r"|patient|night|minute|house|home|household|go|piece|night|visit|ticket|acre|tonne|litre|kilo|mile))\b",
    re.IGNORECASE,
)
_AVERAGE = Regex(r"\baverag\w*(?:\s[\w’'-]+){0,3}\s*$|\bmean\s(?:of\s)?$", re.IGNORECASE)
#: What a mean is for each of; the mean of an average SATURDAY.
_FOR_EACH = Regex(r"^\s?(?:[\w’'-]+\s){0,2}?(?:per|an?|for\severy|each)\s([a-z]{3,})\b")
_ON_AVERAGE = Regex(r"\b(?:an?|the)\saverage\s(\w{3,})\s(?:[\w’'-]+\s){0,2}$")
_PRICED = Regex(r"\b(?:at|for|get|gets|of|worth|costs?|paid|pays?)\s$")
_REST = Regex(r"\b(?:rest|remaining|remainder|other|others|leaves|leaving|not|without)\b", re.IGNORECASE)


def larger(a: Fact, b: Fact) -> bool:
    """True if one figure is at least the other, whatever their roundings."""
    return a.ends[0] >= b.ends[1]


def _any(_: Fact, __: Fact) -> bool:
    return True


def _own_unit(target: Fact, other: Fact) -> bool:
    return target.unit == other.unit


def _own_and_larger(target: Fact, other: Fact) -> bool:
    return target.unit == other.unit and larger(other, target)


def _own_and_smaller(target: Fact, other: Fact) -> bool:
    return target.unit == other.unit and larger(target, other)


def _own_but_for_rates(target: Fact, other: Fact) -> bool:
    return target.kind == "R" or target.unit == other.unit


def _level_beside(target: Fact, other: Fact) -> bool:
    return not other.change and target.zone == other.zone


def _several(_: Fact, other: Fact) -> bool:
    return (other.claim.figure.value or 0) >= 2


def _share_admits(_: Story, rate: Fact, others: Sequence[Fact]) -> bool:
    part, whole = others
    if larger(part, whole):
        return False
    base, counted = rate.claim.base, whole.claim.measure
    if base is None or counted is None or whole.kind != "C":
        return True
    measure = part.claim.measure
    restated = measure is not None and measure.key == base.key
    named = base.found == "here" and base.key[:4] in base.text.lower()
    return restated or not named or may_be_one(base.key, counted.key)


def _change_admits(_: Story, change: Fact, others: Sequence[Fact]) -> bool:
    old, new = others
    return larger(new, old) if change.way == "rose" else larger(old, new)


def _points_admits(_: Story, change: Fact, others: Sequence[Fact]) -> bool:
    old, new = others
    return larger(new, old) if change.way in ("rose", None) else larger(old, new)


def _sum_admits(story: Story, whole: Fact, others: Sequence[Fact]) -> bool:
    told = whole.adds or any(c.adds for c in others)
    return (told or _in_one_sentence(whole, others)) and may_be_added(story, whole, others)


def _in_one_sentence(whole: Fact, others: Sequence[Fact]) -> bool:
    """True for parts told in one breath: with their whole, or all of one noun where they are counts."""
    sentence = others[0].sentence
    if not all(c.sentence == sentence for c in others):
        return False
    return whole.sentence == sentence or whole.kind != "C" or one_noun(whole, others)


def _difference_admits(story: Story, part: Fact, others: Sequence[Fact]) -> bool:
    return larger(*others) and may_be_added(story, others[0], (others[1], part))


def _product_admits(story: Story, whole: Fact, others: Sequence[Fact]) -> bool:
    """A price and a number in the claim's own passage."""
    if any(abs(whole.zone - c.zone) > 1 for c in others):
        return False
    price, number = others
    before, after = words_around(story, price.claim)
    beside = number.sentence in (whole.sentence, price.sentence)
    return bool(_EACH.match(after) or (beside and _PRICED.search(before)))


def _mean_admits(story: Story, mean: Fact, others: Sequence[Fact]) -> bool:
    """False for "15 a match" and 14 men: the number counts something else than what the mean is for."""
    counted = others[1].claim.measure if others[1].kind == "C" else None
    noun = _each_noun(story, mean) if counted is not None and counted.found == "here" else None
    return counted is None or noun is None or may_be_one(noun, counted.key)


def _each_noun(story: Story, mean: Fact) -> str | None:
    """What a mean is told for: the match of "15 a match", the Saturday of "on an average Saturday"."""
    before, after = words_around(story, mean.claim)
    found = _FOR_EACH.match(after) or _ON_AVERAGE.search(before)
    return found[1].lower() if found is not None else None


def _rest_admits(story: Story, share: Fact, others: Sequence[Fact]) -> bool:
    if share.claim.negated != others[0].claim.negated:
        return True
    before, after = words_around(story, share.claim)
    return bool(_REST.search(before[-30:] + " " + after[:25]))


def _admits(_: Story, __: Fact, ___: Sequence[Fact]) -> bool:
    return True


def _no_change(_: Story, target: Fact) -> bool:
    return not target.change


def _directed(_: Story, target: Fact) -> bool:
    return target.change and target.way is not None


def _signless(_: Story, target: Fact) -> bool:
    return "minus" not in target.claim.figure.text and "±" not in target.claim.figure.text


def _always(_: Story, __: Fact) -> bool:
    return True


def _told_as_mean(story: Story, target: Fact) -> bool:
    if target.change:
        return False  # "2,700 more than a year earlier"
    before, after = words_around(story, target.claim)
    each = _EACH.match(after) or _AVERAGE.search(before)
    return target.kind == "R" or bool(each) or target.claim.statistic == "mean"


_LEVELS = (AMOUNTS + "PR", AMOUNTS + "PR")
SUM = Hypothesis("sum", AMOUNTS, (), (), _no_change, added, _sum_admits)
DIFFERENCE = Hypothesis(
    "sum",
    AMOUNTS,
    ("total", "part"),
    (AMOUNTS, AMOUNTS),
    _always,
    minus,
    _difference_admits,
    alike=True,
    asks=(_own_and_larger, _own_unit),
)
PART = Hypothesis(
    "share",
    AMOUNTS,
    ("rate", "whole"),
    ("P", AMOUNTS),
    _no_change,
    of_whole,
    _admits,
    asks=(_level_beside, _own_and_larger),
)
HYPOTHESES = (
    Hypothesis(
        "share", "P", ("part", "whole"), (AMOUNTS, AMOUNTS), _no_change, percent, _share_admits, alike=True
    ),
    Hypothesis("change", "P", ("from", "to"), _LEVELS, _directed, percent_change, _change_admits, alike=True),
    Hypothesis("change", "T", ("from", "to"), ("P", "P"), _signless, gap, _points_admits, alike=True),
    Hypothesis("complement", "P", ("other",), ("P",), _no_change, rest, _rest_admits, asks=(_level_beside,)),
    Hypothesis("multiple", "X", ("to", "from"), _LEVELS, _always, quotient, _admits, alike=True),
    Hypothesis(
        "mean",
        "M",
        ("mean", "n"),
        ("MU", "C"),
        _always,
        product,
        _product_admits,
        asks=(_own_and_smaller, _several),
    ),
    Hypothesis(
        "mean",
        "CMUDR",
        ("total", "n"),
        (AMOUNTS, "CUD"),
        _told_as_mean,
        quotient,
        _mean_admits,
        asks=(_own_but_for_rates, _any),
    ),
    SUM,
    DIFFERENCE,
    PART,
)
