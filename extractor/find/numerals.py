"""A number as printed, in digits, in words or in both, whatever it counts.

Ambiguities settled here:

- "1,234" groups thousands, "1.234" is a decimal; "1,84,800" is Indian grouping; "2,4000,000" is one number
  with a slip in its grouping, named malformed; "5,6" is two numbers.
- "10 000" is one number, "18 330" two, unless money or a second group follows, or the
  text groups so throughout.
- More than forty digits in a row are no quantity.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from extractor.lexicon import table
from extractor.regexes import Regex

Form = Literal["digits", "words", "fraction", "ordinal", "vague"]

_WORDS = table("numbers")
SCALES: dict[str, int] = dict(_WORDS["scales"])
SUFFIXES: dict[str, int] = dict(_WORDS["suffixes"])
GLYPHS = {glyph: Fraction(a, b) for glyph, (a, b) in _WORDS["glyphs"].items()}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in print: where it stands, what it is, and how finely it is printed."""

    start: int
    end: int
    value: Fraction
    form: Form = "digits"
    #: The step of the last printed digit, scale included: 1/10 for "56.9", 100 000 for "5.2m".
    step: Fraction = Fraction(1)
    #: True where a scale word, a suffix or decimals show that the number is rounded: "5m", "3.98".
    rounded: bool = False
    #: True where digits are grouped as no custom groups them.
    malformed: bool = False
    #: The suffix that touches the digits: "m" of "5m".
    suffix: str = ""

    def printed(self) -> Decimal:
        """The value as a decimal, with the trailing zeros of the print; fractions to six places."""
        if self.step < 1 and self.form != "fraction":
            places = len(str(self.step.denominator)) - 1  # a step below one is a power of ten
            return Decimal(int(self.value * self.step.denominator)).scaleb(-places)
        if self.value.denominator == 1:
            return Decimal(self.value.numerator)
        return round(Decimal(self.value.numerator) / self.value.denominator, 6)


_CHAIN = Regex(r"\d{1,40}(?:[,\u2009\u202f\u00a0]\d{1,12}){0,12}(?!\d)")
_LONG = Regex(r"\d+")
_SPACED = Regex(r"\d{1,3}(?: \d{3}){1,6}(?![\d]|[.,]\d|[-–/]\d)")
#: What shows that a text groups by spaces: a sum or noughts, "R12 500", "40 000"; or two that may be.
_SURELY_SPACED = Regex(r"(?:[R€£$]|kr )\d{1,3}(?: \d{3})+(?![\d]|[.,]\d)|(?<![\d.,])\d{1,3} 000(?!\d)")
_MAYBE_SPACED = Regex(r"(?<![\d.,] )(?<![\d.,])\b\d{1,3} \d{3}(?= [a-z])")
_COMMAS = Regex(r"\d,\d{3}(?!\d)")
_DECIMALS = Regex(r"[.·]\d{1,30}(?!\d)")
_GROUP_MARK = Regex(r"[,\u2009\u202f\u00a0]")
_SLASH = Regex(r"[/⁄](\d{1,3})(?![\d/]|[.,]\d)")
_MIXED = Regex(r"(?:[ ]{1,2}|-|\u2009|\u00a0| and )(\d{1,2})[/⁄](\d{1,3})(?![\d/])")
_GLYPH = Regex(rf"[ \u2009]?([{''.join(GLYPHS)}])")
_POWER = Regex(r"[eE]([+−-]?\d{1,2})(?![\w.])|[ ]?[x×][ ]?10\^?([+−-]?\d{1,2})(?![\d.])")
_CARET = Regex(r"\^([+-]{0,2}\d{1,2})(?!\d)")
_AND_A_HALF = Regex(r"[ -]and[ -](?:a|one)[ -](half|third|quarter)\b", re.IGNORECASE)
_SCALE = Regex(rf"(?:[ \u00a0\u202f]\n?|\n|-\n?)({'|'.join(SCALES)})\b", re.IGNORECASE)
_BELOW = Regex(r"[ ](?:and )?(\d{1,2})(?![\d,.%])( hundred\b)?")
_SUFFIX = Regex(rf"({'|'.join(sorted(SUFFIXES, key=len, reverse=True))})(?![A-Za-z0-9²³/])")
_SPACE_SUFFIX = Regex(r"[ \u00a0]{1,2}(bn|Bn|bln|mn|mln|tn|tln|trn|cr|Cr|k|M|MM|m|b)(?![A-Za-z0-9²³/'’])")
#: Denominators that people print with a slash.
_DENOMINATORS = {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100}
#: What scale words, suffixes and "and a half" begin with, after a space or a dash.
_SCALE_STARTS = frozenset("htlmcbqdak\n \u00a0")
_SIMPLE = {"half": Fraction(1, 2), "third": Fraction(1, 3), "quarter": Fraction(1, 4)}


def digits_at(text: str, at: int, *, money: bool = False) -> Numeral | None:
    """The number in digits that starts at the offset; None where the digits are no quantity.

    `money` says that a currency sign stands before it, so that "£10 500" and "£5 m" are read whole.
    """
    whole = _whole(text, at, money)
    if whole is None:
        return None
    number = _decimals(text, whole)
    if number is None:
        return None
    raised = _CARET.match(text, number.end)
    if raised is not None and (number.value or "-" not in raised[1]):
        return _raised(number, int(raised[1].replace("--", "-")), raised.end())
    power = _POWER.match(text, number.end)
    if power is not None:
        return _to_power(number, power)
    return _scaled(text, _fraction(text, number), money)


def digits_end(text: str, at: int) -> int:
    """Where the digits end that start at the offset, however many there are."""
    found = _LONG.match(text, at)
    return found.end() if found is not None else at


def _whole(text: str, at: int, money: bool) -> Numeral | None:
    chain = _CHAIN.match(text, at)
    if chain is None:
        return None
    printed = chain[0]
    if len(printed) <= 3:
        spaced = _SPACED.match(text, at)
        if spaced is not None and (money or _is_grouped(text, spaced[0])):
            return Numeral(at, spaced.end(), Fraction(int(spaced[0].replace(" ", ""))))
    if printed.isdigit():
        return Numeral(at, chain.end(), Fraction(int(printed)))
    return _grouped(at, _GROUP_MARK.split(printed))


def _is_grouped(text: str, spaced: str) -> bool:
    """True if digits with spaces between them are one number, by themselves or by the habit of their text."""
    return spaced.endswith("000") or spaced.count(" ") > 1 or _groups_by_spaces(text)


@lru_cache(maxsize=2)
def _groups_by_spaces(text: str) -> bool:
    if _COMMAS.search(text) is not None:
        return False
    return _SURELY_SPACED.search(text) is not None or len(_MAYBE_SPACED.findall(text)) > 1


def _grouped(at: int, groups: list[str]) -> Numeral:
    first, *rest = groups
    end = at + sum(map(len, groups)) + len(rest)
    whole = Fraction(int("".join(groups)))
    if len(first) <= 3 and all(len(g) == 3 for g in rest):
        return Numeral(at, end, whole)
    if len(first) <= 3 and len(rest[-1]) == 3 and all(len(g) == 2 for g in rest[:-1]):
        return Numeral(at, end, whole)
    if len(first) <= 3 and any(len(g) == 3 for g in rest) and all(len(g) >= 2 for g in rest):
        return Numeral(at, end, whole, malformed=True)
    return Numeral(at, at + len(first), Fraction(int(first)))


def _decimals(text: str, number: Numeral) -> Numeral | None:
    """The number with its decimals; None for "1.2.3", which is a version or an address."""
    found = _DECIMALS.match(text, number.end)
    if found is None:
        return number
    if text[found.end() : found.end() + 1] == "." and text[found.end() + 1 : found.end() + 2].isdigit():
        return None
    step = Fraction(1, 10 ** (len(found[0]) - 1))
    value = number.value + int(found[0][1:]) * step
    return replace(number, end=found.end(), value=value, step=step, rounded=True)


def _raised(number: Numeral, exponent: int, end: int) -> Numeral:
    """ "2.5^-1"; beyond what anybody prints, the power is left off."""
    if abs(number.value) >= 10**6 or number.step < Fraction(1, 10**6):
        return number
    return replace(number, end=end, value=number.value**exponent, form="fraction", step=Fraction(1))


def _to_power(number: Numeral, power: re.Match[str]) -> Numeral:
    """ "1.3e6", "2.48×10−5", "1.3 x 10^6"."""
    factor = Fraction(10) ** int((power[1] or power[2]).replace("−", "-"))
    value, step = number.value * factor, number.step * factor
    return replace(number, end=power.end(), value=value, step=step, rounded=True)


def _fraction(text: str, number: Numeral) -> Numeral:
    """The number with a fraction in digits or as one character: "2½", "2 1/2", "3/4"."""
    if number.rounded:
        return number
    after = text[number.end : number.end + 2]
    if not after or after[0].isalpha():
        return number
    if after[0] in "/⁄":
        slash = _SLASH.match(text, number.end)
        if slash is not None and _is_fraction(
            number.value, int(slash[1]), text[slash.end() : slash.end() + 4]
        ):
            return _as_fraction(number, slash.end(), number.value / int(slash[1]))
        return number
    mixed = _MIXED.match(text, number.end)
    if mixed is not None and _is_fraction(Fraction(int(mixed[1])), int(mixed[2])):
        return _as_fraction(number, mixed.end(), number.value + Fraction(int(mixed[1]), int(mixed[2])))
    glyph = _GLYPH.match(text, number.end)
    if glyph is not None:
        return _as_fraction(number, glyph.end(), number.value + GLYPHS[glyph[1]])
    return number


def _is_fraction(part: Fraction, whole: int, after: str = "") -> bool:
    """True for a fraction that people print; any one with "of" behind it."""
    return 0 < part < whole and (whole in _DENOMINATORS or (part == 1 and after == " of "))


def _as_fraction(number: Numeral, end: int, value: Fraction) -> Numeral:
    return replace(number, end=end, value=value, form="fraction", step=Fraction(1, value.denominator))


def _scaled(text: str, number: Numeral, money: bool) -> Numeral:
    following = text[number.end : number.end + 2].lower()
    if not following or (not following[0].isalpha() and following[-1] not in _SCALE_STARTS):
        return number
    found = _SUFFIX.match(text, number.end)
    if found is None:
        found = _SPACE_SUFFIX.match(text, number.end)
        if found is not None and not money and found[1] in {"m", "b", "k"} and not number.rounded:
            found = None
    if found is not None:
        return by_scale(number, SUFFIXES[found[1]], found.end(), suffix=found[1])
    return scaled_by_words(text, number)


def scaled_by_words(text: str, number: Numeral) -> Numeral:
    """The number with the scale words and "and a half" that follow: "5 million", "3 hundred thousand"."""
    for _ in range(3):
        found = _SCALE.match(text, number.end)
        if found is None:
            break
        number = _and_more(text, by_scale(number, SCALES[found[1].lower()], found.end()))
    half = _AND_A_HALF.match(text, number.end)
    if half is None or number.form == "fraction":
        return number
    part = _SIMPLE[half[1].lower()]
    whole = replace(
        number, end=half.end(), value=number.value + part * (number.step if number.rounded else 1)
    )
    more = _SCALE.match(text, half.end())
    if more is not None and not number.rounded:
        return by_scale(replace(whole, step=part), SCALES[more[1].lower()], more.end())
    return replace(whole, form="fraction" if not number.rounded else number.form, step=number.step * part)


def _and_more(text: str, number: Numeral) -> Numeral:
    """ "3 hundred and 21", "4 thousand 3 hundred": what is less than a thousand joins the hundreds."""
    found = _BELOW.match(text, number.end)
    if found is None or number.form != "digits" or number.step not in (100, 1000):
        return number
    more = int(found[1]) * (100 if found[2] else 1)
    if not 0 < more < number.step or (number.step == 1000) != bool(found[2]):
        return number
    step = Fraction(100 if found[2] else 1)
    joined = replace(number, end=found.end(), value=number.value + more, step=step, rounded=step > 1)
    return _and_more(text, joined)


def by_scale(number: Numeral, scale: int, end: int, suffix: str = "") -> Numeral:
    """The number times a scale that is printed up to `end`."""
    form: Form = "digits" if number.form == "fraction" else number.form
    exact_dozen = scale == 12
    return replace(
        number,
        end=end,
        value=number.value * scale,
        step=Fraction(1) if exact_dozen else number.step * scale,
        form=form,
        rounded=number.rounded or not exact_dozen,
        suffix=suffix,
    )
