"""The level of a year ago told as that of now: "511 sailings were called off", 742 with 511 the year before.

The sibling tells both, one right after the other; the story prints its time, says nothing of an earlier one,
and has the level of now nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.model import Claim
from extractor.nouns import may_be_one
from extractor.reconcile.clauses import own_words
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.retold.apart import one_sided
from extractor.reconcile.link.retold.elsewhere import one_place
from extractor.reconcile.link.retold.facts import around, facts, slot, tie
from extractor.reconcile.link.retold.near_numbers import digits
from extractor.reconcile.link.retold.strangers import of_strangers
from extractor.reconcile.siblings.strays import Stray
from extractor.reconcile.story import DISPLAY, Story, alike, family, prints
from extractor.regexes import Regex

_AGAINST = Regex(
    r"\b(?:compared (?:with|to)|against|up from|down from|from|after|versus|than|on)\s"
    r"(?:(?:the|just|only|about|some|a total of)\s)*$",
    2,
)
_BEFORE = Regex(
    r"\b(?:the (?:previous|preceding|prior) (?:year|season)|(?:the )?(?:year|season) before(?: that)?"
    r"|(?:a|one) (?:year|season) (?:earlier|before|ago)|twelve months (?:earlier|before))\b",
    2,
)
_EARLIER = Regex(r"\b(?:before|earlier|previous|prior|preceding|ago|once|used to|compared|against|from)\b")
_YEAR = Regex(r"\b(?:19|20)\d\d\b")
_LATEST = Regex(r"\b(?:latest|this|current) (?:year|season)\b")
_MONTH = Regex(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_PART = Regex(r"\b(?:months?|weeks?|quarters?|half|so far|to date)\b")
_PLAIN = (None, "only", "just", "a total of", "in all", "altogether")


def levels_before(a: Story, b: Story) -> Iterator[Stray]:
    """The figures of either story that the other has for the time before."""
    for ours, theirs in ((a, b), (b, a)):
        for told in ours.claims:
            if _is_of_now(ours, told):
                yield from _of(ours, told, theirs)


def _is_of_now(story: Story, told: Claim) -> bool:
    """True for an exact figure whose own sentence prints its time, and speaks of no earlier one."""
    period, plain = told.period, told.figure.hedge in _PLAIN and told.stance == "asserted"
    dated = period is not None and period.found in ("here", "sentence")
    exact = plain and dated and told.block not in DISPLAY and bool(told.figure.value) and digits(told) >= 2
    return exact and not is_change(told) and _EARLIER.search(story.sentence(told).lower()) is None


def _of(ours: Story, told: Claim, theirs: Story) -> Iterator[Stray]:
    for then in theirs.claims:
        if then.figure.value != told.figure.value or not alike(then, told) or not _is_then(theirs, then):
            continue
        due = _level_of_now(ours, told, theirs, then)
        if due is not None and not prints(ours, due) and _is_one(ours, told, theirs, due):
            yield Stray(told, due, (then,), "stale")
            return


def _is_then(story: Story, claim: Claim) -> bool:
    """True for a level that its words set beside a later one, or that they say is of the year before."""
    if claim.block in DISPLAY:
        return False
    led = story.lead(claim)
    return _AGAINST.search(led) is not None or _BEFORE.search(own_words(story, claim)) is not None


def _level_of_now(ours: Story, told: Claim, theirs: Story, then: Claim) -> Claim | None:
    """The last level before that of a year ago that is told of what the story tells."""
    found = None
    for c in theirs.claims:
        near = (
            0 <= theirs.number_of(then) - theirs.number_of(c) <= 1 and theirs.paragraphs_apart(c, then) == 0
        )
        if not near or c.figure.span >= then.figure.span or not alike(c, then) or is_change(c):
            continue
        if not _is_then(theirs, c) and _one_noun(told, c) and tie(ours, told, theirs, c):
            found = c
    return found if found is not None and found.figure.value != then.figure.value else None


def _one_noun(x: Claim, y: Claim) -> bool:
    p, q = x.measure, y.measure
    if family(x) != "C":
        return True
    return p is not None and q is not None and (may_be_one(p.key, q.key) or bool(facts(p.key) & facts(q.key)))


def _is_one(ours: Story, told: Claim, theirs: Story, due: Claim) -> bool:
    """True if the figure is of the time of the level, and no words set the two apart."""
    if not _is_its_time(ours, told, due) or {*_MONTH.findall(ours.sentence(told))}:
        return False
    if _lacking(ours, told, theirs, due) or _PART.search(ours.sentence(told)):
        return False
    if told.direction != due.direction or not one_place(told, due) or of_strangers(ours, told, theirs, due):
        return False
    if told.negated != due.negated:  # "cancelled", "called off"
        return any(w[0] == "=" for w in slot(ours, told) & slot(theirs, due))
    return not one_sided(ours, told, theirs, due)


def _lacking(ours: Story, told: Claim, theirs: Story, due: Claim) -> list[str]:
    """What a figure is told with that the level's sentence lacks in any form: "ROAD CRASHES killed 11"."""
    return [w for w in slot(ours, told) - around(theirs, due) if w[0] != "="]


def _is_its_time(story: Story, told: Claim, due: Claim) -> bool:
    """True if the time beside a figure is that of the level of now, or is said to be the latest."""
    p, q = told.period, due.period
    if p is None or _LATEST.search(p.text.lower()):
        return p is not None
    return q is not None and p.key == q.key and _YEAR.search(story.sentence(told)) is not None


__all__ = ["levels_before"]
