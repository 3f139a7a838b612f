"""Years in words, and decades: "nineteen twenty eight", "the seventies", "the 70s"."""

from __future__ import annotations

import re

from extractor.lexicon import table
from extractor.periods import fragments as f
from extractor.periods import readings as r
from extractor.periods.calendar import Point
from extractor.periods.patterns import SHORT_OPENS, Pattern
from extractor.periods.readings import Read
from extractor.regexes import Regex

_THE = Regex(r"\bthe[ -](?:early |late |mid-|mid )?['’‘]?$", re.IGNORECASE)
_MEASURED = Regex(r"\b(?:temperatures?|degrees|highs?|lows?|mercury|reached|ages?|aged)\b", re.IGNORECASE)
_IN = Regex(r"\b(?:in|of|since|until)\s+$", re.IGNORECASE)
#: Where a period of one word ends its phrase: "in the summer, ...", "the winter was".
ENDS_THERE = r"(?=\s*(?:[.,;:!?)]|$)|\s+(?:and|when|after|before|but|to|by|with|for|was|it|he|she|they)\b)"
_CARDINALS: dict[str, int] = {**table("numbers")["cardinals"], **table("numbers")["tens"]}
_ONES = f.either([word for word, n in _CARDINALS.items() if 0 < n < 10])
_TEENS = f.either([word for word, n in _CARDINALS.items() if 10 <= n < 20])
_TENS = f.either([word for word, n in _CARDINALS.items() if 20 <= n < 100])
_BELOW = rf"(?:{_TEENS}|{_TENS}(?:[- ]{_ONES})?)"
_CENTURIES = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}
_DECADES: dict[str, int] = dict(f.WORDS["decades"])


def _is_measured(m: re.Match[str]) -> bool:
    """True for temperatures and ages "in the 70s"."""
    return _MEASURED.search(m.string, max(0, m.start() - 48), m.start()) is not None


def _decade(m: re.Match[str]) -> Read | None:
    return None if _is_measured(m) else _ten_years(m, int(m[1]))


def _decade_in_words(m: re.Match[str]) -> Read | None:
    return None if _is_measured(m) else _ten_years(m, _DECADES[m[1].lower()])


def _decade_of_century(m: re.Match[str]) -> Read | None:
    first = _CENTURIES[m[1].lower()] + _DECADES[m[2].lower()]
    return r.stretch(m, "span", Point(first), Point(first + 9))


def _ten_years(m: re.Match[str], tens: int) -> Read | None:
    if tens < 30:  # of this century or the last
        return r.named(m, "span", f"decade:{tens:02}")
    return r.stretch(m, "span", Point(1900 + tens), Point(1900 + tens + 9))


def _year_in_words(m: re.Match[str]) -> Read | None:
    century = _CENTURIES[m[1].lower()] if m[1] else 2000
    below = sum(_CARDINALS[word] for word in re.split("[- ]", (m[2] or m[3]).lower()))
    return r.stretch(m, "calendar", Point(century + below))


DECADES = (
    Pattern(
        "decade, its century left out",
        SHORT_OPENS,
        Regex(r"([2-9]0)['’]?s\b"),
        _decade,
        ("the 70s", "the 80's"),
        "his 70s",
        _THE,
    ),
    Pattern(
        "decade in words",
        tuple(f.WORDS["decades"]),
        Regex(rf"({f.either(list(f.WORDS['decades']))})\b(?!\s+of\b)", re.IGNORECASE),
        _decade_in_words,
        ("the seventies", "the noughties"),
        "her seventies",
        _THE,
    ),
    Pattern(
        "decade of a century in words",
        tuple(_CENTURIES),
        Regex(rf"(eighteen|nineteen|twenty)[-\s]({f.either(list(f.WORDS['decades']))})\b", re.IGNORECASE),
        _decade_of_century,
        ("nineteen sixties", "twenty-tens"),
        "nineteen sixty",
    ),
    Pattern(
        "year in words",
        ("eighteen", "nineteen", "two"),
        Regex(
            rf"(?:(eighteen|nineteen)[-\s]({_BELOW})|two\s+thousand\s+(?:and\s+)?({_BELOW}|{_ONES})){ENDS_THERE}",
            re.IGNORECASE,
        ),
        _year_in_words,
        ("in nineteen twenty eight", "of two thousand and eighteen"),
        "two thousand and eighteen",
        _IN,
    ),
)
