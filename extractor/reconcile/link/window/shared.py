"""A total shared among a number: "split among 350 drivers, $12,000 a driver", "divided three ways".

The words of sharing say that one figure divides another, so what is told for each of them right
after is no price and no wage. The total is the only figure in that unit before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.mean import EACH, counts, is_usual, says_again, totals_of
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("windows")["shared"]
_OUT = rf"\b(?:{'|'.join(_WORDS['out'])})\s(?:[\w’'-]+\s){{0,2}}?"
_AMONG = Regex(
    rf"{_OUT}(?:{'|'.join(_WORDS['among'])})\s(?:(?:{'|'.join(_WORDS['lead'])})\s)*$", re.IGNORECASE
)
_SPLIT = Regex(rf"{_OUT}$", re.IGNORECASE)
_WAYS = Regex(r"^[\s-]ways?\b", re.IGNORECASE)
_EACH_GETS = Regex(
    rf"\b(?:(?:{'|'.join(_WORDS['gives'])})\seach\s(?:of\s)?(?:[\w’'-]+\s){{0,3}}?"
    rf"|each\s(?:[\w’'-]+\s)?(?:{'|'.join(_WORDS['gets'])})\s)$",
    re.IGNORECASE,
)
_OPEN = any_of(_WORDS["open"])
_NOW = any_of(_WORDS["now"])
#: Sentences before the number in which the total may stand.
BACK = 3


def shared_out(story: Story, open_ones: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for each number that something is shared among, with what each gets."""
    for number in story.claims:
        if family(number) != "C" or number.block in DISPLAY or not _divides(story, number):
            continue
        mean = _for_each(story, number, open_ones)
        total = _total(story, number, mean) if mean is not None else None
        if mean is None or total is None or _is_other_thing(mean, total, number):
            continue
        if not _is_open(story, total, mean):
            roles = (Role("mean", mean), Role("total", total), Role("n", number))
            span = _extent(total, number, mean)
            yield Relation("mean", roles, Cue(story.document.id, span, story.words(span)), "contextual")


def _divides(story: Story, number: Claim) -> bool:
    """True for "shared among the 84", "split three ways"."""
    led = before(story, number)
    ways = _WAYS.match(after(story, number)) is not None
    return bool(_AMONG.search(led)) or (ways and _SPLIT.search(led) is not None)


def _for_each(story: Story, number: Claim, open_ones: Sequence[Claim]) -> Claim | None:
    """The only figure behind the number, in its sentence or the next, that is told for each."""
    own = [c for c in story.in_sentence(number.sentence) if number.figure.span < c.figure.span]
    place = story.number_of(number) + 1
    follows = story.sentences[place : place + 1]
    later = [c for s in follows for c in story.in_sentence(s) if c.block not in DISPLAY]
    told = [c for c in own if _is_each(story, c, number)] or [c for c in later if _is_each(story, c, number)]
    return told[0] if len(told) == 1 and told[0] in open_ones else None


def _is_each(story: Story, mean: Claim, number: Claim) -> bool:
    """True for "$12,000 a driver" behind 350 drivers, "so each house had 25"."""
    if family(mean) not in "CMU" or is_change(mean) or is_usual(story, mean):
        return False
    each = EACH.match(after(story, mean))
    if each is None or not says_again(story, mean, each):
        return mean.sentence == number.sentence and bool(_EACH_GETS.search(before(story, mean)))
    return (each["noun"] or "").lower() in _WORDS["head"] or counts(number, each)


def _total(story: Story, number: Claim, mean: Claim) -> Claim | None:
    """The only figure in the unit of the mean before it; where there are more, the one that is told of now."""
    place = story.number_of(number)
    block = story.block_number(number.figure.span.start)
    for back in range(BACK):
        sentence = story.sentences[place - back] if place >= back else None
        if sentence is None or (back > 1 and story.block_number(sentence.start) != block):
            return None
        found = [c for c in story.in_sentence(sentence) if c is not number and _is_total(c, mean)]
        if found:
            return found[0] if len(found) == 1 and (back < 2 or _NOW.search(before(story, mean))) else None
    return None


def _is_total(claim: Claim, mean: Claim) -> bool:
    if claim.block in DISPLAY or is_change(claim) or not claim.figure.span < mean.figure.span:
        return False
    bounded = claim.figure.amount.low is not None and claim.figure.amount.high is not None
    return bounded and totals_of(mean, claim)


def _is_other_thing(mean: Claim, total: Claim, number: Claim) -> bool:
    """True for 48 teams in 12 groups with three games each: what each has is not what is shared."""
    if family(mean) != "C" or mean.measure is None or total.measure is None:
        return False
    own = number.measure.key if number.measure is not None else ""
    return mean.measure.key != own and not may_be_one(mean.measure.key, total.measure.key)


def _is_open(story: Story, total: Claim, mean: Claim) -> bool:
    """True if words between the two say that not all of it is shared, or not alike."""
    return _OPEN.search(story.between(total, mean)) is not None


def _extent(*claims: Claim) -> Span:
    return Span(min(c.figure.span.start for c in claims), max(c.figure.span.end for c in claims))
