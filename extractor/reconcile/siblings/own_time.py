"""Whether a period tells when a number was: "in May 4,210 tickets", not "by May", "begun in May"."""

from __future__ import annotations

import re

from extractor.model import Claim
from extractor.reconcile.story import Story
from extractor.regexes import Regex

#: Words before a period by which it is a limit: something is to be done by then, or went on from then.
_LIMIT = Regex(
    r"\b(?:by|until|till|before|after|since|up\sto|as\sof)\s(?:the\s)?(?:end\sof\s|start\sof\s)?(?:the\s)?$",
    re.IGNORECASE,
)
#: What sets a time apart within a sentence: an aside, or a clause of its own.
_PART = Regex(r"[,;:()–—]|\b(?:when|which|who|that|while|before|after|until|since)\b", re.IGNORECASE)
#: What was done at the time, behind its noun: "a law PASSED in 2017 capped".
_DONE = Regex(
    r"\b(?:begun|began|started|ended|closed|opened|passed|signed|approved|agreed|adopted|launched|published|made|set|drawn\sup|founded|built"
    r"|of|dated)\s(?:back\s)?(?:in|on|at)?\s?$",
    re.IGNORECASE,
)
#: What another time is named by: a record, what is held then, what another number is of.
_NAMED = Regex(
    r"\b(?:record|best|peak|high|low|mark|level|figure|total|number|plan|census|budget|tally|those|that)\s(?:set\s)?"
    r"(?:of|in|from)\s(?:the\s)?$"
)
_OF_ANOTHER = Regex(r"\d[\d,.]*(?: (?:million|billion|per cent|percent))? (?:in |for |during )(?:the )?$")
#: Between a time and a number: when it was said is not when it was.
_SAID = Regex(
    r"\b(?:sa(?:id|ys?)|told|announced|reported|revealed|heard|claimed|confirmed|published|disclosed|estimated)\b"
)
_DUE = Regex(r"\b(?:have to|has to|had to|can|must|should|could|will|would|is to|are to|due)\b")
_OPENS = Regex(r"(?:In|On|During|Over|At|Throughout)\s(?:the\s)?", re.IGNORECASE)


def of_its_own(story: Story, claim: Claim) -> bool:
    """True if a period that a sentence prints tells when a number was, and not when it was said or due."""
    period = claim.period
    if period is None or period.span is None or not claim.sentence.contains(period.span):
        return True
    text, start = story.document.text, claim.sentence.start
    before = text[start : period.span.start]
    if _LIMIT.search(before) or (_DONE.search(before) and period.span < claim.figure.span):
        return False
    if _NAMED.search(before) or (_OF_ANOTHER.search(before) and period.span < claim.figure.span):
        return False
    if _SAID.search(text[period.span.end : claim.figure.span.start]):
        return False
    if _OPENS.fullmatch(before) or not before.strip():
        return True
    first, last = sorted((claim.figure.span, period.span))
    between = text[first.end : last.start]
    return _PART.search(between) is None


def due_in_one(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if one sentence alone is due: "owners of 1,318 flooded homes HAVE TO claim in April"."""
    return (_DUE.search(a.sentence(x)) is None) != (_DUE.search(b.sentence(y)) is None)


__all__ = ["due_in_one", "of_its_own"]
