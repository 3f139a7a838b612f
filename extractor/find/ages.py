"""Numbers that are ages by what stands around them: "aged 39", "Ann Lee, 39, said"."""

from __future__ import annotations

import re

from extractor.find.numerals import Numeral
from extractor.lexicon import table

_AGE_BEFORE = frozenset(table("labels")["age_before"])
_AGE_LEAD = re.compile(
    r"([A-Za-z]+)(?: (?:just|only|about|around|between|from|over|under|up to|at least))?[ \u00a0]$"
)
_AGE_THAN = re.compile(r"\b(?:younger|older) than $|\bage of $")
_NAMED = re.compile(r"[A-Z][\w'’.-]*(?:,[ \n](?:both |now |then )?| \()$")
#: "201 from Ontario, 112 from Australia": a place in a list, whose next number counts again.
_LISTED_PLACE = re.compile(r"\b(?:from|of|in|at|for) (?:the )?(?:[A-Z][\w'’.-]* ?)+, $")
_PERSON_OF = re.compile(
    rf"\b(?:{'|'.join(table('labels')['person'])}) of (?:just |only |about |around |over |under )?$"
)
_RETIRED = re.compile(rf"\b(?:{'|'.join(table('labels')['retired'])}) at (?:just |only |about )?$")
_CLAUSE = re.compile(r"[.,;:)](?!\d)|$|[ ](?:and|after|with|from|in|of|while)\b")
_APPOSED = re.compile(r"[,;)]|\.(?=[ \n”\"]|$)| (?:who|of|from|told|said|and (?:his|her))\b")


def is_age(text: str, start: int, number: Numeral) -> bool:
    """ "Aged 39", and "Ann Lee, 39, said" or "Ann Lee (39)"."""
    if number.rounded or not 0 < number.value < 120:
        return False
    if _AGE_THAN.search(text, max(0, start - 20), start):
        return True
    lead = _AGE_LEAD.search(text, max(0, start - 24), start)
    if lead is not None and lead[1].lower() in _AGE_BEFORE:
        return True
    if _PERSON_OF.search(text, max(0, start - 30), start):
        return True
    if _RETIRED.search(text, max(0, start - 34), start) and _CLAUSE.match(text, number.end):
        return True
    apposed = _APPOSED.match(text, number.end)
    if apposed is None or not _NAMED.search(text, max(0, start - 30), start):
        return False
    return apposed[0] not in (" from", " of") or not _LISTED_PLACE.search(text, max(0, start - 40), start)
