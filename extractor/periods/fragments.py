"""Pieces of the period patterns, made from the word list `extractor/data/periods.toml`."""

from __future__ import annotations

import re
from datetime import date

from extractor.lexicon import table
from extractor.regexes import Regex

WORDS = table("periods")


def either(words: list[str]) -> str:
    """An alternation of literal words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


#: Lower-case month name or abbreviation → 1 to 12.
MONTH_NUMBER: dict[str, int] = {
    **{name.lower(): i for i, name in enumerate(WORDS["months"], 1)},
    **{name.lower(): i for name, i in WORDS["short_months"].items()},
}
#: A month printed in full, with a capital or in capitals.
FULL_MONTH = either([*WORDS["months"], *map(str.upper, WORDS["months"])])
SHORT_MONTH = either([*WORDS["short_months"], *map(str.upper, WORDS["short_months"])])
MONTH = rf"(?:{FULL_MONTH}\b|{SHORT_MONTH}\b\.?)"
WEEKDAY = either(WORDS["weekdays"])
SEASON = either(WORDS["seasons"])
NUMBER = rf"(?:\d{{1,3}}|{either(list(WORDS['numbers']))})"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]|20)\d\d"
DASH = "[-–—]"
#: A year of a calendar that does not start in January; "year" alone is none of them.
OTHER_YEAR = r"(?:financial|fiscal|tax|academic|school)\s+year"
UNIT = (
    rf"(?:{OTHER_YEAR}|calendar year|year|quarter|month|fortnight|weekend|week|day|night"
    r"|decade|century|season|term)"
)
#: What may stand between two ends of a stretch.
TO = rf"(?:\s?{DASH}\s?|\s+(?:to|until|till|through|up to)\s+)"

#: Stand for the first word of what starts with digits: one to three of them, or four.
SHORT_DIGITS = "#"
LONG_DIGITS = "####"

_DIGITS = Regex(r"\d+")


def number(word: str) -> int:
    """The number that digits or a number word print: "two", "12"."""
    value: int = WORDS["numbers"].get(word.lower()) or int(word)
    return value


def month(word: str) -> int:
    """The month, 1 to 12, that a name or an abbreviation prints."""
    return MONTH_NUMBER[word.rstrip(".").lower()]


def day(word: str) -> int:
    """The day of "31st"."""
    found = _DIGITS.match(word)
    assert found is not None
    return int(found[0])


def year(word: str | None) -> int | None:
    """The year of "2019", None where the print has none."""
    return int(word) if word else None


def unit(word: str) -> str:
    """The unit of time as the keys spell it: "financial" for "financial year", "day" for "night"."""
    first = word.lower().split()[0]
    return {"night": "day", "calendar": "year", "school": "academic", "tax": "financial"}.get(first, first)


def real_date(y: int, m: int, d: int) -> bool:
    """False for a day that no calendar has."""
    try:
        date(y, m, d)
    except ValueError:
        return False
    return True
