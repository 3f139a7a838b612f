"""Why a figure of a sibling is not due in place of another: its own year, its own whole, a rate for each."""

from __future__ import annotations

import re

from extractor.model import Claim
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: So many times as much is no other row of one list.
MOST = 200
#: "0.45 chicks PER OCCUPIED BURROW".
_RATED = Regex(
    r"^\s(?:[\w’'-]+\s){0,3}?(?:per|for\s(?:each|every)|each|apiece|a\s(?:head|day|week|month|year))\b"
)
#: "(2023: loss of ", "(in 2023, ".
_IN_BRACKETS = Regex(r"\([^()\d]{0,12}((?:19|20)\d\d)\s?[:,–—-]?\s[^()]{0,30}$")
_OF = Regex(
    r"(?:^|[,;:(–—]\s?|\b)(?:out\s)?(?:of|among)\s(?:the\s|those\s|these\s|its\s|some\s)?$", re.IGNORECASE
)


def is_of_another(ours: Story, told: Claim, theirs: Story, due: Claim) -> bool:
    """True if the sibling tells what would be due for each, or of a year or whole that the story has not."""
    rated = [_RATED.match(after(s, c)) is not None for s, c in ((ours, told), (theirs, due))]
    if rated[0] != rated[1] or not near_in_size(told, due):
        return True
    return _is_of_own_year(ours, told, theirs, due) or _is_of_own_whole(ours, told, theirs, due)


def near_in_size(told: Claim, due: Claim) -> bool:
    """False for the 2.18 million people of a region and the 131 of them who died."""
    small, large = sorted(abs(float(c.figure.value or 0)) for c in (told, due))
    return large <= MOST * small


def _is_of_own_year(ours: Story, told: Claim, theirs: Story, due: Claim) -> bool:
    """True for "a loss of £24.3m (2023: loss of £38.9m)", unless the story tells its number of that year."""
    year = _IN_BRACKETS.search(before(theirs, due, 50))
    return year is not None and year[1] not in ours.sentence(told)


def _is_of_own_whole(ours: Story, told: Claim, theirs: Story, due: Claim) -> bool:
    """True for "of 1,730, Sokolov took 718 and Bello 505" where the story tells of no 1,730."""
    wholes = [
        c
        for c in theirs.in_sentence(due.sentence)
        if c.figure.span < due.figure.span and family(c) == family(due)
    ]
    there = {c.figure.value for c in ours.in_sentence(told.sentence)}
    return any(_OF.search(before(theirs, c, 20)) and c.figure.value not in there for c in wholes)
