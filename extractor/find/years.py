"""Four digits that are a year and not a count, though nothing around them is a date."""

from __future__ import annotations

import re

from extractor.find.nouns import LAST_WORD
from extractor.find.numerals import Numeral
from extractor.lexicon import table

#: Words before four digits that make them a year: "in 2019", "the 2020 campaigns".
_YEAR_AFTER = frozenset(table("numbers")["year_after"])
#: Words before four digits that make them a count in a text without commas: "were 1876 of them".
_COUNT_AFTER = frozenset(table("numbers")["count_after"])
#: What follows four digits that count or measure: a plural, a unit, "of them", another number.
_COUNTS = re.compile(
    r"[ \u00a0\n-](?:[a-z]+[ -])?(?:[a-z-]*[a-rt-z]s|people|men|women|children|staff|of|more|fewer|less|"
    r"per|a|out|new)\b"
)

#: What recent years do not stand before as names do: "2016 people", against "the 2016 contenders".
_PEOPLE = re.compile(
    r"[ \u00a0\n-](?:[a-z]+[ -])?(?:people|men|women|children|votes|of|more|fewer|less|per|cases)\b"
)


def is_year(text: str, at: int, number: Numeral) -> bool:
    """ "The 2020 campaigns", "an 1876 law": four digits without a comma where no count could stand."""
    if number.end - at != 4 or number.rounded or not 1700 <= number.value < 2100:
        return False
    before = LAST_WORD.search(text, max(0, at - 14), at)
    word = before[1].lower() if before is not None else ""
    if word in _YEAR_AFTER and number.value >= 1900:
        return True
    if number.value % 100 == 0 or word in _COUNT_AFTER:
        return False
    if word == "for" or not _COUNTS.match(text, number.end):
        return True
    return 1990 <= number.value < 2040 and not _PEOPLE.match(text, number.end)
