"""Half: a share, or a half of a scale ("half a million"), and not the half of a match or of the past."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from extractor.find.numerals import SCALES, Numeral, by_scale
from extractor.find.word_values import NEXT_WORD
from extractor.lexicon import table
from extractor.regexes import Regex

_HALF_A = Regex(r"[ \u00a0-]{1,2}(?:of )?an?[ \u00a0-]{1,2}(\w+)", re.IGNORECASE)
_NO_SHARE_OF_HALF = Regex(
    r"[ \u00a0-]?(?:past|time|term|marathons?|century|centuries|way|back|brother|sister|hearted\w*|"
    r"the (?:battle|fun|story|problem|job)|baked|sibling\w*|"
    r"naked|volley|board|mast|light|life|lives|measures?|truths?|o['’]clock|inch|dollar|final\w*|yearly)\b",
    re.IGNORECASE,
)
_BEFORE_HALF = frozenset(table("numbers")["before_half"])
_LAST_WORD = Regex(r"([A-Za-z]+)[ \u00a0-]$")


#: "Half as many again": one and a half times as many.
_AGAIN = Regex(r"[ \u00a0\n]as[ \u00a0\n](?:many|much|\w+)[ \u00a0\n]again\b", re.IGNORECASE)


def again(text: str, end: int) -> int | None:
    """Where "as many again" ends that follows a fraction, or None."""
    found = _AGAIN.match(text, end)
    return found.end() if found is not None else None


_OF = Regex(r"[ -](?:of|an?|million|billion|dozen|who|that|which|price)\b")
_AN_HOUR = Regex(r"[ -]an?[ -](?:hour|mile|minute|day|century|decade|dozen|million|billion)\b")


def half(text: str, at: int, end: int) -> Numeral | None:
    """The number that the word is, alone or behind another; None where it is no share: "the second half"."""
    if is_no_share(text, end):
        return None
    before = _LAST_WORD.search(text, max(0, at - 14), at)
    if before is not None and before[1].lower() in _BEFORE_HALF and not _AN_HOUR.match(text, end):
        return None
    if before is not None and before[1].lower() == "the" and not _OF.match(text, end):
        return None  # "led 58-51 at the half"
    return tail_of_half(text, at, end)


def is_no_share(text: str, end: int) -> bool:
    """True for the half of "half-time" and "a half-life"."""
    return _NO_SHARE_OF_HALF.match(text, end) is not None


def tail_of_half(text: str, at: int, end: int) -> Numeral | None:
    """ "Half", with the scale it halves: "half a million", "half a dozen"."""
    half = Numeral(at, end, Fraction(1, 2), "fraction", Fraction(1, 2))
    found = _HALF_A.match(text, end) or NEXT_WORD.match(text, end)
    word = found[1].lower() if found is not None else ""
    if found is not None and word in SCALES and not word.endswith("s"):
        scaled = by_scale(half, SCALES[word], found.end())
        return replace(
            scaled, form="words", step=Fraction(SCALES[word], 2) if word != "dozen" else Fraction(1)
        )
    return half
