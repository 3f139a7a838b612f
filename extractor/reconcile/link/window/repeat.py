"""A figure said again by its article, "news of the 1,487", with the digits of the one before it swapped.

Two numbers near each other are seldom one fact. These are taken for one only if the second points
back, has no other antecedent, and differs from the first by a slip of the pen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim, Relation, Role
from extractor.nouns import may_be_one
from extractor.reconcile.link.moves import is_change
from extractor.reconcile.link.window.scope import Window, after, before, cue, windows
from extractor.reconcile.story import Story, alike, family

_WORDS = table("windows")["repeat"]
_BACK = re.compile(rf"\b(?:{'|'.join(_WORDS['back'])})\s$", re.IGNORECASE)
#: "Of the 24, 15 said so": the whole was told right before.
_OF_THE = re.compile(r"^[“\"‘]?(?:Of|Among)\s(?:the|those|these)\s$")
#: Counts below this, or that differ by more, may well be others.
SMALL, CLOSE = 10, Decimal("1.3")
_OTHER = re.compile(rf"^\s(?:{'|'.join(_WORDS['other'])})\b", re.IGNORECASE)


def repeats(story: Story, open_ones: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for each figure that points back to one that it resembles and does not equal."""
    for claim in open_ones:
        if family(claim) not in "CMUP" or is_change(claim) or claim.figure.hedge is not None:
            continue
        if not _BACK.search(before(story, claim)) or _OTHER.match(after(story, claim)):
            continue
        if any(
            c is not claim and alike(c, claim) and meet(c.figure.amount, claim.figure.amount)
            for c in story.claims
        ):
            continue
        relation = next((r for w in windows(story, claim) if (r := _in(story, w)) is not None), None)
        if relation is not None:
            yield relation


def _in(story: Story, window: Window) -> Relation | None:
    """The figure with the one before it that it must mean."""
    claim = window.target
    earlier = [c for c in window.claims if c.figure.span < claim.figure.span and alike(c, claim)]
    if _OF_THE.search(before(story, claim)) and earlier:  # nothing but the last count can be meant
        earlier = [c for c in earlier if c.sentence == earlier[-1].sentence]
        slips = [c for c in earlier if _is_close(c, claim) and _one_noun(c, claim)]
        return _same(story, window, slips[0]) if len(slips) == 1 and not window.narrow else None
    slips = [c for c in earlier if _slipped(c, claim) and _one_noun(c, claim)]
    if len(earlier) != len(slips) or len({c.figure.amount for c in slips}) != 1:
        return None
    return _same(story, window, slips[-1])


def _same(story: Story, window: Window, earlier: Claim) -> Relation:
    roles = (Role("stated", window.target), Role("from", earlier))
    return Relation("same", roles, cue(story, window), "contextual")


def _is_close(a: Claim, b: Claim) -> bool:
    """True if one count may be the other with a wrong digit."""
    x, y = a.figure.value, b.figure.value
    if family(a) != "C" or x is None or y is None or x < SMALL or y <= 0 or a.figure.hedge is not None:
        return False
    return max(x / y, y / x) <= CLOSE


def _one_noun(a: Claim, b: Claim) -> bool:
    if a.measure is None or b.measure is None or b.measure.found != "here" or family(b) != "C":
        return True
    return may_be_one(a.measure.key, b.measure.key)


def _slipped(a: Claim, b: Claim) -> bool:
    """True if one number is the other with its digits in another order."""
    if a.figure.value is None or b.figure.value is None:
        return False
    x, y = _digits(a.figure.value), _digits(b.figure.value)
    return x != y and len(x) == len(y) >= 2 and sorted(x) == sorted(y)


def _digits(value: Decimal) -> tuple[int, ...]:
    return value.normalize().as_tuple().digits
