"""A count in the headline that the body comes to late: "to shed 178 jobs", and four paragraphs on "the 112 redundancies".

Below the lead a figure has to say by itself that it is the headline's: it is the only one of its noun, and it
either points back, though the body never told it before, or shares a word with the headline besides the noun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.lexicon import table
from extractor.model import Claim
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.cues.went import at_odds
from extractor.reconcile.link.retold.retelling import names_one
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("windows")["farther"]
#: Counts below this meet others all the time; one is at most so many times the other.
SMALL, FAR = 10, 2
#: Characters before and behind a figure in which a word sets it apart.
BESIDE = 25
_THE = Regex(r"\b(?:the|those|these|all)\s$", re.IGNORECASE)
_APART = any_of(_WORDS["apart"])


def farther(story: Story, shown: Claim, body: Sequence[Claim]) -> Claim | None:
    """The only figure of the body that counts what the headline counts, if its words tie it to the headline."""
    if family(shown) != "C" or shown.base is not None or shown.measure is None or is_change(shown):
        return None
    there = [c for c in body if family(c) == "C" and names_one(shown, c) and not _is_small_or_part(c)]
    if len({c.figure.amount for c in there}) != 1 or not _is_near(shown, there[0]):
        return None
    told = there[0]
    if told.stance != "asserted" or told.negated != shown.negated or is_change(told):
        return None
    if at_odds(story, shown, told) is not None:
        return None
    return told if not _is_apart(story, told) and _is_tied(story, shown, told) else None


def _is_small_or_part(claim: Claim) -> bool:
    """True for "the two", which may be of anything, and "ten of them", a part of a count that was told before."""
    return claim.base is not None or (claim.figure.value or 0) < SMALL


def _is_near(shown: Claim, told: Claim) -> bool:
    x, y = shown.figure.value, told.figure.value
    return x is not None and y is not None and min(x, y) >= SMALL and max(x / y, y / x) <= FAR


def _is_apart(story: Story, told: Claim) -> bool:
    return _APART.search(before(story, told, BESIDE) + "#" + after(story, told, BESIDE)) is not None


def _is_tied(story: Story, shown: Claim, told: Claim) -> bool:
    keys = content_words(" ".join(m.key for m in (shown.measure, told.measure) if m is not None))
    shared = content_words(story.sentence(shown)) & content_words(story.sentence(told))
    return _THE.search(before(story, told)) is not None or bool(shared - keys)


__all__ = ["farther"]
