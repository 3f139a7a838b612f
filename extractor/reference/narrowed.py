"""What the words right beside a figure say that makes it another thing than a cell's level.

"277 of the vacant homes were its own" counts a part, "such homes" are those told of before, "outnumber them
by 300" is a lead, and the 1,000 of "for every 1,000 people" counts nobody.
"""

from __future__ import annotations

import re

from extractor.model import Claim
from extractor.reference.fitting import words_of
from extractor.reference.match import Reader
from extractor.reference.setting import Told
from extractor.reference.tables import Column
from extractor.reference.words import roots

#: Before the number that a rate is told for.
_FOR_EVERY = re.compile(r"\b(?:per|(?:for|in|of|to|from|with|among)\s+(?:every|each))\s+\Z", re.IGNORECASE)
_ROUND = tuple(10**n for n in range(10))
#: "277 of the vacant homes were", up to the verb.
_OF_THE = re.compile(
    r"\s+of\s+(?:the|its|their|his|her|our|all|these|those|[A-Z][\w-]*['’]s?)\s+(?P<whole>(?:[\w'’-]+\s+){1,6}?)"
    r"(?:are|is|was|were|had|has|have|did|do|got|came|went|never|[a-z]+ed)\b"
)
#: What was told of before, and may be a part of what a head names.
_SUCH = re.compile(r"\b(?:such|these|those)\s+(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)
_SUCH_ONES = re.compile(r"\b[Ss]uch\s+(?!as\b|a\b|an\b)[a-z]+(?:s|en|ople|dren)\b")
_OF_THEM = re.compile(
    r"\s+(?:(?:more|fewer|less)\s+)?of\s+(?:them|these|those|that|this|which|whom)\b", re.IGNORECASE
)
_THOSE_WHO = re.compile(r"\b[Oo]f\s+(?:those|these)\s+(?:who|that|which|whom)\b[^;:.]{0,60}\Z")
#: "Beef cows outnumber those in milk by": a lead, whatever is counted.
_LEAD = re.compile(
    r"\b(?:outnumber|outstrip|outpac|outdo|exceed|surpass|overtak|trail|lag|undercut|overshoot|undersho|top|beat|led|lead)\w*"
    r"\b[^.;:!?\n]{0,80}\bby\s+(?:just\s+|only\s+|about\s+|some\s+|nearly\s+|almost\s+)?\Z",
    re.IGNORECASE,
)
#: Characters around a figure in which these stand.
_NEAR = 120


def is_told_per(told: Told, claim: Claim) -> bool:
    """True for the number that a rate is told for: the 1,000 of "9.5 for every 1,000 people"."""
    start, value = claim.figure.span.start, claim.figure.value
    if value is None or value not in _ROUND:  # "one doctor for every 1,631 patients"
        return False
    return _FOR_EVERY.search(told.document.text[max(0, start - _NEAR) : start]) is not None


def is_of_those_before(reader: Reader, claim: Claim) -> bool:
    """True for what is counted among those told of before: "such homes", "54 fewer of those"."""
    text, noun = reader.told.document.text, claim.measure
    if _OF_THEM.match(text, claim.figure.span.end):
        return True
    if _SUCH_ONES.search(text, reader.place(claim).before.start, claim.figure.span.start):
        return True
    if noun is None or noun.span is None or not reader.place(claim).holds(noun.span):
        return False
    own = text[noun.span.start : noun.span.end].lower()
    return own.startswith(("such ", "these ", "those ")) or bool(
        _SUCH.search(text[claim.sentence.start : noun.span.start])
    )


def is_of_those_who(told: Told, claim: Claim) -> bool:
    """True for a share of those told of before by what they did: "Of those who did so, 54 per cent"."""
    return _THOSE_WHO.search(told.document.text, claim.sentence.start, claim.figure.span.start) is not None


def is_lead(reader: Reader, claim: Claim) -> bool:
    """True for the size of a lead: "outnumber those in milk by 92,000"."""
    return _LEAD.search(reader.told.document.text[claim.sentence.start : claim.figure.span.start]) is not None


def is_part_of_named(reader: Reader, claim: Claim, column: Column) -> bool:
    """True for a part of what a column counts: "277 of the vacant homes were its own"."""
    if claim.figure.kind != "count":
        return False
    text = reader.told.document.text
    found = _OF_THE.match(text, claim.figure.span.end, claim.sentence.end)
    if found is None:
        return False
    place = reader.place(claim)
    own = roots(
        reader.plain[place.before.start : found.start()] + reader.plain[found.end("whole") : place.after.end]
    )
    return not any(reader.akin(a, b) for a in own for b in words_of(column))
