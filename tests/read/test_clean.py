"""The characters of a text in their one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.read.clean import clean
from extractor.read.language import language_of


@pytest.mark.parametrize(
    ("dirty", "wanted"),
    [
        ("\ufeffA story", "A story"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("inter\u00adview\u200b", "interview"),
        ("27\u00a0000 people, 1\u202f250\u2009000 in all", "27,000 people, 1,250,000 in all"),
        ("in 2018\u00a0100 people", "in 2018 100 people"),
        ("56.9\u00a0per\u2009cent", "56.9 per cent"),
        ("ﬁve ﬂats, oﬃce", "five flats, office"),
        ("the loſs of 3 ſhips", "the loss of 3 ships"),
        ("cafe\u0301", "café"),
        ("a\x00b\x07", "a b "),
        ("70 \ud83d calls", "70 \ufffd calls"),
        ("Â£5m, â€œquotedâ€\x9d, itâ€™s 5 â€“ 6, CafÃ©, â‚¬5", "£5m, “quoted”, it’s 5 – 6, Café, €5"),
    ],
)
def test_dirt_goes(dirty: str, wanted: str) -> None:
    assert clean(dirty).text == wanted


@pytest.mark.parametrize(
    "text",
    [
        "“It’s 5½ – about €3,000…” said Zoë",
        "at RTÉ”, and the CAFÉ’s 3 tables",  # É and a closing quote would pass for mojibake
        "the Château’s owner, in SÃO and MARANHÃ",
        "27 000 with a plain space; 5 m² and CO₂",
        "line one\n\n\n  line two\t\n",
    ],
)
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(text).text == text
    assert not clean(text).notes


def test_what_was_repaired_is_told() -> None:
    assert clean("Â£5m").notes
    assert not clean("\ufeff£5m\r\n").notes


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text).text
    assert clean(once).text == once


@pytest.mark.parametrize("letters", ["ʰʱʲʳʴʵʶ", "𝐀𝐁𝐂𝐃𝐄", "ＡＢＣＤ", "\ue123\ue124\ue125"])
def test_letters_that_any_script_uses_name_no_language(letters: str) -> None:
    assert language_of(letters * 4) in (None, "en")


def test_one_short_word_over_and_over_is_no_language() -> None:
    heads = (
        "District,Area planted (ha),,Conifers (ha),,Broadleaves (ha),,Other (ha),,Trees planted (thousands),"
    )
    assert language_of(heads) in (None, "en")
    assert language_of("El alcalde ha dicho que la ciudad de Soria no tiene dinero para las obras") == "es"
