"""Stretches of time that words name: a number a day is none a week."""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim
from extractor.reconcile.clauses import clause_of
from extractor.reconcile.story import Story
from extractor.regexes import Regex

#: "a day", "per week", "in a typical month", "in any one week"; a word such as "daily" says it alone.
_PER = Regex(
    r"(?<!once )(?<!twice )(?<!times )\b(?:an?|per|each|every|in (?:any )?one|in any)"
    r"(?: (?:typical|normal|average|ordinary|usual|given|single|busy|quiet|working|full))? (?P<a>[a-z]+)\b"
    r"(?! (?:ago|earlier|before|previously|later|after|since|old|of (?:the|its|their|an?|all))\b)"
    r"|\b(?P<ly>(?!july\b)[a-z]+ly|weekdays?)\b"
)
_BUNDLE = Regex(
    r"\b(?:an?|per|each|every|one|the|whole|full)\s(?P<of>[a-z]{3,9})(?:['’]s)?\s(?:worth\s)?(?:of\s)?(?:[a-z]+\s)?"
    r"(?P<one>[a-z]{3,12}?)(?:e?s)\b",
    re.IGNORECASE,
)


def per(story: Story, claim: Claim) -> str:
    """The stretch that a number is told for, "a day"; nothing where a sentence names none, or several."""
    found = _told_for(story.sentence(claim).lower())
    if len(found) > 1:
        found = _told_for(clause_of(story, claim))
    return next(iter(found)) if len(found) == 1 and _is_nearest(story, claim) else ""


def _is_nearest(story: Story, claim: Claim) -> bool:
    """True unless another figure stands before each stretch: "23 outlets hand out 187 a week"."""
    words, start = story.sentence(claim).lower(), claim.sentence.start
    told = [m.span() for m in _PER.finditer(words) if (m["a"] or m["ly"]) in _stretch()]
    others = [c.figure.span for c in story.in_sentence(claim.sentence) if c.id != claim.id]
    own = claim.figure.span
    for first, last in told:
        near, far = sorted((own.start, start + (first if own.start < start + first else last)))
        if not any(near < s.start < far for s in others):
            return True
    return False


def pace(story: Story, claim: Claim) -> str:
    """The stretch of time for which an amount is told, in its unit, "litres a day", or beside it, "daily"."""
    return claim.figure.amount.unit.partition("/")[2].strip() or per(story, claim)


def _told_for(words: str) -> frozenset[str]:
    """The stretches that some words in lower case tell a number for."""
    told = (m["a"] or m["ly"] for m in _PER.finditer(words))
    return frozenset(_stretch()[w] for w in told if w in _stretch())


def bundled(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    """ "308p for a week of lunches" beside "308p for a lunch": a price of many, and of one of them."""
    for here, there, turned in ((a.sentence(x), b.sentence(y), False), (b.sentence(y), a.sentence(x), True)):
        many = _bundle(here)
        if many is None or _bundle(there) is not None:
            continue
        one = re.search(rf"\b(?:an?|per|each|every|one|single)\s(?:[a-z]+\s)?{many['one']}e?\b", there, re.I)
        if one is not None and stretches(one[0]) == frozenset():
            return (one[0], many[0]) if turned else (many[0], one[0])
    return None


def _bundle(sentence: str) -> re.Match[str] | None:
    """ "A week of lunches": a stretch of time, and what it is full of."""
    return next((m for m in _BUNDLE.finditer(sentence) if m["of"].lower() in _stretch()), None)


def stretches(words: str) -> frozenset[str]:
    """The stretches of time that some words name."""
    found = re.findall(r"[a-z]+", words.lower())
    return frozenset(_stretch()[w] for w in found if w in _stretch())


@cache
def _stretch() -> dict[str, str]:
    return {word: name for name, words in table("siblings")["stretch"].items() for word in words}
