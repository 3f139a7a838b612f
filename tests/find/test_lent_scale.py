"""Scales that the last number of two lends the first."""

from __future__ import annotations

import pytest

from extractor.find import find

READ = {
    "Sales went down from 2.7 to 2.3 billion euros.": ["2700000000", "2300000000"],
    "Sales rose from 2.3 to 2.7 billion euros.": ["2300000000", "2700000000"],
    "Revenue fell from 2.7 to €2.3 billion.": ["2700000000", "2300000000"],
    "The catch fell from 9.7 to 8.3 million tonnes.": ["9700000", "8300000"],
    "The catch fell between May and June from 9.7 to 8.3 million tonnes.": ["9700000", "8300000"],
    "The subsidy was cut from 4.5 to 3.9 million dollars.": ["4500000", "3900000"],
    "Passenger numbers went from 2.7 to 2.3 million.": ["2700000", "2300000"],
    "The grant was reduced from 12 to 9 million pounds.": ["12000000", "9000000"],
    "Rail freight slid from about 60 to 48 million tonnes.": ["60000000", "48000000"],
    "The grant fell from 1.6 billion to 980 million euros.": ["1600000000", "980000000"],
    "The club grew from 900 to 1.2 million members.": ["900", "1200000"],
    "It fell from 12 people to 9 million.": ["12", "9000000"],
    "The list grew from 40 to 2 million names.": ["40", "2000000"],
}


@pytest.mark.parametrize("text", READ)
def test_a_scale_is_lent_to_the_higher_number_that_something_fell_from(text: str) -> None:
    assert [str(f.value) for f in find(text) if f.kind != "date"] == READ[text]
