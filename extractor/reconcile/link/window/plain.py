"""Changes told as the plain difference or quotient of two levels, and those that are something else.

What is hoped for, adjusted, or set against another thing is the size of no movement between them.
"""

from __future__ import annotations

import re

from extractor.literals import search
from extractor.model import Claim
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.fits.hypotheses import way_of
from extractor.reconcile.link.window.levels import UNTOLD, WORDS
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_ADJUSTED, _RIVALRY = (any_of(WORDS[n]) for n in ("adjusted", "rivalry"))
#: "A third of a cent" is an amount of cents, and "an increase of 25 per cent that was awarded" is in the level.
_OF_UNIT = Regex(r"^\s?of\s(?:an?|one)\s", re.IGNORECASE)
#: "It made a loss of £1.2m" is what an account ends with, and no fall.
_RESULT = Regex(r"\bloss(?:es)?\sof\s(?:[\w’'-]+\s){0,2}$", re.IGNORECASE)
_PART_OF = Regex(r"\bincluding\s(?:[\w’'-]+\s){0,4}$", re.IGNORECASE)
#: "Their share halved and a bit more": the word tells less than what happened.
_AND_MORE = Regex(
    r"^,?\s(?:and|or)\s(?:perhaps\s|maybe\s)?(?:a\s(?:bit|little)|then\ssome|rather|even)\b", re.IGNORECASE
)
#: "The nearest water is 2.4km off": how far away, not how much less.
_IS = Regex(r"\b(?:is|are|was|were|lies|lay|stands|stood)\s(?:[\w’'-]+\s)?$", re.IGNORECASE)
_OFF = Regex(r"^\soff\b", re.IGNORECASE)
#: What a change is set against, up to the end of its clause: "more than Marudhar".
_THAN = Regex(r"^\s?(?:[\w’'-]+\s){0,2}?(?:than|below|above|what)\s([^,.;:()]*)", re.IGNORECASE)
#: "He had been up 40 OF THESE": so many of what was told.
_OF_THESE = Regex(r"^\s(?:or\sso\s)?of\s(?:these|those|them|which|whom)\b", re.IGNORECASE)
#: "It has 1,164, WITH 96 MORE in training": others besides those.
_BESIDES = Regex(r"\b(?:with|plus|besides)\s(?:about\s|some\s|another\s)?$", re.IGNORECASE)
_MORE = Regex(r"^\s(?:more|extra|others?)\b(?![^.,;]*\bthan\b)", re.IGNORECASE)
#: "LOST BY two goals", "a win by 12 points": how a match or a vote ended.
_WON_BY = Regex(
    r"\b(?:w[io]ns?|winning|los(?:t|es?|ing)|beat(?:en|ing|s)?|defeat(?:ed|s)?|victor(?:y|ies|ious)|triumph(?:ed|s)?|edged|carried|passed|rejected)"
    r"\b(?:\s[\w’'-]+){0,5}?\sby\s(?:just\s|only\s|about\s|some\s)?$",
    re.IGNORECASE,
)
TIME = any_of(WORDS["time"])
#: "They turned down a rise of twice that": of what was told, not of its levels.
_THAT = Regex(r"^\s(?:that|this|it)\b", re.IGNORECASE)
#: "In percentages it was Ashby ... In numbers it was Marl, with 540 more": of another than the levels.
_IT_WAS = Regex(r"\b[Ii]t\s(?:is|was)\s[A-Z]")
#: "28 were shut and seven CUT HAIR": what those that are counted do.
_DOES = Regex(
    r"^\s(?:(?:cut|shed|lost|raised|gained)\s(?!(?:in|from|to|of|by|at|on|since|over|last|this|so|and|or|with|for)\b)[a-z]"
    r"|(?:fell|dropped)\s(?:ill|asleep|out|short|behind)\b)"
)


def is_told(story: Story, change: Claim) -> bool:
    """True for a change that is asserted as the plain difference or quotient of two levels."""
    if not (is_change(change) or family(change) == "T") or way_of(story, change) is None:
        return False
    rival = _RIVALRY.search(before(story, change) + after(story, change))
    return rival is None and is_plain(story, change)


def is_plain(story: Story, change: Claim) -> bool:
    """False for the size of a change that is hoped for, adjusted or set against another thing."""
    if family(change) not in "PXTCMUD" or "minus" in change.figure.text or "±" in change.figure.text:
        return False
    if _IT_WAS.search(story.lead(change)):
        return False
    if family(change) == "X" and _THAT.match(after(story, change)):
        return False
    if _bounds_next(story, change) or _against_another(story, change):
        return False
    if _OF_UNIT.match(after(story, change)) or _PART_OF.search(before(story, change)):
        return False
    if family(change) == "M" and _RESULT.search(before(story, change)):
        return False
    if _WON_BY.search(before(story, change)):
        return False
    if _AND_MORE.match(after(story, change)) or _is_distance(story, change) or _counts_others(story, change):
        return False
    around = before(story, change) + after(story, change)
    return not (search(_ADJUSTED, story.sentence(change)) or UNTOLD.search(around))


def _counts_others(story: Story, change: Claim) -> bool:
    """True for some of what was told, or for more besides it, which only look like a movement."""
    behind = after(story, change)
    besides = _BESIDES.search(before(story, change)) is not None and _MORE.match(behind) is not None
    if family(change) == "C" and _DOES.match(behind):
        return True
    return besides or _OF_THESE.match(behind) is not None


def _is_distance(story: Story, change: Claim) -> bool:
    off = _OFF.match(after(story, change)) is not None
    return off and family(change) == "U" and _IS.search(before(story, change)) is not None


def _bounds_next(story: Story, change: Claim) -> bool:
    """True where the word of change belongs to the next figure: "one in ten more than £750"."""
    end = change.figure.span.end
    return any(c.figure.hedge is not None for c in story.starting(end + 1, end + 2))


def _against_another(story: Story, change: Claim) -> bool:
    """True for "two-thirds more than Marudhar", "double what Selby pays": set against another thing, not time."""
    than = _THAN.match(after(story, change, 80))
    if than is None or TIME.search(than[1]):
        return False
    reach = change.figure.span.end + than.end()
    return not any(
        change.figure.span.end < c.figure.span.start < reach for c in story.in_sentence(change.sentence)
    )
