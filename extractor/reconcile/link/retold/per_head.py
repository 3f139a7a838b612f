"""Whether one of two numbers that are a scale apart is each one's, and the other that of all."""

from __future__ import annotations

import re
from decimal import Decimal

from extractor.model import Claim
from extractor.nouns import kinds
from extractor.reconcile.clauses import clause_of
from extractor.reconcile.link.retold.near_numbers import digits
from extractor.reconcile.story import Story
from extractor.regexes import Regex

#: A stretch of time is none of many: "litres a day" are of all.
_TIME = r"(?!\s(?:hour|day|night|week|fortnight|month|quarter|year|season|term)\b)"
#: Words for what falls to one of many.
_EACH = Regex(rf"\b(?:(?:each|every|per){_TIME}|apiece|a head|respectively|on average)\b", re.IGNORECASE)
#: One of many that opens a sentence: "A household pays", "A retired deputy gets".
_ONE = Regex(r"(?:An?|One|The average|The typical)\s((?:[a-z-]+\s){1,3})")
#: Behind what falls to one: "£7 a shop".
_APIECE = Regex(rf"\s(?:an?|per|each|every){_TIME}\s[a-z]+")

#: How many times as great one of two numbers is as the other, and how far off it may be where one is rounded.
SCALES, CLOSE = (10, 100, 1000, 1_000_000), Decimal("0.05")
#: Words for the first and the last in a row of many.
_EXTREME = Regex(
    r"\b(?:cheap|dear|small|large|bigg|high|low|old|young|new|rich|poor|great|fine|few|long|short|heavi|light|wealthi|pric(?:i|ey)"
    r"|steep|strong|weak|fast|slow|tall|wide|broad|tini)est\b(?!\s(?:since|ever|in|on|for)\b)"
    r"|\b(?:most|least) \w+(?:ive|ble|ly|ed|al|ous|ant|able)\b"
    r"|\b(?:minimum|maximum|extra|further|additional|another)\b"
    r"|\b(?:first|second|third|last|initial|final) (?!half|quarter|year|season|week|month|day|time|financial|fiscal|two"
    r"|three|six|nine)"
)

#: One of a sort, "A license costs", "for each uniform", and prices of all of a sort: "berths COST £48,500".
_SINGLE = Regex(r"\b(?:an?|each|every|per|one)\s(?:[a-z-]+\s){0,2}?([a-z]{3,})(?=\s|[.,;]|$)", re.IGNORECASE)
_PRICED = Regex(
    r"\b(?:cost|costing|start|starting|sell|selling|go|going|fetch|range|priced|at least|from|worth)\b"
)


def per_head(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if one of two numbers that are a scale apart is each one's, and the other that of all."""
    if not are_scales(x, y):
        return False
    return _is_of_one(a, x) != _is_of_one(b, y) or _one_and_many(a.sentence(x), b.sentence(y))


def _one_and_many(ours: str, theirs: str) -> bool:
    """True for "A LICENSE costs $145" beside "LICENSES brought in $145,000"; prices are of one in the plural too."""
    return any(_names_many(one, many) for one, many in ((ours, theirs), (theirs, ours)))


def _names_many(one: str, many: str) -> bool:
    nouns = {m[1].lower() for m in _SINGLE.finditer(one)}
    words = {w.lower() for w in re.findall(r"[A-Za-z]+", many)}
    return not _PRICED.search(many) and any(f"{n}s" in words and n not in words for n in nouns)


def are_scales(x: Claim, y: Claim) -> bool:
    """True for numbers that begin alike and are ten times apart or more."""
    a, b = x.figure.value, y.figure.value
    if not a or not b or a <= 0 or b <= 0 or min(digits(x), digits(y)) < 2:
        return False
    ratio = max(a / b, b / a)
    return any(abs(ratio / scale - 1) <= CLOSE for scale in SCALES)


def of_two_ranks(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for amounts of which one alone is of the first or last of many: the CHEAPEST berth, and a berth."""
    return any(
        m[0] not in other.sentence(d).lower()
        for s, c, other, d in ((a, x, b, y), (b, y, a, x))
        for m in _EXTREME.finditer(clause_of(s, c))
    )


def _is_of_one(story: Story, claim: Claim) -> bool:
    """True for what one of many gets, pays or has: "each", "£7 a shop", "A resident paid"."""
    sentence, behind = story.sentence(claim), story.document.text[claim.figure.span.end : claim.sentence.end]
    first = _ONE.match(sentence)
    one = first is not None and any(kinds(w) & {"person", "household"} for w in first[1].split())
    return one or _EACH.search(sentence) is not None or _APIECE.match(behind) is not None


__all__ = ["are_scales", "of_two_ranks", "per_head"]
