"""The share of a workforce that is to go, told first, and the two numbers below: "cuts 18 percent of its staff ... 126 ... 840".

A firm tells how many jobs go and how many people it employs, in any order and in sentences of their own. Where a story
tells each of them once, the share told first is of the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.amount import surely_less
from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.near import is_near
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_WORDS = table("windows")["laid_off"]
_STAFF, _CUTS, _JOBS = (one_of(_WORDS[n]) for n in ("staff", "cuts", "jobs"))
_LED = Regex(rf"\b(?:{_CUTS})\s(?:about\s|some\s|nearly\s|almost\s|around\s)?$", re.IGNORECASE)
_OF_STAFF = Regex(
    rf"^\sof\s(?:its|the|their|the\s[\w-]+[’']s)\s(?:[\w-]+\s)?(?:{_STAFF})(?=\s?[,.;:)–—]|\s(?:as|in\sa|after|by|amid|to|because|and|on|next|this|the\s(?:company|firm|group|maker))\b|$)",
    re.IGNORECASE,
)
#: "It employed 840", "has a workforce of 840".
_EMPLOYS = Regex(
    rf"\b(?:employ(?:s|ed|ing)?|(?:{_STAFF})\s(?:of|was|is|numbers|numbered|stood\sat|stands\sat)|on\s(?:its|the)\spayroll)\s(?:about\s|some\s|nearly\s|around\s)?$",
    re.IGNORECASE,
)
#: "126 people would leave", "it is to cut 126 jobs".
_GO = Regex(
    rf"^\s(?:of\s(?:its|the|their)\s)?(?:[\w-]+\s)?(?:{_JOBS})\s(?:would|will|are|were|was|is|have|had|must|to)\s(?:be\s|been\s|to\s)*(?:{one_of(_WORDS['go'])})\b",
    re.IGNORECASE,
)
_CUT = Regex(rf"^\s(?:[\w-]+\s)?(?:{_JOBS})\b", re.IGNORECASE)
#: "62 jobs would go IN HULL": of one place.
_PLACED = Regex(
    r"^[^.,;]{0,60}?\b(?:in|at|from)\s(?:the\s|its\s)?(?:(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z]"
    r"|[a-z-]+\s(?:plant|office|factory|unit|division|hall|arm)\b)"
)
_APART = any_of(_WORDS["apart"])


def laid_off(story: Story, open_ones: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for the share of a workforce that is to go, where its number and that of the whole are told once each."""
    for rate in open_ones:
        if (
            family(rate) != "P"
            or not _LED.search(before(story, rate))
            or not _OF_STAFF.match(after(story, rate))
        ):
            continue
        counts = [c for c in story.claims if _may_be(c, rate)]
        parts = [c for c in counts if _goes(story, c)]
        wholes = [
            c for c in counts if _EMPLOYS.search(before(story, c)) and not _APART.search(story.sentence(c))
        ]
        if len({c.figure.amount for c in parts}) != 1 or len({c.figure.amount for c in wholes}) != 1:
            continue
        roles = (Role("rate", rate), Role("part", parts[0]), Role("whole", wholes[0]))
        relation = Relation(
            "share", roles, Cue(story.document.id, rate.sentence, story.sentence(rate)), "contextual"
        )
        if surely_less(parts[0].figure.amount, wholes[0].figure.amount) and is_near(relation):
            yield relation


def _may_be(claim: Claim, rate: Claim) -> bool:
    plain = family(claim) == "C" and claim is not rate and claim.figure.value is not None
    return plain and claim.block not in DISPLAY and claim.figure.amount.high is not None


def _goes(story: Story, claim: Claim) -> bool:
    """True for the number of those that are to go, all of them and now."""
    if (
        _PLACED.match(after(story, claim, 90))
        or _APART.search(story.sentence(claim))
        or (is_change(claim) and not _CUT.match(after(story, claim)))
    ):
        return False
    cut = _LED.search(before(story, claim)) is not None and _CUT.match(after(story, claim)) is not None
    return cut or _GO.match(after(story, claim, 80)) is not None


__all__ = ["laid_off"]
