"""Figures of sibling stories that must be the same thing, told in other words.

Siblings tell one event, so that less is asked of a pair than between strangers: that both count the same
thing, that the words around them meet, and that there is no other figure in either story that could be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Amount, Claim, Cue, Relation, Role
from extractor.nouns import may_be_one
from extractor.reconcile.clauses import clause_of
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.stems import stems, words
from extractor.reconcile.link.retold.ages_then import of_two_ages
from extractor.reconcile.link.retold.apart import stretch
from extractor.reconcile.link.retold.limits import is_limit
from extractor.reconcile.link.retold.near_numbers import (
    UNLIKELY,
    agree,
    digits,
    near,
    of_same_digits,
    off,
    one_thing_counted,
    opposed,
    rounds,
    slipped,
    turned,
)
from extractor.reconcile.link.retold.one_topic import (
    are_for_one,
    are_of_one_thing,
    noun_words,
    one_deed,
    one_topic,
)
from extractor.reconcile.link.retold.per_head import are_scales, of_two_ranks, per_head
from extractor.reconcile.link.window.scope import before
from extractor.reconcile.named import of_others
from extractor.reconcile.siblings.periods import may_be_one_time
from extractor.reconcile.siblings.stretches import pace
from extractor.reconcile.siblings.units import per_no_time
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex

_HELD = ("asserted", "target", "forecast")
#: "Two groups, EACH OF 1,070 people".
_EACH_OF = Regex(r"\b(?:each|every\sone)\s(?:of|with|had|has|got)\s(?:about\s|some\s)?$", re.IGNORECASE)
#: "The owner of a house worth $250,000 pays", "a family on £35,000".
_EXAMPLE = Regex(
    r"\b(?:an?|each|every|someone|anyone|those|people|families|households|homes|houses|couples?|workers|drivers)\b"
    r"(?:\s[\w-]+){0,3}?\s(?:worth|valued at|assessed at|priced at|earning|who earns?|making|on|with an? \w+ of)"
    r"\s(?:(?:about|some|just|around|over)\s)?$",
    re.IGNORECASE,
)
#: All of a figure but its number.
_NUMBER = Regex(r"[^\d.]")
#: Exact counts from here on are hardly round by habit.
TENS = 20

_OR_A_SHARE = Regex(
    r"(?:\s[\w’'-]+){0,3},?\s(?:\(|or\s)(?:about\s|just\s(?:over|under)\s|nearly\s)?[\w.,%-]+(?:\s[\w-]+){0,3}\sof\s(?:those|these|the|all|its|their)\b"
)


def retold(a: Story, b: Story) -> Iterator[Relation]:
    """Pairs of figures that tell one thing and do not agree.

    What the other story prints as well is settled, and stands in nobody's way where the words are close.
    """
    for x in a.claims:
        partners = [y for y in b.claims if _one_thing(a, b, x, y) and not _heads(y, x)]
        left = _slips_first(x, [y for y in partners if not _prints(a, y)])
        if len(_amounts(left)) != 1:
            continue
        y = next((c for c in left if (c.block in DISPLAY) == (x.block in DISPLAY)), left[0])
        rivals = [c for c in a.claims if _one_thing(a, b, c, y) and not _heads(c, y)]
        back = _slips_first(y, [c for c in rivals if not _prints(b, c)])
        if len(_amounts(back)) != 1 or agree(x, y) or not _fair(a, b, x, y) or _is_one_limit(a, x, b, y):
            continue
        if family(x) in "MU" and not (_is_known(x, y) or are_of_one_thing(a, x, b, y)):
            continue
        sure = len(_amounts(partners)) == len(_amounts(rivals)) == 1 or off(x, y)
        apart = _of_one_of_many(a, x, b, y) or _is_some(a, x) != _is_some(b, y)
        if (sure or _close(a, b, x, y)) and not apart:
            cue = Cue(x.document, x.figure.span, x.figure.text)
            yield Relation("same", (Role("stated", x), Role("from", y)), cue, "stated")


def _is_some(story: Story, claim: Claim) -> bool:
    """True for a number that is told as some of a whole: "thirty-nine reefs, OR A THIRD OF THOSE visited"."""
    return _OR_A_SHARE.match(story.document.text, claim.figure.span.end) is not None


def _of_one_of_many(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for numbers a scale apart of which one is of one of many: "each", "the cheapest"."""
    return per_head(a, x, b, y) or (are_scales(x, y) and of_two_ranks(a, x, b, y))


def _is_known(x: Claim, y: Claim) -> bool:
    """True for two numbers that are each other's slip or swap, or one the other rounded."""
    return slipped(x, y) or turned(x, y) or rounds(x, y)


def _is_one_limit(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for "more than 48 hours" and "longer than 48 hours", and for 14.2 weeks told as 14."""
    values = [float(c.figure.value or 0) for c in (x, y)]
    if family(x) == "D" and abs(values[0] - values[1]) * 2 <= 1 and any(v == int(v) for v in values):
        return True
    return x.figure.value == y.figure.value and (is_limit(a, x) or is_limit(b, y))


def is_scale_off(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for one long number with its scale wrong, whatever else the sentences tell."""
    shared = len(stems(a.sentence(x)) & stems(b.sentence(y)))
    return off(x, y) and min(digits(x), digits(y)) + min(1, shared) > UNLIKELY


def _slips_first(claim: Claim, others: list[Claim]) -> list[Claim]:
    """The figures that have the digits of one, on another scale or in another order, where there are such."""
    return [
        c for c in others if (off(c, claim) or of_same_digits(c, claim)) and digits(c) >= UNLIKELY
    ] or others


def _heads(claim: Claim, other: Claim) -> bool:
    """True for a headline that has the sibling's number, where the text below it slips: it is no other figure."""
    return claim.block in DISPLAY and meet(claim.figure.amount, other.figure.amount)


def _amounts(claims: Sequence[Claim]) -> set[Amount]:
    return {c.figure.amount for c in claims}


def _close(a: Story, b: Story, x: Claim, y: Claim) -> bool:
    """True if sentences share more than what every figure of their kind has beside it."""
    return len((words(a.sentence(x)) & words(b.sentence(y))) - noun_words(x)) >= 2


def _fair(a: Story, b: Story, x: Claim, y: Claim) -> bool:
    """True if neither story prints the other's number as well, and the two are not worlds apart."""
    return not _prints(a, y) and not _prints(b, x) and near(x, y)


def _prints(story: Story, claim: Claim) -> bool:
    """True if the text below a headline has a figure that agrees; "more than 900" does not print 4,210.

    A headline tells what the text tells: where the two differ, the text is no less a slip.
    """
    return any(
        c.block not in DISPLAY
        and alike(claim, c)
        and c.stance in ("asserted", claim.stance)
        and meet(claim.figure.amount, c.figure.amount)
        and _may_be_near(claim, c)
        and not (claim.figure.value != c.figure.value and _two_nouns(claim, c))
        for c in story.claims
    ) or ("." in claim.figure.text and any(_is_bare(c, claim) for c in story.claims))


def _is_bare(claim: Claim, other: Claim) -> bool:
    """True for "46.2" in a story that has just told the price in cents."""
    return family(claim) == "C" and claim.figure.text == _NUMBER.sub("", other.figure.text)


def _two_nouns(x: Claim, y: Claim) -> bool:
    """True for "some 63 traders" beside 64 officers, which agree and are of two things."""
    p, q = x.measure, y.measure
    if family(x) != "C" or p is None or q is None or not p.found == q.found == "here":
        return False
    return not may_be_one(p.key, q.key)


def _may_be_near(x: Claim, y: Claim) -> bool:
    """True if one figure may be the other's; "more than 5,300" and 9,500 agree and are of two things."""
    if not x.figure.value or not y.figure.value:
        return True
    if any(c.figure.hedge is not None and _is_open(c) for c in (x, y)):
        return _within_step(x, y)
    return near(x, y)


def _is_open(claim: Claim) -> bool:
    amount = claim.figure.amount
    return amount.low is None or amount.high is None or amount.low == 0


def _within_step(x: Claim, y: Claim) -> bool:
    step = Fraction(str(table("siblings")["rounds"]))
    return abs(Fraction(x.figure.value or 0) / Fraction(y.figure.value or 1) - 1) <= step


def _one_thing(a: Story, b: Story, x: Claim, y: Claim) -> bool:
    if family(x) == "K":
        return False  # the 34th kilometre and the 25th are two places on one course
    if not _of_one_unit(a, x, b, y) or not held_alike(a, x, b, y) or x.negated != y.negated:
        return False
    if is_example(a, x) or is_example(b, y) or of_two_ages(a, x, b, y):
        return False
    if x.direction != y.direction or digits(x) == 0 or digits(y) == 0:
        return False
    if (_EACH_OF.search(before(a, x)) is None) != (_EACH_OF.search(before(b, y)) is None):
        return False
    if is_change(x) and is_change(y) and _are_between_others(a, x, b, y):
        return False
    if min(digits(x), digits(y)) < 2 and not (rounds(x, y) or _short(x, y) or _paid_for_one(a, x, b, y)):
        return False
    return (
        may_be_one_time(x.period, y.period)
        and one_place(x, y)
        and one_topic(a, b, x, y)
        and not of_others(a, x, b, y)
    )


def is_example(story: Story, claim: Claim) -> bool:
    """True for what is made up to show what is meant: "a house WORTH $250,000", "someone EARNING £35,000"."""
    return family(claim) == "M" and _EXAMPLE.search(before(story, claim)) is not None


def _are_between_others(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for two changes each told with levels of its own: the service's 3,165 calls more, a county's 1,536."""
    ours, theirs = (
        [c for c in s.in_sentence(claim.sentence) if alike(c, claim) and not is_change(c)]
        for s, claim in ((a, x), (b, y))
    )
    levels = [(c, d) for c in ours for d in theirs]
    return bool(levels) and not any(meet(c.figure.amount, d.figure.amount) for c, d in levels)


def _of_one_unit(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if two amounts are alike, and so much a day if either is: "22 litres a day", "every day 22 litres"."""
    if family(x) != family(y) or family(x) not in "MUD":
        return alike(x, y)
    ours, theirs = pace(a, x), pace(b, y)
    if ours and theirs:
        return ours == theirs and per_no_time(_unit(x)) == per_no_time(_unit(y))
    paceless = [c for c, told in ((x, ours), (y, theirs)) if not told]
    return alike(x, y) and (len(paceless) == 2 or stretch(paceless[0]) is None)


def _unit(claim: Claim) -> str:
    return claim.figure.amount.unit


def held_alike(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if both are told as facts or both as plans: "could be built" is as much of one as "wants to build"."""
    if x.stance not in _HELD or y.stance not in _HELD:
        return False
    return x.stance == y.stance or (_planned(a, x) and _planned(b, y))


def _planned(story: Story, claim: Claim) -> bool:
    return claim.stance != "asserted" or _plan().search(clause_of(story, claim)) is not None


@cache
def _plan() -> Regex:
    return Regex(table("siblings")["asides"][0])


def _short(x: Claim, y: Claim) -> bool:
    """True for numbers of one digit that are known again: 70 claims made and 58, 9 per cent lost and 11 of the same."""
    return _tens(x, y) or _share_of_one(x, y) or opposed(x, y)


def _paid_for_one(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for two sums that one thing cost, "holding the ballot cost £50,000", well apart from each other."""
    if family(x) != "M" or any(c.figure.hedge is not None or not c.figure.value for c in (x, y)):
        return False
    ratio = Fraction(x.figure.value or 1) / Fraction(y.figure.value or 1)
    return abs(ratio - 1) > Fraction(str(table("siblings")["rounds"])) and are_for_one(a, x, b, y)


def _share_of_one(x: Claim, y: Claim) -> bool:
    """True for two exact shares of one whole, each named in its own sentence, by one verb."""
    p, q = x.base, y.base
    if family(x) != "P" or p is None or q is None or p.key != q.key or not p.found == q.found == "here":
        return False
    exact = all(c.figure.hedge is None and any(d.isdigit() for d in c.figure.text) for c in (x, y))
    return exact and one_deed(x, y)


def _tens(x: Claim, y: Claim) -> bool:
    """True for 70 claims made and 58 claims made: exact counts of one noun and deed, one of them full tens."""
    values = (x.figure.value, y.figure.value)
    exact = all(
        v is not None and v >= TENS and c.figure.hedge is None for v, c in zip(values, (x, y), strict=True)
    )
    return exact and family(x) == "C" and one_deed(x, y) and one_thing_counted(x, y)


def one_place(x: Claim, y: Claim) -> bool:
    """True unless one of two figures names its place, or both sentences do, and the other's is none of it."""
    p, q = x.place, y.place
    if p is None or q is None:
        return True
    told = {p.found, q.found}
    if "here" not in told and told != {"sentence"}:
        return True
    return p.key in q.key or q.key in p.key
