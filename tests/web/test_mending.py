"""Corrections laid over claims: what their words come to mean."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.errors import InputError
from extractor.frame import load_model
from extractor.model import Claim, Correction, Slot
from extractor.web.mending import corrected, mended, words_in
from tests.report.marlowe import LOGGED, MAIN, RATE, REVIEW


def put(slot: Slot, words: str, claim: Claim = RATE) -> Claim:
    return corrected(claim, Correction(claim.id, slot, words), REVIEW, MAIN, load_model())


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("calls from tenants", "call"),  # another figure of the text has these words
        ("Calls From Tenants", "call"),
        ("visits to the homes of tenants", "visit"),
        ("children", "child"),
    ],
)
def test_what_is_counted_meets_under_its_noun(words: str, key: str) -> None:
    measure = put("measure", words).measure
    assert measure is not None
    assert (measure.text, measure.key) == (words, key)


def test_words_of_the_sentence_are_found_there() -> None:
    place = put("place", "the national average").place
    assert place is not None
    assert place.span is not None
    assert place.span.of(MAIN.text) == "the national average"
    assert put("place", "Ireland").place != place


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("2018-19", date(2018, 4, 1), date(2019, 3, 31)),
        ("March 2019", date(2019, 3, 1), date(2019, 3, 31)),
        ("the year to March 2019", date(2018, 4, 1), date(2019, 3, 31)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("Between October 2019 and October 2020", date(2019, 10, 1), date(2020, 10, 31)),
        ("last year", date(2019, 1, 1), date(2019, 12, 31)),  # the story came out in 2020
    ],
)
def test_a_period_gets_its_days(words: str, start: date, end: date) -> None:
    period = put("period", words).period
    assert period is not None
    assert (period.text, period.start, period.end) == (words, start, end)


@pytest.mark.parametrize("words", ["the other day or so", "soon", "12"])
def test_words_that_are_no_period_are_refused(words: str) -> None:
    with pytest.raises(InputError, match="no period that can be read"):
        put("period", words)


def test_slots_are_emptied_and_turned() -> None:
    assert put("measure", "", LOGGED).measure is None
    assert put("period", "  ", LOGGED).period is None
    assert put("negated", "yes").negated
    assert not put("negated", "no").negated
    assert words_in(put("negated", "yes"), "negated") == "yes"


def test_a_correction_of_no_claim_does_nothing() -> None:
    assert mended(REVIEW, [Correction("c-none", "measure", "calls")], load_model()) == REVIEW.claims
