"""The day of a dateline is when a story was sent, and dates none of its figures."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extractor.pipeline import review_documents
from extractor.read import document_from_text

DATELINES = [
    "TAVISTOCK, 14 October 2026 – ",
    "NEW YORK, Jan. 5, 2026 (Wire) — ",
    "Mumbai, March 3: ",
    "LAGOS, Nigeria, 2 May 2026 - ",
    "Dublin, Tuesday – ",
]
STORY = "The hospice raised £4.2 million in the year to 31 March.\n\nLegacies brought in £1.9 million."


@pytest.mark.parametrize("dateline", DATELINES)
def test_the_day_of_a_dateline_is_no_time_of_a_figure(dateline: str, nlp: Language) -> None:
    claims = review_documents([document_from_text(dateline + STORY, id="sent")], nlp=nlp).claims
    legacies = next(c for c in claims if c.figure.text == "£1.9 million")
    assert legacies.period is None or "31 March" in legacies.period.text


def test_a_day_in_the_first_sentence_still_is(nlp: Language) -> None:
    text = "Farmers brought 2,846 sheep to Pentre on Tuesday.\n\nThe ring sold 1,120 lambs."
    claims = review_documents([document_from_text(text, id="told")], nlp=nlp).claims
    assert [c.period is not None and "Tuesday" in c.period.text for c in claims] == [True, True]
