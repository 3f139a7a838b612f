"""Whether two stories tell one event: what they have in common against the figures that differ.

Bulletins of one form, the next town's or the next month's, share their words and a number or two by chance,
and differ in all the rest; two stories of one event share names and most of their numbers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log10

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim, Finding
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.retold.near_numbers import digits
from extractor.reconcile.named import (
    full_names_in_common,
    names_in_common,
    opened_in_common,
    own_names,
    told_names,
)
from extractor.reconcile.story import Story, alike, family
from extractor.regexes import Regex

#: Numbers of two digits to choose from, since shares and ages crowd in the middle of the ninety.
TWO_DIGITS = 60
#: Sentences that count as copied, at most.
COPIES = 2
#: Figures that differ beyond the one that a paper gets wrong: no more of them may be than of those in common.
SEVERAL = 2
#: A number of so many digits is in two stories of one event by itself, whatever the words beside it.
TELLING = 4
#: Days within which papers print one release.
DAYS = 3
#: Pairs of figures of two long stories, of which one is rounded to the other or makes it by chance; those of
#: short ones are no more.
MEETING = 200
#: Names that stories of one event have in common, though they share few numbers.
KIN = 2
#: Mix-ups that leave their mark in the digits, or print a number of the sibling's for something else.
_SLIPS = ("scale", "digit", "hedge", "stale", "definition", "sum")
#: A printed number with its unit; for amounts with their family, since a slip may print another unit.
Number = tuple[Decimal, str]


@dataclass(frozen=True, slots=True)
class Bond:
    """What ties two stories to one event, and how many figures speak against it."""

    weight: float
    differing: int

    @property
    def holds(self) -> bool:
        """True if what they have in common outweighs the figures that differ."""
        return self.weight >= int(table("siblings")["agreements"])

    def holds_among(self, pairs: int) -> bool:
        """The same where so many pairs were looked at: the more there are, the more are alike by chance."""
        rule = table("siblings")
        return self.weight >= int(rule["agreements"]) + float(rule["crowd"]) * log10(max(1, pairs))

    @property
    def firm(self) -> bool:
        """True if nothing differs and much is shared: whatever is of the one's event is of the other's."""
        return not self.differing and self.weight >= int(table("siblings")["firm"])


def is_kin(a: Story, b: Story) -> bool:
    """True if few stories given together name several of the same people, bodies or places."""
    return names_in_common(a, b) >= KIN


def bond(a: Story, b: Story, found: Sequence[Finding], *, given: bool = False) -> Bond:
    """What ties two stories, between which some findings were made.

    Few stories that somebody gave together are hardly strangers. For those a rounded number ties as well, and
    so does what follows from figures of the other story; in a pile both meet by chance.
    """
    rule, shared = table("siblings"), in_common(a, b, given=given)
    differing = len({_values(f) for f in found if _speaks_against(f)})
    near = _near(a, b, found, shared) if given else 0
    common = _weight(shared, by_chance(a, b), given=given) + near
    if differing >= SEVERAL and len(shared) + near <= differing:
        return Bond(0, differing)  # two firms of one name may print one revenue, and differ in all the rest
    most = int(rule["most_names"]) + COPIES * int(rule["copied"])
    # Names take the longest to compare, and most pairs of a pile are told apart without them.
    if common + most < int(rule["agreements"]) or not _good_part(a, b, len(shared) + near):
        return Bond(0, differing)
    names = names_in_common(a, b) + (opened_in_common(a, b) if given else 0)
    few = _most(a, b, len(shared) + near) and (given or not own_names(a, b))
    if not names and common < int(rule["few" if few else "nameless"]):
        return Bond(0, differing)
    weight = common + int(rule["copied"]) * min(COPIES, copied(a, b)) + min(names, int(rule["most_names"]))
    weight += int(rule["one_day"]) * (names > 0 and _of_one_day(a, b))
    return Bond(weight - int(rule["differing"]) * differing, differing)


def _of_one_day(a: Story, b: Story) -> bool:
    """True if both stories say when they were printed, and that is within days."""
    ours, theirs = a.document.published, b.document.published
    return ours is not None and theirs is not None and abs((ours - theirs).days) <= DAYS


def _near(a: Story, b: Story, found: Sequence[Finding], shared: Mapping[Number, int]) -> float:
    """How many figures of either story the other rounds, or makes of two of its own, beyond chance."""
    again = {_values(f) for f in found if f.verdict == "consistent" and f.relation.kind == "same"}
    rounded = len({values for values in again if len(set(values)) > 1})
    made = {_values(f) for f in found if _speaks_for(f)}
    met = max(rounded, rounded_in_common(a, b, shared)) + len(made)
    by_chance = max(0, len(a.claims) * len(b.claims) / MEETING - 1)
    return max(0, met - by_chance)


def _weight(shared: Mapping[Number, int], chance: float, *, given: bool) -> float:
    """The digits of numbers in common, less those that meet by chance; long ones hardly do in few stories."""
    long = sum(n for n in shared.values() if n > 2) if given else 0
    rest = sum(shared.values()) - long - 2 * chance
    return long + max(0, rest) if given else rest


def _good_part(a: Story, b: Story, shared: float) -> bool:
    """True if the numbers in common, with full names, are a good part of the shorter story's numbers."""
    least = float(table("siblings")["part"]) * min(len(_numbers(a)), len(_numbers(b)))
    return shared >= least or (shared >= 2 and shared + full_names_in_common(a, b) >= least)


def _most(a: Story, b: Story, shared: float) -> bool:
    """True if two numbers or more, and most of the shorter story's, are in common: nobody need be named."""
    return shared >= 2 and 3 * shared >= 2 * min(len(_numbers(a)), len(_numbers(b)))


def _speaks_against(finding: Finding) -> bool:
    """True for two numbers where one is due; slips of the hand are told by their digits."""
    told = finding.verdict == "mismatch" and finding.relation.kind == "same"
    return told and finding.reading not in _SLIPS and len(set(_values(finding))) > 1


def _speaks_for(finding: Finding) -> bool:
    """True for a figure that two of the sibling make: a difference, the share of the others."""
    if finding.reading == "sum" and finding.relation.kind == "same":
        return True  # a total that lacks one of the sibling's parts
    return finding.verdict == "consistent" and finding.relation.kind in (
        "sum",
        "change",
        "complement",
        "share",
    )


def _values(finding: Finding) -> tuple[str, ...]:
    return tuple(sorted(str(c.figure.value) for c in finding.relation.claims()))


def in_common(a: Story, b: Story, *, given: bool = False) -> dict[Number, int]:
    """The numbers that both stories print in one unit and beside a common word, with their digits."""
    ours, theirs = _numbers(a), _numbers(b)
    both = ours.keys() & theirs.keys()
    return {n: digits(ours[n][0]) for n in both if _meet(a, ours[n], b, theirs[n], given=given)}


def rounded_in_common(a: Story, b: Story, shared: Mapping[Number, int]) -> int:
    """How many more numbers one story rounds and the other prints exactly: "around £1,900" beside £1,925."""
    left, right = ([c for n, told in _numbers(s, 1).items() if n not in shared for c in told] for s in (a, b))
    pairs = [(x, y) for x in left for y in right if rounds_to(x, y) and _meet(a, [x], b, [y], given=True)]
    return min(len({c.id for c in side}) for side in zip(*pairs, strict=True)) if pairs else 0


def rounds_to(x: Claim, y: Claim) -> bool:
    """True if one figure is a long number and the other a shorter one that agrees with it closely."""
    ours, theirs, step = x.figure.value, y.figure.value, float(table("siblings")["rounds"])
    if not ours or not theirs or abs(float(ours) / float(theirs) - 1) > step or not alike(x, y):
        return False
    short, long = sorted((digits(x), digits(y)))
    return short < long >= TELLING - 1 and meet(x.figure.amount, y.figure.amount)


def copied(a: Story, b: Story) -> int:
    """How many sentences with a name and a figure both stories print word for word."""
    return len(_named_sentences(a) & _named_sentences(b))


def _named_sentences(story: Story) -> frozenset[str]:
    least = int(table("siblings")["fewest"])
    told = {" ".join(story.words(s).split()).rstrip(".") for s in story.sentences}
    names = Regex("|".join(map(re.escape, sorted(told_names(story)))) or r"(?!)")
    return frozenset(s for s in told if len(s.split()) >= least and names.search(s))


def by_chance(a: Story, b: Story) -> float:
    """How many numbers of two digits the stories would share by chance."""
    ours, theirs = (sum(digits(claims[0]) == 2 for claims in _numbers(s).values()) for s in (a, b))
    return ours * theirs / TWO_DIGITS


def _meet(a: Story, ours: Sequence[Claim], b: Story, theirs: Sequence[Claim], *, given: bool) -> bool:
    if min(digits(ours[0]), digits(theirs[0])) >= TELLING:
        return True
    return any(
        (given and _one_noun(x, y)) or content_words(a.sentence(x)) & content_words(b.sentence(y))
        for x in ours
        for y in theirs
    )


def _one_noun(x: Claim, y: Claim) -> bool:
    """True if two long counts are of what may be one thing: 3,450 people and 3,450 residents."""
    if family(x) != "C" or x.measure is None or y.measure is None or min(digits(x), digits(y)) < TELLING - 1:
        return False
    return may_be_one(x.measure.key, y.measure.key)


def _numbers(story: Story, least: int = 2) -> dict[Number, list[Claim]]:
    """The numbers of a story that have two digits or more, each with the claims that print it."""
    found: dict[Number, list[Claim]] = defaultdict(list)
    for claim in story.claims:
        if claim.figure.value is not None and digits(claim) >= least:
            found[claim.figure.value, _unit(claim)].append(claim)
    return found


def _unit(claim: Claim) -> str:
    told = family(claim)
    return told if told in "MU" else claim.figure.amount.unit
