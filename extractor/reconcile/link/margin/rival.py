"""A majority beside the votes of the winner and of the nearest rival, told paragraphs apart: "with 9,412 votes, a majority of 645 ... The
DEFEATED Conservative polled 8,867".

The story tells one rival as next, one larger number of votes and one majority, and none of another time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.model import Claim, Relation
from extractor.reconcile.link.margin.lead import is_of_another
from extractor.reconcile.link.margin.sides import (
    FEWEST,
    HEDGE,
    WORDS,
    is_made,
    is_near_size,
    is_told,
    ordered,
    relation_of,
)
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import one_of

_GOT = rf"\b(?:polled|received|took|won|got|secured|with|had)\s{HEDGE}$"
_POLLED = Regex(_GOT, re.IGNORECASE)
_NEXT = Regex(rf"\b{one_of(WORDS['rival']['next'])}\b", re.IGNORECASE)
_SIZE = Regex(rf"\b(?:majority|margin)\s(?:of|was)\s{HEDGE}$", re.IGNORECASE)
_VOTES = Regex(r"^\svotes\b(?!\s(?:cast|were|in\sall|ahead|behind|clear|adrift))", re.IGNORECASE)
#: "The runner-up IN 2019 had", "LAST TIME the defeated Conservative polled".
_OTHER_TIME = Regex(
    r"\b(?:in\s(?:\w+\s)?(?:19|20)\d\d|last\s(?:time|year)|ago|earlier|previous(?:ly)?|neighbouring|next\s(?:ward|seat))\b",
    re.IGNORECASE,
)
_ALL = Regex(r"\b(?:by|majority\sof|margin\sof|lead\sof|another|other|spoilt|remaining)\s$", re.IGNORECASE)


def rivals(story: Story) -> Iterator[Relation]:
    """The one majority of a story with the votes of the winner and of the next."""
    told = [c for c in story.claims if family(c) == "C" and c.block not in DISPLAY and c.stance == "asserted"]
    sizes = [c for c in told if _SIZE.search(before(story, c)) and not is_of_another(story, c)]
    seconds = [c for c in told if _is_second(story, c)]
    if len(sizes) != 1 or len(seconds) != 1:
        return
    size, second = sizes[0], seconds[0]
    firsts = [c for c in told if c is not size and _is_first(story, c, second)]
    if len(firsts) != 1 or _POLLED.search(before(story, firsts[0])) is None:
        return
    pair = ordered(second, firsts[0])
    if pair is None or pair[0] is not second or (second.figure.value or 0) < FEWEST:
        return
    if is_near_size(size, *pair) and not is_made(story, size) and not is_told(story, size, *pair):
        yield relation_of(story, size, *pair)


def _is_second(story: Story, claim: Claim) -> bool:
    led = story.lead(claim)
    told = _POLLED.search(before(story, claim)) is not None and _NEXT.search(led) is not None
    return told and _OTHER_TIME.search(led) is None


def _is_first(story: Story, claim: Claim, second: Claim) -> bool:
    larger = (claim.figure.value or 0) > (second.figure.value or 0)
    led = before(story, claim)
    return larger and _VOTES.match(after(story, claim)) is not None and not _ALL.search(led)


__all__ = ["rivals"]
