"""Names of organisations: forms of one name are one, and two bodies stay two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.lexicon import table
from extractor.names import acronym, same_name

ONE = [
    ("Ofsted", "OFSTED"),
    ("LGA", "the Local Government Association"),
    ("ONS", "Office for National Statistics"),
    ("the Office for National Statistics", "Office for National Statistics"),
    ("Department for Education", "DfE"),
    ("Dept for Education", "Department for Education"),
    ("Ashby Council", "Ashby Borough Council"),
    ("Ashby Borough Council", "Ashby borough council"),
    ("Northern Tenants Federation", "NTF"),
    ("Harcourt Holdings Ltd", "Harcourt Holdings Limited"),
    ("Marlborough Institute", "Marlborugh Institute"),
    ("Children's Society", "the Children’s Society"),
    ("CDC", "Centers for Disease Control and Prevention"),
]
TWO = [
    ("Ashby Council", "Corby Council"),
    ("Ashby County Council", "Ashby Borough Council"),
    ("Ashby Council", "Ashby Police"),
    ("NHS England", "NHS Wales"),
    ("North Ashby Council", "South Ashby Council"),
    ("University of Ashby", "Ashby City Council"),
    ("Bank of England", "Bank of Ireland"),
    ("Northern Tenants Federation", "NFT"),
    ("Local Government Association", "Local Government Board"),
    ("Ofcom", "Ofgem"),
    ("Ashby Trust", ""),
    ("Council", "Board"),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_forms_of_one_name_are_one(a: str, b: str) -> None:
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(("a", "b"), TWO)
def test_two_bodies_stay_two(a: str, b: str) -> None:
    assert not same_name(a, b)
    assert not same_name(b, a)


def test_no_alias_stands_in_two_rows() -> None:
    forms = [form for row in table("organisations")["aliases"] for form in row]
    assert len(forms) == len(set(forms))


def test_an_acronym_is_made_of_the_words_with_a_capital() -> None:
    assert acronym("Office for National Statistics") == "ONS"


@given(st.text(max_size=30), st.text(max_size=30))
def test_it_is_the_same_both_ways_round(a: str, b: str) -> None:
    assert same_name(a, b) == same_name(b, a)
