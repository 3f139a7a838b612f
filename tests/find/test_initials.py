"""Numbers behind initials with an ampersand: the size of an index, or a figure like any other."""

from __future__ import annotations

import pytest

from extractor.find import find

READ = {
    "Results came from 64 companies in the S&B 100 by Friday.": ["64"],
    "The S&B 200 fell 3 per cent.": ["3"],
    "In A&E 97 per cent were seen within four hours.": ["97", "4"],
    "In the A&E 90 per cent were seen.": ["90"],
    "At A&E 412 waited until the morning.": ["412"],
    "Of its spending on R&D 12 million dollars went abroad.": ["12000000"],
    "In the A&E 300 patients waited.": ["300"],
}


@pytest.mark.parametrize("text", READ)
def test_only_an_index_has_a_number_for_a_name(text: str) -> None:
    outside = {"date", "reference", "score"}
    assert [str(f.value) for f in find(text) if f.kind not in outside] == READ[text]
