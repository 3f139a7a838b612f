"""Orders of two levels of which the smaller is the better: "the rupee FELL to 84.2 TO THE DOLLAR from 83.1", "climbed to 14 IN THE INDEX".

A currency falls as more of it buys a dollar; a rank, a place in a table and a time get better as their numbers get smaller.
"""

from __future__ import annotations

import re

from extractor.lexicon import table
from extractor.model import Relation, Span
from extractor.reconcile.story import Story
from extractor.regexes import Regex
from extractor.wording import one_of

_WORDS = table("windows")["counted_back"]
_MOVED = Regex(rf"\b(?:{one_of(_WORDS['moved'])})\b", re.IGNORECASE)
#: "The RUPEE", "South Africa's RAND", "the South African CURRENCY": what the sentence is about.
_CURRENCY = Regex(rf"\b{one_of(_WORDS['currencies'])}\b(?!\s(?:price|cost|rate|market|a\b|an\b|per\b))")
_QUOTED = Regex(
    rf"\b(?:to|against|per|for\severy)\s(?:the\s|one\s|an?\s)?(?:US\s|American\s)?{one_of(_WORDS['against'])}\b",
    re.IGNORECASE,
)
_RANK = Regex(rf"\b{one_of(_WORDS['ranks'])}\b", re.IGNORECASE)
_IN_TABLE = Regex(
    rf"^\s(?:in|on|of)\s(?:[\w’'-]+\s){{0,5}}?{one_of(_WORDS['tables'])}\b|^(?:th|st|nd|rd)\b", re.IGNORECASE
)
_TIMES = Regex(rf"\b{one_of(_WORDS['times'])}\b", re.IGNORECASE)
_WORSE = Regex(rf"^{one_of(_WORDS['worse'])}\b", re.IGNORECASE)


def is_counted_back(story: Story, relation: Relation) -> bool:
    """True for an order of two levels told by how good they are, where the smaller number is the better."""
    comparison = relation.comparison()
    if relation.kind != "compare" or comparison is None or _MOVED.search(comparison.text) is None:
        return False
    levels = [c for c in relation.claims() if c.figure.value is not None]
    if not levels:
        return False
    first = min(levels, key=lambda c: c.figure.span)
    led = story.lead(first)
    if _CURRENCY.search(led) or (_QUOTED.search(story.sentence(first)) and first.figure.kind != "money"):
        return True
    behind = (story.words(Span(c.figure.span.end, c.sentence.end)) for c in levels)
    if _RANK.search(led) or any(_IN_TABLE.match(words) for words in behind):
        return True
    return _WORSE.match(comparison.text) is not None and _TIMES.search(led) is not None


__all__ = ["is_counted_back"]
