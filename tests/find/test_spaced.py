"""Digits grouped by spaces, and sums of rand, as the press of southern Africa prints them."""

from __future__ import annotations

import pytest

from extractor.find import find

READ = {
    "The clinic in Tzaneen paid R12 500 a month.": ["12500"],
    "Fares rose from R96 a bag to R110.": ["96", "110"],
    "A fine of R5 000, or R500 for the young.": ["5000", "500"],
    "Teams fixed 1 312 bursts, 188 more than in May, in 14 250 homes.": ["1312", "188", "14250"],
    "Teams fixed 1 312 bursts at R1 900 each.": ["1312", "1900"],
    "On May 1 312 people came, and 40,000 later.": ["312", "40000"],
    "Ward 6 had 450 beds and 1,200 nurses.": ["450", "1200"],
    "The R61 was closed, and the R512 road too. It cost R500.": ["500"],
    "Crews shut the R300 near Brackenfell and collected R300 in fines.": ["300"],
}


@pytest.mark.parametrize("text", READ)
def test_groups_by_spaces_and_rand_are_read(text: str) -> None:
    outside = {"date", "reference", "score"}
    assert [str(f.value) for f in find(text) if f.kind not in outside] == READ[text]
