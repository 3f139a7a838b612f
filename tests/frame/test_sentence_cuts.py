"""A sentence never ends inside a figure, whatever the parser makes of capitals."""

from __future__ import annotations

import pytest

from extractor.pipeline import review_documents
from extractor.read import document_from_text

TITLED = (
    "Hostels, He Said, In Three Instalments. Ashdown Was The Day'S Biggest Faller By A Long Way. "
    "It Said That It Would Complete Between 9,400 And 9,600 Homes This Year And Not The 10,200 Or So "
    "That It Had Promised In May. Its Shares Fell."
)


@pytest.mark.parametrize("text", [TITLED, TITLED.replace("9,400 And 9,600", "Four And Five Hundred")])
def test_each_figure_lies_in_its_sentence(text: str) -> None:
    claims = review_documents([document_from_text(text, id="titled")]).claims
    assert claims
    assert all(c.sentence.contains(c.figure.span) for c in claims)


def test_spaces_between_of_and_its_figure_are_no_words() -> None:
    claims = review_documents([document_from_text("Of  41 shots, 12 went in.", id="spaced")]).claims
    assert [c.figure.text for c in claims] == ["41", "12"]


@pytest.mark.parametrize(
    "text",
    [
        "The Tahuna District Council pays its clerk $412,000, eight times the $51,500 earned by a lifeguard.",
        "The Bellport Water Board spent £86,000, twice the £43,000 of last year, on bottled water.",
    ],
)
def test_no_sentence_ends_at_a_comma(text: str) -> None:
    claims = review_documents([document_from_text(text, id="paid")]).claims
    assert len(claims) > 2
    assert len({c.sentence for c in claims}) == 1
