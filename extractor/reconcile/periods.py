"""Whether two papers may speak of one time: "this season" and "this winter", "in July" and "last month"."""

from __future__ import annotations

import re

from extractor.lexicon import table
from extractor.model import Period

_LITTLE = {"the", "in", "of", "a", "an", "over", "during", "on", "for"}
#: Words that turn a period away from now.
_TURNED = re.compile(r"\b(?:last|previous|past|earlier|before|ago|next|coming|following|then)\b")
_YEAR_AGO = re.compile(r"now(?:-1|[+-]0):year$")
_WORD = re.compile(r"[a-z]+|\d+")


def may_be_one_time(p: Period | None, q: Period | None) -> bool:
    """True unless two periods say different times; one that nobody prints says nothing."""
    if p is None or q is None or "document" in (p.found, q.found):
        return True
    if p.key == q.key or _part_of(p.text, q.text) or _part_of(q.text, p.text):
        return True
    return _season_of_now(p, q) or _season_of_now(q, p) or _undated(p, q) or _undated(q, p)


def _undated(told: Period, dated: Period) -> bool:
    """True for "last year" in a paper of no known day, and the year that another prints."""
    key = _YEAR_AGO.match(told.key)
    return key is not None and told.start is None and re.fullmatch(r"(?:19|20)\d\d", dated.key) is not None


def _part_of(part: str, name: str) -> bool:
    """True if some words of a period are the other: "summer" and "this summer", "May" and "May 2024"."""
    words, others = (set(re.findall(r"\w+", t.lower())) - _LITTLE for t in (part, name))
    return bool(words) and words <= others


def _season_of_now(p: Period, q: Period) -> bool:
    """True for a time of the year that is on, "this season", and one that may be it, "this winter"."""
    vague, seasons = (frozenset(table("siblings")[name]) for name in ("vague_time", "season"))
    ours, theirs = (frozenset(_WORD.findall(t.text.lower())) for t in (p, q))
    return (
        bool(ours & vague)
        and bool(theirs & seasons)
        and not any(_TURNED.search(t.text.lower()) for t in (p, q))
    )
