"""Keys: short forms, plurals, nouns of verbs."""

from __future__ import annotations

import pytest

from extractor.frame.keys import acronyms, event_noun, singular


@pytest.mark.parametrize(
    ("text", "short", "head"),
    [
        ("return home interviews (RHIs) were due", "RHI", "interview"),
        ("return home interviews (RHIs) were due", "RHIs", "interview"),
        ("a return home interview, or RHI, is due", "RHI", "interview"),
        ("special educational needs and disabilities (SEND)", "SEND", "disability"),
        ("Local Government Association (“LGA”)", "LGA", "association"),
    ],
)
def test_short_forms_stand_for_their_long_form(text: str, short: str, head: str) -> None:
    assert acronyms(text).head(short) == head


@pytest.mark.parametrize("text", ["She (Ann) said so", "costs rose (CPI, that is)", "in Kent (UK)"])
def test_words_in_brackets_are_no_short_forms(text: str) -> None:
    assert not acronyms(text).heads


def test_short_forms_are_found_in_linear_time() -> None:
    assert not acronyms("word " * 200_000).heads


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("interviews", "interview"),
        ("children", "child"),
        ("authorities", "authority"),
        ("buses", "bus"),
        ("cases", "case"),
        ("crosses", "cross"),
        ("series", "series"),
        ("gas", "gas"),
        ("crisis", "crisis"),
    ],
)
def test_plurals(word: str, one: str) -> None:
    assert singular(word) == one


def test_the_noun_of_a_verb() -> None:
    assert event_noun("inspect") == "inspection"
    assert event_noun("juggle") == "juggle"
