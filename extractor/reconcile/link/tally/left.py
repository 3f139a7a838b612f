"""Figures told as what is left of a whole: "the other 49", "the rest, £57,000", "the 14 others"."""

from __future__ import annotations

import re

from extractor.model import Claim
from extractor.reconcile.link.tally.listing import WORDS
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story
from extractor.regexes import Regex

_WORDS = WORDS["closed"]
_REST = Regex(
    rf"(?:^|[\s(—–“]|(?=,))(?:{'|'.join(_WORDS['rest'])})(?:\s[^\W\d][\w’'-]*)?,?\s$", re.IGNORECASE
)
#: "The rest, all of them in the north, come to ": the only figure of the sentence so far.
_OPENS = Regex(
    rf"^[“\"‘]?(?:{'|'.join(_WORDS['opens'])})[^\d.;:()]{{0,70}}\s(?:{'|'.join(_WORDS['number'])})\s$",
    re.IGNORECASE,
)
_BEHIND = Regex(rf"^(?:\s[\w’'-]+){{0,2}}?\s(?:{'|'.join(_WORDS['behind'])})", re.IGNORECASE)
_OTHERS = Regex(r"^\sothers?\b(?!\sthan)")
_THE = Regex(r"(?:^|\s)(?:the|its|their)\s$", re.IGNORECASE)
_LEAVES = Regex(r"\b(?:leav(?:es|ing)|left)\s(?:(?:just|only|about|some|another)\s)?$", re.IGNORECASE)


def is_left(story: Story, claim: Claim) -> bool:
    """True for "the other 49", "the rest, £57,000", "the 14 others", "£2m made up the rest"."""
    led, behind = before(story, claim), after(story, claim, 90)
    others = _THE.search(led) is not None and _OTHERS.match(behind) is not None
    opens = _OPENS.match(story.lead(claim)) is not None
    return others or opens or _REST.search(led) is not None or _BEHIND.match(behind) is not None


def leaves_it(story: Story, whole: Claim, part: Claim, last: Claim) -> bool:
    """True for "There are 52 flats. So far 37 have been sold, which leaves 25": the part beside what it leaves."""
    near = story.number_of(last) - story.number_of(whole) == 1 and part.sentence == last.sentence
    return near and _LEAVES.search(before(story, last, 30)) is not None
