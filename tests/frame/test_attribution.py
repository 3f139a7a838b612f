"""The source of a figure on the marked lines, and the words that name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.frame.attribution import HALVES, lines, score, told
from tests.frame.conftest import Claims

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize("half", HALVES)
def test_most_sources_are_told_and_told_rightly(nlp: Language, half: str) -> None:
    measured = score(told(half, nlp))
    assert measured.recall >= 0.85
    assert measured.precision >= 0.85
    assert measured.exact >= 0.82


@pytest.mark.parametrize("half", HALVES)
def test_every_line_marks_a_figure_and_most_a_source(half: str) -> None:
    marked = lines(half)
    assert all(line.story.count("[") == 1 for line in marked)
    assert sum(line.source is not None for line in marked) > 60
    assert sum(line.who is None for line in marked) > 10


@pytest.mark.parametrize(
    ("text", "figure", "speaker", "printed", "key"),
    [
        ("Ann Lee, the clerk, said [12] left.", "12", "Ann Lee", "Ann Lee, the clerk", "ann lee"),
        ("The council said [12] left.", "12", None, "The council", "council"),
        ("Police said [12] left.", "12", None, "Police", "police"),
        ("[12] left, according to Ann Lee.", "12", "Ann Lee", "Ann Lee", "ann lee"),
        (
            "Figures from Ashby Council show [12] left.",
            "12",
            None,
            "Figures from Ashby Council",
            "ashby council",
        ),
        ("Ann Lee was late. She said [12] left.", "12", "Ann Lee", "She", "ann lee"),
    ],
)
def test_a_source_need_not_be_a_speaker(
    claims: Claims, text: str, figure: str, speaker: str | None, printed: str, key: str
) -> None:
    claim = claims(text)[figure]
    assert (claim.speaker.text if claim.speaker else None) == speaker
    assert claim.source is not None
    assert (claim.source.text, claim.source.key) == (printed, key)


@pytest.mark.parametrize(
    "text",
    [
        "The council found [12] bags.",
        "The council has [12] homes, and its leader said so.",
        "The report of [12] pages says nothing.",
    ],
)
def test_what_comes_from_no_source(claims: Claims, text: str) -> None:
    (claim,) = claims(text).values()
    assert claim.source is None


def test_a_body_keeps_no_article_before_a_spokesman(claims: Claims) -> None:
    spoken = claims("A Wiltshire Council spokesman said: “We lost [12].”")["12"].speaker
    assert spoken is not None
    assert spoken.text == "A Wiltshire Council spokesman"
