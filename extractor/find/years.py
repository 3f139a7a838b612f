"""Four digits that are a year and not a count, though nothing around them is a date."""

from __future__ import annotations

from functools import lru_cache

from extractor.find.nouns import LAST_WORD
from extractor.find.numerals import Numeral
from extractor.lexicon import table
from extractor.regexes import Regex

#: Words before four digits that make them a year: "in 2019", "the 2020 campaigns".
_YEAR_AFTER = frozenset(table("numbers")["year_after"])
#: Words before four digits that make them a count in a text without commas: "were 1876 of them".
_COUNT_AFTER = frozenset(table("numbers")["count_after"])
#: What follows four digits that count or measure: a plural, a unit, "of them", another number.
_COUNTS = Regex(
    r"[ \u00a0\n-](?:[a-z]+[ -])?(?:[a-z-]*[a-rt-z]s|people|men|women|children|staff|of|more|fewer|less|"
    r"per|a|out|new)\b"
)

#: What recent years do not stand before as names do: "2016 people", against "the 2016 contenders".
_PEOPLE = Regex(
    r"[ \u00a0\n-](?:[a-z]+[ -])?(?:people|men|women|children|votes|of|more|fewer|less|per|cases)\b"
)
#: "Since at least 1895", "in roughly 1880", "in 1469.": a time that a preposition points at.
_SINCE = Regex(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]efore) (?:(?:at least|about|around|roughly|approximately|circa|"
    r"as early as|as late as|early|late) )?$"
)
_BY = Regex(r"\bby $")
_CLAUSE = Regex(r"[.,;:)](?!\d)|$|\n|[ ](?:and|when|to|but|or|as|by|with|the|a|at|for)\b")
_GROUPED = Regex(r"\d,\d{3}(?!\d)")
#: The years of which news tells: four digits that are among them are no count where counts have commas.
_NEWS = range(1990, 2036)


@lru_cache(maxsize=2)
def _groups_thousands(text: str) -> bool:
    """True if the text prints its thousands with a comma."""
    return _GROUPED.search(text) is not None


def is_year(text: str, at: int, number: Numeral) -> bool:
    """ "The 2020 campaigns", "an 1876 law": four digits without a comma where no count could stand."""
    if number.end - at != 4 or number.rounded or number.value.denominator != 1:
        return False
    if _is_pointed_at(text, at, number):
        return True
    return 1700 <= number.value < 2100 and _stands_alone(text, at, number)


def _is_pointed_at(text: str, at: int, number: Numeral) -> bool:
    """True for "in 1469.", "since at least 1988", "by 2100": no count could follow the preposition there."""
    if not 1000 <= number.value <= 2100 or not _CLAUSE.match(text, number.end):
        return False
    lead = _SINCE if number.value < _NEWS.stop else _BY
    return lead.search(text, max(0, at - 26), at) is not None


def _stands_alone(text: str, at: int, number: Numeral) -> bool:
    if number.value in _NEWS and not _PEOPLE.match(text, number.end) and _groups_thousands(text):
        return True
    before = LAST_WORD.search(text, max(0, at - 14), at)
    word = before[1].lower() if before is not None else ""
    if word in _YEAR_AFTER and number.value >= 1900:
        return True
    if number.value % 100 == 0 or word in _COUNT_AFTER:
        return False
    if word == "for" or not _COUNTS.match(text, number.end):
        return True
    return 1990 <= number.value < 2040 and not _PEOPLE.match(text, number.end)
