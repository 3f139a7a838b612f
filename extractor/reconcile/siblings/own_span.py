"""Whether a span of time in a sentence is that of a number, or of what is told beside it.

behind    "After 2,318 homes builders owe the city 682 IN THE FINAL QUARTER"
before    "In the third quarter 682 homes were added, WHICH BROUGHT THE TOTAL TO 2,318"
part      "HALF OF THE 2,318 homes were finished in the third quarter"
"""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: Where a span before a number ends: another clause, or what came of it.
_GOES_ON = Regex(
    r"[;:—–]|\b(?:so that|which|but|while|whereas|though|although|compared|against|and (?:now|so far|thus))\b"
    r"|,\s(?:bringing|taking|lifting|pushing|raising|making|for an?|after|up from|down from)\b"
)
#: What brings a sum up to a number.
_UP_TO = Regex(r"\b(?:br(?:ing|ought)|t(?:ake|aking|ook)|lift|push|rais|help|swell)\w*\b.*\bto\b")
#: What a movement over a span led to: "FELL 8 per cent over the year, TO $598 FROM $650".
_LEVEL = Regex(
    r"^(?:,|\sand|,\sand|\s–|\s—)?\s(?:to|at|reaching|hitting|standing\sat|ending\sat|from|closing\sat)"
    r"\s(?:(?:about|some|just|around|nearly|only|a|an|the|record|high|low|of)\s)*$"
)
_MOVED = Regex(
    r"\b(?:f[ae]ll(?:en|ing|s)?|r(?:ose|isen?|ising|ises)|dropped|drop|climb(?:ed|s|ing)?|grew|grown|grow|jump(?:ed|s)?"
    r"|slid|slipped|sank|shrank|shrunk|shed|lost|gained|added|declin(?:ed|e|es|ing)|increas(?:ed|e|es|ing)"
    r"|decreas(?:ed|e|es|ing)|went\s(?:up|down)|up|down|surged|soared|plunged|eased|edged|doubled|halved|tripled)\b"
)
#: What a number is the whole of, and the words for some of it.
_WHOLE = Regex(r"\bof (?:the |its |their |an? |all )?(?:total |overall |full |\w+ of )?$")
_OUT_OF = Regex(
    r"\b(?:[Oo]f|[Ff]rom|[Aa]mong|[Ww]ith|[Aa]fter) (?:(?:the|its|their|these|those|all|some|about) )*$"
)
_SOME = (
    r"\b(?:[Hh]alf|most|much|many|some|part|share|bulk|majority|rest|all|none|few|more|several"
    r"|thirds?|quarters?|fifths?|per cent|percent|one in \w+)"
)
_SOME_OF = Regex(rf"(?i:{_SOME}) of (?:(?:the|its|their|these|those|all|about) )*$")
_OF_THEM = Regex(rf"{_SOME} of (?:it|them|these|those|this|that|which|whom)\b")
#: Where another clause begins behind a number, or what it is set against.
_BREAK = Regex(
    r"[;:—–]|,\s(?:with|which|who|and it|it|they|he|she|we|but|while|although|though|whereas|after|before|as"
    r"|(?:mostly )?(?:was|were|is|are|has|had|have|will|would|did))\b"
    r"|\b(?:but|while|whereas|although|though|so that|(?:and|as|when|if) (?:it|they|he|she|we|now|then))\b"
)
_SET_AGAINST = Regex(
    r"\b(?:compare[sd]?|against|than|as many as|unlike|leaves?|left|needs?|needed|expects?|expected"
    r"|hopes?|plans?|wants?|would have to|short of|br(?:ings?|ought)|takes? the|took the|averages?)\b[^,]*$"
)
#: Between amounts of one list: "31 boats and 12 cars in the quarter".
_LISTED = Regex(
    r"\s?(?:[\w’'-]+\s){0,4}?(?:[\w’'-]+,|and|or|plus|from|to|of|at|for|worth)\s(?:(?:about|some|only|just)\s)?"
)
#: A clause that a span of another one leads to: "having said in the third quarter that ..., IT EARNED".
_NEXT = Regex(r",\s(?:it|they|he|she|we)\b")
_OPENS = Regex(r"(?:(?:And|But|Meanwhile,|Then,)\s)?")


def is_spanned(story: Story, claim: Claim, span: str) -> bool:
    """True if a number is of a span of time that its sentence prints, and not what is told beside it is."""
    sentence, start = story.sentence(claim), claim.sentence.start
    at, own = sentence.find(span), claim.figure.span.start - start
    if at < 0:
        return True
    if _SOME_OF.search(sentence[:own]):
        return False
    return _reaches(story, claim, at, at + len(span)) if at < own else _reaches_back(story, claim, at)


def _reaches(story: Story, claim: Claim, at: int, end: int) -> bool:
    """True if a span before a number reaches to it."""
    sentence, own = story.sentence(claim), claim.figure.span.start - claim.sentence.start
    led = sentence[end:own]
    if _GOES_ON.search(led) or _UP_TO.search(led):
        return False
    if _LEVEL.search(led) and _MOVED.search(sentence[:at]) and not _sums().search(sentence):
        return False
    others = _others(story, claim, 0, own)
    if _WHOLE.search(led) and others:
        return False
    if any(o < at and "," not in sentence[o:at] for o in others) and "," in led:
        return False  # "From A$98 million in the first half, sales rose to A$102 million"
    return _OPENS.fullmatch(sentence[:at]) is not None or _NEXT.search(led) is None


def _reaches_back(story: Story, claim: Claim, at: int) -> bool:
    """True if a span behind a number is still its own."""
    sentence, start = story.sentence(claim), claim.sentence.start
    own, end = claim.figure.span.start - start, claim.figure.span.end - start
    behind = sentence[end:at]
    if _BREAK.search(behind) or _SET_AGAINST.search(behind) or _OF_THEM.search(behind):
        return False
    others = _others(story, claim, end, at)
    if not others:
        return True
    return (
        _OUT_OF.search(sentence[:own]) is None and _LISTED.fullmatch(sentence[end : min(others)]) is not None
    )


@cache
def _sums() -> Regex:
    """Words for a sum, of the span in which it moved: "REVENUE rose 8% over the year, to £598m"."""
    return Regex(rf"\b(?:{'|'.join(table('siblings')['sums'])})\b", re.IGNORECASE)


def _others(story: Story, claim: Claim, first: int, last: int) -> list[int]:
    """Where the other amounts between two places of a sentence begin, but for changes and times."""
    start = claim.sentence.start
    beside = (c for c in story.in_sentence(claim.sentence) if c.id != claim.id and family(c) not in "PTD?")
    return [at for c in beside if first <= (at := c.figure.span.start - start) < last]


def is_brought_up(story: Story, claim: Claim) -> bool:
    """True for a number that another one brought a sum up to: "9,120 in June TOOK THE TOTAL TO 31,870"."""
    return _UP_TO.search(story.lead(claim)) is not None


__all__ = ["is_brought_up", "is_spanned"]
