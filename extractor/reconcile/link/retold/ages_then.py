"""The age that somebody had at an earlier time, beside the age in the news: "joined in 2013, AT 25"."""

from __future__ import annotations

from extractor.model import Claim
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: Words that make an age one of an earlier time: "in 2013, at 25", "at the age of 19", "was only 17 when she".
_AT = Regex(
    r"\b(?:at|from|by|since|until|before|barely|turned|turning|aged)\s(?:the\s(?:tender\s)?age\sof\s|age\s|just\s|only\s)?$"
)
_THEN = Regex(r"\b(?:then|was|as an?|still|not yet)\s(?:only\s|just\s|barely\s|aged\s)?$")
_WHEN = Regex(r"(?:[\s-]years?[\s-]olds?)?,?\s(?:when|at\sthe\stime|that\syear)\b")
_YEAR = Regex(
    r"\b(?:in|of|since|during)\s(?:the\s\w+\sof\s|[A-Z]\w+\s)?(?:19|20)\d\d\b|\b\w+\syears?\s(?:ago|earlier|before)\b"
)
#: What is told of the death or the deed of the news: the age at that is the age in the news.
_NEWS = Regex(
    r"\b(?:di(?:ed|es)|dead|death|killed|shot|stabbed|drowned|crushed|murdered|passed\saway|found|injured|hurt|arrested)\b"
)
#: The same of the one whose age it is: "was 34 WHEN SHE DIED".
_OWN_NEWS = Regex(rf"^[^.]{{0,24}}?\b(?:s?he|they)\s(?:was\s|were\s|had\s)?(?:\w+ly\s)?{_NEWS.pattern}")


def of_two_ages(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if one of two ages alone is that of an earlier time."""
    return family(x) == family(y) == "A" and _is_then(a, x) != _is_then(b, y)


def _is_then(story: Story, claim: Claim) -> bool:
    sentence, led = story.sentence(claim), story.lead(claim)
    behind = sentence[claim.figure.span.end - claim.sentence.start :]
    when = _WHEN.match(behind) is not None
    if (_OWN_NEWS if when else _NEWS).search(behind if when else sentence):
        return False
    then = _THEN.search(led) is not None and (when or _YEAR.search(sentence) is not None)
    return when or then or (_AT.search(led) is not None and _is_past(sentence))


def _is_past(sentence: str) -> bool:
    """True if a sentence prints a year, or what somebody had done by then."""
    return _YEAR.search(sentence) is not None or _BEGAN.search(sentence) is not None


#: What a life is told by: "started at 16".
_BEGAN = Regex(
    r"\b(?:start|beg[au]n|join|left|leav|mov|marri|made (?:her|his) debut|debut|bec[ao]m|went|emigrat|arriv|enlist|retir|sign)\w*\b"
)

__all__ = ["of_two_ages"]
