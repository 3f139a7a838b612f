"""Figures of which the text itself says that they do not belong side by side."""

from __future__ import annotations

import pytest

from extractor.pipeline import review_documents
from extractor.read import document_from_text

WARNED = [
    (
        "The register has 9,430 landlords. The survey counted 31,150 of them. The two figures do not "
        "measure the same thing."
    ),
    (
        "Crime fell to 4,100 offences last year from 5,300 in 2018, but police say that the way of "
        "recording changed in between, so the figures are not directly comparable."
    ),
    (
        "Sales came to £84 million in the 53 weeks and £75 million in the 52 weeks before; a like- "
        "for-like comparison is not possible."
    ),
    (
        "The board puts it at 12 per cent and the union at 30 per cent, but they are measured on a "
        "different basis."
    ),
    ("Wind's share of all energy was 7.5 per cent, not to be confused with its 37 per cent of electricity."),
    (
        "There were 640 cases by the new definition. Under the old one there had been 410, and the "
        "two should not be compared."
    ),
    (
        "Some 2,300 patients waited in June, against 1,900 in 2019, although there was a break in the "
        "series in 2021."
    ),
    (
        "The census found 41,000 people and the electoral roll 29,000, but it makes no sense to "
        "compare the two."
    ),
    ("Ministers say 62 per cent are covered and doctors say 48 per cent; the two count in different ways."),
    (
        "The club had 14,200 members in May. A year ago it had 12,900, but that included juniors, so "
        "no comparison can be made."
    ),
    "The 2023 figure of 512 is on another basis than the 478 of 2022.",
    (
        "The mayor's 5,200 homes are planning consents and the agency's 2,900 are completions, so "
        "they cannot be set side by side."
    ),
]
FREE = [
    "The two grants, of £4,000 and £9,000, can be compared on the charity's website.",
    "The coach, with 12 wins from 40 games, said that she should not be confused with a magician.",
    "Nobody compared the 340 letters with the 212 emails.",
    "The two keepers, who are 21 and 34 years old, are not comparable, he said.",
    "Sales rose to 640 from 512. There was a break in the fence, and 30 sheep got out.",
    "The firm counted 41 faults in different ways of packing, 9 per cent of all.",
]


def caveats(text: str) -> int:
    findings = review_documents([document_from_text(text, id="warned")]).findings
    assert all(f.verdict != "mismatch" for f in findings)
    return sum(f.verdict == "not_comparable" for f in findings)


@pytest.mark.parametrize("text", WARNED)
def test_a_warning_of_the_text_is_a_caveat_on_its_figures(text: str) -> None:
    assert caveats(text) == 1


@pytest.mark.parametrize("text", FREE)
def test_other_words_of_comparing_warn_of_nothing(text: str) -> None:
    assert caveats(text) == 0
