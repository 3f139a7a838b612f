"""One number with what touches it: sign, currency, unit, age, "times". The first pass over a text.

A draft has no interval yet: what stands around it may still lend it a unit or make it part of a range.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from extractor.find.clipped import clipped
from extractor.find.currencies import Currencies, currency_before
from extractor.find.names import describes_rooms
from extractor.find.nouns import COUNT, RANK, Draft, Outside, from_outside
from extractor.find.number_words import words_at
from extractor.find.numerals import GLYPHS, Numeral, digits_at, digits_end
from extractor.find.of_what import with_unit
from extractor.find.ones import is_no_length, is_one, is_pronoun, is_zero
from extractor.find.outside import outside_at, words_outside_at
from extractor.find.symbols import is_length
from extractor.find.unit import METRE, Unit
from extractor.find.units import unit_after
from extractor.find.word_values import ORDINALS
from extractor.find.years import is_year
from extractor.regexes import Regex

_SIGNS = {"-": -1, "−": -1, "–": -1, "+": 1}
_MINUS = Regex(r"(?<!plus or )\b(minus|negative)[ -]$", re.IGNORECASE)
_ORDINAL_END = Regex(r"(?:st|nd|rd|th)\b")
_CENTURY = Regex(
    r"[ -](?:centur|hour\b|anniversar|birthday|street|avenue|floor|edition|amendment|district|congress|"
    r"parliament)",
    re.I,
)
_REST_OF_WORD = Regex(r"\w*")
_AND_A_HALF = Regex(
    r"[ \u00a0\n-]and[ \u00a0\n-](?:an?[ \u00a0\n-])?(half|quarter)\b(?! (?:the|of|its|their|his|her)\b)"
)
_RANKED = Regex(
    r"[ -](?:highest|lowest|largest|biggest|smallest|most|least|best|worst|busiest|longest|shortest|"
    r"oldest|youngest|"
    r"richest|poorest|fastest|tallest|cheapest|strongest|deadliest|wettest|hottest|driest|warmest|"
    r"coldest|greatest|leading)\b",
    re.IGNORECASE,
)


def digit_draft(text: str, at: int, currencies: Currencies) -> Draft | None:
    """The figure whose digits begin at the offset; None where they are part of a longer word."""
    apart = outside_at(text, at)
    if apart is not None:
        return from_outside(apart)
    start, pointed = _point_before(text, at)
    sign_start, sign = _sign(text, start)
    currency = currency_before(text, sign_start, currencies)
    if currency is None and text[start - 1 : start] in ("$", "£", "€"):
        currency = currency_before(text, start, currencies)
    number = decimals_at(text, at) if pointed else digits_at(text, at, money=currency is not None)
    if number is None:
        return from_outside(Outside(at, digits_end(text, at), "reference", "code"))
    if sign < 0:
        number = replace(number, value=-number.value)
    return _digit_figure(text, sign_start, number, currency, currencies)


def _point_before(text: str, at: int) -> tuple[int, bool]:
    """Where ".5" begins, if the digits are decimals without a whole."""
    if at and text[at - 1] == "." and (at == 1 or text[at - 2] in " \n($£€-−"):
        return at - 1, True
    return at, False


def decimals_at(text: str, at: int) -> Numeral | None:
    """The number without a whole whose digits begin at the offset, after the point: ".5"."""
    end = digits_end(text, at)
    if end - at > 20:
        return None
    step = Fraction(1, 10 ** (end - at))
    return Numeral(at - 1, end, int(text[at:end]) * step, step=step, rounded=True)


def _sign(text: str, at: int) -> tuple[int, int]:
    """Where the sign stands before the offset, and what it makes of the number."""
    before = text[at - 1 : at]
    if at > 2 and before in _SIGNS and text[at - 2] == " " and text[at - 3].isdigit():
        return at, 1
    if before in _SIGNS and before and (at == 1 or text[at - 2] in " \n(\u00a0[|<>=~≤≥$£€"):
        if before == "–" and at > 1 and text[at - 2] != "(" and not text[at : at + 8].rstrip().endswith("%"):
            return at, 1
        return at - 1, _SIGNS[before]
    found = _MINUS.search(text, max(0, at - 10), at) if before in (" ", "-") else None
    if found is not None:
        return found.start(), -1
    money = text[at - 2 : at - 1]
    if before in ("£", "$", "€") and money in ("-", "−") and (at == 2 or text[at - 3] in " \n("):
        return at, -1
    return at, 1


def _digit_figure(
    text: str, start: int, number: Numeral, currency: tuple[Unit, int] | None, currencies: Currencies
) -> Draft:
    if currency is not None:
        unit, start = currency
        if text[start - 1 : start] in ("-", "−") and number.value < 0:
            start -= 1
        after = unit_after(text, number.end, digits=True, currencies=currencies)
        named = after is not None and after[0].kind == "money" and text[after[1] - 1].isalpha()
        end = after[1] if after is not None and named and after[0].divisor == 1 else number.end
        return Draft(start, end, number, unit, pattern="money")
    short = clipped(text, start, number)
    if short is not None:
        return short
    if number.suffix == "m" and _is_metre(text, number):
        number = replace(
            number,
            value=number.value / 10**6,
            step=number.step / 10**6,
            suffix="",
            rounded=number.step < 10**6,
        )
        return Draft(start, number.end, number, METRE, pattern="measure")
    if currency is None and describes_rooms(text, number):
        return from_outside(Outside(start, number.end, "reference", "name with a number"))
    ordinal = _ORDINAL_END.match(text, number.end)
    if ordinal is not None:
        return _ordinal(text, start, number, ordinal.end())
    if (
        is_year(text, start, number)
        and unit_after(text, number.end, digits=True, currencies=currencies) is None
    ):
        return from_outside(Outside(start, number.end, "date", "period"))
    draft = with_unit(text, start, number, currencies, digits=True)
    if draft.unit == COUNT and text[number.end : number.end + 1].isalpha():
        return from_outside(Outside(start, _word_end(text, number.end), "reference", "name with a number"))
    return draft


def _word_end(text: str, at: int) -> int:
    found = _REST_OF_WORD.match(text, at)
    return found.end() if found is not None else at


def _is_metre(text: str, number: Numeral) -> bool:
    if is_length(text, number.start):
        return True
    found = unit_after(text, number.end - 1, digits=True, currencies=Currencies("USD", "USD", pounds=False))
    return found is not None and found[0] == METRE


def _ordinal(text: str, start: int, number: Numeral, end: int) -> Draft:
    if _CENTURY.match(text, end):
        return from_outside(Outside(start, end, "reference", "label"))
    return Draft(start, end, replace(number, end=end, form="ordinal"), RANK, pattern="rank")


def word_draft(text: str, at: int, word: str, currencies: Currencies) -> Draft | None:
    """The figure whose words begin at the offset, or None; `word` is the first in lower case."""
    if at and (
        text[at - 1].isalnum() or text[at - 1] in "_@#" or (text[at - 1] == "-" and word in ("a", "an"))
    ):
        return None
    if word in ORDINALS and _RANKED.match(text, at + len(word)):
        ordinal = Numeral(at, at + len(word), Fraction(ORDINALS[word]), "ordinal")
        return Draft(at, ordinal.end, ordinal, RANK, pattern="rank")
    number = words_at(text, at)
    if number is None:
        return _article(text, at, word, currencies) if word in ("a", "an") else None
    if text[number.end : number.end + 1].isdigit():
        return None  # "Twenty20"
    if number.form == "ordinal":
        ranked = _RANKED.match(text, number.end)
        return Draft(at, number.end, number, RANK, pattern="rank") if ranked is not None else None
    apart = words_outside_at(text, at, number) if number.form == "words" else None
    return from_outside(apart) if apart is not None else _word_figure(text, at, word, number, currencies)


def _word_figure(text: str, at: int, word: str, number: Numeral, currencies: Currencies) -> Draft | None:
    start = at
    minus = _MINUS.search(text, max(0, at - 10), at)
    if minus is not None:
        start, number = minus.start(), replace(number, value=-number.value)
    if number.value == 0 and text[number.end : number.end + 1] == "-":
        return None  # "a zero-hours contract"
    draft = with_unit(text, start, number, currencies, digits=False)
    if word == "one" and number.value == 1 and is_no_length(text, at, number.end):
        return None
    if word == "one" and number.value == 1 and draft.unit == COUNT:
        if is_pronoun(text, at, number.end):
            return None
        return replace(draft, maybe=not is_one(text, at, number.end))
    if draft.unit == COUNT and number.value == 0:
        return replace(draft, maybe=not is_zero(text, at, number.end))
    return draft


def _article(text: str, at: int, word: str, currencies: Currencies) -> Draft | None:
    """ "A week", "an hour": one of its unit, if a hedge stands before it or "and a half" behind."""
    found = unit_after(text, at + len(word), digits=False, currencies=currencies)
    if (
        found is None
        or found[0].kind not in ("duration", "measure", "percentage", "points", "money")
        or not found[0].sure
        or found[0].name == "bit"  # "a bit more"
    ):
        return None
    more = _AND_A_HALF.match(text, found[1])
    if more is not None:
        part = Fraction(1, 2 if more[1] == "half" else 4)
        number = Numeral(at, more.end(), 1 + part, "fraction", part)
        return Draft(at, more.end(), number, found[0], pattern=found[0].kind)
    one = Numeral(at, at + len(word), Fraction(1), "words")
    return Draft(at, found[1], one, found[0], maybe=True, pattern=found[0].kind)


def glyph_draft(text: str, at: int, currencies: Currencies) -> Draft | None:
    """A fraction as one character, "¾"."""
    value = GLYPHS[text[at]]
    number = Numeral(at, at + 1, value, "fraction", Fraction(1, value.denominator))
    return with_unit(text, at, number, currencies, digits=True)
