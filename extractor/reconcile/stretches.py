"""Stretches of time that words name: a number a day is none a week."""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim
from extractor.reconcile.story import Story

#: "a day", "per week", "in a typical month", "in any one week"; a word such as "daily" says it alone.
_PER = re.compile(
    r"\b(?:an?|per|each|every|in (?:any )?one|in any)"
    r"(?: (?:typical|normal|average|ordinary|usual|given|single|busy|quiet|working|full))? (?P<a>[a-z]+)\b"
    r"(?! (?:ago|earlier|before|previously|later|after|since|old)\b)|\b(?P<ly>[a-z]+ly)\b"
)


def per(story: Story, claim: Claim) -> str:
    """The stretch that a number is told for, "a day"; nothing where a sentence names none, or several."""
    words = {m["a"] or m["ly"] for m in _PER.finditer(story.sentence(claim).lower())}
    found = {_stretch()[w] for w in words if w in _stretch()}
    return found.pop() if len(found) == 1 else ""


def stretches(words: str) -> frozenset[str]:
    """The stretches of time that some words name."""
    found = re.findall(r"[a-z]+", words.lower())
    return frozenset(_stretch()[w] for w in found if w in _stretch())


@cache
def _stretch() -> dict[str, str]:
    return {word: name for name, words in table("siblings")["stretch"].items() for word in words}
