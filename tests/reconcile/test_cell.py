"""A table against the prose about it: swapped digits are questioned, other figures of the row are not."""

from __future__ import annotations

import pytest

from extractor.pipeline import review_documents
from extractor.read import document_from_text

TABLE = "Report of the dairy society\n\nRoute | Members\nGatura | 412\nRuiri | 218\nSagana | 355\n\n"


def questioned(prose: str) -> list[tuple[str, str | None]]:
    review = review_documents([document_from_text(TABLE + prose, id="report")])
    same = [f for f in review.findings if f.relation.kind == "same" and f.verdict == "mismatch"]
    return [(f.relation.claims()[0].figure.text, f.reading) for f in same]


@pytest.mark.parametrize(
    "prose",
    [
        "Ruiri, the newest route, has 281 members.",
        "The committee wishes to thank Ruiri. It has 281 members, more than ever.",
    ],
)
def test_a_cell_told_with_its_digits_swapped_is_questioned(prose: str) -> None:
    assert questioned(prose) == [("281", "digit")]


@pytest.mark.parametrize(
    "prose",
    [
        "Ruiri, the newest route, has 218 members.",
        # Another row, or none.
        "Gatura, the oldest route, lost 281 members.",
        "The other route had 281 members.",
        # Another number of the row's, and one that is printed twice.
        "Ruiri had 190 members last year.",
        "Ruiri sent 281 letters. All 281 letters were read.",
        # Two digits swap by chance.
        "Ruiri sold 12 cows and 21 goats.",
    ],
)
def test_other_figures_of_the_prose_are_left_alone(prose: str) -> None:
    assert questioned(prose) == []
