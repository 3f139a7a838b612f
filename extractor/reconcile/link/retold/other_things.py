"""One number of two things that the text counts apart: 1,932 warrants for 1,104 people, and then "the 1,932 people".

No list has to know that a warrant is no person: the story tells of both, prints a number for each, and then
gives the one's number to the other. A long number does not do so by chance.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from operator import itemgetter

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role
from extractor.nouns import kinds, may_be_one
from extractor.reconcile.link.retold.retelling import may_be_retold
from extractor.reconcile.misprints import significant
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: Numbers from here on hardly are two things' by chance, and digits of one besides its noughts.
LONG, DIGITS = 100, 3
#: How many times the exact number a round one is at most that stands for it.
ROUND = Decimal("1.1")
_EACH = Regex(r"\b(?:each|apiece|between\sthem|an\saverage|per|every\sone)\b", re.IGNORECASE)
#: "The 1,932 people", "nearly 2,000 wanted people": between a number and what it counts.
_NOUN = Regex(r"^\s(?:[\w’'-]+\s){0,3}?$")


def carried_over(story: Story, linked: Sequence[Relation]) -> Iterator[Relation]:
    """Counts with the number of another thing than they name, each with the two that the text counts apart."""
    counts = _Counts(story)
    swapped = {c.id for r in linked if r.claims("other") for c in r.claims("stated")}
    for stated in counts.told:
        if stated.id in swapped or not story.once(may_be_retold, stated):
            continue
        found = _apart(story, stated, counts)
        if found is not None:
            number, counted = found
            roles = (Role("stated", stated), Role("other", number), Role("counted", counted))
            cue = Cue(story.document.id, stated.figure.span, stated.figure.text)
            yield Relation("same", roles, cue, "stated")


def _is_named(story: Story, claim: Claim) -> bool:
    """True for a count with its noun right behind it."""
    noun = claim.measure
    if family(claim) != "C" or claim.figure.value is None or claim.stance != "asserted":
        return False
    if noun is None or noun.span is None or noun.found != "here" or noun.text.endswith((" ones", " one")):
        return False
    between = story.document.text[claim.figure.span.end : noun.span.start]
    return noun.span.start >= claim.figure.span.end and _NOUN.match(between or " ") is not None


class _Counts:
    """The named counts of a story, to be found by their numbers and by where they stand."""

    def __init__(self, story: Story) -> None:
        self.told = [c for c in story.claims if _is_named(story, c)]
        self._by_number = sorted(enumerate(self.told), key=_number)
        self._by_sentence: defaultdict[int, list[Claim]] = defaultdict(list)
        for count in self.told:
            self._by_sentence[story.number_of(count)].append(count)

    def like(self, value: Decimal) -> Iterator[Claim]:
        """The counts of so many, or of a number that rounds to it, in the order of print."""
        first = bisect_left(self._by_number, value / ROUND, key=_number)
        last = bisect_right(self._by_number, value * ROUND, key=_number)
        yield from (count for _, count in sorted(self._by_number[first:last], key=itemgetter(0)))

    def near(self, story: Story, count: Claim) -> Iterator[Claim]:
        """The counts of the sentence of another, and of the ones before it and behind."""
        number = story.number_of(count)
        yield from (c for n in (number - 1, number, number + 1) for c in self._by_sentence.get(n, ()))


def _number(count: tuple[int, Claim]) -> Decimal:
    return count[1].figure.value or Decimal(0)


def _apart(story: Story, stated: Claim, counts: _Counts) -> tuple[Claim, Claim] | None:
    """The count that has the number, and the one that has the noun, where one paragraph tells both."""
    for number in counts.like(stated.figure.value or Decimal(0)):
        if (
            number.sentence == stated.sentence
            or not _is_number_of(stated, number)
            or _one_noun(number, stated)
            or _are_disputed(stated, number)
        ):
            continue
        for counted in counts.near(story, number):
            apart = counted is not stated and _is_counted_apart(number, counted, stated)
            if apart and _together(story, number, counted) and not _is_made(story, number, counted):
                return number, counted
    return None


def _is_made(story: Story, number: Claim, counted: Claim) -> bool:
    """True for "2,310 letters and 1,860 constables" behind 450 with letters alone: a number that has the other in it."""
    rest = (number.figure.value or 0) - (counted.figure.value or 0)
    return any(c.figure.value == rest and family(c) == "C" for c in story.around(number, 1))


def _are_disputed(stated: Claim, number: Claim) -> bool:
    """True for what two people tell: they count apart, and neither has mistaken one for the other."""
    told = [c.speaker.key for c in (stated, number) if c.speaker is not None]
    return len(told) == 2 and told[0] != told[1]


def _together(story: Story, number: Claim, counted: Claim) -> bool:
    """True if one sentence tells both counts, or the next one after it says how many each had."""
    if number.sentence == counted.sentence:
        return True
    first, second = sorted((number, counted), key=lambda c: c.figure.span)
    near = (
        story.number_of(second) - story.number_of(first) == 1 and story.paragraphs_apart(first, second) == 0
    )
    return near and _EACH.search(story.sentence(second)) is not None


def _is_counted_apart(number: Claim, counted: Claim, stated: Claim) -> bool:
    """True if a count has the noun of the stated one, another number, and is no count of the other thing."""
    return (
        _one_noun(counted, stated)
        and (number.figure.value or 0) > (counted.figure.value or 0)
        and not _one_noun(counted, number)
        and not meet(counted.figure.amount, stated.figure.amount)
    )


def _one_noun(a: Claim, b: Claim) -> bool:
    ours, theirs = ("" if c.measure is None else c.measure.key for c in (a, b))
    if "person" in (ours, theirs) and all(_is_living(key) for key in (ours, theirs)):
        return True
    return may_be_one(ours, theirs) or ours.endswith(theirs) or theirs.endswith(ours)


def _is_living(key: str) -> bool:
    """True for a word for people, listed or made like one: "guest", "walker"."""
    words, last = table("nouns"), key.split(" ")[-1]
    made = last.endswith(tuple(words["personal"])) and last not in words["lifeless"]
    return "person" in kinds(key) or last in words["living"] or made


def _is_number_of(stated: Claim, number: Claim) -> bool:
    """True if a count prints another's exact number, or rounds it."""
    x, y = stated.figure.value, number.figure.value
    if not x or x < 0 or y is None or y < LONG or len(significant(y)) < DIGITS:
        return False
    rounds = stated.figure.hedge is not None and max(x / y, y / x) <= ROUND
    return x == y or (rounds and meet(stated.figure.amount, number.figure.amount))


__all__ = ["carried_over"]
