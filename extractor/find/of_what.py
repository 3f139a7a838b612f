"""What a number is a number of: the age, factor, share or unit that stands behind it."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from extractor.find.ages import is_age
from extractor.find.currencies import Currencies
from extractor.find.halves import again
from extractor.find.multiples import is_factor, times_after
from extractor.find.nouns import AGE, RATIO, TIMES, Draft
from extractor.find.numerals import SCALES, Numeral, by_scale
from extractor.find.unit import METRE, Unit
from extractor.find.units import age_after, unit_after
from extractor.lexicon import table
from extractor.regexes import Regex

_BETWEEN = Regex(rf"[ \u00a0\n-](?:{'|'.join(table('units')['between'])})(?=[ \u00a0\n-])", re.IGNORECASE)
#: "20-plus years", "600-odd miles", "20+ hours": the unit stands behind the hedge.
_AND_MORE = Regex(r"(?:[- ](?:plus|odd)|\+)(?=[ \u00a0-])", re.IGNORECASE)
_PLUS_KINDS = ("duration", "measure", "percentage")
#: "12,400 day tickets" are tickets, where "a 30 day notice" is one that lasts so long.
_PLURAL_NEXT = Regex(r"[ ](?!olds?\b)[a-z]{3,}[a-rt-z]s\b")
_ARTICLE = Regex(
    r"\b(?:an?|the|this|that|each|every|its|their|his|her|our|in|for|of|per) (?:\w+ )?$", re.IGNORECASE
)
#: More days than a trip or a notice of days lasts.
_MONTH = 31
#: "Thirty-somethings": people of that age.
_DECADES = range(20, 100, 10)
_SOMETHING = Regex(r"-somethings?\b")
_MAGNITUDE = Regex(r"\bmagnitude(?: of)?(?: about| around)?[ \u00a0]$|\bmeasuring $", re.IGNORECASE)
_MAGNITUDE_AFTER = Regex(r"[- ]magnitude\b|[ ]on the Richter\b")
#: "35.5m meters" counts devices, nobody measures so far.
_THOUSAND = 1000
MAGNITUDE = Unit("measure", "magnitude")
#: "A pass percentage of 93.66": the word stands before the number, and nothing that it counts behind.
_PERCENTAGE_OF = Regex(r"\bpercentage (?:of|is|was) $", re.IGNORECASE)
PERCENTAGE = Unit("percentage", "%")
_OF_A_UNIT = Regex(
    r"[ \u00a0\n](?:(?:of )?(?:an?|one)(?=[ \u00a0-])|of(?=[ ]percentage[ -]points?\b))", re.IGNORECASE
)
_SCALE_LATE = Regex(r"[ \u00a0](million|billion|trillion|crore|lakh)\b")


def with_unit(text: str, start: int, number: Numeral, currencies: Currencies, *, digits: bool) -> Draft:
    """The number with the age, factor or unit that follows it."""
    end = number.end
    if text[end : end + 1] in ("", ".", ",", ";", ")"):
        return _without_unit(text, start, number)
    age = age_after(text, end)
    if age is not None:
        return Draft(start, age[1], number, age[0], pattern="age")
    times = times_after(text, start, number)
    if times is not None:
        return times
    found = unit_after(text, end, digits=digits, currencies=currencies)
    if found is None and (number.form == "fraction" or number.value < 1):
        found = _of_a_unit(text, end, currencies)
    if found is None and number.form == "vague" and text.startswith(" of ", end):
        found = unit_after(text, end + 3, digits=False, currencies=currencies)
    if found is not None and _counts_what_follows(text, start, number, found):
        found = None
    if found is not None and not (found[0] == METRE and number.step >= _THOUSAND):
        return _measured(text, start, number, found)
    return _with_unit_behind(text, start, number, currencies) or _without_unit(text, start, number)


def _counts_what_follows(text: str, start: int, number: Numeral, found: tuple[Unit, int]) -> bool:
    """True for "12,400 day tickets": many, of a word that has no plural, and more plurals behind it."""
    unit, end = found
    if unit.name == "hour" and number.value >= _THOUSAND and number.form == "digits":
        return True  # "31,280 hours of overtime" are added up, nothing lasts so long
    if (
        unit.name not in ("day", "night")
        or number.value <= _MONTH
        or text[number.end : number.end + 1] != " "
    ):
        return False
    alone = text[end - 1] != "s" and _PLURAL_NEXT.match(text, end) is not None
    return alone and _ARTICLE.search(text, max(0, start - 14), start) is None


def _measured(text: str, start: int, number: Numeral, found: tuple[Unit, int]) -> Draft:
    """The number with its unit, and the scale that may follow money: "$5 US million"."""
    unit, stop = found
    scale = _SCALE_LATE.match(text, stop) if unit.kind == "money" and not number.rounded else None
    if scale is not None:
        number, stop = by_scale(number, SCALES[scale[1]], number.end), scale.end()
    return Draft(start, stop, number, unit, pattern=unit.kind)


def _with_unit_behind(text: str, start: int, number: Numeral, currencies: Currencies) -> Draft | None:
    """A number whose unit stands behind another word: "20-plus years", "ten working days"."""
    more, between = _AND_MORE.match(text, number.end), _BETWEEN.match(text, number.end)
    skipped = more or between
    if skipped is None:
        return None
    age = age_after(text, more.end()) if more else None
    if age is not None:
        return Draft(start, number.end, number, age[0], pattern="age", reach=age[1])
    later = unit_after(text, skipped.end(), digits=False, currencies=currencies)
    if later is None or later[0].kind not in (_PLUS_KINDS if more else ("duration", "measure")):
        return None
    reach = later[1] if more else 0
    return Draft(start, number.end, number, later[0], pattern=later[0].kind, reach=reach)


def _of_a_unit(text: str, end: int, currencies: Currencies) -> tuple[Unit, int] | None:
    """ "Half a mile", "three-quarters of an hour", "a quarter of a percentage point"."""
    found = _OF_A_UNIT.match(text, end)
    if found is None:
        return None
    unit = unit_after(text, found.end(), digits=False, currencies=currencies)
    return unit if unit is not None and (unit[0].sure or unit[0].kind == "points") else None


def _without_unit(text: str, start: int, number: Numeral) -> Draft:
    more = again(text, number.end) if number.form == "fraction" else None
    if more is not None:
        number = replace(number, end=more, value=1 + number.value)
        return Draft(start, more, number, TIMES, pattern="multiple")
    if number.form == "fraction" and 0 < number.value < 1:
        return Draft(start, number.end, number, RATIO, pattern="fraction")
    if is_factor(text, start):
        return Draft(start, number.end, number, TIMES, pattern="multiple")
    share = text[number.end : number.end + 1] not in ("-", "–") and 0 < number.value <= 100
    if share and _PERCENTAGE_OF.search(text, max(0, start - 20), start):
        return Draft(start, number.end, number, PERCENTAGE, pattern="percentage")
    if is_age(text, start, number) or (_SOMETHING.match(text, number.end) and number.value in _DECADES):
        return Draft(start, number.end, number, AGE, pattern="age")
    shaken = _MAGNITUDE.search(text, max(0, start - 22), start) or _MAGNITUDE_AFTER.match(text, number.end)
    if number.step == Fraction(1, 10) and shaken:
        return Draft(start, number.end, number, MAGNITUDE, pattern="measure")
    return Draft(start, number.end, number)
