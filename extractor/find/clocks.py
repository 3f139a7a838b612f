"""Hours told in words: "twenty past nine", "opens at six", "seven in the morning"."""

from __future__ import annotations

import re

from extractor.find.nouns import Outside
from extractor.find.numerals import Numeral
from extractor.find.word_values import CARDINALS
from extractor.lexicon import table
from extractor.regexes import Regex

_HOURS = "|".join(word for word, value in CARDINALS.items() if 1 <= value <= 12)
_PAST = Regex(
    rf"[ ](?:minutes )?(?:past|to) (?:{_HOURS})\b(?![ -](?:people|per|hundred|thousand|million|\w+s\b))", re.I
)
_OF_DAY = Regex(r"[ ](?:in the (?:morning|afternoon|evening)|at night|o['’]clock)\b")
_CUE = Regex(rf"\b(?:{'|'.join(table('labels')['clock_after'])}) (?:\w+ )?(?:at|from|until|till) $")
_THIS_DAY = Regex(
    r"[ ](?:this (?:morning|afternoon|evening)|tonight|in the (?:morning|afternoon|evening)|at night)\b"
)
_FROM = Regex(r"\b(?:at|from|until|till|by|to|before|after|past) $")
_END = Regex(r"[.,;:!?)](?!\d)|$|[ ](?:and|on|in|for|sharp)\b")
#: "It's just gone eight.": past that hour.
_GONE = Regex(r"\b(?:it['’]s|it is|it was|had|just) (?:just )?gone $", re.IGNORECASE)
_HALF_PAST = Regex(r"\b(?:half past|half-past|quarter past|quarter to) $", re.IGNORECASE)
_HOUR = Regex(r"(?:1[0-2]|[1-9])(?!\d|[.,:]\d)")
#: The minutes that people tell before "past".
_MINUTES = (5, 10, 20, 25)


def spoken_clock(text: str, at: int, number: Numeral) -> Outside | None:
    """The hour whose first word is this number, or None."""
    if number.value.denominator != 1:
        return None
    if _HALF_PAST.search(text, max(0, at - 14), at):
        return Outside(at, number.end, "date", "clock time")
    if number.value in _MINUTES:
        past = _PAST.match(text, number.end)
        if past is not None and ("past" in past[0] or text[at - 3 : at] in ("at ", "by ")):
            return Outside(at, past.end(), "date", "clock time")
    if not 1 <= number.value <= 12:
        return None
    of_day = _OF_DAY.match(text, number.end)
    if of_day is not None:
        return Outside(at, of_day.end(), "date", "clock time")
    if _GONE.search(text, max(0, at - 20), at) and _END.match(text, number.end):
        return Outside(at, number.end, "date", "clock time")
    if _CUE.search(text, max(0, at - 40), at) and _END.match(text, number.end):
        return Outside(at, number.end, "date", "clock time")
    return None


def hour(text: str, at: int) -> Outside | None:
    """ "Opens at 9 and closes at 5", "Sundays at 9": an hour in digits, by the words before it."""
    found = _HOUR.match(text, at)
    if found is not None and _THIS_DAY.match(text, found.end()) and _FROM.search(text, max(0, at - 8), at):
        return Outside(at, found.end(), "date", "clock time")
    if found is None or not _CUE.search(text, max(0, at - 40), at) or not _END.match(text, found.end()):
        return None
    return Outside(at, found.end(), "date", "clock time")
