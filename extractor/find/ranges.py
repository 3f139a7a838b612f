"""From one number to another: "10 to 20", "between 5 and 7 per cent", "18-24"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from extractor.find.nouns import Draft, Item, Pair
from extractor.lexicon import table
from extractor.regexes import Regex

_MOVEMENT = frozenset(table("labels")["movement"])
RANGE = Regex(
    r"(?:[ \u00a0]?[-–—‑][ \u00a0]?|[-–‑][ ](?:to|or)[ ]|"
    r"[ \u00a0\n](?:to|or|up to|through)[ \u00a0\n]|-to-|~)"
)
_BETWEEN = Regex(
    r"\bbetween (?:(?:the )?ages (?:of )?|the of )?(?:about |around |roughly |some )?$", re.IGNORECASE
)
AND = Regex(r"[ \u00a0\n]and[ \u00a0\n]")
_FROM = Regex(r"\bfrom (?:about |around |just |nearly |almost )?$", re.IGNORECASE)
_RANGING = Regex(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|any(?:where|thing))(?: anywhere)? from "
    r"(?:about |around )?$",
    re.IGNORECASE,
)
_LEAD_WORD = Regex(
    r"([A-Za-z]+)(?: an?)?(?: (?:further|another|extra|about|nearly|almost|around|"
    r"more than|over|at least|roughly|some|just))?[ \u00a0]$"
)
_MOVES = table("comparisons")["move_nouns"]
_SIZE_OF = Regex(
    rf"\b(?:{'|'.join([*_MOVES['rose'], *_MOVES['fell']])})"
    r" of (?:about |around |just |nearly |almost )?$",
    re.IGNORECASE,
)
#: So many times the first number is the second where it is no longer the other end of a range.
_LEAP = 4
#: The same for "by 5 to 7 per cent", and the kinds of which such a size is told.
_NEAR = Fraction(5, 2)
_SIZED = ("percentage", "points", "duration", "measure")
_MADE_UP = Regex(r"\bma(?:k(?:e|es|ing)|de) up (?:about |around |nearly |between )?$", re.IGNORECASE)


def ranges(text: str, drafts: Sequence[Item]) -> list[Item]:
    """ "10 to 20", "between 5 and 7 per cent", "18-24": one figure from one number to the other."""
    out: list[Item] = []
    for draft in drafts:
        first = out[-1] if out else None
        if isinstance(first, Draft) and isinstance(draft, Draft) and _is_range(text, first, draft):
            out[-1] = Pair(_same_unit(first, draft), draft, "range")
        else:
            out.append(draft)
    return out


def _same_unit(first: Draft, last: Draft) -> Draft:
    return replace(first, unit=last.unit, pattern=last.pattern) if first.bare else first


def _is_range(text: str, first: Draft, last: Draft) -> bool:
    if last.start - first.end > 9 or first.outside or last.outside or first.unit != last.unit:
        return False
    gap = text[first.end : last.start]
    if "ordinal" in (first.number.form, last.number.form):
        return False
    if not first.number.value < last.number.value:
        ranging = _RANGING.search(text, max(0, first.start - 36), first.start)
        return ranging is not None and RANGE.fullmatch(gap) is not None
    if AND.fullmatch(gap):
        return is_between(text, first)
    if not RANGE.fullmatch(gap):
        return False
    if "or" in gap and last.number.value > 2 * first.number.value:
        return False
    return not _is_change(text, first, last)


def _is_size(first: Draft, last: Draft) -> bool:
    """True for "by 5 to 7 per cent", whose first number has no unit of its own and lies near the last."""
    near = last.number.value <= _NEAR * first.number.value
    return near and first.end == first.number.end and last.end > last.number.end and last.kind in _SIZED


def is_between(text: str, first: Draft) -> bool:
    return _BETWEEN.search(text, max(0, first.start - 40), first.start) is not None


def _is_change(text: str, first: Draft, last: Draft) -> bool:
    """True for "from 10 to 20" and "up 5 to 300", whose numbers are two figures."""
    if _RANGING.search(text, max(0, first.start - 36), first.start):
        return False
    if (
        _SIZE_OF.search(text, max(0, first.start - 40), first.start)
        and last.number.value > _LEAP * first.number.value
    ):
        return True  # "a rise of £3 to £30"
    if _FROM.search(text, max(0, first.start - 16), first.start):
        return first.kind not in ("age",)
    lead = _LEAD_WORD.search(text, max(0, first.start - 30), first.start)
    if lead is not None and lead[1] == "by" and _is_size(first, last):
        return False
    if _MADE_UP.search(text, max(0, first.start - 30), first.start):
        return False
    return lead is not None and lead[1].lower() in _MOVEMENT
