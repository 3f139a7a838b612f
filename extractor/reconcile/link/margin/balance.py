"""What is left of income when spending is taken off: a surplus or a deficit, and which of the two it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from extractor.amount import add, difference, meet, middle, negate
from extractor.model import Claim, Direction, Relation, Span
from extractor.reconcile.link.change import same_unit
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.margin.sides import WORDS, is_near_size, is_told, ordered, relation_of
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_BALANCE = WORDS["balance"]
_SURPLUS, _DEFICIT = one_of(_BALANCE["surplus"]), one_of(_BALANCE["deficit"])
_BEFORE = Regex(
    rf"\b(?:(?P<up>{_SURPLUS})|(?P<down>{_DEFICIT}))\s(?:of|was|is|came\sto|stood\sat|at)\s"
    r"(?:(?:just|only|about|some|around|nearly|almost)\s)?$",
    re.IGNORECASE,
)
_AFTER = Regex(rf"^[\s-](?:(?P<up>{_SURPLUS})|(?P<down>{_DEFICIT}))\b", re.IGNORECASE)
_ALONE = "|".join(_BALANCE["alone"])
_INCOME, _SPENDING = (
    Regex(rf"(?:{_ALONE})(?:{one_of(_BALANCE[noun])})\b|\b{one_of(_BALANCE[verb])}\b", re.IGNORECASE)
    for noun, verb in (("income", "took"), ("spending", "spent"))
)
_NET = any_of(_BALANCE["net"])
#: Behind an amount that is some of it only: "spent £2m on players", "took £3m from members".
_SOME = Regex(r"^\s(?:on|from|of)\s(?!(?:the|its|their)\s(?:year|season|whole)\b)", re.IGNORECASE)
_THEN = any_of(_BALANCE["then"])
#: Sentences with figures before a balance in which both may stand, its own with them.
BACK = 2
#: Characters before an amount in which its word stands.
REACH = 70


def balances(story: Story) -> Iterator[Relation]:
    """One relation for each surplus or deficit with the one income and the one spending told before it."""
    for size in story.claims:
        way = _way(story, size)
        if way is None:
            continue
        span = _stretch(story, size)
        income, spending = _only(story, span, size, _INCOME), _only(story, span, size, _SPENDING)
        if income is None or spending is None or income is spending:
            continue
        if _may_be_asked(story, span, size, income, spending):
            yield relation_of(story, size, spending, income, way)


def _way(story: Story, size: Claim) -> Direction | None:
    if family(size) != "M" or size.block in DISPLAY or is_change(size):
        return None
    found = _BEFORE.search(before(story, size)) or _AFTER.match(after(story, size))
    if found is None:
        return None
    return "rose" if found["up"] else "fell"


def _stretch(story: Story, size: Claim) -> Span:
    """From the first sentence before a balance that may tell of its account to the balance."""
    place = story.number_of(size)
    first = story.sentences[max(0, place - BACK)]
    block = story.zones[story.block_number(size.sentence.start)].span
    return Span(max(first.start, block.start), size.figure.span.start)


def _only(story: Story, span: Span, size: Claim, word: Regex) -> Claim | None:
    """The one amount of a stretch that a word of income, or of spending, stands right before."""
    found = [c for c in story.starting(span.start, span.end - 1) if _is_amount(c, size)]
    told = [c for c in found if _is_told(story, c, word)]
    return told[0] if len(told) == 1 else None


def _is_told(story: Story, claim: Claim, word: Regex) -> bool:
    """True if the last word of money that moves before an amount, with no figure between, is one of those."""
    led = re.split(r"[\d;:]|,(?=\s)", before(story, claim, REACH))[-1].lstrip()
    if _SOME.match(after(story, claim)):
        return False
    last = max((m.start() for p in (_INCOME, _SPENDING) for m in p.finditer(led)), default=-1)
    return last >= 0 and any(m.start() == last for m in word.finditer(led))


def _is_amount(claim: Claim, size: Claim) -> bool:
    a = claim.figure.amount
    return same_unit(claim, size) and a.low is not None and a.high is not None and not is_change(claim)


def _may_be_asked(story: Story, span: Span, size: Claim, income: Claim, spending: Claim) -> bool:
    """True if nothing else goes into the balance, and it is told of the time of both."""
    whole = Span(span.start, size.sentence.end)
    if _NET.search(story.words(size.sentence)) or _NET.search(story.words(span)):
        return False
    periods = {c.period.key for c in (size, income, spending) if c.period is not None}
    told = ordered(income, spending)
    if len(periods) > 1 or told is None:
        return False
    apart = size.sentence not in (income.sentence, spending.sentence)
    if (apart and _THEN.search(story.words(size.sentence))) or is_told(story, size, *told):
        return False
    others = [c for c in story.starting(whole.start, whole.end) if same_unit(c, size)]
    others = [c for c in others if c.id not in (size.id, income.id, spending.id)]
    return is_near_size(size, *told) and not _is_made(size, income, spending, others)


def _is_made(size: Claim, income: Claim, spending: Claim, others: Sequence[Claim]) -> bool:
    """True if one more amount, or some two of them, make the balance."""
    gap = difference(income.figure.amount, spending.figure.amount)
    told = (size.figure.amount, negate(size.figure.amount))
    more = [made for c in others for made in (add(gap, c.figure.amount), add(gap, negate(c.figure.amount)))]
    pairs = [difference(a.figure.amount, b.figure.amount) for a, b in combinations(others, 2)]
    return any(meet(t, made) for t in told for made in (*more, *pairs) if middle(made) is not None)


__all__ = ["balances"]
