"""Scales that one number lends the one before it: "£26 to £31 million", "fell from 2.7 to 2.3 billion"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from extractor.find.nouns import Draft
from extractor.find.ranges import AND, RANGE, is_between
from extractor.regexes import Regex

CONJUNCTION = (
    r"[ \u00a0\n](?:and|or|to|through|versus|v)[ \u00a0\n](?:just |about |around |then |over |only |nearly |"
    r"almost )?"
)
LISTED = Regex(rf",?{CONJUNCTION}|,[ \u00a0\n]")
#: Numbers from here on lend no scale.
SCALE_CAP = 1000
_DECIMALS = Regex(r"\d[.·](\d+)")
_FROM = Regex(r"\bfrom (?:about |some )?$")
_FALLS = Regex(
    r"\b(?:f[ae]ll\w*|down|dropp\w+|declin\w+|shr[aiu]nk|cut|sl[ia]d|slipp\w+|slump\w*|sank|reduc\w+|dipp\w+|decreas\w+|lower\w*)"
    r"\b[^.;:]*$"
)


def scale_lent(text: str, first: Draft, last: Draft, gap: str) -> tuple[Draft, Draft]:
    """ "Between £26 and £31 million", "10 to 15 million": the scale of the last is that of both."""
    if first.kind != last.kind and not first.bare and not (first.kind == "money" and last.bare):
        return first, last
    scale = _printed_scale(text, last)
    ranging = RANGE.fullmatch(gap) or (AND.fullmatch(gap) and is_between(text, first))
    number = first.number
    decimal = number.rounded and number.step < 1 and LISTED.fullmatch(gap)  # "3.5, 4.2 and 5.1 billion"
    if not (ranging or decimal) or scale < SCALE_CAP or not last.number.rounded or number.value >= SCALE_CAP:
        return first, last
    if last.number.form == "vague" or number.step >= SCALE_CAP:
        return first, last
    if number.value * scale >= last.number.value and not _fell_from(text, first):
        return first, last
    scaled = replace(number, value=number.value * scale, step=number.step * scale, rounded=True)
    return replace(first, number=scaled, maybe=False), last


def _fell_from(text: str, first: Draft) -> bool:
    """True for "fell from 2.7 to 2.3 billion": nothing falls to more; nor is a decimal a count by itself."""
    led = text[max(0, first.start - 60) : first.start]
    return _FROM.search(led) is not None and (first.number.step < 1 or _FALLS.search(led) is not None)


def _printed_scale(text: str, draft: Draft) -> Fraction:
    """The scale of a number as printed: a million for "1.4 million" as for "31 million", 1 for "1.4"."""
    decimals = _DECIMALS.search(text, draft.number.start, draft.number.end)
    places: int = 10 ** (len(decimals[1]) if decimals is not None else 0)
    return draft.number.step * places


__all__ = ["CONJUNCTION", "LISTED", "SCALE_CAP", "scale_lent"]
