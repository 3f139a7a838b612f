"""Stopping at words: the one pattern finds what a look at every word finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.periods.triggers import stops

WORDS = ("one", "ones", "on", "last", "latest", "so", "that", "a")
GATES = {"so": r"\s+far", "a": r"\s+year"}
STOPS = stops(WORDS, GATES, "[0-9]+", "½¾")


def found(text: str) -> list[tuple[int, str]]:
    return [(m.start(m.lastindex), m[m.lastindex]) for m in STOPS.finditer(text) if m.lastindex]


def looked_at(text: str) -> list[tuple[int, str]]:
    """The same by looking at every word."""
    tokens = [(m.start(), m[0]) for m in re.finditer("[A-Za-z]+|[0-9]+|[½¾]", text)]
    return [(at, word) for at, word in tokens if not word.isalpha() or is_stop(text, at, word)]


def is_stop(text: str, at: int, word: str) -> bool:
    small = word.lower()
    if small in GATES:
        return re.match(GATES[small], text[at + len(word) :]) is not None
    return small in WORDS and word in (small, small.capitalize(), small.upper())


@given(
    st.lists(st.sampled_from([*WORDS, "year", "far", "ONE", "Last", "lasting", "12", "½", ".", "é"])),
    st.data(),
)
def test_it_stops_where_a_look_at_every_word_does(words: list[str], data: st.DataObject) -> None:
    text = "".join(word + data.draw(st.sampled_from([" ", "", "-", "\n"])) for word in words)
    assert found(text) == looked_at(text)


@pytest.mark.parametrize(
    ("text", "stopped"),
    [
        ("so it was; so far", ["so"]),
        ("A man, a year", ["a"]),
        ("lasting oneness", []),
        ("LAST Last last", ["LAST", "Last", "last"]),
        ("12½", ["12", "½"]),
        ("", []),
    ],
)
def test_what_it_stops_at(text: str, stopped: list[str]) -> None:
    assert [word for _, word in found(text)] == stopped


def test_a_long_stretch_without_a_stop_hides_none() -> None:
    text = "word " * 1000 + "last"
    assert found(text) == [(5000, "last")]
