"""Spans of time that a total is over: three months in one story, six in its sibling.

A month and its year are no such pair: what happened in May happened in the year. Only words that take the
whole of a span count, "in the three months", "over the year".
"""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim
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
