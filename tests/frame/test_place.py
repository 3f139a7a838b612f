"""Where a figure holds: named in the clause, the paragraph, the headline, or by a phrase for it."""

from __future__ import annotations

import pytest

from extractor.frame.place import places_of
from extractor.model import Block, Document, Span
from tests.frame.conftest import Claims

PLACED = [
    ("There were [330] episodes in England.", "330", "england"),
    ("In England as a whole, [6,400] children were missing.", "6,400", "england"),
    ("Ashby Council loses [12] homes\nThe borough has [40] homes left.", "40", "ashby"),
    ("Ashby Council loses homes\nIt has [40] homes left.", "40", "ashby"),
    (
        "Homes in Ashby close\nKirk Moor, the village where [12] closed, is angry. There, [9] were sold.",
        "9",
        "kirk moor",
    ),
    ("Homes in Ashby close\nAt Corby, [640] homes were shut.", "640", "corby"),
    ("Homes in Ashby close\nNationally, [27,000] homes in England were shut.", "27,000", "england"),
    (
        "Homes in Ashby close\nIn England, [27,000] closed.\nThe rate was [50 per cent].",
        "50 per cent",
        "england",
    ),
    ("Homes in Ashby close\nCorby General, opened in 1987, had [463] beds open.", "463", "corby general"),
    ("Homes in Ashby close\nThere were [12], below the average for England.", "12", "ashby"),
    ("More than [300] people in Ohio were hurt.", "300", "ohio, united states"),
    ("Ontario's schools have [40] nurses.", "40", "ontario"),
    ("About [12%] of Canadians drink it.", "12%", "canada"),
    ("Across the UK, [12%] agree.", "12%", "united kingdom"),
]


@pytest.mark.parametrize(("text", "figure", "key"), PLACED)
def test_where_a_figure_holds(claims: Claims, text: str, figure: str, key: str) -> None:
    place = claims(text)[figure].place
    assert place is not None
    assert place.key == key


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Profits rose [12%] to £40m.", "12%"),
        ("Ann Lee has [12] cats.", "12"),
        ("The Boston Globe sold [12] copies.", "12"),
        ("Some [12%] of pupils pass in English, maths and science.", "12%"),
        ("Secondary schools have [12] heads.", "12"),
        ("She studied at the University of Kent for [12] terms.", "12"),
        ("President Barack Obama's National Economic Council lost [12] staff.", "12"),
        ("President Obama's approval is [48%].", "48%"),
    ],
)
def test_where_nothing_tells_a_place(claims: Claims, text: str, figure: str) -> None:
    assert claims(text)[figure].place is None


@pytest.mark.parametrize(
    ("text", "figure", "found"),
    [
        ("There were [330] episodes in England.", "330", "sentence"),
        ("Homes in Ashby close\nCorby General is old. It had [463] beds.", "463", "paragraph"),
        ("Homes in Ashby close\nIt has [40] homes left.", "40", "headline"),
    ],
)
def test_how_it_was_found(claims: Claims, text: str, figure: str, found: str) -> None:
    place = claims(text)[figure].place
    assert place is not None
    assert place.found == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "IN THE",
        "In In In",
        "ASHBY — [",
        "X’s’s’s",
        "St. St. St.",
        "Lake Lake, where where",
        "\n\n\n",
    ],
)
def test_no_text_breaks_it(text: str) -> None:
    places_of(Document("d", text, (Block("headline", Span(0, len(text))),)))
