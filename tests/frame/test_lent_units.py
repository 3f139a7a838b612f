"""Numbers that leave out the unit of the figure before them, and numbers that have none."""

from __future__ import annotations

import pytest

from extractor.pipeline import review_documents
from extractor.read import document_from_text

#: A text, a number of it, and the unit that it leaves out.
LEFT_OUT = [
    (
        "The bank made 1.84 billion kroner, 9 per cent more than the 1.69 billion of 2024.",
        "1.69 billion",
        "DKK",
    ),
    ("It made £186m in the half, up 24 per cent from 150m a year earlier.", "150m", "GBP"),
    ("The works pump 5.4 million litres a day. In winter it was 4.5 million.", "4.5 million", "liter / day"),
    ("Clean chicks averaged 62 grams. Those with plastic inside averaged 55.8.", "55.8", "gram"),
    ("Some 1.35 million tonnes came in, down on the 1.6 million of last year.", "1.6 million", "metric_ton"),
    ("The city bought 9,400 tons of salt, up 54 percent from 6,100 the winter before.", "6,100", "ton"),
    (
        "It made 184,000 tonnes of metal last year, where in 2019 it had made 231,000.",
        "231,000",
        "metric_ton",
    ),
    (
        "Boats landed 2.31 million pounds, less than the 2.38 million of the spring of 2024.",
        "2.38 million",
        "pound",
    ),
    ("Shoppers spent ₦4.2 billion in May, against 3.6 billion in April.", "3.6 billion", "NGN"),
]
#: A text and a number that counts something of its own, or is of another size.
OWN = [
    ("Rain came to 61 mm on Monday. The club has 23 members.", "23"),
    ("She ran 42 km with 20 others.", "20"),
    ("The farm sold 300 tonnes. Sales of 240 were made in May.", "240"),
    ("The council spent £4m on 312 homes, compared with 290 in 2023.", "290"),
    ("A litre costs 94p, up from 88p, and 5,400 are sold each day.", "5,400"),
    ("The fund took in $90 million from 2,300 donors, fewer than the 2,900 of last year.", "2,900"),
    ("The line is 14 km long and cost more than the 3,200 of any other town.", "3,200"),
]


@pytest.mark.parametrize(("text", "number", "unit"), LEFT_OUT)
def test_a_number_takes_the_unit_that_it_leaves_out(text: str, number: str, unit: str) -> None:
    assert _unit(text, number) == unit


@pytest.mark.parametrize(("text", "number"), OWN)
def test_a_number_of_its_own_takes_none(text: str, number: str) -> None:
    assert _unit(text, number) == ""


def _unit(text: str, number: str) -> str:
    claims = review_documents([document_from_text(text, id="a")]).claims
    return next(c.figure.amount.unit for c in claims if c.figure.text == number)
