"""What keeps the things of one number apart: another span of time, a whole county beside one town.

Most of what siblings word otherwise is the same: a town for its county, a month for its year, homes for
properties. Apart are only spans that a total is over, and a place that it is across.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim, Mention
from extractor.reconcile.story import Story

_LATELY = r"(?:last|past|previous|latest|first|second|third|fourth|final|whole|full|same)"


def spans_apart(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    """The spans of time that two sentences total over, where one is well longer than the other."""
    here, there = (_spans(s.sentence(c)) for s, c in ((a, x), (b, y)))
    if len(here) != 1 or len(there) != 1 or "duration" in (x.figure.kind, y.figure.kind):
        return None
    (ours, long), (theirs, short) = here[0], there[0]
    apart = max(long, short) >= float(table("siblings")["longer"]) * min(long, short)
    return (ours, theirs) if apart else None


def _spans(sentence: str) -> list[tuple[str, float]]:
    """Each span that a sentence totals over, with its days: "in the three months", "over the year"."""
    return [
        (m[0], _number(m["n"] or m["m"]) * _days()[m["unit"].lower()]) for m in _span().finditer(sentence)
    ]


@cache
def _span() -> re.Pattern[str]:
    units, numbers = ("|".join(sorted(words, key=len, reverse=True)) for words in (_days(), _numbers()))
    return re.compile(
        r"(?<!time )\b(?:in|over|during|within|for|throughout)\s+(?:the\s+course\s+of\s+)?"
        rf"(?:the\s+(?:{_LATELY}\s+)?(?:(?P<n>{numbers}|\d{{1,2}})[\s-]+)?"
        rf"|(?:the\s+)?(?P<m>{numbers})\s+)(?P<unit>{units})\b(?!\s+(?:before|earlier|after|since|ago|old))",
        re.IGNORECASE,
    )


@cache
def _days() -> dict[str, int]:
    return {str(word): int(days) for word, days in table("siblings")["days"].items()}


@cache
def _numbers() -> dict[str, int]:
    return {str(word): n for n, word in enumerate(table("siblings")["number"], 1)}


def _number(told: str | None) -> int:
    return 1 if told is None else _numbers().get(told.lower()) or int(told)


def places_apart(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    """The places of one number, where a sentence says that it is of the whole of its place."""
    p, q = x.place, y.place
    if p is None or q is None or p.key == q.key or p.key in q.key or q.key in p.key:
        return None
    own = all(_in_sentence(c, c.place) for c in (x, y))
    return (p.text, q.text) if own and (_across(a, p) or _across(b, q)) else None


def _in_sentence(claim: Claim, place: Mention | None) -> bool:
    return place is not None and place.span is not None and claim.sentence.contains(place.span)


def _across(story: Story, place: Mention) -> bool:
    """True if a place stands behind a word that takes all of it: "across Kent", "throughout Kent"."""
    if place.span is None:
        return False
    words = "|".join(map(re.escape, table("siblings")["across"]))
    return re.search(rf"\b(?:{words})\s+(?:the\s+)?$", story.document.text[: place.span.start]) is not None
