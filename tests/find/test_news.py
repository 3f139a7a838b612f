"""Floors on made sentences of the news; the marks and the two parts are told in `news.toml`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import news

#: Score → the least F1 on the part that no rule was mended on.
FLOORS = {"value": 0.95, "value and unit": 0.92, "value and bound": 0.92}


@pytest.mark.parametrize("name", FLOORS)
@pytest.mark.parametrize("part", ["tune", "report"])
def test_it_reads_news(part: str, name: str) -> None:
    assert news.f1(news.outcomes(part), *news.SCORES[name])[0] >= FLOORS[name]


@pytest.mark.parametrize("part", ["tune", "report"])
def test_every_sentence_is_told_once(part: str) -> None:
    texts = [text for text, _ in news.sentences(part)]
    assert len(texts) == len(set(texts)) == 150


@pytest.mark.parametrize(
    ("mark", "wanted"),
    [
        ("~5 % ^", news.Quantity("5", "%", "~", "^")),
        ("7..9 %", news.Quantity("7..9", "%", "")),
        ("12 #goals", news.Quantity("12", "", "")),
        ("310 #/week", news.Quantity("310", "perweek", "")),
        (">82.4 USD/oil_barrel v", news.Quantity("82.4", "USD", ">", "v")),
    ],
)
def test_a_mark_is_read(mark: str, wanted: news.Quantity) -> None:
    assert news.wanted(mark) == wanted
