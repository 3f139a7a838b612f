"""Parts in words: "two-thirds", "two and a half", "a quarter"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from extractor.find.numerals import SCALES, Numeral, by_scale
from extractor.find.word_values import (
    CARDINALS,
    NEXT_AND,
    NEXT_WORD,
    ORDINALS,
    PARTS,
    PLURAL_PARTS,
    TENS,
    Sum,
)


def denominator(text: str, word: str, single: bool, end: int) -> tuple[int, int] | None:
    """Denominator and end of a fraction in words: "thirds", "third" after one, "twenty-fifth"."""
    if word in PLURAL_PARTS and (not single or word == "halves"):
        return PLURAL_PARTS[word], end
    if single and word in PARTS:
        return PARTS[word], end
    if word in TENS:
        following = NEXT_WORD.match(text, end)
        below = following[1].lower() if following is not None else ""
        unit = ORDINALS.get(below if single else below.removesuffix("s"), 0)
        if following is not None and unit < 10 and unit and (single or below.endswith("s")):
            return TENS[word] + unit, following.end()
    return None


def mixed(text: str, number: Numeral) -> Numeral:
    """ "Two and a half", "one million and three quarters", with the scale that may follow."""
    joined = NEXT_AND.match(text, number.end)
    if joined is None or number.form == "fraction":
        return number
    part = part_after_and(text, joined.end(), scaled=number.rounded)
    if part is None:
        return number
    if part.form != "fraction":  # "one billion and a half million"
        fits = number.rounded and part.value < number.step and number.step > 1
        return (
            replace(number, end=part.end, value=number.value + part.value, step=part.step) if fits else number
        )
    unit = number.step if number.rounded else Fraction(1)
    value, step = number.value + part.value * unit, part.step * unit
    if number.rounded:
        return replace(number, end=part.end, value=value, step=step)
    mixed = replace(number, end=part.end, value=value, step=step)
    scale = NEXT_WORD.match(text, mixed.end)
    if scale is not None and scale[1].lower() in SCALES:
        return by_scale(mixed, SCALES[scale[1].lower()], scale.end())
    return replace(mixed, form="fraction")


def part_after_and(text: str, at: int, *, scaled: bool) -> Numeral | None:
    """A fraction after "and", or a smaller number that one scale word measures."""
    first = NEXT_WORD.match(text, at)
    if first is None:
        return None
    word, start = first[1].lower(), first.start(1)
    if word == "half":
        return Numeral(start, first.end(), Fraction(1, 2), "fraction", Fraction(1, 2))
    if word not in CARDINALS and word not in ("a", "one"):
        return None
    part = _simple_part(text, start, first.end(), word, scaled)
    return part if part is not None and (part.form != "fraction" or part.value < 1) else None


def _simple_part(text: str, start: int, end: int, word: str, scaled: bool) -> Numeral | None:
    """ "A half", "three quarters", "fifty-four hundredths"; "a half million" and "two hundred" too."""
    running = Sum()
    running.take("one" if word == "a" else word)
    while (more := NEXT_WORD.match(text, end)) is not None and word != "a" and running.take(more[1].lower()):
        end = more.end()
    value = Fraction(running.value())
    following = NEXT_WORD.match(text, end)
    named = following[1].lower() if following is not None else ""
    part = denominator(text, named, value == 1, following.end()) if following is not None else None
    if part is None:
        return Numeral(start, end, value, "words", Fraction(1)) if word != "a" else None
    fraction = Numeral(start, part[1], value / part[0], "fraction", Fraction(1, part[0]))
    scale = NEXT_WORD.match(text, part[1])
    if scaled and scale is not None and scale[1].lower() in SCALES:
        return by_scale(fraction, SCALES[scale[1].lower()], scale.end())
    return fraction


def one_part(at: int, end: int, parts: int) -> Numeral:
    """One of so many parts: "a third"."""
    return Numeral(at, end, Fraction(1, parts), "fraction", Fraction(1, parts))
