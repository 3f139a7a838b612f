"""Quantities clipped to single letters and marks: "2h 5m 12s", "3.4s", "6'2"", a "10k run", "16st"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from extractor.find.nouns import Draft
from extractor.find.numerals import Numeral
from extractor.find.unit import Unit
from extractor.regexes import Regex

_HOURS = Regex(r"(\d{1,3})h[ ]?(\d{1,2})m(?:ins?)?(?:[ ]?(\d{1,2}(?:\.\d+)?)s(?:ecs?)?)?(?![\w²³/])")
_MINUTES = Regex(r"(\d{1,3})m[ ]?(\d{1,2}(?:\.\d+)?)s(?:ecs?)?(?![\w/])")
_SECONDS = Regex(r"\d{1,3}\.\d{1,3}[ ]?s(?![\w'’])")
_HEIGHT = Regex(r"([3-8])['’′][ ]?(1[01]|\d)(?:[\"”″]|(?=[ ,.;]))")
_RUN = Regex(r"[kK][ ](?:runs?|races?|walks?|fun run|course|trail|swim|time[ -]trial|road race)\b")
_STONE = Regex(r"\d{1,2}st\b(?![ ][A-Z])")


def clipped(text: str, start: int, number: Numeral) -> Draft | None:
    """The figure that begins at the number, where a clipped unit follows it, or None."""
    return _time(text, start, number) or _length(text, start, number) or _stone(text, start, number)


def _time(text: str, start: int, number: Numeral) -> Draft | None:
    seconds = _SECONDS.match(text, number.start)
    if seconds is not None:
        return Draft(start, seconds.end(), number, Unit("duration", "second"), pattern="duration")
    hours = _HOURS.match(text, number.start)
    if hours is not None:
        value = int(hours[1]) + Fraction(int(hours[2]), 60) + Fraction(hours[3] or 0) / 3600
        return _made(start, hours.end(), number, value, Unit("duration", "hour"))
    minutes = _MINUTES.match(text, number.start)
    if minutes is None:
        return None
    value = int(minutes[1]) + Fraction(minutes[2]) / 60
    return _made(start, minutes.end(), number, value, Unit("duration", "minute"))


def _length(text: str, start: int, number: Numeral) -> Draft | None:
    height = _HEIGHT.match(text, number.start)
    if height is not None:
        value = int(height[1]) + Fraction(int(height[2]), 12)
        return _made(start, height.end(), number, value, Unit("measure", "foot"))
    if number.suffix in ("k", "K") and _RUN.match(text, number.end - 1):
        bare = replace(number, value=number.value / 1000, step=number.step / 1000, suffix="", rounded=False)
        return Draft(start, number.end, bare, Unit("measure", "kilometer"), pattern="measure")
    return None


def _stone(text: str, start: int, number: Numeral) -> Draft | None:
    """ "16st", but not "21st", which is a place in an order."""
    stone = _STONE.match(text, number.start)
    if stone is None or (number.value % 10 == 1 and number.value != 11):
        return None
    return Draft(start, stone.end(), number, Unit("measure", "stone"), pattern="measure")


def _made(start: int, end: int, number: Numeral, value: Fraction, unit: Unit) -> Draft:
    whole = replace(
        number, end=end, value=value, form="fraction", step=Fraction(1, value.denominator), suffix=""
    )
    return Draft(start, end, whole, unit, pattern=unit.kind)
