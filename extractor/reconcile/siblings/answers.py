"""The answer right behind a number whose verb stands with another: "112 said yes and 19 NO"."""

from __future__ import annotations

from extractor.model import Claim
from extractor.reconcile.story import Story
from extractor.regexes import Regex

_ANSWER = Regex(
    r"\s(?:(?P<no>no|nay|against|opposed|not)|(?P<yes>yes|aye|for|in\sfavou?r))(?=\s*(?:[.,;:—–)]|$|votes?\b|and\b))",
)
_NO = Regex(
    r"\b(?:against|no|nays?|reject(?:ed|s)?|oppos(?:ed|es?)|refused|turned\sit\sdown|dissent(?:ed|ing)?)\b"
)
_YES = Regex(
    r"\b(?:for|yes|ayes?|favou?r(?:ed)?|back(?:ed|s|ing)?|support(?:ed|s)?|accept(?:ed|s)?|approved?|agreed)\b"
)


def answers_alike(story: Story, claim: Claim, deed: str) -> bool:
    """True if the answer behind a number is the sibling's deed: "19 no", "nineteen voted against"."""
    found = _ANSWER.match(story.document.text, claim.figure.span.end, claim.sentence.end)
    if found is None:
        return False
    return (_NO if found["no"] else _YES).search(deed.lower()) is not None


__all__ = ["answers_alike"]
