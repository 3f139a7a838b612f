"""A figure said again by its article, "news of the 1,487", that is not the one before it.

Two numbers near each other are seldom one fact. These are taken for one only if the second points
back and has no other antecedent, and if it differs by a slip of the pen or has no words of its own
that tell which it is: "the 48 said" after "38 letters".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.counted import names_itself
from extractor.reconcile.link.window.scope import Window, after, before, cue, windows
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex

_WORDS = table("windows")["repeat"]
_BACK = Regex(rf"\b(?:{'|'.join(_WORDS['back'])})\s$", re.IGNORECASE)
#: "Of the 24, 15 said so": the whole was told right before.
_OF_THE = Regex(r"^[“\"‘]?(?:Of|Among)\s(?:the|those|these)\s$")
#: Counts below this, or that differ by more, may well be others.
SMALL, CLOSE = 10, Decimal("1.3")
#: What tells a figure from the one before, right behind it or behind its noun: "the 1,510 houses in the south".
_OTHER = Regex(rf"^\s(?:[\w’'-]+\s)?(?:{'|'.join(_WORDS['other'])})\b", re.IGNORECASE)
#: "The 2,371 wells tested IN NEIGHBOURING Pike".
_ELSEWHERE = Regex(r"^[^,.;]{0,40}\b(?:neighbou?ring|elsewhere|nearby)\b", re.IGNORECASE)
_OF_THEM = Regex(r"^\sof\s(?:them|these|those)\b")
#: An article that makes a bare number one told before; "of those 41, or 71 per cent" counts a part.
_THE = Regex(rf"\b(?:{'|'.join(_WORDS['the'])})\s$", re.IGNORECASE)
_BARE = Regex(rf"^(?:[”\"’'.,;:?!)]|\s(?:{'|'.join(_WORDS['bare'])})\b|\s[“\"]|$)", re.IGNORECASE)
#: How many times the smaller of two bare numbers the larger may be, and how many sentences with figures back.
APART = {"C": Decimal("1.6"), "U": Decimal("1.6"), "M": Decimal(3), "P": Decimal(3)}
BACK = 2


def repeats(story: Story, open_ones: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for each figure that points back to one that it resembles and does not equal."""
    for claim in open_ones:
        if family(claim) not in "CMUP" or is_change(claim) or claim.figure.hedge is not None:
            continue
        if not _BACK.search(before(story, claim)) or tells_which(story, claim):
            continue
        if _ELSEWHERE.search(after(story, claim)):
            continue
        if any(
            c is not claim and alike(c, claim) and meet(c.figure.amount, claim.figure.amount)
            for c in story.claims
        ):
            continue
        relation = next((r for w in windows(story, claim) if (r := _in(story, w)) is not None), None)
        if relation is None:
            relation = _bare(story, claim)
        if relation is not None:
            yield relation


def tells_which(story: Story, claim: Claim) -> bool:
    """True if the words behind a figure, or behind its noun, tell which it is."""
    behind = after(story, claim)
    return _OTHER.match(behind) is not None and _OF_THEM.match(behind) is None


def _bare(story: Story, claim: Claim) -> Relation | None:
    """A number that has nothing but its article, with the only figure of its unit just before."""
    if not _THE.search(before(story, claim)) or not _BARE.match(after(story, claim)):
        return None
    place = story.number_of(claim)
    near = [c for c in story.claims if alike(c, claim) and c.figure.span < claim.figure.span]
    near = [c for c in near if place - BACK <= story.number_of(c) and c.block not in DISPLAY]
    slips = [c for c in near if _slipped(c, claim)]
    meant = slips if len(slips) == 1 else near
    if len({c.figure.amount for c in meant}) != 1 or meant[-1].sentence == claim.sentence:
        return None
    fits = meant[-1].negated == claim.negated or family(claim) == "C"
    if not fits or not (slips or _is_near(meant[-1], claim)) or story.paragraphs_apart(meant[-1], claim) > 1:
        return None
    span = Span(meant[-1].sentence.start, claim.sentence.end)
    return _same(claim, meant[-1], Cue(story.document.id, span, story.words(span)))


def _is_near(a: Claim, b: Claim) -> bool:
    """True if two figures are large enough to be told apart from chance and of one size."""
    x, y = a.figure.value, b.figure.value
    if x is None or y is None or x <= 0 or y <= 0 or (family(a) == "C" and min(x, y) < SMALL):
        return False
    return max(x / y, y / x) <= APART[family(a)]


def _in(story: Story, window: Window) -> Relation | None:
    """The figure with the one before it that it must mean."""
    claim = window.target
    earlier = [c for c in window.claims if c.figure.span < claim.figure.span and alike(c, claim)]
    if any(c.sentence == claim.sentence for c in earlier):
        return None  # "14 tenors to the 41 sopranos"
    if _OF_THE.search(before(story, claim)) and earlier:  # nothing but the last count can be meant
        earlier = [c for c in earlier if c.sentence == earlier[-1].sentence]
        slips = [c for c in earlier if _is_close(c, claim) and _one_noun(c, claim)]
        return _same(claim, slips[0], cue(story, window)) if len(slips) == 1 and not window.narrow else None
    if names_itself(claim) and any(names_itself(c) and _one_noun(c, claim) for c in earlier):
        earlier = [
            c for c in earlier if not names_itself(c) or _one_noun(c, claim)
        ]  # "83 witnesses ... 41 reports"
    slips = [c for c in earlier if _slipped(c, claim) and _one_noun(c, claim)]
    if len(earlier) != len(slips) or len({c.figure.amount for c in slips}) != 1:
        return None
    return _same(claim, slips[-1], cue(story, window))


def _same(claim: Claim, earlier: Claim, words: Cue) -> Relation:
    return Relation("same", (Role("stated", claim), Role("from", earlier)), words, "contextual")


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
