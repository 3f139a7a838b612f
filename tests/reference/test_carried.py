"""What a sentence goes on about, and words that look like a family and are none."""

from __future__ import annotations

import pytest

from extractor.reference.tables.heads import head
from extractor.reference.words import root
from tests.reference.told import found

PRISONS = """Prison,Officers in post,Prisoners,Assaults 2022,Assaults 2023,Repairs (£)
Ashgate,210,840,120,150,41000
Brackmoor,95,410,66,61,18500
Corhurst,300,1290,205,230,67200
Dunley,150,522,90,99,22900
Total,755,3062,481,540,149600
"""


@pytest.mark.parametrize(
    ("text", "number", "verdict"),
    [
        (
            "In Ashgate assaults rose by 25 per cent. In Corhurst they rose by 12 per cent.",
            "12",
            "consistent",
        ),
        ("In Ashgate assaults rose by 25 per cent. In Corhurst they rose by 19 per cent.", "19", "undecided"),
        ("Repairs at Ashgate cost £41,000. Dunley paid £22,900.", "£22,900", "consistent"),
        ("Repairs at Ashgate cost £41,000. Dunley paid £29,900.", "£29,900", "mismatch"),
    ],
)
def test_a_sentence_without_a_measure_goes_on_about_the_last_one(
    text: str, number: str, verdict: str
) -> None:
    about = [f for f in found(text, PRISONS) if f.relation.cue.text.startswith(number)]
    assert [f.verdict for f in about] == [verdict]


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Across all prisons there are 755 officers.", "consistent"),
        ("Across all prisons there are 855 officers.", "mismatch"),
        ("The men at Dunley are watched by 150 officers.", "consistent"),
        ("The men at Dunley are watched by 250 officers.", "mismatch"),
        ("Corhurst holds 1,290 prisoners.", "consistent"),
        ("Corhurst holds 1,920 prisoners.", "mismatch"),
    ],
)
def test_the_noun_before_a_preposition_names_a_column(sentence: str, verdict: str) -> None:
    assert [f.verdict for f in found(sentence, PRISONS)] == [verdict]


def test_between_two_years_the_first_level_is_the_older() -> None:
    text = "Between 2022 and 2023 assaults at Dunley rose by 10 per cent, from 90 cases to 99."
    assert [f.verdict for f in found(text, PRISONS)] == ["consistent"] * 3


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("prison", "prisoners", False),
        ("office", "officers", False),
        ("fatality", "fatalities", True),
        ("take", "taking", True),
        ("teacher", "teaching", True),
    ],
)
def test_families_of_words(a: str, b: str, one: bool) -> None:
    assert (root(a) == root(b)) is one


def test_what_stands_behind_a_preposition_is_known() -> None:
    assert head("Officers in post").tail == {root("post")}
    assert head("Population density").tail == frozenset()
