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
from extractor.nouns import kinds, may_be_one
from extractor.reconcile.clauses import clause_of
from extractor.reconcile.link.cues.stems import cut, stems, words
from extractor.reconcile.link.retold.near_numbers import (
    UNLIKELY,
    agree,
    digits,
    near,
    off,
    one_thing_counted,
    opposed,
    rounds,
    scaled,
    slipped,
)
from extractor.reconcile.link.retold.per_head import per_head
from extractor.reconcile.named import of_others
from extractor.reconcile.periods import may_be_one_time
from extractor.reconcile.story import DISPLAY, Story, alike, family

_HELD = ("asserted", "target", "forecast")
_OF = re.compile(r"\b(?:in|of|at|on|for|with|from|to)\b")
#: Exact counts from here on are hardly round by habit.
TENS = 20


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
        if len(_amounts(back)) != 1 or agree(x, y) or not _fair(a, b, x, y):
            continue
        sure = len(_amounts(partners)) == len(_amounts(rivals)) == 1 or off(x, y)
        if (sure or _close(a, b, x, y)) and not per_head(a, x, b, y):
            cue = Cue(x.document, x.figure.span, x.figure.text)
            yield Relation("same", (Role("stated", x), Role("from", y)), cue, "stated")


def is_scale_off(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for one long number with its scale wrong, whatever else the sentences tell."""
    shared = len(stems(a.sentence(x)) & stems(b.sentence(y)))
    return off(x, y) and min(digits(x), digits(y)) + min(1, shared) > UNLIKELY


def _slips_first(claim: Claim, others: list[Claim]) -> list[Claim]:
    """The figures that have the digits of one, on another scale, where there are such: no other is meant."""
    return [c for c in others if off(c, claim) and digits(c) >= UNLIKELY] or others


def _heads(claim: Claim, other: Claim) -> bool:
    """True for a headline that has the sibling's number, where the text below it slips: it is no other figure."""
    return claim.block in DISPLAY and meet(claim.figure.amount, other.figure.amount)


def _amounts(claims: Sequence[Claim]) -> set[Amount]:
    return {c.figure.amount for c in claims}


def _close(a: Story, b: Story, x: Claim, y: Claim) -> bool:
    """True if sentences share more than what every figure of their kind has beside it."""
    return len((words(a.sentence(x)) & words(b.sentence(y))) - _noun(x)) >= 2


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
    )


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
    if not alike(x, y) or not _held_alike(a, x, b, y) or x.negated != y.negated:
        return False
    if x.direction != y.direction or digits(x) == 0 or digits(y) == 0:
        return False
    if min(digits(x), digits(y)) < 2 and not rounds(x, y) and not _short(x, y):
        return False
    return (
        may_be_one_time(x.period, y.period)
        and one_place(x, y)
        and _one_topic(a, b, x, y)
        and not of_others(a, x, b, y)
    )


def _held_alike(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if both are told as facts or both as plans: "could be built" is as much of one as "wants to build"."""
    if x.stance not in _HELD or y.stance not in _HELD:
        return False
    return x.stance == y.stance or (_planned(a, x) and _planned(b, y))


def _planned(story: Story, claim: Claim) -> bool:
    return claim.stance != "asserted" or _plan().search(clause_of(story, claim)) is not None


@cache
def _plan() -> re.Pattern[str]:
    return re.compile(table("siblings")["asides"][0])


def _short(x: Claim, y: Claim) -> bool:
    """True for numbers of one digit that are known again: 70 claims made and 58, 9 per cent lost and 11 of the same."""
    return _tens(x, y) or _share_of_one(x, y) or opposed(x, y)


def _share_of_one(x: Claim, y: Claim) -> bool:
    """True for two exact shares of one whole, each named in its own sentence, by one verb."""
    p, q = x.base, y.base
    if family(x) != "P" or p is None or q is None or p.key != q.key or not p.found == q.found == "here":
        return False
    exact = all(c.figure.hedge is None and any(d.isdigit() for d in c.figure.text) for c in (x, y))
    return exact and _one_deed(x, y)


def _tens(x: Claim, y: Claim) -> bool:
    """True for 70 claims made and 58 claims made: exact counts of one noun and deed, one of them full tens."""
    values = (x.figure.value, y.figure.value)
    exact = all(
        v is not None and v >= TENS and c.figure.hedge is None for v, c in zip(values, (x, y), strict=True)
    )
    return exact and family(x) == "C" and _one_deed(x, y) and one_thing_counted(x, y)


def _one_topic(a: Story, b: Story, x: Claim, y: Claim) -> bool:
    shared = words(a.sentence(x)) & words(b.sentence(y))
    if family(x) == "P" and not _one_base(x, y):
        return False
    if opposed(x, y):
        return len(_beyond(a, x, b, y) - cut(words(x.figure.text) | words(y.figure.text))) >= 2
    # Numbers that are each other's slip, or one the other rounded, hardly meet by chance.
    if slipped(x, y) or rounds(x, y):
        if _is_weak(x, y) and not _beyond(a, x, b, y):
            return False
        long = min(digits(x), digits(y)) >= UNLIKELY
        people = family(x) == "C" and bool(shared) and _are_people(x, y)
        return _one_noun(x, y) or people or len(shared) >= 2 or (family(x) != "C" and (bool(shared) or long))
    if family(x) == "C":
        # "Likely voters" in two polls are two words in common, and no more than the noun.
        shared = stems(a.sentence(x)) & stems(b.sentence(y))
        beyond = shared - cut(_noun(x))
        one_deed = any(w.startswith("~") for w in beyond) or not _two_deeds(x, y)
        told = len(shared) >= 2 and (len(beyond) >= 2 or (bool(beyond) and one_deed))
        return _one_noun(x, y) and (told or _one_deed(x, y))
    if family(x) == "P":
        # "Volunteers" and "the charity says" are not what is told of them.
        shared = stems(a.sentence(x)) & stems(b.sentence(y))
        return _one_deed(x, y) and not shared <= cut(_noun(x) | _whose(x) | _whose(y))
    return len(shared) >= 2 or (bool(shared) and (_one_noun(x, y) or both_spent(a, x, b, y)))


def _is_weak(x: Claim, y: Claim) -> bool:
    """True for a rounded number with a verb of its own, or a scale away: 118 shops were shut, over 120 lost money."""
    if scaled(x, y):
        return not _one_deed(x, y) and not one_thing_counted(x, y)
    return not slipped(x, y) and _two_deeds(x, y)


def _two_deeds(x: Claim, y: Claim) -> bool:
    """True for two verbs, each with its own figure."""
    told = [c.event.key for c in (x, y) if c.event is not None and c.event.found == "here"]
    return len(told) == 2 and not _one_deed(x, y)


def _beyond(a: Story, x: Claim, b: Story, y: Claim) -> frozenset[str]:
    """What two sentences have in common besides what is counted and whose it is."""
    shared = stems(a.sentence(x)) & stems(b.sentence(y))
    names = {w for s, c in ((a, x), (b, y)) for w in re.findall(r"\b[A-Z]\w+", s.sentence(c))}
    return shared - cut(_noun(x) | _noun(y)) - stems(" ".join(names))


def _whose(claim: Claim) -> frozenset[str]:
    """The words for the whole of a share and for who tells it."""
    told = (m.text for m in (claim.base, claim.source, claim.speaker) if m is not None)
    return frozenset(w for text in told for w in words(text))


def _are_people(x: Claim, y: Claim) -> bool:
    """True for "people" and a word for some of them: "more than 39,000 joined" and 38,600 customers."""
    keys = {c.measure.key for c in (x, y) if c.measure is not None}
    return "person" in keys and all("person" in kinds(key) for key in keys)


def _noun(claim: Claim) -> frozenset[str]:
    """The words of what is counted, without what is said of where: "fires in the district" are fires."""
    return frozenset() if claim.measure is None else words(_OF.split(claim.measure.text)[0])


def both_spent(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if both sentences say that money was spent: "cost £38,000", "the bill came to £38,000"."""
    spending = frozenset(table("siblings")["spending"])
    spent = (set(re.findall(r"[a-z]+", s.lower())) & spending for s in (a.sentence(x), b.sentence(y)))
    return family(x) == "M" and all(spent)


def _one_base(x: Claim, y: Claim) -> bool:
    """True if two shares may be of one whole; where one prints none, what it counts is it."""
    if x.base is None and y.base is None:
        return True
    ours, theirs = (c.base or c.measure for c in (x, y))
    return ours is not None and theirs is not None and may_be_one(ours.key, theirs.key)


def _one_noun(x: Claim, y: Claim) -> bool:
    return x.measure is not None and y.measure is not None and may_be_one(x.measure.key, y.measure.key)


def _one_deed(x: Claim, y: Claim) -> bool:
    """True for one verb with one object; what is counted may be it: "the sailings lost", "sailings were lost"."""
    if x.event is None or y.event is None:
        return False
    (ours, _, here), (theirs, _, there) = (e.key.partition(":") for e in (x.event, y.event))
    if x.event.key == y.event.key:
        return True
    own = {c.measure.key for c in (x, y) if c.measure is not None}
    return ours == theirs and not (here and there) and (here or there) in own


def one_place(x: Claim, y: Claim) -> bool:
    """True unless one of two figures names its place, or both sentences do, and the other's is none of it."""
    p, q = x.place, y.place
    if p is None or q is None:
        return True
    told = {p.found, q.found}
    if "here" not in told and told != {"sentence"}:
        return True
    return p.key in q.key or q.key in p.key
