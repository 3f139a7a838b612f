"""Whether two claims speak of one thing, by the keys of what they count and what happened."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.model import Claim
from extractor.nouns import may_be_one

#: Words that tell nothing about what a sentence is about.
_EMPTY = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "and",
        "or",
        "but",
        "than",
        "that",
        "this",
        "these",
        "those",
        "it",
        "its",
        "their",
        "his",
        "her",
        "our",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "will",
        "would",
        "not",
        "no",
        "more",
        "most",
        "less",
        "over",
        "under",
        "about",
        "around",
        "after",
        "before",
        "into",
        "out",
        "up",
        "down",
        "who",
        "which",
        "when",
        "where",
        "while",
        "year",
        "years",
        "last",
        "per",
        "cent",
        "percent",
        "said",
        "says",
        "new",
        "one",
        "two",
        "three",
        "first",
        "some",
        "all",
        "any",
        "last",
        "also",
        "just",
        "only",
        "they",
        "them",
        "there",
        "what",
        "she",
        "him",
        "you",
        "your",
        "can",
        "could",
        "may",
        "might",
    ]
)


@lru_cache(maxsize=16384)
def content_words(text: str) -> frozenset[str]:
    """The words that tell what a text is about, cut to six letters so that forms of a word meet."""
    found = re.findall(r"[a-z][a-z’'-]{2,}", text.lower())
    return frozenset(w.removesuffix("s")[:6] for w in found if w not in _EMPTY)


def one_topic(a: Claim, b: Claim) -> bool:
    """True if the events share a noun ("accept:interview" and "interview") or may be one."""
    x, y = _event_parts(a), _event_parts(b)
    return bool(x & y) or any(may_be_one(p, q) for p in x for q in y)


def _event_parts(claim: Claim) -> set[str]:
    """The noun of what happened, where it acts on one; else the deed."""
    return {claim.event.key.split(":")[-1]} if claim.event is not None else set()
