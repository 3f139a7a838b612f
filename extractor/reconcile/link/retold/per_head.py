"""Whether one of two numbers that are a scale apart is each one's, and the other that of all."""

from __future__ import annotations

from extractor.model import Claim
from extractor.nouns import kinds
from extractor.reconcile.link.retold.near_numbers import off
from extractor.reconcile.story import Story
from extractor.regexes import Regex

#: A stretch of time is none of many: "litres a day" are of all.
_TIME = r"(?!\s(?:hour|day|night|week|fortnight|month|quarter|year|season|term)\b)"
#: Words for what falls to one of many.
_EACH = Regex(rf"\b(?:(?:each|every|per){_TIME}|apiece|a head|respectively|on average)\b")
#: One of many that opens a sentence: "A household pays", "A retired deputy gets".
_ONE = Regex(r"(?:An?|One|The average|The typical)\s((?:[a-z-]+\s){1,3})")
#: Behind what falls to one: "£7 a shop".
_APIECE = Regex(rf"\s(?:an?|per|each|every){_TIME}\s[a-z]+")


def per_head(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if one of two numbers that are a scale apart is each one's, and the other that of all."""
    return off(x, y) and _is_of_one(a, x) != _is_of_one(b, y)


def _is_of_one(story: Story, claim: Claim) -> bool:
    """True for what one of many gets, pays or has: "each", "£7 a shop", "A resident paid"."""
    sentence, behind = story.sentence(claim), story.document.text[claim.figure.span.end : claim.sentence.end]
    first = _ONE.match(sentence)
    one = first is not None and any(kinds(w) & {"person", "household"} for w in first[1].split())
    return one or _EACH.search(sentence) is not None or _APIECE.match(behind) is not None
