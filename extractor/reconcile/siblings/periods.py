"""Whether two papers may speak of one time: "this season" and "this winter", "in July" and "last month"."""

from __future__ import annotations

import re

from extractor.lexicon import table
from extractor.model import Period
from extractor.regexes import Regex

_LITTLE = {"the", "in", "of", "a", "an", "over", "during", "on", "for"}
#: Words that turn a period away from now.
_TURNED = Regex(r"\b(?:last|previous|past|earlier|before|ago|next|coming|following|then)\b")
_YEAR_AGO = Regex(r"now(?:-1|[+-]0):year$")
_WORD = Regex(r"[a-z]+|\d+")
_YEAR = Regex(r"\d{4}")
#: Keys of halves, quarters, first months and months in a row: "2025-h1", "q3", "first:6:month", "--01/--06".
_PART = Regex(r"(?:\d{4}-)?(?P<unit>[hq])(?P<n>\d)$")
_FIRST = Regex(r"first:(?P<n>\d\d?):month$")
_ROW = Regex(r"(?:\d{4}|now[+-]\d:)?-{0,3}(?P<m>\d\d)/(?:\d{4})?-{0,2}(?P<n>\d\d)$")


def may_be_one_time(p: Period | None, q: Period | None) -> bool:
    """True unless two periods say different times; one that nobody prints says nothing."""
    if p is None or q is None or "document" in (p.found, q.found):
        return True
    if p.key == q.key or _part_of(p.text, q.text) or _part_of(q.text, p.text):
        return True
    return (
        of_equal_months(p, q)
        or _season_of_now(p, q)
        or _season_of_now(q, p)
        or _undated(p, q)
        or _undated(q, p)
    )


def of_equal_months(p: Period, q: Period) -> bool:
    """True for "between January and June" and "in the first half of the year"."""
    ours, theirs = _months(p.key), _months(q.key)
    if ours is None or ours != theirs:
        return False
    years = [set(_YEAR.findall(f"{t.key} {t.text}")) for t in (p, q)]
    turned = [set(_TURNED.findall(t.text.lower())) for t in (p, q)]
    return turned[0] == turned[1] and (not all(years) or years[0] == years[1])


def of_other_months(p: Period, q: Period) -> bool:
    """True for a quarter and a half of one year, by their own words: one is well longer than the other."""
    ours, theirs = _months(p.key), _months(q.key)
    if ours is None or theirs is None or _TURNED.search(p.text.lower()) or _TURNED.search(q.text.lower()):
        return False
    years = [set(_YEAR.findall(t.text)) for t in (p, q)]
    long, short = sorted(((last - first) % 12 + 1 for first, last in (ours, theirs)), reverse=True)
    return long >= float(table("siblings")["longer"]) * short and (not all(years) or years[0] == years[1])


def _months(key: str) -> tuple[int, int] | None:
    """The first and the last month of a part of a year."""
    if part := _PART.match(key):
        long = 6 if part["unit"] == "h" else 3
        return long * (int(part["n"]) - 1) + 1, long * int(part["n"])
    if first := _FIRST.match(key):
        return 1, int(first["n"])
    row = _ROW.match(key)
    return None if row is None else (int(row["m"]), int(row["n"]))


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
