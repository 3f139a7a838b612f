"""How exactly an amount of money is meant: prices to the penny, averages and collections rounded."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from extractor.find.intervals import round_places
from extractor.find.nouns import Draft
from extractor.find.numerals import Numeral
from extractor.lexicon import table
from extractor.regexes import Regex
from extractor.wording import any_of

_PENNY = Fraction(1, 100)
_WORDS = table("money")
_WORKED_OUT = any_of(_WORDS["worked_out"])
_COLLECTED = any_of(_WORDS["collected"])
_SENTENCE = Regex(r"[.!?][”\"]?\s|\n")
#: How far on either side the words are looked for.
_NEAR = 60


def as_paid(text: str, draft: Draft) -> Numeral:
    """The number of an amount: "£5.50" as a price without rounding, "£24,000 was raised" as rounded."""
    number = draft.number
    if number.rounded and number.step == _PENNY and draft.unit.divisor == 1:
        return number if _WORKED_OUT.search(_near(text, draft)) else replace(number, rounded=False)
    step = None if number.rounded or draft.unit.divisor != 1 else round_places(number.value)
    if step is not None and _COLLECTED.search(_near(text, draft)):
        return replace(number, rounded=True, step=step)
    return number


def _near(text: str, draft: Draft) -> str:
    """The words around an amount, as far as its sentence goes."""
    before = text[max(0, draft.start - _NEAR) : draft.start]
    after = text[draft.end : draft.end + _NEAR]
    return _SENTENCE.split(before)[-1] + " " + _SENTENCE.split(after)[0]
