"""Places that a number is of the whole of: "across Portugal" in one story, a region of it in the other.

A place lies in another, and papers name whichever their readers know. A word that takes in the whole of one,
beside a sentence that names another place for the same number and not this one, gives it to too many.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim
from extractor.reconcile.story import Story

_NAME = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}"


def scopes_apart(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    """The places of one number, where a story takes in the whole of one and its sibling names another."""
    return _apart(a, x, b, y) or _turned(_apart(b, y, a, x))


def _turned(found: tuple[str, str] | None) -> tuple[str, str] | None:
    return None if found is None else (found[1], found[0])


def _apart(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    wide, other = whole_of(a, x), y.place
    if not wide or other is None or other.span is None or not y.sentence.contains(other.span):
        return None
    ours, theirs = a.sentence(x), b.sentence(y)
    if wide in theirs or other.text in ours or other.key in wide.lower() or wide.lower() in other.key:
        return None
    return wide, other.text


def whole_of(story: Story, claim: Claim) -> str:
    """The one place that a sentence takes in the whole of; nothing where it has none, or several."""
    found = _wide().findall(story.sentence(claim))
    return found[0] if len(found) == 1 else ""


@cache
def _wide() -> re.Pattern[str]:
    words = "|".join(f"[{w[0].upper()}{w[0]}]{re.escape(w[1:])}" for w in table("siblings")["wide"])
    return re.compile(rf"\b(?:{words})\s+(?:the\s+)?({_NAME})")
