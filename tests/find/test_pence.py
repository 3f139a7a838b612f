"""Pence, and the lines of a picture that are written like them."""

from __future__ import annotations

import pytest

from extractor.find import find

MONEY = {
    "The stock, which had opened at 360p, closed 36p lower at 324p.": ["360p", "36p", "324p"],
    "Shares in Tarn rose 12p to 480p.": ["12p", "480p"],
    "It streams in 720p, or 1080p for another pound.": [],
    "The camera records in 360p.": [],
}


@pytest.mark.parametrize("text", MONEY)
def test_pence_are_told_from_the_lines_of_a_picture(text: str) -> None:
    assert [f.text for f in find(text) if f.kind == "money"] == MONEY[text]
